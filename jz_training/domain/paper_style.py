"""How a paper is dressed: its skin, what stands in 版头 and 版记, what the office adjusted.

What a paper says comes from a view; how it is dressed comes from here. Documents take both and
nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum


class PaperSkin(StrEnum):
    """The three dresses of an official paper (domain.md §1).

    材料 has title, unit and date on top; 正文 has 主送 and 落款 but no 版头; 文件 has all of it.
    """

    MATERIAL = "material"
    TEXT = "text"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """What 版头 and 版记 say (GB/T 9704 7.2 and 7.4); what is empty is left out.

    `mark` is 发文机关标志 as printed (“…工会文件”). A `signer` makes it 上行文: 签发人 stands at
    the right of the number. `sealed` keeps the place of a seal; none is ever printed.
    """

    mark: str = ""
    number: str = ""
    signer: str = ""
    sealed: bool = False
    attachments: tuple[str, ...] = ()
    note: str = ""  # 附注, without its brackets
    copies_to: str = ""
    printed_by: str = ""
    printed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnLayout:
    """One column of a list that is to be shown, under another heading if `heading` says one."""

    key: str
    heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLayout:
    """What an office adjusted of one kind of paper (版式); what is empty is as we make it.

    `title` may hold {title}, which stands for ours. `columns` are shown in this order and no
    others. `signatures` None: our own; (): no place to sign. `logo` is a PNG or JPEG.
    """

    title: str = ""
    columns: tuple[ColumnLayout, ...] = ()
    signatures: tuple[str, ...] | None = None
    footer: str = ""
    logo: bytes | None = None

    def differing(self, ours: PaperLayout) -> PaperLayout:
        """Return what of it is not just as we make it: a layout like `ours` becomes empty."""
        headings = {column.key: column.heading for column in ours.columns}
        columns = tuple(
            replace(one, heading="") if headings.get(one.key) == one.heading else one
            for one in self.columns
        )
        as_ours = columns == tuple(ColumnLayout(key=key) for key in headings)
        return replace(
            self,
            title="" if self.title == ours.title else self.title,
            columns=() if as_ours else columns,
            signatures=None if self.signatures == ours.signatures else self.signatures,
            footer="" if self.footer == ours.footer else self.footer,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperStyle:
    """Everything a document is told about its looks. `duplex` mirrors the binding edge."""

    skin: PaperSkin = PaperSkin.TEXT
    letterhead: Letterhead = field(default_factory=Letterhead)
    layout: PaperLayout = field(default_factory=PaperLayout)
    duplex: bool = False


#: A paper as we make it.
AS_MADE = PaperStyle()

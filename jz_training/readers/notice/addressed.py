"""To whom a notice is sent: the names in front of the colon above its text (主送).

Source: GB/T 9704-2012 7.3.2 (domain.md §1).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from jz_training.readers.notice.line_kinds import (
    ATTACHMENT,
    COPIES,
    LABEL,
    section_level,
)
from jz_training.readers.notice.names import split_names
from jz_training.readers.notice.paragraphs import Paragraph

_NOT_ADDRESSED: Final = re.compile(r"如下|以下|现将|为了|通知|要求|根据|[。；]|是：$")
_ADDRESSED: Final = re.compile(r"([^。；：\t]{2,300})：")
_SOMEBODY: Final = re.compile(
    r"^(?:各|全|本|机关|直属|市直)|(?:工会|单位|部门|公司|企业|委员会|委员|室|同志|职工|车间|班组|会员|代表|总工会|主席|干部|党委|党组|支部|学校|医院|科|处|局|部)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressed:
    """Whom the notice names, and what of the paragraphs their line takes."""

    names: tuple[str, ...] = ()
    taken: int = 0  # paragraphs
    run_in: int = 0  # characters of a paragraph that goes on after its addressees


def read_addressed(paragraphs: Sequence[Paragraph], above: int) -> Addressed:
    """Read the names right below what stands above the text."""
    for paragraph in paragraphs[above : above + 1]:
        names = names_of(paragraph.shadow)
        if names:
            length = len(names) + 1
            parts = split_names(paragraph.text[: length - 1])
            if length == len(paragraph.shadow.rstrip()):
                return Addressed(names=parts, taken=1)
            return Addressed(names=parts, run_in=length)
    return Addressed()


def names_of(shadow: str) -> str:
    """Return the words in front of the colon where they name somebody, else an empty text."""
    found = _ADDRESSED.match(shadow)
    if not found or _NOT_ADDRESSED.search(found[1]) or LABEL.match(shadow) or section_level(shadow):
        return ""
    if ATTACHMENT.match(shadow) or COPIES.match(shadow):
        return ""
    whole = found.end() == len(shadow.rstrip())
    named = [bool(_SOMEBODY.search(name)) for name in split_names(found[1])]
    return found[1] if named and (all(named) or (whole and any(named))) else ""

"""How one single paper is dressed, and what the next paper of its kind takes over from it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace

from jz_training.domain.paper_kind import PaperKind
from jz_training.domain.paper_style import Letterhead, PaperSkin, PaperStyle

#: The papers after GB/T 9704, which have three skins; lists and cards have one look.
OFFICIAL_KINDS = frozenset(
    {
        PaperKind.MEETING_NOTICE,
        PaperKind.RECORD,
        PaperKind.TRAINING_SUMMARY,
        PaperKind.PERIOD_SUMMARY,
        PaperKind.PERSON_FILE,
    }
)

_HEAD = frozenset({"mark", "number", "signer"})
_IMPRINT = frozenset({"copies_to", "printed_by", "printed_on"})
_CLOSING = frozenset({"sealed", "note"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperDress:
    """What was chosen for one paper; its layout and its sides stay the office's."""

    skin: PaperSkin
    letterhead: Letterhead

    def over(self, style: PaperStyle) -> PaperStyle:
        """Return a style in this dress."""
        return replace(style, skin=self.skin, letterhead=self.letterhead)


@dataclass(frozen=True, slots=True, kw_only=True)
class DressHabit:
    """What the last paper of a kind had that the next one will have too, never its number."""

    skin: PaperSkin
    signer: str = ""
    copies_to: str = ""
    printed_by: str = ""

    def over(self, style: PaperStyle) -> PaperStyle:
        """Return a style with what is usual."""
        letterhead = replace(
            style.letterhead,
            signer=self.signer,
            copies_to=self.copies_to,
            printed_by=self.printed_by,
        )
        return replace(style, skin=self.skin, letterhead=letterhead)

    def as_text(self) -> str:
        """Return it as it is remembered."""
        return json.dumps(asdict(self), ensure_ascii=False)


def habit_of(dress: PaperDress) -> DressHabit:
    """Return what is worth remembering of a dress."""
    head = dress.letterhead
    return DressHabit(
        skin=dress.skin,
        signer=head.signer,
        copies_to=head.copies_to,
        printed_by=head.printed_by,
    )


def habit_from_text(text: str) -> DressHabit | None:
    """Return what was remembered; None for nothing and for what cannot be read."""
    try:
        kept = json.loads(text)
        skin = PaperSkin(kept["skin"])
        said = {key: str(kept.get(key, "")) for key in ("signer", "copies_to", "printed_by")}
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return DressHabit(skin=skin, **said)


def fields_printed(kind: PaperKind, skin: PaperSkin) -> frozenset[str]:
    """Return which facts of a Letterhead a kind of paper prints in a skin.

    材料 end with 附件说明, 正文 have a closing, 文件 have 版头 and 版记 too (domain.md §1). A
    record ends with lines to sign on instead of a closing.
    """
    fields: frozenset[str] = frozenset()
    if skin is PaperSkin.DOCUMENT:
        fields |= _HEAD | _IMPRINT
    if kind is PaperKind.RECORD:
        return fields
    if skin is not PaperSkin.MATERIAL:
        fields |= _CLOSING
    return fields | {"attachments"}

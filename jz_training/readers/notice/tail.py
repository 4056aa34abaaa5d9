"""What stands below the text of a notice: signature, day, printing, copies, attachments.

Source: GB/T 9704-2012 7.3–7.4 (domain.md §1).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from jz_training.readers.notice.dates import day_in
from jz_training.readers.notice.line_kinds import (
    ATTACHMENT,
    COPIES,
    DATE_LINE,
    PRINTED,
    ends_sentence,
    is_organ,
    section_level,
)
from jz_training.readers.notice.names import split_names
from jz_training.readers.notice.paragraphs import Paragraph

_ITEM: Final = re.compile(r"(?:^|(?<=[\s；。]))\d{1,2}\s?[.、]\s?(?=\D)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tail:
    """What stands below the text; `outside` are the paragraphs that are not text."""

    signature: str
    dated: date | None
    printed: date | None
    copies: tuple[str, ...]
    attachments: tuple[str, ...]
    outside: frozenset[int]

    @classmethod
    def of(cls, paragraphs: Sequence[Paragraph], first: int) -> Tail:
        """Read what stands below; the text begins with paragraph `first`."""
        signature, dated, at = _signed(paragraphs, first)
        printed, printed_at = _printed(paragraphs, first)
        copies, copied_at = _copies(paragraphs, first)
        attachments, attached_at = _attachments(paragraphs, first)
        outside = frozenset({*at, *printed_at, *copied_at, *attached_at})
        return cls(
            signature=signature,
            dated=dated,
            printed=printed,
            copies=copies,
            attachments=attachments,
            outside=outside,
        )


def _signed(paragraphs: Sequence[Paragraph], first: int) -> tuple[str, date | None, list[int]]:
    """Return who signed and when: a date alone on its line, below an office's name if one is."""
    dates = [
        index
        for index in range(first, len(paragraphs))
        if DATE_LINE.fullmatch(paragraphs[index].shadow) and day_in(paragraphs[index].shadow)
    ]
    for index in dates:
        names, at = _names_above(paragraphs, index, first)
        if names:
            return "、".join(names), day_in(paragraphs[index].shadow), [*at, index]
    for index in range(first, len(paragraphs)):
        signed = _signed_on_one_line(paragraphs[index])
        if signed:
            return signed[0], signed[1], [index]
    if dates:
        return "", day_in(paragraphs[dates[-1]].shadow), [dates[-1]]
    return _signature_alone(paragraphs, first)


def _names_above(
    paragraphs: Sequence[Paragraph], date_at: int, first: int
) -> tuple[list[str], list[int]]:
    names: list[str] = []
    at: list[int] = []
    for index in range(date_at - 1, first - 1, -1):
        if not is_organ(paragraphs[index].shadow) or len(names) == 5:
            break
        names.insert(0, "".join(paragraphs[index].text.split()))
        at.append(index)
    return names, at


def _signed_on_one_line(paragraph: Paragraph) -> tuple[str, date | None] | None:
    found = DATE_LINE.search(paragraph.shadow) if len(paragraph.shadow) <= 60 else None
    if not found or found.end() != len(paragraph.shadow.rstrip()):
        return None
    name = paragraph.text[: found.start()].strip()
    return ("".join(name.split()), day_in(found[0])) if is_organ(name) else None


def _signature_alone(
    paragraphs: Sequence[Paragraph], first: int
) -> tuple[str, date | None, list[int]]:
    for index in range(len(paragraphs) - 1, first, -1):
        paragraph = paragraphs[index]
        if PRINTED.search(paragraph.shadow) or COPIES.match(paragraph.shadow):
            continue
        below = paragraphs[index + 1 : index + 2]
        office = bool(below) and PRINTED.fullmatch(below[0].shadow) is not None
        if is_organ(paragraph.shadow) and not office and not section_level(paragraph.shadow):
            return "".join(paragraph.text.split()), None, [index]
        if not office:
            break
    return "", None, []


def _printed(paragraphs: Sequence[Paragraph], first: int) -> tuple[date | None, list[int]]:
    for index in range(len(paragraphs) - 1, first - 1, -1):
        shadow = paragraphs[index].shadow
        found = PRINTED.search(shadow) if len(shadow) < 80 else None
        if found:
            above = index - 1
            alone = found.start() == 0 and above >= first and is_organ(paragraphs[above].shadow)
            return day_in(found[0]), [above, index] if alone else [index]
    return None, []


def _copies(paragraphs: Sequence[Paragraph], first: int) -> tuple[tuple[str, ...], list[int]]:
    names: tuple[str, ...] = ()
    at = []
    for index in range(first, len(paragraphs)):
        found = COPIES.match(paragraphs[index].shadow)
        if found:
            at.append(index)
            if found[0].startswith("抄"):
                names += split_names(paragraphs[index].text[found.end() :])
    return names, at


def _attachments(paragraphs: Sequence[Paragraph], first: int) -> tuple[tuple[str, ...], list[int]]:
    """Return the names listed below 附件：, one or several, on one line or on several."""
    names: list[str] = []
    at: list[int] = []
    for index in range(first, len(paragraphs)):
        shadow = paragraphs[index].shadow
        found = ATTACHMENT.match(shadow)
        if found and found[0].endswith("：") and len(shadow) <= 200:
            at.append(index)
            names += _items(paragraphs[index].text[found.end() :])
        elif at and at[-1] == index - 1 and section_level(shadow) == 3 and len(shadow) <= 80:
            if ends_sentence(shadow):
                break
            at.append(index)
            names += _items(paragraphs[index].text)
        elif at:
            break
    return tuple(names), at


def _items(text: str) -> list[str]:
    pieces = _ITEM.split(" " + text.replace("．", "."))
    return [piece.strip(" 　。；;") for piece in pieces if piece.strip(" 　。；;")]

"""What was typed or scanned in a roll call: somebody of the list, several, or nobody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jz_training.domain.attendance import AttendeeRow
from jz_training.domain.find_rows import find_rows
from jz_training.domain.pinyin import PinyinTable
from jz_training.services.roll_call import badge_key

#: A scanner needs less for a sign, Enter included; nobody types two signs so fast.
SCANNED_MS = 35
SCANNED_SIGNS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryReading:
    """Numbers on the sheet, the likeliest first; none: `as_badge` says it was a person's number."""

    found: tuple[int, ...] = ()
    as_badge: bool = False


def was_scanned(text: str, *, milliseconds: int) -> bool:
    """Tell whether a line came from a scanner that types: a number, whole within a moment."""
    as_number = len(text) >= SCANNED_SIGNS and any(sign.isdecimal() for sign in text)
    return as_number and milliseconds <= SCANNED_MS * len(text)


def read_entry(
    text: str,
    rows: Sequence[AttendeeRow],
    *,
    badges: Mapping[str, int],
    pinyin: PinyinTable | None,
    scanned: bool = False,
) -> EntryReading:
    """Find whom a line means.

    A scanned line is a person's number and nothing else. By hand 7 is the number on the sheet
    first; without a pinyin table (it is still being read) only numbers are found.
    """
    badge = badges.get(badge_key(text))
    if scanned:
        return EntryReading(found=() if badge is None else (badge,), as_badge=True)
    found = find_rows(text, rows, pinyin=pinyin) if pinyin is not None else ()
    if not found and badge is not None:
        return EntryReading(found=(badge,), as_badge=True)
    return EntryReading(found=found, as_badge=any(sign.isdecimal() for sign in text))

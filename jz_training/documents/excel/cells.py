"""What a cell and a sheet's name can hold in Excel, and how our values become it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from jz_training.documents.columns import Value
from jz_training.domain.tally import Rate
from jz_training.labels import rate_words

#: What a cell holds once typed for Excel: text stays text whatever it begins with.
Cell = str | int | float | date | None

#: Excel's own limits, counted in UTF-16 as Excel does.
CHARS_PER_CELL = 32_767
CHARS_PER_SHEET_NAME = 31

CUT = "…（原文过长，以下从略）"


def cell(value: Value) -> Cell:
    """Return a value as Excel shall hold it: real numbers and dates, a rate as a real fraction.

    A rate of nothing is the text — (DESIGN §5), an empty text an empty cell.
    """
    if isinstance(value, str):
        return cell_text(value) or None
    if isinstance(value, Rate):
        return value.part / value.whole if value.settled else rate_words(value)
    return float(value) if isinstance(value, Decimal) else value


#: What XML 1.0 cannot hold, and the carriage return, which it turns into a line feed.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def cell_text(text: str) -> str:
    """Return a text as a cell can hold it: as typed, save for what no xlsx can carry.

    Control characters, lone surrogates, U+FFFE and U+FFFF become U+FFFD, one for one: they are
    refused where data comes in, so one that got here is damage. Left out, it would make two
    names look alike; escaped, WPS shows the escape; raised, it would cost the user the file. What
    is longer than a cell is cut, and says so.
    """
    if text.isprintable() and len(text) < CHARS_PER_CELL // 2:
        return text
    text = _UNWRITABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    if _units(text) <= CHARS_PER_CELL:
        return text
    room = (CHARS_PER_CELL - len(CUT)) * 2
    return text.encode("utf-16-le")[:room].decode("utf-16-le", errors="ignore") + CUT


def _units(text: str) -> int:
    """Return the length as Excel counts it: in UTF-16, where a rare character counts twice."""
    return len(text.encode("utf-16-le")) // 2


def sheet_name(wanted: str, taken: Sequence[str] = ()) -> str:
    r"""Return a name Excel accepts: at most 31 characters, none of :\/?*[], not one already taken.

    Names that differ only in case are the same to Excel; a further one gets （2）, （3） …
    """
    clean = re.sub(r"[:\\/?*\[\]\n\t]", "·", cell_text(wanted)).strip(" '")
    names = {name.casefold() for name in taken}
    for number in range(1, len(names) + 2):
        ending = "" if number == 1 else f"（{number}）"
        room = (CHARS_PER_SHEET_NAME - len(ending)) * 2
        head = (clean or "表").encode("utf-16-le")[:room].decode("utf-16-le", errors="ignore")
        if (head + ending).casefold() not in names:
            break
    return head.rstrip(" '") + ending

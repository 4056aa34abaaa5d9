"""How a value of ours stands in a cell of a form: as number, date or text, by its format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from jz_training.documents.columns import Value, in_words
from jz_training.documents.dates import day_words
from jz_training.documents.excel.cells import cell_text
from jz_training.domain.number_format import NumberLook
from jz_training.domain.tally import Rate

_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)


@dataclass(frozen=True, slots=True)
class Typed:
    """What goes into a cell: a number (as written in the file) or a text, and how it is read."""

    words: str
    number: str = ""


def is_unknown(value: Value) -> bool:
    """Tell whether a value is not known: then its cell stays empty, never （待补） or a dash."""
    if isinstance(value, Rate):
        return not value.settled
    return value is None or value == ""


def typed(
    value: Value, look: NumberLook, *, points: bool = False, from_1904: bool = False
) -> Typed:
    """Return a known value as a cell with a format takes it."""
    if isinstance(value, Rate):
        return _rate(value, look, points=points)
    if isinstance(value, int | Decimal):
        number = format(value, "f") if isinstance(value, Decimal) else str(value)
        return Typed(in_words(value), number)
    if isinstance(value, date):
        return _day(value, look, from_1904=from_1904)
    return Typed(cell_text(str(value)))


def _rate(value: Rate, look: NumberLook, *, points: bool) -> Typed:
    """Return a real share where the format shows per cents; 91.7 where the form has its own %."""
    words = in_words(value)
    if look is NumberLook.PERCENT:
        return Typed(words, repr(value.part / value.whole))
    if points or look is NumberLook.NUMBER:
        return Typed(str(value.percent), str(value.percent))
    return Typed(words)


def _day(value: date, look: NumberLook, *, from_1904: bool) -> Typed:
    day = value.date() if isinstance(value, datetime) else value
    if look is not NumberLook.DATE:
        return Typed(day_words(day))
    epoch = _EPOCH_1904 if from_1904 else _EPOCH
    return Typed(day_words(day), str((day - epoch).days))


def in_form_words(value: Value, *, points: bool = False) -> str:
    """Return a value as a part of a text: a day in full, a rate with or without its %."""
    if isinstance(value, Rate) and points:
        return str(value.percent)
    if isinstance(value, date):
        return day_words(value)
    return cell_text(in_words(value))

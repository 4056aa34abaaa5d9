"""The lines of a sign-in sheet: one person each, every text inside its cell."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any

from jz_training.documents.drawing.fitting import Box
from jz_training.documents.drawing.pen import MM, Pen, RowText
from jz_training.documents.drawing.row_cell import CellPlace, row_cell
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.sheet.frame import Frame, from_top
from jz_training.domain.attendance import AttendeeRow
from jz_training.domain.person_name import spaced_name
from jz_training.domain.roster import masked_phone
from jz_training.domain.sheet import RowPlace
from jz_training.domain.sheet_geometry import SheetCell, SheetField
from jz_training.domain.sheet_paper import ROW_HEIGHT

NAME_SIZE = 12.0
CELL_SIZE = 10.0
PAIR_SIZE = 9.0  # unit over post
PHONE_SIZE = 8.0

PADDING = 0.9  # mm, left and right of a cell's text
CLEAR = 0.35  # mm, between a text and the rule above or below it

_BY_HAND = (SheetField.SIGNATURE, SheetField.NOTE)
_SIZES = {SheetField.NAME: NAME_SIZE, SheetField.UNIT_AND_POST: PAIR_SIZE}
_CENTRED = (SheetField.NUMBER, SheetField.NAME, SheetField.PHONE)


#: What a column says of a person, and how that is written, line by line.
_SAID: Mapping[
    SheetField, tuple[Callable[[AttendeeRow], Any], Callable[[Any], tuple[str, ...]]]
] = {
    SheetField.NUMBER: (attrgetter("number"), lambda number: (str(number),)),
    SheetField.NAME: (attrgetter("name"), lambda name: (spaced_name(name),)),
    SheetField.UNIT: (attrgetter("unit"), lambda unit: (unit,)),
    SheetField.POST: (attrgetter("post"), lambda post: (post,)),
    SheetField.UNIT_AND_POST: (attrgetter("unit", "post"), lambda both: both),
    SheetField.PHONE: (attrgetter("phone"), lambda phone: (masked_phone(phone),)),
}

#: A name with the telephone small below, where two lists leave no column for it: the share of the
#: line's height that each has, its size, and how far above the middle of the line it stands.
_NAME_OVER_PHONE = (
    (SheetField.NAME, 0.6, NAME_SIZE, 0.16),
    (SheetField.PHONE, 0.34, PHONE_SIZE, -0.28),
)

_Cell = tuple[Callable[[AttendeeRow], Any], Callable[[Hashable], RowText]]


def cell_texts(person: AttendeeRow, field: SheetField) -> tuple[str, ...]:
    """Return what a cell says, line by line; nothing where the pen writes."""
    if field in _BY_HAND:
        return ()
    said, written = _SAID[field]
    return written(said(person))


class SheetLines:
    """Writes the lines of all sheets of a document, remembering how each text is set."""

    def __init__(self, pen: Pen) -> None:
        self._pen = pen
        self._cells: dict[Hashable, tuple[_Cell, ...]] = {}

    def write(self, filled: Sequence[tuple[RowPlace, AttendeeRow]], frame: Frame) -> None:
        """Write the lines of a page."""
        cells = self._cells_of(frame)
        for place, person in filled:
            middle = from_top(place.line.y + ROW_HEIGHT / 2)
            self._pen.begin_row(x=place.line.x * MM, middle=middle)
            for said, text_of in cells:
                self._pen.show(text_of(said(person)))

    def _cells_of(self, frame: Frame) -> tuple[_Cell, ...]:
        """Return the printed cells of a line; those of a second list stand as in the first."""
        columns = frame.lists[0]
        key = (columns, frame.phone_below_name)
        if key not in self._cells:
            self._cells[key] = tuple(
                self._cell(field, place)
                for column in columns
                for field, place in _places(column, columns[0].x, frame)
            )
        return self._cells[key]

    def _cell(self, field: SheetField, place: CellPlace) -> _Cell:
        said, written = _SAID[field]
        return said, row_cell(self._pen, place, role=FontRole.SONG, written=written)


def _places(column: SheetCell, left: float, frame: Frame) -> Iterator[tuple[SheetField, CellPlace]]:
    """Yield what is printed in a column, and where; nothing where the pen writes."""
    if column.field in _BY_HAND:
        return
    x, width = (column.x + PADDING - left) * MM, (column.width - 2 * PADDING) * MM
    if column.field is SheetField.NAME and frame.phone_below_name:
        for field, share, size, rise in _NAME_OVER_PHONE:
            box = Box(width=width, height=ROW_HEIGHT * share * MM, size=size)
            yield field, CellPlace(box=box, x=x, rise=ROW_HEIGHT * rise * MM, align=0.5)
        return
    size = _SIZES.get(column.field, CELL_SIZE)
    box = Box(width=width, height=(ROW_HEIGHT - 2 * CLEAR) * MM, size=size)
    align = 0.5 if column.field in _CENTRED else 0.0
    yield column.field, CellPlace(box=box, x=x, align=align)

"""The lines of a sign-in sheet: one person each, every text inside its cell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from jz_training.documents.drawing.fitting import Box
from jz_training.documents.drawing.pen import MM, Pen
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.sheet.frame import Frame, from_top
from jz_training.domain.attendance import AttendeeRow
from jz_training.domain.person_name import spaced_name
from jz_training.domain.roster import masked_phone
from jz_training.domain.sheet import RowPlace, SheetColumns
from jz_training.domain.sheet_geometry import SheetCell, SheetField, sheet_lists
from jz_training.domain.sheet_paper import ROW_HEIGHT, SheetPaper

NAME_SIZE = 12.0
CELL_SIZE = 10.0
PAIR_SIZE = 9.0  # unit over post
PHONE_SIZE = 8.0

PADDING = 0.9  # mm, left and right of a cell's text
CLEAR = 0.35  # mm, between a text and the rule above or below it

_BY_HAND = (SheetField.SIGNATURE, SheetField.NOTE)
_SIZES = {SheetField.NAME: NAME_SIZE, SheetField.UNIT_AND_POST: PAIR_SIZE}
_CENTRED = (SheetField.NUMBER, SheetField.NAME, SheetField.PHONE)


@dataclass(frozen=True, slots=True)
class _Slot:
    """A cell as the pen needs it, in points."""

    field: SheetField
    box: Box
    x: float
    align: float


def draw_line(pen: Pen, place: RowPlace, person: AttendeeRow, frame: Frame) -> None:
    """Write one person's line."""
    middle = from_top(place.line.y + ROW_HEIGHT / 2)
    parts = len(frame.parts)
    slots = _slots(
        place.line.x, frame.columns, frame.with_phone, parts, frame.paper, frame.left_out
    )
    for slot in slots:
        texts = cell_texts(person, slot.field)
        if not any(texts):
            continue
        if slot.field is SheetField.NAME and frame.phone_below_name:
            _name_over_phone(pen, slot, person, middle)
        else:
            pen.write(
                *texts, role=FontRole.SONG, box=slot.box, x=slot.x, middle=middle, align=slot.align
            )


@cache
def _slots(
    x: float,
    columns: SheetColumns,
    with_phone: bool,
    parts: int,
    paper: SheetPaper,
    left_out: frozenset[SheetField],
) -> tuple[_Slot, ...]:
    """Return the cells that are printed in the list that begins at x."""
    lists = sheet_lists(columns, with_phone=with_phone, parts=parts, paper=paper, left_out=left_out)
    cells = next(cells for cells in lists if cells[0].x == x)
    return tuple(_slot(cell) for cell in cells if cell.field not in _BY_HAND)


def _slot(cell: SheetCell) -> _Slot:
    return _Slot(
        field=cell.field,
        box=Box(
            width=(cell.width - 2 * PADDING) * MM,
            height=(ROW_HEIGHT - 2 * CLEAR) * MM,
            size=_SIZES.get(cell.field, CELL_SIZE),
        ),
        x=(cell.x + PADDING) * MM,
        align=0.5 if cell.field in _CENTRED else 0.0,
    )


def cell_texts(person: AttendeeRow, field: SheetField) -> tuple[str, ...]:
    """Return what a cell says, line by line; nothing where the pen writes."""
    match field:
        case SheetField.NUMBER:
            return (str(person.number),)
        case SheetField.NAME:
            return (spaced_name(person.name),)
        case SheetField.UNIT:
            return (person.unit,)
        case SheetField.POST:
            return (person.post,)
        case SheetField.UNIT_AND_POST:
            return (person.unit, person.post)
        case SheetField.PHONE:
            return (masked_phone(person.phone),)
        case SheetField.SIGNATURE | SheetField.NOTE:
            return ()


def _name_over_phone(pen: Pen, slot: _Slot, person: AttendeeRow, middle: float) -> None:
    """Write a name with the telephone small below: two lists leave no column for it."""
    places = (
        (spaced_name(person.name), 0.6, NAME_SIZE, 0.16),
        (masked_phone(person.phone), 0.34, PHONE_SIZE, -0.28),
    )
    for text, share, size, rise in places:
        pen.write(
            text,
            role=FontRole.SONG,
            box=Box(width=slot.box.width, height=ROW_HEIGHT * share * MM, size=size),
            x=slot.x,
            middle=middle + ROW_HEIGHT * rise * MM,
            align=0.5,
        )

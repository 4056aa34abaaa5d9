"""The printed sign-in sheet (签到表): what is on it and where everything stands, in millimetres."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from jz_training.domain.attendance import AttendeeRow
from jz_training.domain.parts import TrainingPart
from jz_training.domain.training import SheetOrder
from jz_training.domain.viewpoint import Rooms


class SheetColumns(StrEnum):
    """One list of names per page, or two side by side (双栏)."""

    ONE = "one"
    TWO = "two"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetOptions:
    """How a sheet is to be printed. `columns` None lets the number of people decide (> 40: two)."""

    columns: SheetColumns | None = None
    blank_rows: int = 10
    with_phone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInSheet:
    """Everything a sign-in sheet prints. `sheet_version` counts the sheets of one training.

    The sheet of one room of a broadcast names the room in `viewpoint` and `venue`, and who looks
    after it; its rows keep the numbers of the whole list. `viewpoint_id` None is the main hall's.
    """

    training_id: UUID
    sheet_version: int
    title: str
    form: str
    start: datetime
    end: datetime
    venue: str
    organiser: str
    chair: str
    speaker: str
    order: SheetOrder
    rows: tuple[AttendeeRow, ...]  # expected persons, in order, numbered from 1
    options: SheetOptions
    made_on: str
    viewpoint_id: UUID | Rooms | None = Rooms.ALL
    viewpoint: str = ""
    responsible: str = ""
    parts: tuple[TrainingPart, ...] = ()


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in mm, measured from the top left corner of the page."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where one line stands: `number` is the attendee's, or 0 for a blank line.

    Of a training of several parts each part of the page has a place in `part_signatures`.
    """

    page: int
    number: int
    line: Rect
    signature: Rect
    part_signatures: tuple[Rect, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetGeometry:
    """The sheet's geometry, a value of its own, kept with each printed sheet.

    `marks` are the four corner marks of every page; `codes` holds one code per page (training,
    sheet version, page), so that a scan can be put in its place again. `page_parts` are the parts
    signed on each page, empty where there is one signature for the whole training.
    """

    page_width: float
    page_height: float
    marks: tuple[Rect, ...]
    codes: tuple[str, ...]
    code_place: Rect
    rows: tuple[RowPlace, ...]
    page_parts: tuple[tuple[UUID, ...], ...] = ()

    @property
    def pages(self) -> int:
        """Return the number of pages."""
        return len(self.codes)

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
    """How a sheet is to be printed. `columns` None lets the number of people decide (> 40: two).

    `by_unit` begins a new page for each unit, to be sent round the units; the numbers stay those
    of the whole list. `lying` turns the page of a training of parts on its side, however few.
    """

    columns: SheetColumns | None = None
    blank_rows: int = 10
    with_phone: bool = False
    by_unit: bool = False
    lying: bool = False


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

    @property
    def groups(self) -> tuple[tuple[str | None, tuple[AttendeeRow, ...]], ...]:
        """Return the lines that have pages of their own: those of each unit, or all of them.

        Units come in the order of their first lines, an empty name is for those without one; the
        name of the one group of all is None.
        """
        if not self.options.by_unit or not self.rows:
            return ((None, self.rows),)
        units: dict[str, list[AttendeeRow]] = {}
        for row in self.rows:
            units.setdefault(row.unit, []).append(row)
        return tuple((unit, tuple(rows)) for unit, rows in units.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankForm:
    """A sign-in sheet without a list, to be filled in by hand: `rows` lines at least."""

    title: str = ""
    organiser: str = ""
    rows: int = 20
    columns: SheetColumns = SheetColumns.ONE


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
    signed on each page, empty where there is one signature for the whole training. `page_groups`
    tells of which group of `SignInSheet.groups` each page is, from 0; empty where there is one.
    """

    page_width: float
    page_height: float
    marks: tuple[Rect, ...]
    codes: tuple[str, ...]
    code_place: Rect
    rows: tuple[RowPlace, ...]
    page_parts: tuple[tuple[UUID, ...], ...] = ()
    page_groups: tuple[int, ...] = ()

    def is_last(self, page: int) -> bool:
        """Tell whether a page, from 1, is the last of its parts and group: it has the totals."""
        return page == self.pages or self._stretch(page) != self._stretch(page + 1)

    def group(self, page: int) -> int:
        """Return of which group a page is."""
        return self.page_groups[page - 1] if self.page_groups else 0

    def _stretch(self, page: int) -> tuple[int, tuple[UUID, ...]]:
        return self.group(page), self.page_parts[page - 1] if self.page_parts else ()

    @property
    def pages(self) -> int:
        """Return the number of pages."""
        return len(self.codes)

"""Where the rows of the attendance board stand, in pixels, and which row an arrow leads to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect

from jz_training.ui.attendance.attendance_layout import PaperPage, column_count

#: Room between the two columns of a page.
BETWEEN = 24
#: A narrower column would cut names: then one column after the other.
NARROWEST = 380


@dataclass(frozen=True, slots=True)
class Slot:
    """One row of the board: whose it is and where; `column` counts from 0."""

    number: int
    area: QRect
    column: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of words between the rows."""

    text: str
    area: QRect


@dataclass(frozen=True, slots=True)
class Slots:
    """The whole board: rows in the order of the paper, headings, its height and column count."""

    slots: tuple[Slot, ...] = ()
    headings: tuple[Heading, ...] = ()
    height: int = 0
    columns: int = 1
    column_width: int = 0

    def place_of(self, number: int) -> int:
        """Return the place of a number in the order of the paper, -1 when it is not shown."""
        return next((at for at, slot in enumerate(self.slots) if slot.number == number), -1)

    def sideways(self, at: int, steps: int) -> int:
        """Return the place of the row beside another one, the same when there is none."""
        here = self.slots[at]
        beside = [
            place
            for place, slot in enumerate(self.slots)
            if slot.column == here.column + steps and slot.area.y() == here.area.y()
        ]
        return beside[0] if beside else at


def lay_out(
    pages: Sequence[PaperPage],
    others: Sequence[int],
    *,
    width: int,
    row: int,
    line: int,
    scale: float,
) -> Slots:
    """Place the rows of all pages and of those not on the list; `row` and `line` are heights."""
    columns = column_count(pages)
    if (width - BETWEEN * (columns - 1)) // columns < NARROWEST * scale:
        columns = 1
    made = _Placing(width=width, columns=columns, row=row, line=line)
    for at, page in enumerate(pages):
        made.add_page(page, named=at > 0 or len(pages) > 1)
    if others:
        made.add_heading(f"名单外参会 {len(others)} 人（不计入应到）")
        made.add_columns(_dealt(others, columns))
    return made.done()


class _Placing:
    """Puts one page below the other."""

    def __init__(self, *, width: int, columns: int, row: int, line: int) -> None:
        self._columns, self._row, self._line = columns, row, line
        self._width = width
        self._column_width = (width - BETWEEN * (columns - 1)) // columns
        self._y = 0
        self._slots: list[Slot] = []
        self._headings: list[Heading] = []

    def add_page(self, page: PaperPage, *, named: bool) -> None:
        if named:
            self.add_heading(f"第 {page.page} 页" if page.page else "签到表打印后加入名单")
        if self._columns == 1 and len(page.columns) > 1:
            self.add_columns([tuple(n for column in page.columns for n in column)])
        else:
            self.add_columns(page.columns)

    def add_heading(self, text: str) -> None:
        self._headings.append(Heading(text, QRect(0, self._y, self._width, self._line)))
        self._y += self._line

    def add_columns(self, columns: Sequence[Sequence[int]]) -> None:
        for at, numbers in enumerate(columns):
            x = at * (self._column_width + BETWEEN)
            for place, number in enumerate(numbers):
                top = self._y + place * self._row
                area = QRect(x, top, self._column_width, self._row)
                self._slots.append(Slot(number, area, at))
        self._y += self._row * max((len(numbers) for numbers in columns), default=0)

    def done(self) -> Slots:
        return Slots(
            slots=tuple(self._slots),
            headings=tuple(self._headings),
            height=self._y,
            columns=self._columns,
            column_width=self._column_width,
        )


def _dealt(numbers: Sequence[int], columns: int) -> list[Sequence[int]]:
    """Return numbers in columns of equal height."""
    height = -(-len(numbers) // columns)
    return [numbers[at : at + height] for at in range(0, len(numbers), height)]

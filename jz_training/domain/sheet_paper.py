"""The sheets of paper a sign-in sheet is printed on: A4 upright, or on its side for many parts."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from jz_training.domain.sheet import Rect

LEFT = 14.0
TABLE_TOP = 47.0
ROW_HEIGHT = 9.6  # domain.md §2: at least 9.5, so that a signature has room

MARK_SIDE, MARK_INSET = 3.0, 8.0

#: domain.md §2: signature columns side by side stand upright up to three, beyond that lying.
MOST_UPRIGHT = 3
#: More than these would be narrower than 28 mm (domain.md §2) and go to further sheets.
MOST_PART_COLUMNS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPaper:
    """A page in mm, the lines of its table, and where the second and third fact of its head begin.

    `rows_last` is for the last page, which gives two lines to totals and signatures.
    """

    width: float = 210.0
    height: float = 297.0
    head_height: float = 8.4
    rows_full: int = 22
    rows_last: int = 20
    facts: tuple[float, float] = (106.0, 151.0)

    @property
    def right(self) -> float:
        """Return the right edge of the table."""
        return self.width - LEFT

    @property
    def first_row(self) -> float:
        """Return the top of the first line."""
        return TABLE_TOP + self.head_height

    @property
    def table_bottom(self) -> float:
        """Return where the table ends, with the lines for totals."""
        return self.first_row + self.rows_full * ROW_HEIGHT

    @property
    def totals_top(self) -> float:
        """Return where totals and signatures begin on the last page."""
        return self.first_row + self.rows_last * ROW_HEIGHT

    @property
    def code_place(self) -> Rect:
        """Return where the code of a page stands."""
        return Rect(self.width - 60.0, self.height - 16.0, 46.0, 4.0)

    @property
    def marks(self) -> tuple[Rect, ...]:
        """Return the four corner marks."""
        far_x = self.width - MARK_INSET - MARK_SIDE
        far_y = self.height - MARK_INSET - MARK_SIDE
        return tuple(
            Rect(x, y, MARK_SIDE, MARK_SIDE)
            for y in (MARK_INSET, far_y)
            for x in (MARK_INSET, far_x)
        )

    def rows(self, *, last: bool) -> int:
        """Return how many lines each list of a page has."""
        return self.rows_last if last else self.rows_full


UPRIGHT = SheetPaper()
#: The heads of parts have two lines: name, day and time.
UPRIGHT_PARTS = SheetPaper(head_height=13.0, rows_full=21, rows_last=19)
LYING_PARTS = SheetPaper(
    width=297.0, height=210.0, head_height=13.0, rows_full=12, rows_last=10, facts=(150.0, 214.0)
)


def sheet_paper(parts: int, *, lying: bool = False) -> SheetPaper:
    """Return the paper for a training of so many parts; one part is as none, and never lies."""
    if parts <= 1:
        return UPRIGHT
    return LYING_PARTS if lying or parts > MOST_UPRIGHT else UPRIGHT_PARTS


def part_groups(parts: int) -> tuple[range, ...]:
    """Return which parts are signed on the same sheet, by place: as few sheets as even ones."""
    if parts <= 1:
        return (range(0),)
    sheets = -(-parts // MOST_PART_COLUMNS)
    cuts = [parts * number // sheets for number in range(sheets + 1)]
    return tuple(range(first, last) for first, last in itertools.pairwise(cuts))

"""The order of the paper on the screen: which numbers stand on which page and in which column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jz_training.domain.attendance_sheet import AttendanceSheet
from jz_training.domain.sheet import SheetGeometry, SheetOptions
from jz_training.domain.sheet_geometry import lay_out_sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPage:
    """The numbers of one page, column by column; page 0 holds who came onto the list later."""

    page: int
    columns: tuple[tuple[int, ...], ...]


def paper_pages(geometry: SheetGeometry, numbers: Sequence[int]) -> tuple[PaperPage, ...]:
    """Return the pages of a sheet with the numbers that are still on the list.

    Blank lines are left out, and so are pages of nothing else; numbers that are not on the sheet
    come last, as page 0.
    """
    awaited = set(numbers)
    pages: dict[int, dict[float, list[int]]] = {}
    for place in geometry.rows:
        if place.number in awaited:
            awaited.discard(place.number)  # with many parts a person is on several sheets
            pages.setdefault(place.page, {}).setdefault(place.line.x, []).append(place.number)
    printed = {place.number for place in geometry.rows}
    later = tuple(number for number in numbers if number not in printed)
    made = [_page(page, columns.values()) for page, columns in sorted(pages.items())]
    return (*made, *([_page(0, [later])] if later else []))


def expected_pages(sheet: AttendanceSheet, options: SheetOptions) -> tuple[PaperPage, ...]:
    """Return the pages as they would be printed today, for a list without a sheet yet."""
    numbers = [row.number for row in sheet.expected]
    geometry = lay_out_sheet(
        people=len(numbers),
        options=options,
        training_id=sheet.training_id,
        sheet_version=1,
        numbers=numbers,
        parts=[part.id for part in sheet.parts],
    )
    return paper_pages(geometry, numbers)


def column_count(pages: Iterable[PaperPage]) -> int:
    """Return how many columns the fullest page has."""
    return max((len(page.columns) for page in pages), default=1)


def _page(page: int, columns: Iterable[Sequence[int]]) -> PaperPage:
    return PaperPage(page=page, columns=tuple(tuple(numbers) for numbers in columns))

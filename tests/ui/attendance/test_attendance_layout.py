"""The screen keeps the pages and columns of the paper."""

from __future__ import annotations

from jz_training.domain.attendance_sheet import AttendanceSheet
from jz_training.domain.sheet import SheetOptions
from jz_training.domain.sheet_geometry import lay_out_sheet
from jz_training.ui.attendance.attendance_layout import column_count, expected_pages, paper_pages
from jz_training.ui.attendance.attendance_slots import lay_out
from tests.factories import attendee, identity

NOBODY = ()


def geometry(people: int, **options: object):
    return lay_out_sheet(
        people=people,
        options=SheetOptions(**options),
        training_id=identity(1, kind=3),
        sheet_version=1,
    )


def test_fifty_eight_people_fill_two_columns_of_the_first_page() -> None:
    pages = paper_pages(geometry(58), range(1, 59))
    assert [page.page for page in pages] == [1, 2]
    assert pages[0].columns == (tuple(range(1, 23)), tuple(range(23, 45)))
    assert pages[1].columns[0][0] == 45
    assert column_count(pages) == 2


def test_twenty_people_stand_in_one_column_on_one_page() -> None:
    pages = paper_pages(geometry(20), range(1, 21))
    assert [page.columns for page in pages] == [(tuple(range(1, 21)),)]


def test_who_left_the_list_leaves_no_gap_and_no_other_number() -> None:
    (page,) = paper_pages(geometry(5), [1, 2, 4, 5])
    assert page.columns == ((1, 2, 4, 5),)


def test_who_came_onto_the_list_after_printing_stands_on_a_page_of_their_own() -> None:
    pages = paper_pages(geometry(5), [1, 2, 3, 4, 5, 6, 7])
    assert (pages[-1].page, pages[-1].columns) == (0, ((6, 7),))


def test_a_list_without_a_sheet_is_laid_out_as_it_would_be_printed() -> None:
    rows = tuple(attendee(number) for number in range(1, 59))
    sheet = AttendanceSheet(training_id=identity(1, kind=3), version=1, rows=rows)
    assert expected_pages(sheet, SheetOptions()) == paper_pages(geometry(58), range(1, 59))


def placed(people: int, width: int, others: tuple[int, ...] = NOBODY):
    pages = paper_pages(geometry(people), range(1, people + 1))
    return lay_out(pages, others, width=width, row=36, line=32, scale=1.0)


def test_rows_stand_in_the_order_of_the_paper() -> None:
    slots = placed(58, 1100)
    assert [slot.number for slot in slots.slots] == list(range(1, 59))
    assert slots.slots[22].column == 1
    assert slots.slots[22].area.y() == slots.slots[0].area.y()


def test_a_narrow_window_puts_one_column_after_the_other() -> None:
    slots = placed(58, 700)
    assert slots.columns == 1
    assert [slot.number for slot in slots.slots] == list(range(1, 59))


def test_every_page_has_its_heading_when_there_are_several() -> None:
    assert [heading.text for heading in placed(58, 1100).headings] == ["第 1 页", "第 2 页"]
    assert placed(20, 1100).headings == ()


def test_others_stand_below_the_list() -> None:
    slots = placed(20, 1100, (21, 22))
    assert slots.headings[-1].text.startswith("名单外参会 2 人")
    assert [slot.number for slot in slots.slots[-2:]] == [21, 22]


def test_sideways_leads_to_the_row_beside_and_stays_at_the_edge() -> None:
    slots = placed(58, 1100)
    assert slots.slots[slots.sideways(0, 1)].number == 23
    assert slots.sideways(0, -1) == 0

"""The sign-in sheet's places: on the page, apart from each other, everybody once."""

from __future__ import annotations

from itertools import groupby, pairwise
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jz_training.domain.page_code import read_page_code
from jz_training.domain.sheet import Rect, SheetColumns, SheetGeometry, SheetOptions
from jz_training.domain.sheet_geometry import lay_out_sheet, sheet_columns, sheet_lists
from jz_training.domain.sheet_json import from_json, to_json

TRAINING = UUID(int=7)

counts = st.integers(0, 300)
choices = st.builds(
    SheetOptions,
    columns=st.sampled_from([None, *SheetColumns]),
    blank_rows=st.integers(0, 60),
    with_phone=st.booleans(),
)
# under load a single example may take long; what is tested is not its speed
unhurried = settings(deadline=None, max_examples=60)


def _sheet(people: int, options: SheetOptions | None = None) -> SheetGeometry:
    return lay_out_sheet(
        people=people,
        options=options or SheetOptions(),
        training_id=TRAINING,
        sheet_version=3,
    )


def _inside(inner: Rect, outer: Rect) -> bool:
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and inner.x + inner.width <= outer.x + outer.width + 1e-6
        and inner.y + inner.height <= outer.y + outer.height + 1e-6
    )


def _apart(one: Rect, two: Rect) -> bool:
    return (
        one.x + one.width <= two.x + 1e-6
        or two.x + two.width <= one.x + 1e-6
        or one.y + one.height <= two.y + 1e-6
        or two.y + two.height <= one.y + 1e-6
    )


@unhurried
@given(counts)
def test_everybody_has_one_line_in_order(people: int) -> None:
    numbers = [row.number for row in _sheet(people).rows if row.number]
    assert numbers == list(range(1, people + 1))


@unhurried
@given(counts, choices)
def test_every_line_stands_on_its_page_with_the_signature_inside(
    people: int, options: SheetOptions
) -> None:
    sheet = _sheet(people, options)
    page = Rect(0, 0, sheet.page_width, sheet.page_height)
    for row in sheet.rows:
        assert _inside(row.line, page)
        assert _inside(row.signature, row.line)
        assert row.line.height >= 9.5
        assert row.signature.width >= 28


@unhurried
@given(counts, choices)
def test_lines_marks_and_code_never_overlap(people: int, options: SheetOptions) -> None:
    sheet = _sheet(people, options)
    for _, rows in groupby(sheet.rows, key=lambda row: row.page):
        lines = [row.line for row in rows]
        columns = {line.x: [other for other in lines if other.x == line.x] for line in lines}
        for column in columns.values():
            assert all(_apart(one, two) for one, two in pairwise(column))
        tops = [column[0] for column in columns.values()]
        assert all(_apart(one, two) for one, two in pairwise(tops))
        for other in (*sheet.marks, sheet.code_place):
            assert all(_apart(line, other) for line in lines)


@unhurried
@given(counts, choices)
def test_blank_lines_come_after_the_people_and_the_last_page_is_full(
    people: int, options: SheetOptions
) -> None:
    sheet = _sheet(people, options)
    numbers = [row.number for row in sheet.rows]
    assert all(numbers[:people])
    assert not any(numbers[people:])
    lists = len({row.line.x for row in sheet.rows})
    on_last = [row for row in sheet.rows if row.page == sheet.pages]
    assert len(on_last) == 20 * lists


@pytest.mark.parametrize(
    ("people", "columns", "pages"),
    [
        (1, SheetColumns.ONE, 1),
        (16, SheetColumns.ONE, 1),
        (17, SheetColumns.ONE, 2),
        (20, SheetColumns.ONE, 2),
        (21, SheetColumns.ONE, 2),
        (40, SheetColumns.ONE, 3),
        (41, SheetColumns.TWO, 2),
        (60, SheetColumns.TWO, 2),
        (200, SheetColumns.TWO, 5),
    ],
)
def test_pages_follow_from_the_people(people: int, columns: SheetColumns, pages: int) -> None:
    assert sheet_columns(people=people, options=SheetOptions()) is columns
    assert _sheet(people).pages == pages


def test_without_blank_lines_twenty_people_fill_one_page() -> None:
    assert _sheet(20, SheetOptions(blank_rows=0)).pages == 1
    assert _sheet(40, SheetOptions(blank_rows=0, columns=SheetColumns.TWO)).pages == 1


def test_two_lists_are_filled_left_before_right_on_each_page() -> None:
    sheet = _sheet(60)
    left = [row.number for row in sheet.rows if row.page == 1 and row.line.x < 100]
    right = [row.number for row in sheet.rows if row.page == 1 and row.line.x > 100]
    assert left == list(range(1, 23))
    assert right == list(range(23, 45))


def test_a_sheet_with_telephones_stays_at_one_list_unless_two_are_asked_for() -> None:
    assert sheet_columns(people=60, options=SheetOptions(with_phone=True)) is SheetColumns.ONE
    two = SheetOptions(with_phone=True, columns=SheetColumns.TWO)
    assert sheet_columns(people=60, options=two) is SheetColumns.TWO


@pytest.mark.parametrize("columns", list(SheetColumns))
@pytest.mark.parametrize("phone", [True, False])
def test_the_lists_fill_the_width_between_the_margins(columns: SheetColumns, phone: bool) -> None:
    lists = sheet_lists(columns, with_phone=phone)
    assert lists[0][0].x == 14
    assert lists[-1][-1].x + lists[-1][-1].width == pytest.approx(196)


def test_lines_carry_the_attendees_own_numbers() -> None:
    sheet = lay_out_sheet(
        people=3,
        options=SheetOptions(),
        training_id=TRAINING,
        sheet_version=1,
        numbers=(1, 3, 7),
    )
    assert [row.number for row in sheet.rows if row.number] == [1, 3, 7]
    with pytest.raises(ValueError, match="every person once"):
        lay_out_sheet(
            people=3, options=SheetOptions(), training_id=TRAINING, sheet_version=1, numbers=(1, 2)
        )


def test_each_page_has_its_own_code() -> None:
    read = [read_page_code(code) for code in _sheet(200).codes]
    assert [code and (code.sheet_version, code.page) for code in read] == [
        (3, page) for page in range(1, 6)
    ]


@unhurried
@given(counts, choices)
def test_a_geometry_is_read_back_from_json_unchanged(people: int, options: SheetOptions) -> None:
    sheet = _sheet(people, options)
    assert from_json(to_json(sheet)) == sheet


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version":2}', '{"version":1,"page":[210]}', "null", '"x"']
)
def test_what_is_no_geometry_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  (json's own errors are ValueErrors too)
        from_json(text)

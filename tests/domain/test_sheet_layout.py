"""Sheets with pages for each unit: everybody once, every page of one unit, numbers kept."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jz_training.domain.page_code import read_page_code
from jz_training.domain.parts import TrainingPart
from jz_training.domain.sheet import Rect, SheetColumns, SheetOptions
from jz_training.domain.sheet_geometry import lay_out_sheet
from jz_training.domain.sheet_json import from_json, to_json
from jz_training.domain.sheet_layout import geometry_of, paper_of
from tests.factories import START, attendee, identity, sheet

units = st.lists(st.sampled_from(["", "织造车间", "印染车间", "机关"]), max_size=150)
unhurried = settings(deadline=None, max_examples=25)


def by_unit(names, *, parts=0, columns=None, lying=False, blank_rows=10):
    rows = tuple(attendee(2 * place, unit=name) for place, name in enumerate(names, 1))
    made = tuple(
        TrainingPart(id=identity(at, kind=9), name=f"第{at}课", start=START, end=START)
        for at in range(parts)
    )
    options = SheetOptions(by_unit=True, columns=columns, lying=lying, blank_rows=blank_rows)
    return sheet(0, rows=rows, parts=made, options=options)


@unhurried
@given(
    names=units,
    parts=st.sampled_from([0, 1, 2, 4, 8]),
    columns=st.sampled_from([None, *SheetColumns]),
    lying=st.booleans(),
)
def test_every_page_is_of_one_unit_and_nobody_is_left_out(names, parts, columns, lying):
    whole = by_unit(names, parts=parts, columns=columns, lying=lying)
    geometry, paper = geometry_of(whole), paper_of(whole)
    unit_of = {row.number: row.unit for row in whole.rows}
    sheets = max(1, -(-parts // 6))
    printed = sorted(place.number for place in geometry.rows if place.number)
    assert printed == sorted([*unit_of] * sheets)
    for page, places in groupby(geometry.rows, key=lambda place: place.page):
        placed = list(places)
        assert len({unit_of[place.number] for place in placed if place.number}) <= 1
        assert all(_on(place.line, paper) for place in placed)
        unit = whole.groups[geometry.group(page)][0]
        assert all(unit_of[p.number] == unit for p in placed if p.number and unit is not None)
    assert from_json(to_json(geometry)) == geometry


def _on(line: Rect, paper) -> bool:
    return (
        line.x >= 14
        and line.x + line.width <= paper.right + 1e-6
        and line.y >= paper.first_row - 1e-6
        and line.y + line.height <= paper.table_bottom + 1e-6
    )


def test_a_unit_begins_a_page_of_its_own_and_ends_with_the_totals():
    geometry = geometry_of(by_unit(["织造车间"] * 30 + ["机关"] * 3))
    assert geometry.page_groups == (0, 0, 1)
    assert [geometry.is_last(page) for page in (1, 2, 3)] == [False, True, True]
    codes = [read_page_code(code) for code in geometry.codes]
    assert [code and code.page for code in codes] == [1, 2, 3]


def test_a_unit_that_fills_its_page_gets_no_page_of_blank_lines():
    assert geometry_of(by_unit(["织造车间"] * 20 + ["机关"] * 20)).pages == 2


def test_one_unit_is_printed_as_a_whole_list():
    whole = by_unit(["机关"] * 30)
    alike = replace(whole, options=replace(whole.options, by_unit=False))
    assert geometry_of(whole) == geometry_of(alike)


def test_scattered_people_of_a_unit_come_together_and_keep_their_numbers():
    geometry = geometry_of(by_unit(["机关", "织造车间", "机关"]))
    assert [place.number for place in geometry.rows if place.number] == [2, 6, 4]


def test_two_parts_lie_on_their_side_by_choice_and_keep_room_to_sign():
    lying = geometry_of(by_unit(["机关"] * 3, parts=2, lying=True))
    upright = geometry_of(by_unit(["机关"] * 3, parts=2))
    assert (lying.page_width, upright.page_width) == (297, 210)
    assert all(rect.width >= 28 for row in lying.rows for rect in row.part_signatures)
    assert geometry_of(by_unit(["机关"] * 3, parts=1, lying=True)).page_width == 210


def test_groups_have_to_name_everybody():
    with pytest.raises(ValueError, match="every person once"):
        lay_out_sheet(
            people=3,
            options=SheetOptions(),
            training_id=UUID(int=1),
            sheet_version=1,
            groups=(1, 1),
        )

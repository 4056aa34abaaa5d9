"""A sheet of several parts: a place for every signature, upright up to three, lying beyond."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jz_training.domain.sheet import SheetGeometry, SheetOptions
from jz_training.domain.sheet_geometry import joined, lay_out_sheet
from jz_training.domain.sheet_json import from_json, to_json
from tests.factories import identity


def laid_out(people: int, parts: int) -> SheetGeometry:
    return lay_out_sheet(
        people=people,
        options=SheetOptions(),
        training_id=identity(7),
        sheet_version=1,
        parts=[identity(number, kind=9) for number in range(parts)],
    )


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 60), st.integers(2, 20))
def test_everybody_signs_once_for_each_part_inside_the_page(people, parts):
    sheet = laid_out(people, parts)
    signed = [
        (row.number, part)
        for row in sheet.rows
        if row.number
        for part, _ in zip(sheet.page_parts[row.page - 1], row.part_signatures, strict=True)
    ]
    assert len(signed) == len(set(signed)) == people * parts
    for row in sheet.rows:
        assert row.line.x + row.line.width <= sheet.page_width - 14 + 1e-6
        assert row.line.y + row.line.height <= sheet.code_place.y
        assert all(rect.width >= 28 for rect in row.part_signatures)
        assert all(b.x >= a.x + a.width - 1e-6 for a, b in pairwise(row.part_signatures))
    assert from_json(to_json(sheet)) == sheet


@pytest.mark.parametrize(
    ("parts", "width", "version"), [(0, 210, 1), (1, 210, 1), (3, 210, 2), (4, 297, 2)]
)
def test_three_parts_stand_and_more_lie(parts, width, version):
    sheet = laid_out(5, parts)
    assert sheet.page_width == width
    assert json.loads(to_json(sheet))["version"] == version


def test_more_than_six_parts_go_to_further_sheets_of_even_size():
    assert [len(parts) for parts in laid_out(5, 8).page_parts] == [4, 4]
    both = joined([laid_out(5, 8), laid_out(7, 8)])
    assert len(both.page_parts) == both.pages == 6

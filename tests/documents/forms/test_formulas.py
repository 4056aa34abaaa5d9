"""References of formulas moved with inserted rows: no reference is lost, none points elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jz_training.documents.forms.formulas import (
    CrossesSheets,
    RowInsertion,
    copied,
    moved,
    reach_of,
)
from jz_training.domain.cell_area import Area

BLOCK = RowInsertion(first=5, last=14, count=3)


def after(formula: str, *, at_row: int = 0) -> str:
    return moved(formula, BLOCK, applies=lambda sheet: sheet in ("", "季报 1"), at_row=at_row)


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("SUM(B5:B14)", "SUM(B5:B17)"),
        ("SUM(B5:B13)", "SUM(B5:B13)"),
        ("B14/C15", "B14/C18"),
        ("D5/SUM(D$5:D$14)*LOG10(A20)", "D5/SUM(D$5:D$17)*LOG10(A23)"),
        ('"A20"&A20', '"A20"&A23'),
        ("'季报 1'!A20+其他!A20", "'季报 1'!A23+其他!A20"),
        ("[1]季报!A20+合计+Table1[A20]", "[1]季报!A20+合计+Table1[A20]"),
        ("SUM(A:A)+SUM(16:20)", "SUM(A:A)+SUM(19:23)"),
        ("A15:INDEX(B:B,A16)", "A18:INDEX(B:B,A19)"),
        ("#REF!+A15", "#REF!+A18"),
        ("A1048576", "#REF!"),
    ],
)
def test_references_go_with_their_rows(formula, expected):
    assert after(formula) == expected


def test_a_running_sum_of_the_last_row_ends_where_it_stands():
    assert after("SUM(B$5:B14)", at_row=14) == "SUM(B$5:B14)"
    assert copied("SUM(B$5:B14)", down=2) == "SUM(B$5:B16)"
    assert copied("$B$5+B5+$B5+B$5", down=2, right=1) == "$B$5+C7+$B7+C$5"


@pytest.mark.parametrize("formula", ["SUM(一季:三季!A1)", "SUM('一 季:三 季'!A1)"])
def test_the_same_cells_of_several_sheets_are_refused(formula):
    with pytest.raises(CrossesSheets):
        after(formula)


def test_what_is_read_by_a_name_or_indirectly_is_not_the_whole_reach():
    assert reach_of("SUM(B5:C6)+其他!D7").areas == (
        ("", Area(5, 2, 6, 3)),
        ("其他", Area(7, 4, 7, 4)),
    )
    assert not reach_of('IF(TRUE,A1,"合计")').open_ended
    assert all(reach_of(one).open_ended for one in ("合计+A1", "INDIRECT(A1)", "Table1[人次]"))


@settings(max_examples=40, deadline=None)
@given(
    top=st.integers(1, 60), height=st.integers(0, 30), first=st.integers(1, 40),
    ready=st.integers(0, 10), count=st.integers(1, 50),
)  # fmt: skip
def test_a_moved_range_holds_what_it_held_and_new_rows_only_inside_the_block(
    top, height, first, ready, count
):
    insertion = RowInsertion(first=first, last=first + ready, count=count)
    bottom = top + height
    made = reach_of(moved(f"B{top}:B{bottom}", insertion, applies=lambda _: True)).areas[0][1]
    held = {insertion.row(row) for row in range(top, bottom + 1)}
    rows = set(range(made.top, made.bottom + 1))
    fresh = set(range(insertion.last + 1, insertion.last + count + 1))
    assert held <= rows
    assert rows - held <= fresh
    assert (fresh <= rows) is (top <= insertion.last <= bottom)

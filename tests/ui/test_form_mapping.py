"""Tying figures to a form: chips, proposals taken or not, lists and their columns."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from jz_training.domain.superior_form import (
    CellTie,
    FormCell,
    FormSheet,
    FormTies,
    ListSource,
    ListTie,
)
from jz_training.services.name_order import pinyin_table
from jz_training.ui.superior_forms.first_place import first_place
from jz_training.ui.superior_forms.form_grid import Chip, FormGrid
from jz_training.ui.superior_forms.label_words import is_meant, labels_in
from jz_training.ui.superior_forms.mapping import Mapping, Spot, ready_rows

SPOT = Spot("表", 5, 2)
TIE = CellTie(sheet="表", row=5, column=2, figure="present")
LIST = ListTie(
    sheet="表", first=8, last=10, source=ListSource.LEDGER, columns=((1, "number"), (2, "title"))
)
SHEET = FormSheet(
    name="表",
    rows=10,
    columns=3,
    widths=(10, 10, 10),
    cells=(
        FormCell(row=1, column=1, columns=2, text="标题"),
        *(FormCell(row=row, column=2, framed=True) for row in (5, 6, 7)),
        FormCell(row=8, column=2, text="合计", framed=True),
    ),
)


def test_what_is_proposed_is_not_tied_before_it_is_taken():
    ties = Mapping(FormTies(), FormTies(cells=(TIE,), lists=(LIST,)))
    assert ties.ties.count == 0
    ties.take(SPOT)
    assert (ties.ties.cells, ties.proposed.cells) == ((TIE,), ())
    ties.take_all()
    assert ties.ties.count == 3


def test_what_is_tied_is_not_proposed_again():
    ties = Mapping(FormTies(cells=(TIE,)))
    ties.propose(FormTies(cells=(TIE,), lists=(LIST,)))
    assert (ties.proposed.cells, ties.proposed.lists) == ((), (LIST,))


def test_several_figures_may_go_behind_words_of_one_cell():
    ties = Mapping(FormTies())
    for after in ("填表人：", "填报日期："):
        ties.tie_cell(CellTie(sheet="表", row=5, column=2, figure="office.today", after=after))
    assert len(ties.cells_at(SPOT)) == 2
    ties.clear(SPOT)
    assert ties.ties.count == 0


def test_columns_of_one_list_gather_and_another_list_gives_way():
    ties = Mapping(FormTies())
    for column, key in ((2, "title"), (1, "number"), (2, "date")):
        ties.tie_column(Spot("表", 8, column), ListSource.LEDGER, key, first=8, last=10)
    (tie,) = ties.ties.lists
    assert tie.columns == ((1, "number"), (2, "date"))
    ties.tie_column(Spot("表", 9, 1), ListSource.TASKS, "owner", first=8, last=12)
    assert ties.ties.lists[0].columns == ((1, "owner"),)
    ties.clear(Spot("表", 8, 1))
    assert ties.ties.lists == ()


def test_formulas_are_written_over_only_where_it_was_said():
    ties = Mapping(FormTies(cells=(TIE,)))
    ties.let_over_formulas(SPOT, allowed=True)
    assert ties.cells_at(SPOT)[0].over_formula


def test_the_rows_that_wait_end_where_something_is_written():
    assert ready_rows(SHEET, SPOT) == 7


def test_labels_inside_a_cell_are_offered():
    assert labels_in("单位负责人：　填表人(签字): ") == ["单位负责人：", "填表人(签字):"]


def test_one_begins_where_something_is_proposed_and_never_on_the_title():
    labelled = FormSheet(
        name="表",
        rows=4,
        columns=3,
        cells=(
            FormCell(row=1, column=1, text="标题"),
            FormCell(row=3, column=1, text="应到", framed=True),
            FormCell(row=3, column=2, columns=2, framed=True),
        ),
    )
    assert first_place(SHEET, Mapping(FormTies(), FormTies(cells=(TIE,), lists=(LIST,)))) == (5, 2)
    assert first_place(labelled, Mapping(FormTies())) == (3, 2)
    assert first_place(SHEET, Mapping(FormTies(cells=(TIE,)))) == (6, 2)


@pytest.mark.parametrize("typed", ["实到", "sdrc", "DR", "tbdw", " "])
def test_what_may_be_filled_in_is_found_by_a_part_or_by_initials(typed):
    assert is_meant(typed, ("实到人次", "填报单位"), pinyin=pinyin_table())
    assert not is_meant("xs", ("实到人次",), pinyin=pinyin_table())


@pytest.fixture
def grid(qtbot):
    made = FormGrid()
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show_sheet(SHEET)
    made.show_chips({(5, 2): Chip("实到人次"), (1, 1): Chip("<b>提议</b>", proposed=True)})
    made.show()
    return made


def test_a_click_into_a_merged_range_chooses_its_cell(qtbot, grid):
    place = grid.place_of(1, 2)
    with qtbot.waitSignal(grid.chosen) as heard:
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton,
                         pos=QPoint(place.right() - 5, place.center().y()))  # fmt: skip
    assert heard.args == [1, 1]


def test_arrows_walk_over_merged_ranges(qtbot, grid):
    grid.choose(1, 1)
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert grid.accessibleDescription() == "C1"
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert grid.accessibleDescription() == "C2"

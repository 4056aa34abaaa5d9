"""覆盖表: clause × layer and topic × training, where every cell opens its trainings."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from jz_training.domain.attendance import AttendanceStatus, Mark
from jz_training.domain.obligation import ObligationDraft, ObligationKind
from jz_training.domain.training import TrainingForm
from jz_training.ui.statistics.rows_dialog import RowsDialog
from tests.factories import LAYERS
from tests.services.stories import a_listed_training, a_training

_HELD = datetime(2026, 11, 16, 15, 0)
_TOPICS = ("把牢政治方向", "服务大局")


def _at(start):
    return {"start": start, "end": start + timedelta(hours=2)}


@pytest.fixture
def held(desk, study):
    """Return a study meeting of phase 1 to which four people came, on the first of two topics."""
    desk.obligations.add(
        study, ObligationDraft(kind=ObligationKind.TOPICS, wording="学习内容", topics=_TOPICS)
    )
    training = a_listed_training(
        desk, people=4, title="专题学习会", form=TrainingForm.STUDY, notice_id=study, phase=1,
        topics=_TOPICS[:1], **_at(_HELD),
    )  # fmt: skip
    desk.attendance.mark_rest(training, Mark(status=AttendanceStatus.PRESENT))
    desk.attendance.close(training)
    return training


@pytest.fixture
def planned(desk, study, held):
    """Return a lecture of phase 2 that is still to come."""
    return a_training(
        desk, title="报告会", form=TrainingForm.REPORT, notice_id=study, phase=2,
        **_at(datetime(2026, 12, 3, 15, 0)),
    )  # fmt: skip


@pytest.fixture
def coverage(page, study, planned, settle):
    page.show_for(notice_id=study, tab="coverage")
    settle()
    settle()
    return page.tab("coverage")


def words(matrix, at, column):
    cell = matrix.table.model.cell(at, column)
    return (cell.text, cell.second)


def column(matrix, title):
    return [one.title for one in matrix.table.model.columns].index(title)


def test_a_cell_says_how_many_trainings_and_how_many_came(coverage):
    last = len(coverage.clauses.table.model.columns) - 1
    assert words(coverage.clauses, 0, last) == ("1 场 4 人次", "计划 1 场")


def test_the_layers_of_a_clause_add_up(coverage):
    titles = [one.title for one in coverage.clauses.table.model.columns]
    there = [layer for layer in LAYERS if layer in titles]
    row = coverage.clauses.table.model.row_at(0)
    assert len(there) == len(row.cells)
    assert sum(cell.present for cell in row.cells) == row.all.present == 4


def test_a_cell_opens_its_trainings_and_one_of_them_its_page(coverage, held, said):
    row = coverage.clauses.table.model.row_at(0)
    coverage.clauses.asked.emit(row, len(coverage.clauses.table.model.columns) - 1)
    (dialog,) = coverage.findChildren(RowsDialog)
    assert dialog.table.model.rowCount() == 2
    dialog.table.view.clicked.emit(dialog.table.model.index(0, 1))
    assert said.opened[-1] == ("training", {"training_id": held})


def test_a_double_click_opens_the_rows_once(coverage):
    row = coverage.clauses.table.model.row_at(0)
    coverage.clauses.asked.emit(row, 3)
    coverage.clauses.asked.emit(row, 3)
    assert len(coverage.findChildren(RowsDialog)) == 1


def test_an_empty_cell_opens_nothing(coverage):
    model = coverage.clauses.table.model
    rows = [model.row_at(at) for at in range(model.rowCount())]
    coverage.clauses.asked.emit(next(row for row in rows if not row.all.trainings), 3)
    assert coverage.findChildren(RowsDialog) == []


def test_a_topic_shows_its_ticks_and_one_without_any_is_marked(coverage):
    assert words(coverage.topics, 0, 0)[0] == "把牢政治方向"
    assert words(coverage.topics, 0, 1)[0] == "1 场"
    assert words(coverage.topics, 0, column(coverage.topics, "11月16日"))[0] == "✓"
    assert words(coverage.topics, 1, 1)[0] == "未覆盖"
    assert words(coverage.topics, 1, column(coverage.topics, "11月16日"))[0] == ""


def test_a_tick_opens_its_training(coverage, held, said):
    row = coverage.topics.table.model.row_at(0)
    coverage.topics.asked.emit(row, column(coverage.topics, "11月16日"))
    assert said.opened[-1] == ("training", {"training_id": held})
    coverage.topics.asked.emit(row, 0)
    assert len(said.opened) == 1


def test_one_phase_leaves_out_the_trainings_of_the_others(coverage, settle):
    coverage.phase.set_value("2")
    coverage.phase.chosen.emit("2")
    settle()
    last = len(coverage.clauses.table.model.columns) - 1
    assert words(coverage.clauses, 0, last) == ("计划 1 场", "")
    titles = [one.title for one in coverage.topics.table.model.columns]
    assert titles == ["学习内容", "已学", "12月3日"]
    assert coverage.phase.value() == "2"


def test_another_notice_begins_with_all_phases(coverage, page, meeting, settle):
    coverage.phase.chosen.emit("2")
    settle()
    page.show_for(notice_id=meeting, tab="coverage")
    settle()
    settle()
    assert coverage.phase.value() == "all"
    assert coverage.clauses.table.model.rowCount() == 0


def test_both_tables_are_saved_as_a_workbook(coverage, answers, tmp_path, settle):
    target = tmp_path / "覆盖表.xlsx"
    answers.paths = [target]
    coverage.export.click()
    settle()
    assert target.read_bytes().startswith(b"PK")

"""Statistics of a period: figures add up and every one of them opens its rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jz_training import labels
from jz_training.domain.attendance import AttendanceStatus, Mark
from jz_training.services.desk import Desk
from jz_training.ui.context import Context
from jz_training.ui.paper.preview_dialog import PreviewDialog
from jz_training.ui.statistics.period_strip import PERSONS, TRAININGS
from jz_training.ui.statistics.rows_dialog import RowsDialog
from jz_training.ui.statistics.statistics_page import StatisticsPage
from jz_training.ui.widgets.period_field import OWN
from tests.services.stories import a_listed_training, a_training
from tests.ui.conftest import Answers, Said

Settle = Callable[[], None]


@pytest.fixture
def page(qtbot: QtBot, ctx: Context, desk: Desk, settle: Settle) -> StatisticsPage:
    """Return the page over two trainings of twelve, one of them closed with two absent."""
    first = a_listed_training(desk, people=12)
    desk.attendance.mark(first, dict.fromkeys((3, 7), Mark(status=AttendanceStatus.ABSENT)))
    desk.attendance.mark_rest(first, Mark(status=AttendanceStatus.PRESENT))
    desk.lists.freeze(a_training(desk, title="第二场"))
    made = StatisticsPage(ctx)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.show_for()
    settle()
    return made


def behind(page: StatisticsPage) -> RowsDialog:
    dialog = page.findChild(RowsDialog)
    assert dialog is not None
    return dialog


def test_figures_of_the_year_are_shown(page: StatisticsPage) -> None:
    words = page.strip.strip.words()
    assert (words["应到"], words["实到"], words["缺席"], words["未记录"]) == ("24", "10", "2", "12")
    assert page.strip.trainings.value.text() == "2"
    assert page.strip.persons.value.text() == "10/12"
    assert "1 场未记录完" in page.note.text()


def test_groups_add_up_to_the_total(page: StatisticsPage) -> None:
    assert page._summary is not None
    for table in (page.by_unit, page.by_layer, page.by_category):
        rows = (table.model.row_at(at) for at in range(table.model.rowCount()))
        assert sum(row.tally.expected for row in rows if row is not None) == 24


@pytest.mark.parametrize(
    ("word", "count"),
    [
        (labels.ABSENT, 2),
        (labels.UNRECORDED, 1),
        (labels.EXPECTED, 2),
        (TRAININGS, 2),
        (PERSONS, 12),
    ],
)
def test_a_figure_opens_the_rows_it_counts(
    page: StatisticsPage, settle: Settle, word: str, count: int
) -> None:
    page.strip.asked.emit(word)
    settle()
    assert behind(page).table.model.rowCount() == count


def test_a_unit_opens_its_lines_and_a_line_its_training(
    page: StatisticsPage, settle: Settle, said: Said
) -> None:
    page.by_unit.opened.emit(0)
    settle()
    dialog = behind(page)
    row = page.by_unit.model.row_at(0)
    assert row is not None
    assert dialog.table.model.rowCount() == row.tally.expected
    dialog.table.opened.emit(0)
    assert said.opened[0][0] == "training"


def test_a_form_opens_its_trainings(page: StatisticsPage, settle: Settle) -> None:
    page.by_form.opened.emit(0)
    settle()
    assert behind(page).table.model.rowCount() == 2


def test_another_period_shows_other_figures(page: StatisticsPage, settle: Settle) -> None:
    page.period.choose(OWN)
    page.period.start.setText("2025-01-01")
    page.period.start.read()
    page.period.end.setText("2025-12-31")
    page.period.end.read()
    settle()
    assert page.strip.strip.words()["应到"] == "0"


def test_the_ledger_is_saved(
    page: StatisticsPage, answers: Answers, said: Said, settle: Settle, tmp_path: Path
) -> None:
    answers.paths.append(tmp_path / "台账.xlsx")
    page._export()
    settle()
    assert (tmp_path / "台账.xlsx").stat().st_size > 0
    assert said.toasts == ["已导出“台账.xlsx”。"]


def test_the_summary_opens_as_it_will_be_printed(
    qtbot: QtBot, page: StatisticsPage, settle: Settle
) -> None:
    page._preview()
    settle()
    dialog = page.findChild(PreviewDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.pane.view.pages > 0)
    dialog.close()

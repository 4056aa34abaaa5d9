"""Statistics: figures of a filter add up, every one of them opens its rows, and files are made."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jz_training import labels
from jz_training.domain.attendance import AttendanceStatus, Mark
from jz_training.domain.reach import Standing
from jz_training.domain.statistics import By
from jz_training.labels.figures import MADE_UP
from jz_training.services.desk import Desk
from jz_training.storage.tables import HoursWanted
from jz_training.ui.context import Context
from jz_training.ui.paper.preview_dialog import PreviewDialog
from jz_training.ui.statistics.period_strip import PERSONS, TRAININGS
from jz_training.ui.statistics.rows_dialog import RowsDialog
from jz_training.ui.statistics.statistics_page import HOURS, UNREACHED, StatisticsPage
from jz_training.ui.statistics.unreached_view import CAME
from jz_training.ui.widgets.period_field import OWN
from tests.services.stories import a_listed_training, a_training
from tests.ui.conftest import Answers, Said

Settle = Callable[[], None]


@pytest.fixture
def page(qtbot: QtBot, ctx: Context, desk: Desk, settle: Settle) -> StatisticsPage:
    """Return the page over two trainings of twelve, one of them closed with two absent."""
    first = a_listed_training(desk, people=12, hours=Decimal(2))
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


def choose(page: StatisticsPage, kind: str, settle: Settle) -> None:
    page.kind.set_value(kind)
    page.kind.chosen.emit(kind)
    settle()


def test_figures_of_the_year_are_shown(page: StatisticsPage) -> None:
    words = page.strip.strip.words()
    assert (words["应到"], words["实到"], words["缺席"], words["未记录"]) == ("24", "10", "2", "12")
    assert page.strip.trainings.value.text() == "2"
    assert page.strip.persons.value.text() == "10/12"
    assert page.strip.hours.value.text() == "20"
    assert "1 场未记录完" in page.note.text()


def test_each_grouping_adds_up_to_the_total(page: StatisticsPage, settle: Settle) -> None:
    for by in By:
        choose(page, by.value, settle)
        model = page.groups.table(by).model
        rows = (model.row_at(at) for at in range(model.rowCount()))
        assert sum(row.tally.expected for row in rows if row is not None) == 24


def test_a_figure_opens_the_rows_it_counts(page: StatisticsPage, settle: Settle) -> None:
    counts = {labels.ABSENT: 2, labels.UNRECORDED: 12, labels.EXPECTED: 24, MADE_UP: 0,
              TRAININGS: 2, PERSONS: 12}  # fmt: skip
    for word, count in counts.items():
        page.strip.asked.emit(word)
        settle()
        dialog = behind(page)
        assert dialog.table.model.rowCount() == count, word
        dialog.close()
        QApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)


def test_a_unit_opens_its_lines_and_a_line_its_training(
    page: StatisticsPage, settle: Settle, said: Said
) -> None:
    table = page.groups.table(By.UNIT)
    table.view.selectRow(0)
    row = table.current_row()
    table.opened.emit(0)
    settle()
    dialog = behind(page)
    assert row is not None
    assert dialog.table.model.rowCount() == row.tally.expected
    dialog.table.opened.emit(0)
    assert said.opened[0][0] == "training"


def test_another_period_and_layer_show_other_figures(page: StatisticsPage, settle: Settle) -> None:
    page.filters.layer.setCurrentIndex(1)
    settle()
    assert 0 < int(page.strip.strip.words()["应到"]) < 24
    page.period.choose(OWN)
    page.period.start.setText("2025-01-01")
    page.period.start.read()
    page.period.end.setText("2025-12-31")
    page.period.end.read()
    settle()
    assert page.strip.strip.words()["应到"] == "0"


def test_hours_are_compared_with_a_requirement_that_is_kept(
    page: StatisticsPage, desk: Desk, settle: Settle, said: Said
) -> None:
    choose(page, HOURS, settle)
    assert page.hours.table.model.rowCount() == 0
    page.hours.setting_up.emit()
    assert said.opened == [("settings", {"tab": "hours"})]
    with desk.people._store.write("test.wanted") as db:
        db.add(HoursWanted(name="每年", hours=Decimal(2), years=1, online=False,
                           layers=[], categories=[]))  # fmt: skip
    page.refresh()
    settle()
    settle()
    assert page.hours.counts[Standing.REACHED].text() == "已达到 10 人"
    page.hours.counts[Standing.NOTHING].click()
    settle()
    assert behind(page).table.model.rowCount() == 2


def test_who_was_not_reached_is_listed_and_hints_are_folded(
    page: StatisticsPage, settle: Settle
) -> None:
    choose(page, UNREACHED, settle)
    assert page.unreached.tables[CAME].model.rowCount() == 2
    assert not page.hints.is_open
    page.hints.unfold()
    settle()
    assert page.hints.is_open
    assert page.hints.table.model.rowCount() == 0


def test_the_chart_is_drawn_where_there_is_room(
    qtbot: QtBot, page: StatisticsPage, settle: Settle
) -> None:
    page.resize(1400, 800)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: page.groups.chart.sizeHint().height() > 0)


def test_the_ledger_is_saved(
    page: StatisticsPage, answers: Answers, said: Said, settle: Settle, tmp_path: Path
) -> None:
    answers.paths.append(tmp_path / "台账.xlsx")
    page._export_ledger()
    settle()
    assert (tmp_path / "台账.xlsx").stat().st_size > 0
    assert said.toasts == ["已导出“台账.xlsx”。"]


def test_the_table_for_the_superior_opens_as_it_will_be_printed(
    qtbot: QtBot, page: StatisticsPage, settle: Settle
) -> None:
    page._preview_table()
    settle()
    dialog = page.findChild(PreviewDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.pane.view.pages > 0)
    dialog.close()


def test_the_summary_opens_as_it_will_be_printed(
    qtbot: QtBot, page: StatisticsPage, settle: Settle
) -> None:
    page._preview()
    settle()
    dialog = page.findChild(PreviewDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.pane.view.pages > 0)
    dialog.close()

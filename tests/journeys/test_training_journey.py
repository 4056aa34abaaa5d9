"""A training from its first line to the figures of the year, through the window."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt

from jz_training.domain.training import TrainingState
from jz_training.services.desk import Desk
from jz_training.services.ledger import TrainingQuery
from jz_training.ui.paper.print_dialog import PrintDialog
from jz_training.ui.statistics.rows_dialog import RowsDialog
from jz_training.ui.statistics.statistics_page import StatisticsPage
from jz_training.ui.trainings.print_tab import PrintTab
from jz_training.ui.trainings.training_list_tab import TrainingListTab
from jz_training.ui.trainings.training_new_page import TrainingNewPage
from jz_training.ui.trainings.training_page import TrainingPage
from jz_training.ui.trainings.trainings_page import TrainingsPage
from tests.journeys.keyboard import CTRL
from tests.journeys.windows import Window
from tests.services.stories import a_listed_training, some_people


def test_from_a_new_training_to_the_figures_of_the_year(
    window: Window, desk: Desk, tmp_path: Path
) -> None:
    some_people(desk, 50)
    window.open(TrainingsPage, "trainings")
    window.keys.press(Qt.Key.Key_N, CTRL)
    window.settle()
    entered(window)
    fixed(window, desk)
    printed(window, desk, tmp_path / "签到表.pdf")
    recorded(window, desk)
    page = window.open(StatisticsPage, "statistics")
    assert page.strip.strip.words()["应到"] == "50"
    assert page.strip.strip.words()["到会率"] == "96.0%"


def entered(window: Window) -> None:
    page = window.page(TrainingNewPage)
    page.editor.fields.title.setFocus()
    window.keys.spell("专题学习会", pinyin="ztxxh")
    page.editor.fields.when.day.setText("11-20")

    window.keys.press(Qt.Key.Key_S, CTRL)
    window.settle()


def fixed(window: Window, desk: Desk) -> None:
    page = window.page(TrainingPage)
    assert page.tabs.current == "list"
    tab = page.tab("list")
    assert isinstance(tab, TrainingListTab)
    tab.freeze.click()
    window.settle()
    assert page.tabs.text_of("list") == "名单 50"


def printed(window: Window, desk: Desk, target: Path) -> None:
    page = window.page(TrainingPage)
    page.tabs.choose("print")
    window.settle()
    tab = page.tab("print")
    assert isinstance(tab, PrintTab)
    window.answers.paths.append(target)
    tab.pane.save()
    window.settle()
    window.settle()
    assert tab.printed.model.rowCount() == 1
    assert target.read_bytes().startswith(b"%PDF-")


def recorded(window: Window, desk: Desk) -> None:
    page = window.page(TrainingPage)
    page.tabs.choose("attendance")
    window.settle()
    assert page.attendance.board.columns == 2
    window.keys.type("q3 17")
    window.keys.press(Qt.Key.Key_Return)
    window.keys.press(Qt.Key.Key_A, CTRL)
    window.keys.press(Qt.Key.Key_Return, CTRL)
    window.settle()
    (row,) = desk.trainings.list(TrainingQuery())
    assert row.state is TrainingState.CLOSED


def test_a_training_opens_where_a_hand_is_needed(window: Window, desk: Desk) -> None:
    training = a_listed_training(desk, people=5)  # held two days before the clock
    page = window.open(TrainingPage, "training", training_id=training)
    assert page.tabs.current == "attendance"
    assert page.attendance.panel.field.hasFocus()


def test_a_figure_of_a_training_opens_its_rows(window: Window, desk: Desk) -> None:
    training = a_listed_training(desk, people=5)
    page = window.open(TrainingPage, "training", training_id=training)
    page.strip.asked.emit("未记录")
    window.settle()
    dialog = page.findChild(RowsDialog)
    assert dialog is not None
    assert dialog.table.model.rowCount() == 5


def test_closing_a_training_that_has_not_begun_asks_about_its_date(
    window: Window, desk: Desk
) -> None:
    start, end = datetime(2026, 12, 20, 15), datetime(2026, 12, 20, 16)
    training = a_listed_training(desk, people=5, start=start, end=end)
    page = window.open(TrainingPage, "training", training_id=training, tab="attendance")
    window.answers.confirms = False
    page.close_action.click()
    window.settle()
    assert "12月20日" in window.answers.asked[0]
    assert desk.trainings.get(training).state is TrainingState.PLANNED


def test_another_training_in_the_same_page_shows_nothing_of_the_first(
    window: Window, desk: Desk
) -> None:
    first = a_listed_training(desk, people=5)
    second = desk.trainings.copy(first, start=desk.trainings.get(first).draft.start)
    page = window.open(TrainingPage, "training", training_id=first)
    page.attendance.panel.field.setText("q3")
    window.open(TrainingPage, "training", training_id=second)
    assert page.tabs.current == "list"
    page.tabs.choose("attendance")
    window.settle()
    assert page.attendance.board.order() == ()
    assert page.attendance.panel.field.text() == ""


def test_ctrl_p_shows_the_sheet_and_then_asks_how_to_print_it(window: Window, desk: Desk) -> None:
    training = a_listed_training(desk, people=5)
    page = window.open(TrainingPage, "training", training_id=training)
    window.keys.press(Qt.Key.Key_P, CTRL)
    window.settle()
    assert page.tabs.current == "print"
    assert page.findChild(PrintDialog) is None
    window.keys.press(Qt.Key.Key_P, CTRL)
    dialog = page.findChild(PrintDialog)
    assert dialog is not None
    assert dialog.accessibleName().endswith("签到表”")
    dialog.reject()


def test_ctrl_i_opens_the_line_for_who_is_not_on_the_list(window: Window, desk: Desk) -> None:
    training = a_listed_training(desk, people=5)
    page = window.open(TrainingPage, "training", training_id=training)
    window.keys.press(Qt.Key.Key_I, CTRL)
    window.keys.spell("石一鸣", pinyin="sym")
    window.keys.press(Qt.Key.Key_Return)
    window.settle()
    assert [row.name for row in desk.attendance.sheet(training).others] == ["石一鸣"]
    window.keys.press(Qt.Key.Key_Escape)
    assert page.attendance.panel.field.hasFocus()

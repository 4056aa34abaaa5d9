"""The list of trainings: found, sorted, copied, cancelled, exported."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jz_training.domain.attendance import PRESENT
from jz_training.domain.training import TrainingForm, TrainingState
from jz_training.services.desk import Desk
from jz_training.services.ledger import TrainingQuery
from jz_training.ui.context import Context
from jz_training.ui.trainings.copy_dialog import CopyDialog
from jz_training.ui.trainings.trainings_page import TrainingsPage
from jz_training.ui.widgets.period_field import MONTH, OWN
from tests.services.notices import a_notice
from tests.services.stories import a_listed_training, a_training
from tests.ui.conftest import Answers, Said

Settle = Callable[[], None]


@pytest.fixture
def page(qtbot: QtBot, ctx: Context, desk: Desk, settle: Settle) -> TrainingsPage:
    """Return the page over three trainings; the newest is of the month of the clock."""
    held(desk, "专题学习会（第1批）", 10, TrainingForm.STUDY)
    held(desk, "财务讲座", 9, TrainingForm.LECTURE, venue="职工之家")
    held(desk, "专题学习会（第2批）", 11, TrainingForm.STUDY)
    made = TrainingsPage(ctx)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    made.show_for()
    settle()
    return made


def held(desk: Desk, title: str, month: int, form: TrainingForm, venue: str = "") -> None:
    start, end = datetime(2026, month, 20, 15), datetime(2026, month, 20, 16)
    a_training(desk, title=title, form=form, start=start, end=end, venue=venue)


def titles(page: TrainingsPage) -> list[str]:
    rows = (page.table.model.row_at(at) for at in range(page.table.model.rowCount()))
    return [row.title for row in rows if row is not None]


def pick(page: TrainingsPage, title: str) -> None:
    page.table.view.selectRow(titles(page).index(title))


def test_the_newest_stands_first(page: TrainingsPage) -> None:
    assert titles(page) == ["专题学习会（第2批）", "专题学习会（第1批）", "财务讲座"]
    assert page.count.text() == "共 3 场"


def test_words_form_and_period_narrow_the_list(
    qtbot: QtBot, page: TrainingsPage, settle: Settle
) -> None:
    page.text.setText("职工之家")
    qtbot.waitUntil(lambda: titles(page) == ["财务讲座"])
    page.text.clear()
    page.form.setCurrentIndex(page.form.findData(TrainingForm.STUDY.value))
    settle()
    qtbot.waitUntil(lambda: len(titles(page)) == 2)
    page.period.choose(MONTH)
    settle()
    assert titles(page) == ["专题学习会（第2批）"]


def test_a_notice_shows_only_what_answers_it(
    page: TrainingsPage, desk: Desk, settle: Settle
) -> None:
    notice = a_notice(desk)
    a_training(desk, title="专题学习会（通知）", notice_id=notice)
    page.show_for(notice_id=notice)
    settle()
    assert titles(page) == ["专题学习会（通知）"]
    assert page.notice.isVisible()
    page._clear()
    settle()
    assert len(titles(page)) == 4


def test_an_own_period_takes_its_two_days(page: TrainingsPage, settle: Settle) -> None:
    page.period.choose(OWN)
    page.period.start.set_value(datetime(2026, 9, 1).date())
    page.period.end.set_value(datetime(2026, 10, 31).date())
    settle()
    assert titles(page) == ["专题学习会（第1批）", "财务讲座"]


def test_nothing_found_offers_to_clear_the_filters(
    qtbot: QtBot, page: TrainingsPage, settle: Settle
) -> None:
    page.text.setText("没有")
    qtbot.waitUntil(lambda: titles(page) == [])
    page.table._empty.verb.click()
    qtbot.waitUntil(lambda: len(titles(page)) == 3)


def test_a_header_sorts(page: TrainingsPage) -> None:
    page.table.sort_requested.emit("title", False)
    assert titles(page)[-1] == "财务讲座"
    page.table.sort_requested.emit("start", False)
    assert titles(page)[0] == "财务讲座"


def test_enter_opens_a_training(qtbot: QtBot, page: TrainingsPage, said: Said) -> None:
    pick(page, "财务讲座")
    qtbot.keyClick(page.table.view, Qt.Key.Key_Return)
    assert said.opened[0][0] == "training"


def test_ctrl_n_begins_a_new_training(qtbot: QtBot, page: TrainingsPage, said: Said) -> None:
    page.activateWindow()
    page.table.view.setFocus()
    qtbot.keyClick(page.table.view, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert said.opened == [("training_new", {})]


def test_a_training_is_cancelled_with_a_reason_and_revived(
    page: TrainingsPage, desk: Desk, answers: Answers, settle: Settle
) -> None:
    pick(page, "财务讲座")
    answers.texts.append("停电")
    page._cancel()
    settle()
    page.refresh()
    settle()
    (row,) = desk.trainings.list(TrainingQuery(state=TrainingState.CANCELLED))
    assert (row.title, row.note) == ("财务讲座", "停电")
    pick(page, "财务讲座")
    page._revive()
    settle()
    assert desk.trainings.list(TrainingQuery(state=TrainingState.CANCELLED)) == ()


def test_without_a_reason_nothing_is_cancelled(
    page: TrainingsPage, desk: Desk, answers: Answers, settle: Settle
) -> None:
    pick(page, "财务讲座")
    answers.texts.append(None)
    page._cancel()
    settle()
    assert desk.trainings.list(TrainingQuery(state=TrainingState.CANCELLED)) == ()


def test_a_copy_is_proposed_a_week_later_and_opens(
    page: TrainingsPage, desk: Desk, said: Said, settle: Settle
) -> None:
    pick(page, "财务讲座")
    page._copy()
    dialog = page.findChild(CopyDialog)
    assert dialog is not None
    dialog.accept()
    settle()
    rows = desk.trainings.list(TrainingQuery(text="财务讲座"))
    assert [row.start.day for row in rows] == [27, 20]
    assert said.opened[-1][1]["training_id"] == rows[0].training_id


def test_the_ledger_of_the_period_is_saved_and_offered(
    page: TrainingsPage, answers: Answers, said: Said, settle: Settle, tmp_path: Path
) -> None:
    target = tmp_path / "台账"
    answers.paths.append(target)
    page._export()
    settle()
    book = openpyxl.load_workbook(tmp_path / "台账.xlsx")
    shown = [cell.value for row in book.active for cell in row]
    assert "专题学习会（第2批）" in shown
    assert said.toasts == ["已导出“台账.xlsx”。"]


def test_a_rate_with_somebody_unrecorded_is_not_shown_as_one(
    page: TrainingsPage, desk: Desk, settle: Settle
) -> None:
    training = a_listed_training(desk, title="新一场")
    desk.attendance.mark(training, {1: PRESENT})
    page.refresh()
    settle()
    at = titles(page).index("新一场")
    keys = [column.key for column in page.table.model.columns]
    rate = page.table.model.cell(at, keys.index("rate"))
    assert rate is not None
    assert rate.text == "—"

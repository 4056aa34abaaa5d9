"""日程与提醒: holidays are taken in and out, the rule for clashes is kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from jz_training.domain.working_calendar import DayKind
from jz_training.services.desk import Desk
from jz_training.ui.context import Context
from jz_training.ui.settings.settings_calendar import CalendarTab
from jz_training.ui.settings.settings_page import SettingsPage
from tests.ui.conftest import Answers, Said

Settle = Callable[[], None]


@pytest.fixture
def tab(ctx: Context, qtbot: QtBot, settle: Settle) -> CalendarTab:
    page = SettingsPage(ctx)
    qtbot.addWidget(page)
    ctx.work.changed.connect(lambda _: page.refresh())  # as the window does
    page.resize(1100, 700)
    page.show()
    page.activateWindow()
    page.show_for(tab="calendar")
    settle()
    made = page.tabs.page("calendar")
    assert isinstance(made, CalendarTab)
    return made


def years(tab: CalendarTab) -> list[str]:
    model = tab.holidays.table.model
    return [str(model.data(model.index(at, 0))) for at in range(model.rowCount())]


def a_table(folder: Path) -> Path:
    days = [
        {"name": "元旦", "date": "2027-01-01", "isOffDay": True},
        {"name": "元旦", "date": "2027-01-02", "isOffDay": False},
    ]
    path = folder / "2027.json"
    path.write_text(json.dumps({"year": 2027, "days": days}), encoding="utf-8")
    return path


def test_the_years_of_the_program_are_there_and_stay(tab: CalendarTab) -> None:
    assert years(tab) == ["2026年", "2025年"]
    tab.holidays.table.view.selectRow(0)
    assert not tab.holidays.remove.isEnabled()


def test_a_year_is_taken_in_and_out_again(
    tab: CalendarTab, desk: Desk, answers: Answers, said: Said, settle: Settle, tmp_path: Path
) -> None:
    answers.paths = [a_table(tmp_path)]
    tab.holidays.take.click()
    settle()
    settle()
    assert years(tab)[0] == "2027年"
    assert desk.calendar.working().of_day(date(2027, 1, 1)).kind is DayKind.HOLIDAY
    tab.holidays.table.view.selectRow(0)
    tab.holidays.table.setFocus()
    QTest.keyClick(tab.holidays.table.view, Qt.Key.Key_Delete)
    settle()
    settle()
    assert years(tab) == ["2026年", "2025年"]
    assert said.toasts == ["已导入2027年节假日安排（2 天）。", "已删除导入的2027年节假日安排。"]


def test_a_file_of_something_else_is_refused_in_words(
    tab: CalendarTab, ctx: Context, answers: Answers, settle: Settle, tmp_path: Path
) -> None:
    refused: list[str] = []
    ctx.work.failed.connect(lambda sentence, _: refused.append(sentence))
    answers.paths = [tmp_path / "名册.json"]
    answers.paths[0].write_text("[]", encoding="utf-8")
    tab.holidays.take.click()
    settle()
    assert "不是一份节假日安排" in refused[0]


def test_the_rule_for_clashes_is_kept(tab: CalendarTab, desk: Desk, settle: Settle) -> None:
    assert tab.rule.value() == "warn"
    words = next(b for b in tab.rule.findChildren(QPushButton) if b.text() == "不允许保存")
    words.click()
    settle()
    assert desk.settings.get().clash_rule == "block"


def test_without_a_tray_the_wish_cannot_be_made(tab: CalendarTab) -> None:
    assert not tab.tray.isEnabled()
    assert not tab.tray.isChecked()

"""Through the calendar: a double click, a new training, a drag, and back by Ctrl+Z."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jz_training.services.desk import Desk
from jz_training.services.ledger import TrainingQuery
from jz_training.ui.calendar.calendar_page import CalendarPage
from jz_training.ui.trainings.training_new_page import TrainingNewPage
from tests.journeys.keyboard import CTRL
from tests.journeys.windows import Window
from tests.services.stories import some_people
from tests.ui.calendar.conftest import drag

SHIFT = Qt.KeyboardModifier.ShiftModifier


def starts(desk: Desk) -> list[datetime]:
    return [row.start for row in desk.trainings.list(TrainingQuery())]


def enter(window: Window) -> None:
    """Fill in the new training and save it."""
    page = window.page(TrainingNewPage)
    page.editor.fields.title.setFocus()
    window.keys.spell("专题学习会", pinyin="ztxxh")
    window.keys.press(Qt.Key.Key_S, CTRL)
    window.settle()
    window.settle()


def test_from_a_double_click_to_a_drag_and_back(window: Window, desk: Desk) -> None:
    some_people(desk, 5)
    month = window.open(CalendarPage, "calendar").body_card.month
    at = month.day_area(date(2026, 11, 25)).center()
    QTest.mouseDClick(month.viewport(), Qt.MouseButton.LeftButton, pos=at)
    window.settle()
    enter(window)
    assert starts(desk) == [datetime(2026, 11, 25, 15)]
    page = window.open(CalendarPage, "calendar")
    (entry,) = page.shown.entries if page.shown else ()
    drag(month, month.area_of(entry.id).center(), month.day_area(date(2026, 11, 27)).center())
    window.settle()
    assert starts(desk) == [datetime(2026, 11, 27, 15)]
    assert window.shell.toast.text == "已改到11月27日 15:00–16:30。"
    undo = window.shell.toast.offers("撤销")
    assert undo is not None
    undo.click()
    window.settle()
    window.settle()
    assert starts(desk) == [datetime(2026, 11, 25, 15)]
    assert month.day_area(date(2026, 11, 25)).contains(month.area_of(entry.id))


def test_a_week_is_planned_by_keys_alone(window: Window, desk: Desk) -> None:
    some_people(desk, 5)
    window.open(CalendarPage, "calendar", view="week", day=date(2026, 11, 25))
    window.keys.press(Qt.Key.Key_Return)
    window.settle()
    enter(window)
    (begun,) = starts(desk)
    assert begun.date() == date(2026, 11, 25)
    window.open(CalendarPage, "calendar")
    window.keys.press(Qt.Key.Key_Down, CTRL)
    window.keys.press(Qt.Key.Key_Right, SHIFT)
    window.settle()
    assert starts(desk) == [begun.replace(day=26)]
    window.keys.press(Qt.Key.Key_Z, CTRL)
    window.settle()
    window.settle()
    assert starts(desk) == [begun]

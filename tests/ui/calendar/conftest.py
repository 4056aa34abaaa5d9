"""The calendar on a real desk; the clock stands at nine o'clock of Sunday, 2026-11-22."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jz_training.ui.calendar.calendar_page import CalendarPage
from jz_training.ui.calendar.days_board import DaysBoard
from jz_training.ui.context import Context

Settle = Callable[[], None]
Opened = Callable[..., CalendarPage]


@pytest.fixture
def open_page(qtbot: QtBot, ctx: Context, settle: Settle) -> Opened:
    """Return a way to open the page for something and wait until it shows it."""
    made = CalendarPage(ctx)
    qtbot.addWidget(made)
    ctx.work.changed.connect(lambda _: made.refresh())  # as the window does
    made.resize(1180, 800)
    made.show()
    made.activateWindow()

    def opened(**what: object) -> CalendarPage:
        made.show_for(**what)
        settle()
        settle()
        return made

    return opened


def drag(board: DaysBoard, start: QPoint, end: QPoint) -> None:
    """Press, move and release the mouse."""
    target, left = board.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(target, left, pos=start)
    QTest.mouseMove(target, (start + end) / 2)
    QTest.mouseMove(target, end)
    QTest.mouseRelease(target, left, pos=end)

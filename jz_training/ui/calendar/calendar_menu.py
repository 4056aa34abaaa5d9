"""The context menu of month and week: what keys and mouse do, in words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from jz_training.ui.calendar.days_board import DaysBoard
from jz_training.ui.calendar.entry_words import movable
from jz_training.ui.calendar.week_view import WeekView


class CalendarMenu(QMenu):
    """Offers what can be done with the training chosen, or on the empty place with the cursor."""

    def __init__(self, parent: QWidget, board: DaysBoard, *, export: Callable[[], object]) -> None:
        super().__init__(parent)
        self._board = board
        chosen = board.selected
        if chosen is not None:
            self._add("打开\t回车", board.open_here)
            self.addSeparator()
            self._add_moves(able=board.editable and movable(chosen))
            self.addSeparator()
            self._add("导出日历文件（.ics）…", export)
        else:
            self._add("新建场次\t回车", board.open_here, able=board.editable)
        self._add("当天全部场次\t空格", lambda: board.day_asked.emit(board.cursor_at.date()))

    def _add_moves(self, *, able: bool) -> None:
        board, week = self._board, isinstance(self._board, WeekView)
        self._add("提前一天\tShift+←", lambda: board.push(-1, 0), able=able)
        self._add("推后一天\tShift+→", lambda: board.push(1, 0), able=able)
        up, down = ("提前 15 分钟", "推后 15 分钟") if week else ("提前一周", "推后一周")
        self._add(f"{up}\tShift+↑", lambda: board.push(0, -1), able=able)
        self._add(f"{down}\tShift+↓", lambda: board.push(0, 1), able=able)
        if week:
            self._add("缩短 15 分钟\tCtrl+Shift+↑", lambda: board.stretch(-1), able=able)
            self._add("延长 15 分钟\tCtrl+Shift+↓", lambda: board.stretch(1), able=able)

    def _add(self, words: str, act: Callable[[], object], *, able: bool = True) -> None:
        action = self.addAction(words)
        action.triggered.connect(lambda: act())
        action.setEnabled(able)

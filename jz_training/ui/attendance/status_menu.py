"""The menu of one row: every status with its letter, reasons and minutes one step further."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from jz_training.domain.attendance import TIMED, AttendanceStatus, AttendeeRole, AttendeeRow, Mark
from jz_training.labels import REASONS, STATUSES, mark_words
from jz_training.ui.attendance.attendance_keys import REASON_KEYS, STATUS_KEYS

#: Offered minutes; any other number is asked for.
MINUTES = (5, 10, 15, 20, 30, 60)


class StatusMenu(QMenu):
    """Offers what may be recorded of one row; the letters in brackets choose.

    Signals: chosen(Mark); minutes_asked(AttendanceStatus); stand_in_asked(); remove_asked().
    """

    chosen = Signal(object)
    minutes_asked = Signal(object)
    stand_in_asked = Signal()
    remove_asked = Signal()

    def __init__(self, row: AttendeeRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if row.role is AttendeeRole.EXPECTED:
            self._offer_marks(row.mark)
        else:
            self.addAction("从名单外参会中移除(&W)", self.remove_asked.emit)

    def _offer_marks(self, now: Mark) -> None:
        for key, status in STATUS_KEYS.items():
            word = f"{STATUSES[status]}(&{key.upper()})"
            if status is AttendanceStatus.LEAVE:
                self._offer_reasons(word)
            elif status in TIMED:
                self._offer_minutes(word, status)
            elif status is AttendanceStatus.UNRECORDED:
                self._offer_stand_in()
                self._add(self, word, self._choose(Mark(status=status)))
            else:
                self._add(self, word, self._choose(Mark(status=status)))
        self._tick(mark_words(now))

    def _offer_reasons(self, word: str) -> None:
        menu = self.addMenu(word)
        for key, reason in REASON_KEYS.items():
            mark = Mark(status=AttendanceStatus.LEAVE, reason=reason)
            self._add(menu, f"{REASONS[reason]}(&{key.upper()})", self._choose(mark))
        self._add(menu, "不写原因(&J)", self._choose(Mark(status=AttendanceStatus.LEAVE)))

    def _offer_minutes(self, word: str, status: AttendanceStatus) -> None:
        menu = self.addMenu(word)
        self._add(menu, "不写分钟(&0)", self._choose(Mark(status=status)))
        for minutes in MINUTES:
            mark = Mark(status=status, minutes=minutes)
            self._add(menu, f"{minutes} 分", self._choose(mark))
        self._add(menu, "其他(&O)…", lambda: self.minutes_asked.emit(status))

    def _offer_stand_in(self) -> None:
        self._add(self, "代会(&R)…", self.stand_in_asked.emit)
        self.addSeparator()

    def _choose(self, mark: Mark) -> Callable[[], None]:
        return lambda: self.chosen.emit(mark)

    @staticmethod
    def _add(menu: QMenu, words: str, act: Callable[[], object]) -> None:
        menu.addAction(words).triggered.connect(lambda: act())

    def _tick(self, words: str) -> None:
        for action in self.actions():
            if action.text().partition("(&")[0] == words:
                action.setCheckable(True)
                action.setChecked(True)

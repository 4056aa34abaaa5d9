"""The duties that need a hand: overdue, due soon, or begun with something missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from jz_training.labels.duties import DUTY_STATES, gap_words
from jz_training.services.duties import DueDuty
from jz_training.ui.home.home_overview import Pressable
from jz_training.ui.home.home_todo import clear, rest_line
from jz_training.ui.notices.duty_words import STATE_TONES
from jz_training.ui.style.text import ElidedLabel, plain_label
from jz_training.ui.widgets.badge import Badge
from jz_training.ui.widgets.card import Card, hairline

#: More than this is a list of its own: the task book has it.
MOST = 3


def waiting_words(one: DueDuty, *, today: date) -> str:
    """Return how long there is: 逾期 3 天, 今天到期, 还有 5 天; empty without a day."""
    by = one.duty.obligation.by
    if by is None:
        return ""
    days = (by - today).days
    if days < 0:
        return f"逾期 {-days} 天"
    return f"还有 {days} 天" if days else "今天到期"


class HomeDutiesCard(Card):
    """The card 要办的要求, hidden while there is nothing in it.

    `go` gets the duty that was opened, `more` shows all notices.
    """

    def __init__(self, go: Callable[[DueDuty], object], more: Callable[[], object]) -> None:
        super().__init__("要办的要求", note=" ")
        self._go, self._more = go, more
        self.duties: tuple[DueDuty, ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.add(self._lines)
        self.hide()

    def show_duties(self, duties: Sequence[DueDuty], *, today: date) -> None:
        """Show other duties, those to be taken up first on top."""
        self.duties = tuple(duties)
        self.set_title("要办的要求", f"{len(duties)} 项")
        clear(self._lines)
        for at, one in enumerate(self.duties[:MOST]):
            if at:
                self._lines.addWidget(hairline())
            self._lines.addWidget(self._line(one, today))
        if len(duties) > MOST:
            self._lines.addWidget(hairline())
            self._lines.addWidget(rest_line(len(duties) - MOST, "在通知里查看", self._more))
        self.setVisible(bool(duties))

    def _line(self, one: DueDuty, today: date) -> Pressable:
        duty, words = one.duty, waiting_words(one, today=today)
        made = Pressable(f"{duty.obligation.title}，{words or DUTY_STATES[duty.state]}")
        column = QVBoxLayout(made)
        column.setContentsMargins(8, 7, 8, 7)
        column.setSpacing(2)
        upper = QHBoxLayout()
        upper.setSpacing(8)
        upper.addWidget(ElidedLabel(duty.obligation.title), 1)
        upper.addWidget(Badge(DUTY_STATES[duty.state], STATE_TONES[duty.state]))
        lower = QHBoxLayout()
        lower.setSpacing(8)
        if words:
            lower.addWidget(_due_label(words, overdue=one.overdue))
        gap = gap_words(duty.gaps[0]) if duty.gaps else ""
        lower.addWidget(ElidedLabel("　".join(filter(None, (gap, one.notice_title))), "small"), 1)
        column.addLayout(upper)
        column.addLayout(lower)
        made.pressed.connect(lambda: self._go(one))
        return made


def _due_label(words: str, *, overdue: bool) -> QLabel:
    return plain_label(words, "error" if overdue else "small")

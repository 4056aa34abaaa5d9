"""The small overview of the home page: how much there is, and how the last trainings went."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from jz_training.domain.summary import LedgerRow
from jz_training.labels import RATE, rate_words
from jz_training.services.home import Home
from jz_training.ui.home.home_todo import clear
from jz_training.ui.style.text import ElidedLabel, plain_label
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.when import day_words


class Pressable(QWidget):
    """Something that opens by a click, Enter or the space bar.

    Signals: pressed().
    """

    pressed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("kind", "pressable")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)


class CountsCard(Card):
    """How many people, units and trainings there are; each number opens its page.

    Signals: asked(str): people, units or trainings.
    """

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__("概况")
        self._figures = {
            key: plain_label("0", "figure_ink") for key in ("people", "units", "trainings")
        }
        line = QHBoxLayout()
        line.setSpacing(0)
        for key, word in (("people", "人员"), ("units", "单位"), ("trainings", "场次")):
            line.addWidget(self._figure(key, word), 1)
        self.add(line)

    def show_counts(self, home: Home) -> None:
        """Show other figures."""
        counts = {"people": home.people, "units": home.units, "trainings": home.trainings}
        for key, count in counts.items():
            self._figures[key].setText(str(count))

    def figure(self, key: str) -> str:
        """Return a figure as shown."""
        return self._figures[key].text()

    def _figure(self, key: str, word: str) -> Pressable:
        made = Pressable(word)
        column = QVBoxLayout(made)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(2)
        column.addWidget(plain_label(word, "small"))
        column.addWidget(self._figures[key])
        made.pressed.connect(lambda: self.asked.emit(key))
        return made


class RecentCard(Card):
    """The trainings closed last, each with its 到会率 as a figure and a bar."""

    def __init__(self, go: Callable[[UUID], object]) -> None:
        super().__init__("最近关闭", note=f"{RATE} = 实到 ÷ 应到")
        self._go = go
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.add(self._lines)
        self.body.addStretch(1)

    def show_recent(self, rows: Sequence[LedgerRow], *, today: date) -> None:
        """Show other trainings."""
        clear(self._lines)
        for row in rows:
            self._lines.addWidget(self._line(row, today))
        if not rows:
            words = "还没有关闭的场次。考勤登记完并关闭后，这里显示到会率。"
            self._lines.addWidget(plain_label(words, "secondary", wrap=True))

    def _line(self, row: LedgerRow, today: date) -> Pressable:
        title = f"{day_words(row.start.date(), today=today)} {row.title}"
        figures, rate = f"{row.tally.present}/{row.tally.expected}", rate_words(row.tally.rate)
        made = Pressable(f"{title}，{RATE} {rate}")
        column = QVBoxLayout(made)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(6)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(ElidedLabel(title), 1)
        if row.missing:
            line.addWidget(plain_label(f"材料缺 {len(row.missing)} 项", "small"))
        line.addWidget(plain_label(figures, "secondary"))
        line.addWidget(plain_label(rate, "strong"))
        column.addLayout(line)
        column.addWidget(_bar(row))
        made.pressed.connect(lambda: self._go(row.training_id))
        return made


def _bar(row: LedgerRow) -> QProgressBar:
    bar = QProgressBar()
    bar.setTextVisible(False)
    bar.setRange(0, max(1, row.tally.expected))
    bar.setValue(row.tally.present)
    return bar

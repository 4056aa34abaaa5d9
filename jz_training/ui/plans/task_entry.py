"""One line to enter a task: the measure, Tab, the owner, Tab, the day it is due, Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jz_training.domain.task import TaskDraft
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.widgets.date_time_field import DateField
from jz_training.ui.widgets.suggest_field import SuggestField
from jz_training.ui.work import Work


class TaskEntry(QWidget):
    """The line below the tasks.

    Signals: entered(TaskDraft).
    """

    entered = Signal(object)

    def __init__(self, *, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.measure = QLineEdit()
        self.measure.setPlaceholderText("任务措施，按回车添加")
        self.owner = SuggestField()
        self.owner.setPlaceholderText("责任人")
        self.due = DateField(clock=clock)
        self.due.setPlaceholderText("时限，如 12-10")
        self.add = button("添加", tip="添加任务（回车）")
        self.trouble = plain_label("", "error")
        self.trouble.hide()
        self._lay_out()
        for field, word in ((self.measure, "任务措施"), (self.owner, "责任人"), (self.due, "时限")):
            field.setAccessibleName(word)
            field.returnPressed.connect(self._enter)
        self.add.clicked.connect(lambda: self._enter())

    def offer(self, owners: Sequence[str], work: Work) -> None:
        """Offer owners used before."""
        self.owner.offer(owners, work)

    def begin(self) -> None:
        """Put the cursor where a task begins."""
        self.measure.setFocus()

    def clear(self) -> None:
        """Be ready for the next task."""
        for field in (self.measure, self.owner):
            field.clear()
        self.due.set_value(None)
        self.tell("")
        self.measure.setFocus()

    def tell(self, words: str) -> None:
        """Show what is wrong below the line."""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    def _enter(self) -> None:
        if not self.measure.text().strip():
            self.measure.setFocus()
            self.tell("请填写任务措施。")
        elif self.due.text().strip() and self.due.value() is None:
            self.due.setFocus()
            self.tell(f"没有看懂时限“{self.due.text().strip()}”，可以写成 2026-12-10、12-10 这样。")
        else:
            self.tell("")
            self.entered.emit(self._draft())

    def _draft(self) -> TaskDraft:
        return TaskDraft(
            measure=self.measure.text().strip(),
            owner=self.owner.text().strip(),
            due=self.due.value(),
        )

    def _lay_out(self) -> None:
        sizes = theme().sizes
        self.owner.setFixedWidth(sizes.of(120))
        self.due.setFixedWidth(sizes.of(168))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.measure, 1)
        for widget in (self.owner, self.due, self.add):
            line.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.trouble)

"""The hours of a day at which a series is held: one line each, with the name of the shift."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from jz_training.domain.repetition import Slot
from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.widgets.date_time_field import TimeField

#: The shifts of a works that runs day and night; a talk before each of them takes 20 minutes.
SHIFTS = (
    Slot(start=time(7, 40), end=time(8), name="早班"),
    Slot(start=time(15, 40), end=time(16), name="中班"),
    Slot(start=time(23, 20), end=time(23, 40), name="夜班"),
)


class SlotLines(QWidget):
    """Times of a day.

    Signals: value_changed().
    """

    value_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[_SlotLine] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self.add = button("加一个时段", "link")
        self.shifts = button("早中夜三班", "link")
        self.add.clicked.connect(self._add_empty)
        self.shifts.clicked.connect(self._take_shifts)
        acts = QHBoxLayout()
        for part in (self.add, self.shifts):
            acts.addWidget(part)
        acts.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(self._column)
        whole.addLayout(acts)

    def value(self) -> tuple[Slot, ...]:
        """Return the times that can be read."""
        return tuple(slot for line in self.lines if (slot := line.value()) is not None)

    def unreadable(self) -> str:
        """Return what is wrong, in words for the form; empty when all is well."""
        wrong = any(line.value() is None for line in self.lines)
        return "每个时段都要有开始和结束时间，如 15:00 至 16:30。" if wrong else ""

    def set_value(self, slots: Sequence[Slot]) -> None:
        """Show other times without telling about it."""
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        for slot in slots:
            self._append(slot)

    def _append(self, slot: Slot | None) -> None:
        line = _SlotLine(slot)
        line.changed.connect(self.value_changed)
        line.removed.connect(lambda: self._remove(line))
        self.lines.append(line)
        self._column.addWidget(line)
        for each in self.lines:
            each.gone.setVisible(len(self.lines) > 1)

    def _add_empty(self) -> None:
        self._append(None)
        self.lines[-1].start.setFocus()
        self.value_changed.emit()

    def _remove(self, line: _SlotLine) -> None:
        self.set_value([slot for each in self.lines if each is not line if (slot := each.value())])
        self.value_changed.emit()

    def _take_shifts(self) -> None:
        self.set_value(SHIFTS)
        self.value_changed.emit()


class _SlotLine(QWidget):
    """One time of a day.

    Signals: changed(); removed().
    """

    changed = Signal()
    removed = Signal()

    def __init__(self, slot: Slot | None) -> None:
        super().__init__()
        self.name = QLineEdit(slot.name if slot else "")
        self.name.setPlaceholderText("班次")
        self.name.setAccessibleName("班次")
        self.name.setFixedWidth(theme().sizes.of(72))
        self.start = TimeField(slot.start if slot else None)
        self.end = TimeField(slot.end if slot else None)
        self.start.setAccessibleName("开始时间")
        self.end.setAccessibleName("结束时间")
        self.gone = QToolButton()
        self.gone.setAccessibleName("去掉这个时段")
        set_icon(self.gone, "x", role="faint")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for part in (self.name, self.start, plain_label("至", "secondary"), self.end, self.gone):
            line.addWidget(part)
        self.name.textEdited.connect(lambda _: self.changed.emit())
        self.start.value_changed.connect(lambda _: self.changed.emit())
        self.end.value_changed.connect(lambda _: self.changed.emit())
        self.gone.clicked.connect(lambda: self.removed.emit())

    def value(self) -> Slot | None:
        """Return the time, None while it cannot be read."""
        start, end = self.start.value(), self.end.value()
        if start is None or end is None:
            return None
        return Slot(start=start, end=end, name=self.name.text().strip())

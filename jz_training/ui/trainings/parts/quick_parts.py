"""The quick way to parts: so many days, each with a morning and an afternoon."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from jz_training.domain.parts import TrainingPart
from jz_training.domain.parts_making import made_parts
from jz_training.domain.repetition import Slot
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.widgets.date_time_field import Clock, DateField, TimeField

#: The hours of an office; a course that keeps others changes them here once.
MORNING = Slot(start=time(8, 30), end=time(11, 30), name="上午")
AFTERNOON = Slot(start=time(14, 30), end=time(17, 30), name="下午")
EVENING = Slot(start=time(19, 0), end=time(21, 0), name="晚上")
_MOST_DAYS = 13


class QuickParts(QFrame):
    """Days and half-days to choose, and a button that makes parts of them.

    Signals: made(tuple[TrainingPart, ...]); given_up().
    """

    made = Signal(object)
    given_up = Signal()

    def __init__(self, *, clock: Clock) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.first = DateField(clock=clock)
        self.first.setAccessibleName("第一天")
        self.days = QSpinBox()
        self.days.setRange(1, _MOST_DAYS)
        self.days.setValue(3)
        self.days.setSuffix(" 天")
        self.days.setAccessibleName("天数")
        self.slots = tuple(
            _SlotLine(slot, ticked=slot is not EVENING) for slot in (MORNING, AFTERNOON, EVENING)
        )
        self.trouble = plain_label("", "error", wrap=True)
        self.trouble.hide()
        self._lay_out()

    def begin(self, first: date | None) -> None:
        """Begin with a first day."""
        self.first.set_value(first)
        self.days.setFocus()

    def parts(self) -> tuple[TrainingPart, ...]:
        """Return what is chosen; nothing while a day or a time cannot be read."""
        slots = [line.value() for line in self.slots if line.tick.isChecked()]
        kept = [slot for slot in slots if slot is not None]
        first = self.first.value()
        if first is None or not kept or len(kept) != len(slots):
            return ()
        return made_parts(first, days=self.days.value(), slots=kept)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(plain_label("从", "secondary"))
        head.addWidget(self.first, 1)
        for part in (plain_label("起，连续", "secondary"), self.days):
            head.addWidget(part)
        head.addWidget(plain_label("，每天：", "secondary"))
        column.addLayout(head)
        for line in self.slots:
            column.addWidget(line)
        column.addWidget(self.trouble)
        column.addLayout(self._make_acts())

    def _make_acts(self) -> QHBoxLayout:
        self.make, give_up = button("排出课次"), button("取消", "link")
        self.make.clicked.connect(self._make)
        give_up.clicked.connect(lambda: self.given_up.emit())
        acts = QHBoxLayout()
        acts.addWidget(self.make)
        acts.addWidget(give_up)
        acts.addStretch(1)
        return acts

    def _make(self) -> None:
        parts = self.parts()
        self.trouble.setText("请选好第一天，并至少勾选一个时段，写明开始和结束时间。")
        self.trouble.setVisible(not parts)
        if parts:
            self.made.emit(parts)


class _SlotLine(QWidget):
    """A half-day: whether there is one, and its hours."""

    def __init__(self, slot: Slot, *, ticked: bool) -> None:
        super().__init__()
        self.tick = QCheckBox(slot.name)
        self.tick.setChecked(ticked)
        self.tick.setFixedWidth(theme().sizes.of(72))
        self.start, self.end = TimeField(slot.start), TimeField(slot.end)
        for field, word in ((self.start, "开始时间"), (self.end, "结束时间")):
            field.setAccessibleName(f"{slot.name}{word}")
            field.setFixedWidth(theme().sizes.of(72))
            field.setEnabled(ticked)
            self.tick.toggled.connect(field.setEnabled)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for part in (self.tick, self.start, plain_label("至", "secondary"), self.end):
            line.addWidget(part)
        line.addStretch(1)

    def value(self) -> Slot | None:
        start, end = self.start.value(), self.end.value()
        if start is None or end is None:
            return None
        return Slot(start=start, end=end, name=self.tick.text())

"""One part of a training in its form: name, day, begin and end."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from jz_training.domain.ids import new_id
from jz_training.domain.parts import NAME_LIMIT, TrainingPart
from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.date_time_field import Clock, DateField, TimeField


class PartLine(QWidget):
    """A part; what it is keeps its identity while its times are changed.

    Signals: changed(); removed().
    """

    changed = Signal()
    removed = Signal()

    def __init__(self, part: TrainingPart | None, *, clock: Clock) -> None:
        super().__init__()
        self._id: UUID = part.id if part else new_id()
        self.name = QLineEdit(part.name if part else "")
        self.name.setMaxLength(NAME_LIMIT)
        self.name.setPlaceholderText("名称，如 上午")
        self.day = DateField(part.start.date() if part else None, clock=clock)
        self.start = TimeField(part.start.time() if part else None)
        self.end = TimeField(part.end.time() if part else None)
        self.gone = QToolButton()
        set_icon(self.gone, "x", role="faint")
        self._name_fields()
        self._lay_out()
        self._connect()

    def part(self) -> TrainingPart | None:
        """Return what is entered, None while day or times cannot be read."""
        day, start, end = self.day.value(), self.start.value(), self.end.value()
        if day is None or start is None or end is None:
            return None
        return TrainingPart(
            id=self._id,
            name=self.name.text().strip(),
            start=datetime.combine(day, start),
            end=datetime.combine(day, end),
        )

    def _name_fields(self) -> None:
        words = ("课次名称", "课次日期", "课次开始时间", "课次结束时间", "去掉这个课次")
        fields = (self.name, self.day, self.start, self.end, self.gone)
        for field, word in zip(fields, words, strict=True):
            field.setAccessibleName(word)

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        self.name.setFixedWidth(theme().sizes.of(104))
        for box in (self.start, self.end):
            box.setFixedWidth(theme().sizes.of(66))
        line.addWidget(self.name)
        line.addWidget(self.day, 1)
        for part in (self.start, plain_label("至", "secondary"), self.end, self.gone):
            line.addWidget(part)

    def _connect(self) -> None:
        self.name.textEdited.connect(lambda _: self.changed.emit())
        for field in (self.day, self.start, self.end):
            field.value_changed.connect(lambda _: self.changed.emit())
        self.gone.clicked.connect(lambda: self.removed.emit())

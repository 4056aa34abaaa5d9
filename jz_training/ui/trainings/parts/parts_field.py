"""课次: the parts of a training; without any it is held in one go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jz_training.domain.ids import new_id
from jz_training.domain.parts import TrainingPart, shifted
from jz_training.ui.style.text import button
from jz_training.ui.trainings.parts.part_line import PartLine
from jz_training.ui.trainings.parts.quick_parts import QuickParts
from jz_training.ui.widgets.date_time_field import Clock


class PartsField(QWidget):
    """The parts, one line each, with a quick maker; `first_day` is proposed to it.

    Signals: value_changed().
    """

    value_changed = Signal()

    def __init__(self, *, clock: Clock, first_day: Callable[[], date | None]) -> None:
        super().__init__()
        self._clock, self._first_day = clock, first_day
        self.lines: list[PartLine] = []
        self.quick = QuickParts(clock=clock)
        self.quick.made.connect(self._take)
        self.quick.given_up.connect(self._close_quick)
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(self._column)
        whole.addWidget(self.quick)
        whole.addLayout(self._make_acts())
        self.quick.hide()
        self._follow()

    def value(self) -> tuple[TrainingPart, ...]:
        """Return the parts that can be read, in order of time."""
        found = [part for line in self.lines if (part := line.part()) is not None]
        return tuple(sorted(found, key=lambda part: part.start))

    def unreadable(self) -> str:
        """Return what is wrong, in words for the form; empty when all is well."""
        for number, line in enumerate(self.lines, start=1):
            if line.part() is None:
                return f"第 {number} 个课次要写明日期、开始和结束时间，如 12-07、8:30、11:30。"
        return ""

    def set_value(self, parts: Sequence[TrainingPart]) -> None:
        """Show other parts without telling about it."""
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        for part in parts:
            self._append(part)
        self.quick.hide()
        self._follow()

    def move_to(self, start: datetime) -> None:
        """Let the first part begin at another time, the others with it."""
        parts = self.value()
        if parts:
            self.set_value(shifted(parts, start - parts[0].start))
            self.value_changed.emit()

    def _make_acts(self) -> QHBoxLayout:
        self.divide = button("分成几个课次（半天、整天）…", "link")
        self.add = button("加一个课次", "link")
        self.again = button("重新排…", "link")
        self.none = button("不分课次", "link")
        self.divide.clicked.connect(self._open_quick)
        self.again.clicked.connect(self._open_quick)
        self.add.clicked.connect(self._add_next)
        self.none.clicked.connect(lambda: self._take(()))
        acts = QHBoxLayout()
        acts.setSpacing(12)
        for one in (self.divide, self.add, self.again, self.none):
            acts.addWidget(one)
        acts.addStretch(1)
        return acts

    def _append(self, part: TrainingPart | None) -> None:
        line = PartLine(part, clock=self._clock)
        line.changed.connect(self.value_changed)
        line.removed.connect(lambda: self._remove(line))
        self.lines.append(line)
        self._column.addWidget(line)

    def _add_next(self) -> None:
        """Add a part like the one a day before the next: the name is still to be entered."""
        parts = self.value()
        self._append(_next(parts) if parts else None)
        self.lines[-1].name.setFocus()
        self._follow()
        self.value_changed.emit()

    def _remove(self, line: PartLine) -> None:
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.lines.remove(line)
        self._follow()
        self.value_changed.emit()

    def _open_quick(self) -> None:
        self.quick.show()
        first = self.value()[:1]
        self.quick.begin(first[0].start.date() if first else self._first_day())
        self._follow()

    def _close_quick(self) -> None:
        self.quick.hide()
        self._follow()

    def _take(self, parts: Sequence[TrainingPart]) -> None:
        """Show the parts that were made; one that stood at the same time keeps its identity."""
        had = {part.start: part for part in self.value()}
        self.set_value([_kept(part, had.get(part.start)) for part in parts])
        self.value_changed.emit()

    def _follow(self) -> None:
        """Show the buttons that make sense now."""
        divided, making = bool(self.lines), not self.quick.isHidden()
        self.divide.setVisible(not divided and not making)
        for one in (self.add, self.again, self.none):
            one.setVisible(divided and not making)


def _next(parts: Sequence[TrainingPart]) -> TrainingPart:
    """Return a part a day after the last one, at the same hours and without a name."""
    last, day = parts[-1], timedelta(days=1)
    return TrainingPart(id=new_id(), name="", start=last.start + day, end=last.end + day)


def _kept(part: TrainingPart, had: TrainingPart | None) -> TrainingPart:
    if had is None:
        return part
    return TrainingPart(id=had.id, name=part.name, start=part.start, end=part.end)

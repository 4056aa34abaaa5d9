"""The points of a record being written: each with what it is, who spoke and what was said."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from jz_training.domain.training_record import PointKind, RecordPoint
from jz_training.labels.record import POINT_KINDS
from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, plain_tip
from jz_training.ui.trainings.record.growing_text import GrowingText
from jz_training.ui.widgets.card import hairline

_EMPTY = RecordPoint(kind=PointKind.DISCUSSION, heading="")


class RecordPoints(QWidget):
    """A column of points with a line of buttons below to add another.

    Signals: left() when a field is left or a point was moved or taken away: the time to keep what
    was written.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes: list[PointBox] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(12)
        self._column.addLayout(self._make_adding())
        self._column.addStretch(1)

    def points(self) -> tuple[RecordPoint, ...]:
        """Return the points that say something."""
        found = (box.point() for box in self.boxes)
        return tuple(point for point in found if point.heading or point.who or point.text)

    def show_points(self, points: Sequence[RecordPoint]) -> None:
        """Show other points; an empty record gets one to begin with."""
        for box in tuple(self.boxes):
            self._drop(box)
        for point in points or (_EMPTY,):
            self._append(point)
        self._number()

    def add(self, kind: PointKind) -> None:
        """Add an empty point at the end and put the cursor into it."""
        box = self._append(RecordPoint(kind=kind, heading=""))
        self._number()
        box.heading.setFocus()

    def add_all(self, points: Sequence[RecordPoint]) -> None:
        """Add points at the end, in the place of a last one that says nothing."""
        if self.boxes and not self.boxes[-1].says_something():
            self._drop(self.boxes[-1])
        for point in points:
            self._append(point)
        self._number()
        self.left.emit()

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be changed."""
        for box in self.boxes:
            box.setEnabled(not read_only)
        for act in self.adding:
            act.setVisible(not read_only)

    def _make_adding(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        self.adding = []
        for kind in (PointKind.AGENDA, PointKind.SPEECH, PointKind.DISCUSSION, PointKind.DECISION):
            act = button(f"添加{POINT_KINDS[kind]}")
            set_icon(act, "plus")
            act.clicked.connect(lambda _=False, kind=kind: self.add(kind))
            line.addWidget(act)
            self.adding.append(act)
        line.addStretch(1)
        return line

    def _append(self, point: RecordPoint) -> PointBox:
        box = PointBox(point)
        box.left.connect(self.left)
        box.removed.connect(lambda: self._remove(box))
        box.moved.connect(lambda by: self._move(box, by))
        self._column.insertWidget(len(self.boxes), box)
        self.boxes.append(box)
        return box

    def _remove(self, box: PointBox) -> None:
        self._drop(box)
        self._number()
        self.left.emit()

    def _move(self, box: PointBox, by: int) -> None:
        place = self.boxes.index(box) + by
        if 0 <= place < len(self.boxes):
            self.boxes.remove(box)
            self.boxes.insert(place, box)
            self._column.removeWidget(box)
            self._column.insertWidget(place, box)
            self._number()
            self.left.emit()

    def _drop(self, box: PointBox) -> None:
        self.boxes.remove(box)
        self._column.removeWidget(box)
        box.hide()
        box.deleteLater()

    def _number(self) -> None:
        for place, box in enumerate(self.boxes):
            box.up.setEnabled(place > 0)
            box.down.setEnabled(place < len(self.boxes) - 1)


class PointBox(QWidget):
    """One point.

    Signals: left(); removed(); moved(int): up (-1) or down (1).
    """

    left = Signal()
    removed = Signal()
    moved = Signal(int)

    def __init__(self, point: RecordPoint) -> None:
        super().__init__()
        self.kind = QComboBox()
        for kind, word in POINT_KINDS.items():
            self.kind.addItem(word, kind.value)
        self.kind.setCurrentIndex(self.kind.findData(point.kind.value))
        self.heading, self.who = QLineEdit(point.heading), QLineEdit(point.who)
        self.heading.setCursorPosition(0)
        self.heading.setPlaceholderText("题目，如：领学文件")
        self.who.setPlaceholderText("发言人")
        self.text = GrowingText(point.text, hint="写要点，不必逐字；每行一段")
        self._make_acts()
        self._name()
        self._lay_out()
        self._connect()

    def point(self) -> RecordPoint:
        """Return what stands in the fields."""
        return RecordPoint(
            kind=PointKind(self.kind.currentData()),
            heading=self.heading.text().strip(),
            who=self.who.text().strip(),
            text=self.text.toPlainText().strip(),
        )

    def says_something(self) -> bool:
        """Tell whether anything was written."""
        point = self.point()
        return bool(point.heading or point.who or point.text)

    def _make_acts(self) -> None:
        self.up, self.down, self.gone = QToolButton(), QToolButton(), QToolButton()
        for act, icon, tip in (
            (self.up, "arrow-up", "上移"),
            (self.down, "arrow-down", "下移"),
            (self.gone, "x", "去掉这一段"),
        ):
            set_icon(act, icon, role="faint")
            plain_tip(act, tip)
            act.setAccessibleName(tip)

    def _name(self) -> None:
        for part, word in (
            (self.kind, "类别"), (self.heading, "题目"), (self.who, "发言人"), (self.text, "要点"),
        ):  # fmt: skip
            part.setAccessibleName(word)

    def _lay_out(self) -> None:
        self.kind.setFixedWidth(theme().sizes.of(104))
        self.who.setFixedWidth(theme().sizes.of(120))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.kind)
        head.addWidget(self.heading, 1)
        for part in (self.who, self.up, self.down, self.gone):
            head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addWidget(hairline())

    def _connect(self) -> None:
        self.kind.activated.connect(lambda _: self.left.emit())
        for field in (self.heading, self.who):
            field.editingFinished.connect(self.left)
        self.text.left.connect(self.left)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.gone.clicked.connect(lambda: self.removed.emit())

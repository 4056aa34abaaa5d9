"""The line above the list of a training of parts: the whole, or the part to be marked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from jz_training.domain.parts import TrainingPart
from jz_training.labels.days import clock_words
from jz_training.ui.style.text import ElidedLabel, plain_label
from jz_training.ui.widgets.segmented import Segmented

ALL = "全部"
#: More parts than this stand in a list to drop down.
MOST_SIDE_BY_SIDE = 7


class PartLine(QWidget):
    """全部 and the parts; Alt+0 takes the whole, Alt+1 the first part. Hidden without parts.

    Signals: chosen(UUID or None).
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[TrainingPart, ...] = ()
        self._place = 0
        self._choice: Segmented | QComboBox | None = None
        self._when = ElidedLabel("", "small")
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(12)
        self._line.addWidget(plain_label("课次", "strong"))
        self._line.addWidget(self._when, 1)
        for place in range(10):
            keys = QShortcut(QKeySequence(f"Alt+{place}"), self)
            keys.setContext(Qt.ShortcutContext.WindowShortcut)
            keys.activated.connect(lambda place=place: self.take(place))
        self.hide()

    def show_parts(self, parts: Sequence[TrainingPart], part_id: UUID | None) -> None:
        """Show the parts of a training with one of them, or the whole, taken."""
        if tuple(parts) != self._parts:
            self._parts = tuple(parts)
            self._make_choice()
        place = next((at for at, part in enumerate(parts, 1) if part.id == part_id), 0)
        self._set(place)
        self.setVisible(bool(parts))

    def take(self, place: int) -> None:
        """Take a part by its place from 1, or the whole by 0, as if it had been clicked."""
        if self.isVisible() and place <= len(self._parts):
            self._set(place)
            self._tell(place)

    def take_due(self, moment: datetime) -> None:
        """Take the part going on or coming next where the whole is taken.

        Who answers a roll call answers for one morning, not for the days ahead.
        """
        if self._place == 0:
            parts = enumerate(self._parts, 1)
            self.take(next((at for at, part in parts if moment <= part.end), 0))

    def words(self) -> list[str]:
        """Return what is offered, the whole first."""
        return [ALL, *(part.name for part in self._parts)] if self._parts else []

    def _make_choice(self) -> None:
        if self._choice is not None:
            self._choice.hide()
            self._choice.deleteLater()
        if len(self._parts) <= MOST_SIDE_BY_SIDE:
            self._choice = self._side_by_side()
        else:
            self._choice = self._to_drop_down()
        self._choice.setAccessibleName("登记哪个课次")
        self._line.insertWidget(1, self._choice)

    def _side_by_side(self) -> Segmented:
        words = enumerate(self.words() or [ALL])
        choice = Segmented([(str(place), word) for place, word in words])
        choice.chosen.connect(lambda key: self._tell(int(key)))
        return choice

    def _to_drop_down(self) -> QComboBox:
        choice = QComboBox()
        choice.addItems(self.words())
        choice.activated.connect(self._tell)
        return choice

    def _set(self, place: int) -> None:
        if isinstance(self._choice, Segmented):
            self._choice.set_value(str(place))
        elif self._choice is not None:
            self._choice.setCurrentIndex(place)
        self._place = place
        self._when.setText(self._words_of(place))

    def _words_of(self, place: int) -> str:
        if place == 0:
            return f"共 {len(self._parts)} 个课次。在这里登记，对每个课次都生效。"
        part = self._parts[place - 1]
        day = f"{part.start.month}月{part.start.day}日"
        return f"{day} {clock_words(part.start, part.end)}。登记只对这个课次生效。"

    def _tell(self, place: int) -> None:
        self._place = place
        self._when.setText(self._words_of(place))
        self.chosen.emit(self._parts[place - 1].id if place else None)

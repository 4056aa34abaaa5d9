"""Which column is what, where no header was found: chosen by hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from jz_training.domain.meeting_reading import MeetingChoice, MeetingColumn, MeetingField
from jz_training.labels import MEETING_FIELDS
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import ElidedLabel, button, plain_label
from jz_training.ui.widgets.card import Card, scrolled

_TIMES = {MeetingField.LEAVE, MeetingField.DURATION}


class ColumnsStep(QWidget):
    """Shows the columns of a file with samples.

    Signals: chosen(): the choice is enough and was confirmed.
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[tuple[str, int], QComboBox] = {}
        self.sentence = plain_label("", "error", wrap=True)
        self._area = QVBoxLayout()
        self.going_on = button("按这些列读取", "primary")
        self.going_on.clicked.connect(self._confirm)
        card = Card("没有找到表头，请指定各列", note="至少要有姓名，以及退会时间或参会时长")
        card.add(self._area, 1)
        card.add(self.sentence)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.going_on)
        card.add(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def show_columns(self, columns: Sequence[MeetingColumn], *, fault: str = "") -> None:
        """Show the columns of another file, or what was wrong with the last choice."""
        self.sentence.setText(fault)
        while (item := self._area.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setVerticalSpacing(8)
        self.boxes = {}
        for at, one in enumerate(columns):
            self._add_row(grid, at, one)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(columns), 1)
        self._area.addWidget(scrolled(holder), 1)

    def choice(self) -> MeetingChoice:
        """Return what every column is taken for."""
        return {key: MeetingField(box.currentData()) for key, box in self.boxes.items()}

    def _add_row(self, grid: QGridLayout, at: int, one: MeetingColumn) -> None:
        words = "、".join(one.samples) or "（空）"
        sheet = f"{one.sheet}　" if one.sheet else ""
        grid.addWidget(plain_label(f"{sheet}第 {one.index + 1} 列", "secondary"), at, 0)
        grid.addWidget(ElidedLabel(words), at, 1)
        box = QComboBox()
        for field, word in MEETING_FIELDS.items():
            box.addItem(word, field.value)
        box.setCurrentIndex(box.findData(one.field.value))
        box.setFixedWidth(theme().sizes.of(136))
        box.setAccessibleName(f"第 {one.index + 1} 列是")
        grid.addWidget(box, at, 2)
        self.boxes[one.sheet, one.index] = box

    def _confirm(self) -> None:
        fields = set(self.choice().values())
        if MeetingField.NAME not in fields:
            self.sentence.setText("请指定哪一列是姓名或昵称。")
        elif not fields & _TIMES:
            self.sentence.setText("请指定退会时间或参会时长，否则算不出在线多久。")
        else:
            self.chosen.emit()

"""The columns found in the file, each with a box to say what it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from jz_training.domain.roster import masked_phone
from jz_training.domain.roster_reading import ColumnChoice, FoundColumn, RosterField
from jz_training.labels import ROSTER_FIELDS
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import ElidedLabel, plain_label
from jz_training.ui.widgets.card import Card

#: A sheet may have these more than once, or as often as it likes.
_ANY = (RosterField.IGNORED, RosterField.ORDINAL)
_WIDE = 116
_LONG_NUMBER = re.compile(r"\d{7,}[\dXx]?")


class ColumnsCard(Card):
    """Shows the columns of one sheet at a time.

    Signals: changed() when the user took another field for a column.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__("识别到的列", note=" ")
        self._columns: Sequence[FoundColumn] = ()
        self._chosen: dict[tuple[str, int], RosterField] = {}
        self.boxes: dict[tuple[str, int], QComboBox] = {}
        self.sheets = QComboBox()
        self.sheets.setAccessibleName("工作表")
        self.sheets.currentIndexChanged.connect(lambda _: self._show_sheet())
        self.head.addWidget(self.sheets)
        self._make_area()
        self.trouble = plain_label("", "error", wrap=True)
        self.trouble.hide()
        self.add(self.trouble)

    def say(self, sentence: str) -> None:
        """Show why the last choice could not be followed; empty takes it away."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def show_columns(self, columns: Sequence[FoundColumn]) -> None:
        """Show other columns; the sheet in sight stays when it is still there."""
        sheet = self.sheets.currentText()
        self._columns = columns
        self._chosen = {(one.sheet, one.index): one.field for one in columns}
        names = list(dict.fromkeys(one.sheet for one in columns))
        self.sheets.blockSignals(True)
        self.sheets.clear()
        self.sheets.addItems(names)
        self.sheets.setCurrentIndex(names.index(sheet) if sheet in names else 0)
        self.sheets.blockSignals(False)
        self.sheets.setVisible(len(names) > 1)
        self._show_sheet()

    def choice(self) -> ColumnChoice:
        """Return what every column is taken for."""
        return dict(self._chosen)

    # --- construction --------------------------------------------------------------------------

    def _make_area(self) -> None:
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFixedHeight(theme().sizes.of(88) + 10)
        self.add(self._area)

    def _show_sheet(self) -> None:
        sheet = self.sheets.currentText()
        holder = QWidget()
        holder.setProperty("kind", "clear")
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        self.boxes = {}
        shown = [one for one in self._columns if one.sheet == sheet]
        for column in shown:
            line.addLayout(self._column(column))
        line.addStretch(1)
        self._area.setWidget(holder)
        known = sum(one.field is not RosterField.IGNORED for one in shown)
        self.set_title("识别到的列", f"{len(shown)} 列，导入其中 {known} 列；不对的可以改")

    def _column(self, column: FoundColumn) -> QVBoxLayout:
        box = QComboBox()
        for field, word in ROSTER_FIELDS.items():
            box.addItem(word, field.value)
        box.setCurrentIndex(box.findData(column.field.value))
        box.setFixedWidth(theme().sizes.of(_WIDE))
        box.setAccessibleName(f"“{column.heading}”这一列是")
        key = (column.sheet, column.index)
        box.activated.connect(lambda _: self._take(key, RosterField(box.currentData())))
        self.boxes[key] = box
        made = QVBoxLayout()
        made.setSpacing(4)
        made.addWidget(box)
        heading = ElidedLabel(column.heading or "（没有表头）", "secondary")
        samples = ElidedLabel(_in_words(column.samples), "small")
        for label in (heading, samples):
            label.setFixedWidth(theme().sizes.of(_WIDE))
            made.addWidget(label)
        return made

    def _take(self, key: tuple[str, int], field: RosterField) -> None:
        if self._chosen[key] is field:
            return
        self._free(key[0], field)
        self._chosen[key] = field
        self.changed.emit()

    def _free(self, sheet: str, field: RosterField) -> None:
        """Let go of the column that was taken for a field; two rosters side by side keep theirs."""
        times = Counter(one for (name, _), one in self._chosen.items() if name == sheet)
        if field in _ANY or times[field] != 1:
            return
        for other, taken in self._chosen.items():
            if other[0] == sheet and taken is field:
                self._chosen[other] = RosterField.IGNORED


def _in_words(samples: Sequence[str]) -> str:
    """Return samples side by side; long numbers (phones, ID cards) with their middle hidden."""
    hidden = (_LONG_NUMBER.sub(lambda found: masked_phone(found[0]), one) for one in samples)
    return "、".join(hidden) or "（空）"

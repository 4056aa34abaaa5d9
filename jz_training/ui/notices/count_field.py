"""How many are asked for: a number, its unit, and how often again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from jz_training.domain.obligation import Per
from jz_training.labels.notices import PERS
from jz_training.ui.style.look import theme
from jz_training.ui.widgets.choice_field import ChoiceField

#: The units notices count in; any other word may be typed.
UNITS = ("场", "次", "期", "篇", "条", "个", "人次")


class CountField(QWidget):
    """不少于 3 场 · 每季度; an empty number asks for no count.

    Signals: value_changed().
    """

    value_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.number, self.unit, self.per = QLineEdit(), ChoiceField(), QComboBox()
        self.number.setPlaceholderText("数量，可不填")
        self.unit.setPlaceholderText("单位")
        self.unit.set_choices(UNITS)
        for per, word in PERS.items():
            self.per.addItem(word, per.value)
        for part, name in ((self.number, "数量"), (self.unit, "单位"), (self.per, "多久一次")):
            part.setAccessibleName(name)
        self.unit.setFixedWidth(theme().sizes.of(96))
        self.per.setFixedWidth(theme().sizes.of(112))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.number, 1)
        line.addWidget(self.unit)
        line.addWidget(self.per)
        self.setFocusProxy(self.number)
        for field in (self.number, self.unit):
            field.textChanged.connect(lambda _: self.value_changed.emit())
        self.per.currentIndexChanged.connect(lambda _: self.value_changed.emit())

    def set_value(self, count: int | None, unit: str, per: Per) -> None:
        """Show a count."""
        self.number.setText("" if count is None else str(count))
        self.unit.setText(unit)
        self.per.setCurrentIndex(self.per.findData(per.value))

    def value(self) -> tuple[int | None, str, Per]:
        """Return number, unit and how often; the number is None while none can be read."""
        return read_count(self.number.text()), self.unit.text().strip(), Per(self.per.currentData())

    def unreadable(self) -> str:
        """Return what is wrong in words, empty when it can be saved."""
        typed = self.number.text().strip()
        return "数量请写整数，如 3。" if typed and read_count(typed) is None else ""


def read_count(text: str) -> int | None:
    """Return a whole number typed in half or full width, None for anything else."""
    typed = text.strip()
    return int(typed) if typed.isdecimal() and len(typed) <= 12 else None

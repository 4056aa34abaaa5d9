"""期 and 批 of a training: two small numbers, either of which may be left out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label

#: More phases or batches than this no plan has.
_MOST = 999


class PhaseField(QWidget):
    """第 [1] 期 第 [2] 批.

    Signals: value_changed().
    """

    value_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.phase, self.batch = _number("期"), _number("批")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for field, word in ((self.phase, "期"), (self.batch, "批")):
            line.addWidget(plain_label("第", "secondary"))
            line.addWidget(field)
            line.addWidget(plain_label(word, "secondary"))
            line.addSpacing(8)
            field.textChanged.connect(lambda _: self.value_changed.emit())
        line.addStretch(1)
        self.setFocusProxy(self.phase)

    def value(self) -> tuple[int | None, int | None]:
        """Return phase and batch."""
        return _value(self.phase), _value(self.batch)

    def set_value(self, phase: int | None, batch: int | None) -> None:
        """Show other numbers."""
        for field, number in ((self.phase, phase), (self.batch, batch)):
            field.setText("" if number is None else str(number))


def _number(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setValidator(QIntValidator(1, _MOST, field))
    field.setAccessibleName(name)
    field.setFixedWidth(theme().sizes.of(56))
    return field


def _value(field: QLineEdit) -> int | None:
    text = field.text().strip()
    return int(text) if text else None

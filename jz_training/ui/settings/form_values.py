"""Forms of trainings that are worth a fixed number of 学时 each time."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from jz_training.domain.training_form import TrainingForm
from jz_training.labels import FORMS
from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.widgets.hours_entry import hours_in, shown


class FormValues(QWidget):
    """One line for each form that counts by the time it is held, whatever it lasts."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[_Line] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.add = button("加一种形式", "link")
        self.add.clicked.connect(lambda: self._append(TrainingForm.CENTRE_GROUP, None))
        below = QHBoxLayout()
        below.addWidget(self.add)
        below.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(self._column)
        whole.addLayout(below)

    def set_value(self, values: Sequence[tuple[TrainingForm, Decimal]]) -> None:
        """Show other forms."""
        for line in list(self.lines):
            self._remove(line)
        for form, hours in values:
            self._append(form, hours)

    def values(self) -> tuple[tuple[TrainingForm, Decimal], ...]:
        """Return what can be read; of a form named twice the last counts."""
        found: dict[TrainingForm, Decimal] = {}
        for line in self.lines:
            hours = hours_in(line.hours)
            if hours is not None:
                found[TrainingForm(line.form.currentData())] = hours
        return tuple(found.items())

    def unreadable(self) -> str:
        """Return what is wrong, in words for the form; empty when all is well."""
        wrong = any(hours_in(line.hours) is None for line in self.lines)
        return "每种形式都要写明每次多少学时，如 3。" if wrong else ""

    def _append(self, form: TrainingForm, hours: Decimal | None) -> None:
        line = _Line(form, hours)
        line.gone.clicked.connect(lambda: self._remove(line))
        self.lines.append(line)
        self._column.addWidget(line)

    def _remove(self, line: _Line) -> None:
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.lines.remove(line)


class _Line(QWidget):
    def __init__(self, form: TrainingForm, hours: Decimal | None) -> None:
        super().__init__()
        self.form = QComboBox()
        for each, word in FORMS.items():
            self.form.addItem(word, each.value)
        self.form.setCurrentIndex(self.form.findData(form.value))
        self.form.setAccessibleName("形式")
        self.hours = QLineEdit(shown(hours))
        self.hours.setAccessibleName("每次学时")
        self.hours.setFixedWidth(theme().sizes.of(64))
        self.gone = QToolButton()
        self.gone.setAccessibleName("去掉这种形式")
        set_icon(self.gone, "x", role="faint")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.form, 1)
        for part in (plain_label("每次", "secondary"), self.hours,
                     plain_label("学时", "secondary"), self.gone):  # fmt: skip
            line.addWidget(part)

"""Forms: labels above fields, one column, errors under the field in words; Enter goes on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from jz_training.ui.style.text import plain_label, redress

W = TypeVar("W", bound=QWidget)


@dataclass(frozen=True, slots=True)
class _Field:
    label: str
    words: QLabel
    widget: QWidget
    error: QLabel
    hint: str
    required: bool


class Form(QWidget):
    """A column of named fields.

    Signals: submitted() when Enter is pressed in the last field and nothing is missing;
    cancelled() on Esc; edited() when the text or choice of a simple field changes.
    """

    submitted = Signal()
    cancelled = Signal()
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fields: dict[str, _Field] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def add(self, name: str, label: str, widget: W, *, hint: str = "", required: bool = False) -> W:
        """Add a field under its label and return its widget; `hint` stands below it."""
        words = plain_label(label, "field")
        if self._fields:  # not a spacer: a hidden field leaves no gap behind
            words.setContentsMargins(0, 8, 0, 0)
        words.setBuddy(widget)
        widget.setAccessibleName(label)
        below = plain_label(hint, "small", wrap=True)
        for part in (words, widget, below):
            self._column.addWidget(part)
        below.setVisible(bool(hint))  # not before it has a parent: it would open as a window
        if self._fields:
            QWidget.setTabOrder(next(reversed(self._fields.values())).widget, widget)
        self._fields[name] = _Field(label, words, widget, below, hint, required)
        self._listen(widget)
        return widget

    def add_below(self, widget: QWidget) -> None:
        """Put a widget that is no field, such as live remarks, below the last field."""
        self._column.addWidget(widget)

    def show_field(self, name: str, *, shown: bool) -> None:
        """Show or hide a field with its label; what stands in it stays."""
        field = self._fields[name]
        field.words.setVisible(shown)
        field.widget.setVisible(shown)
        field.error.setVisible(shown and bool(field.error.text()))

    def complete(self) -> bool:
        """Tell whether every required field is filled; point at the first that is not."""
        self.clear_errors()
        missing = [
            name
            for name, field in self._fields.items()
            if field.required and not _is_filled(field.widget)
        ]
        for name in missing:
            self.set_error(name, f"请填写{self._fields[name].label}。")
        self._point_at(missing)
        return not missing

    def set_error(self, name: str, sentence: str) -> bool:
        """Show a sentence under a field; False when the form has no such field."""
        field = self._fields.get(name)
        if field is None:
            return False
        self._show_below(field, sentence, wrong=True)
        return True

    def show_errors(self, sentences: Mapping[str, str]) -> None:
        """Show what is wrong (field → sentence) and put the cursor into the first of them."""
        self.clear_errors()
        self._point_at([name for name in sentences if self.set_error(name, sentences[name])])

    def clear_errors(self) -> None:
        """Take all errors away; the hints come back."""
        for field in self._fields.values():
            self._show_below(field, field.hint, wrong=False)

    def error(self, name: str) -> str:
        """Return the error shown under a field, empty when there is none."""
        field = self._fields[name]
        return field.error.text() if field.error.property("kind") == "error" else ""

    def clear_error(self, name: str) -> None:
        """Take the error of one field away; its hint comes back."""
        field = self._fields[name]
        if self.error(name):
            self._show_below(field, field.hint, wrong=False)

    def has_errors(self) -> bool:
        """Tell whether something is shown to be wrong."""
        return any(self.error(name) for name in self._fields)

    def set_hint(self, name: str, hint: str) -> None:
        """Let another hint stand below a field; an error that is shown stays."""
        if hint == self._fields[name].hint:
            return
        field = self._fields[name] = replace(self._fields[name], hint=hint)
        if not self.error(name):
            self._show_below(field, hint, wrong=False)

    def stretch(self) -> None:
        """Let the rest of the column stay empty below the last field."""
        self._column.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            event.ignore()  # a dialog around the form closes too
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        here = QApplication.focusWidget()
        last = next(reversed(self._fields.values())).widget
        if here is not None and here is not last and not last.isAncestorOf(here):
            self.focusNextChild()
        elif self.complete():
            self.submitted.emit()

    def _point_at(self, names: list[str]) -> None:
        if names:
            self._fields[names[0]].widget.setFocus()

    def _show_below(self, field: _Field, sentence: str, *, wrong: bool) -> None:
        field.error.setText(sentence)
        field.error.setVisible(bool(sentence))
        field.error.setProperty("kind", "error" if wrong else "small")
        field.widget.setProperty("wrong", str(wrong).lower())
        field.widget.setAccessibleDescription(sentence)
        redress(field.error)
        redress(field.widget)

    def _listen(self, widget: QWidget) -> None:
        if isinstance(widget, QLineEdit):
            widget.textChanged.connect(self.edited)
        elif isinstance(widget, QComboBox):
            widget.currentTextChanged.connect(self.edited)
        elif isinstance(widget, QPlainTextEdit):
            widget.textChanged.connect(self.edited)


def _is_filled(widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit):
        return bool(widget.text().strip())
    if isinstance(widget, QComboBox):
        return bool(widget.currentText().strip())
    if isinstance(widget, QPlainTextEdit):
        return bool(widget.toPlainText().strip())
    value = getattr(widget, "value", None)
    return value is None or value() not in (None, "", ())

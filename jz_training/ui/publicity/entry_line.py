"""The line on top of a table: what is entered most often, saved by Enter."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from jz_training.errors import JzError, Refused
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, plain_label, plain_tip, redress
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.filled_flow import FilledFlow

W = TypeVar("W", bound=QWidget)


class EntryLine(Card):
    """Fields under their labels, side by side; a sentence below says what is wrong.

    Signals: entered() on Enter in any field or on the button; more_asked() when the user wants
    the whole form.
    """

    entered = Signal()
    more_asked = Signal()

    def __init__(self) -> None:
        super().__init__(padding=12)
        self._cells: dict[str, QWidget] = {}
        self._labels: dict[str, QLabel] = {}
        self._waits = False
        self.flow = FilledFlow()
        self.body.setSpacing(6)
        self.add(self.flow)
        self.trouble = plain_label("", "error", wrap=True)
        self.trouble.hide()
        self.body.addWidget(self.trouble)

    def focus_first(self) -> None:
        """Put the cursor where the next entry begins."""
        raise NotImplementedError

    def start_next(self) -> None:
        """Empty what belongs to one entry, after it was saved."""
        raise NotImplementedError

    def add_cell(
        self,
        name: str,
        label: str,
        widget: W,
        *,
        least: int,
        grow: int = 0,
        new_line: bool = False,
    ) -> W:
        """Add a field under its label; `least` is its least width in px at 100 %."""
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        words = plain_label(label, "small")
        words.setBuddy(widget)
        widget.setAccessibleName(label)
        column.addWidget(words)
        column.addWidget(widget)
        self.flow.put(cell, least=theme().sizes.of(least), grow=grow, new_line=new_line)
        self._labels[name] = words
        self._cells[name] = widget
        return widget

    def rename_cell(self, name: str, label: str) -> None:
        """Give a field another label."""
        self._labels[name].setText(label)
        self._cells[name].setAccessibleName(label)

    def hold(self) -> None:
        """Take no Enter while something is on its way: it must not be entered twice."""
        self._waits = True

    def release(self) -> None:
        """Take Enter again."""
        self._waits = False

    def add_buttons(self, *buttons: QPushButton) -> None:
        """Add buttons at the end of the last line."""
        cell = QWidget()
        line = QHBoxLayout(cell)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for made in buttons:
            line.addWidget(made)
        self.flow.put(cell)

    def make_buttons(self, more_tip: str) -> tuple[QPushButton, QPushButton]:
        """Return 登记, which does what Enter does, and 详细…, which opens the whole form."""
        save, more = button("登记", "primary"), button("详细…")
        plain_tip(save, "登记（回车）")
        plain_tip(more, more_tip)
        save.clicked.connect(self._enter_once)
        more.clicked.connect(self.more_asked)
        return save, more

    def show_error(self, error: JzError) -> bool:
        """Show a refusal below the line, with its field marked; False when it belongs elsewhere."""
        if not isinstance(error, Refused):
            return False
        self.show_fault(error.field, str(error))
        return True

    def show_fault(self, name: str, sentence: str) -> None:
        """Show what is wrong with a field and put the cursor there."""
        self.clear_faults()
        self.trouble.setText(sentence)
        self.trouble.show()
        field = self._cells.get(name)
        if field is not None:
            self._mark(field, wrong=True)
            field.setFocus()

    def clear_faults(self) -> None:
        """Take the sentence and the mark away."""
        self.trouble.hide()
        self.trouble.setText("")
        for field in self._cells.values():
            if field.property("wrong") == "true":
                self._mark(field, wrong=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        on_button = isinstance(QApplication.focusWidget(), QPushButton)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not on_button:
            self._enter_once()
        else:
            super().keyPressEvent(event)

    def _enter_once(self) -> None:
        if not self._waits:
            self.entered.emit()

    def _mark(self, field: QWidget, *, wrong: bool) -> None:
        field.setProperty("wrong", str(wrong).lower())
        field.setAccessibleDescription(self.trouble.text() if wrong else "")
        redress(field)

"""The command field with one line below it: what the keys do, or what the typed line will do."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from jz_training.ui.attendance.command_field import EXAMPLE, CommandField
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import ElidedLabel, plain_label, redress


class CommandPanel(QWidget):
    """A `field` and the words under it."""

    def __init__(self) -> None:
        super().__init__()
        self.field = CommandField()
        self._words = ElidedLabel("", "small")
        self._below = QStackedWidget()
        self._below.addWidget(_keys_line())
        self._below.addWidget(self._words)
        self._below.setFixedHeight(theme().sizes.of(20))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self._below)
        self.setMinimumWidth(theme().sizes.of(240))
        self.setMaximumWidth(theme().sizes.of(460))

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(theme().sizes.of(440), 0))

    @property
    def words(self) -> str:
        """Return what stands below the field, empty while it only explains the keys."""
        return self._words.text() if self._below.currentWidget() is self._words else ""

    def set_writable(self, writable: bool) -> None:
        """Take commands or not; without the field only the words below stay."""
        self.setEnabled(writable)
        self.field.setVisible(writable)
        if not writable:
            self.field.clear()
        self.field.setPlaceholderText(EXAMPLE if writable else "")

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """Show a sentence below the field; an empty one brings the keys back."""
        self._words.setText(sentence)
        self._words.setProperty("kind", "error" if wrong else "small")
        redress(self._words)
        self._below.setCurrentIndex(1 if sentence else 0)
        self.field.setProperty("wrong", str(wrong).lower())
        self.field.setAccessibleDescription(sentence)
        redress(self.field)


def _keys_line() -> QWidget:
    line = QWidget()
    line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    parts = QHBoxLayout(line)
    parts.setContentsMargins(0, 0, 0, 0)
    parts.setSpacing(4)
    for text, kind in (
        ("回车生效 · 其余", "small"),
        ("Ctrl A", "key"),
        ("到会 · 拼音首字母找人（如 cgd）·", "small"),
        ("Ctrl Z", "key"),
        ("撤销", "small"),
    ):
        parts.addWidget(plain_label(text, kind))
    parts.addStretch(1)
    return line

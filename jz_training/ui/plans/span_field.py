"""A field for the time of a planned item, typed as people write and shown in one way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from jz_training.ui.plans.span_words import Span, parse_span, span_shown
from jz_training.ui.style.text import plain_tip

EXAMPLES = "如 11月、11-20、11-20至12-05、12月底前"


class SpanField(QLineEdit):
    """A day, a month or the days between two. `value()` is None while it is not understood."""

    def __init__(self, *, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._clock = clock
        self.setPlaceholderText(EXAMPLES)
        plain_tip(self, f"一天、一个月或一段时间，{EXAMPLES}")

    def value(self) -> Span | None:
        """Return what is meant by what stands in the field now."""
        return parse_span(self.text(), today=self._clock().date())

    def set_value(self, span: Span) -> None:
        """Show a time."""
        self.setText(span_shown(span))
        self.setCursorPosition(0)

    def unreadable(self) -> str:
        """Return what cannot be read, in words for the form; empty when all is well."""
        if self.value() is not None:
            return ""
        return f"没有看懂“{self.text().strip()}”，可以写成 11月、11-20、11-20至12-05 这样。"

    def read(self) -> None:
        """Show what was typed in the one way; leave unreadable text alone."""
        span = self.value()
        if span is not None:
            self.set_value(span)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.read()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.read()
        super().keyPressEvent(event)

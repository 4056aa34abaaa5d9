"""A field of text that grows with what is written in it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit

#: Lines shown of an empty field, and at most: beyond that it scrolls.
_LEAST, _MOST = 2, 16


class GrowingText(QPlainTextEdit):
    """Plain text; Tab goes on to the next field.

    Signals: left() when the cursor leaves it.
    """

    left = Signal()

    def __init__(self, text: str = "", *, hint: str = "") -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setPlaceholderText(hint)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setPlainText(text)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._grow())
        self._grow()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()  # Esc is the page's
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted())

    def _grow(self) -> None:
        self.setFixedHeight(self._wanted())

    def _wanted(self) -> int:
        # the layout of a plain text document counts lines, not pixels
        lines = round(self.document().documentLayout().documentSize().height())
        frame = 2 * (self.frameWidth() + int(self.document().documentMargin())) + 8
        return max(_LEAST, min(_MOST, lines)) * self.fontMetrics().lineSpacing() + frame

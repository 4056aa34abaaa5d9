"""What stands where there is nothing yet: one sentence and one button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QVBoxLayout, QWidget

from jz_training.ui.style.icons import draw_icon
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, button_words, plain_label


class EmptyState(QWidget):
    """Lies over a table without rows; also usable as a widget of its own (parent None)."""

    def __init__(
        self,
        over: QAbstractScrollArea | None = None,
        sentence: str = "这里还没有内容。",
        *,
        icon: str = "inbox",
    ) -> None:
        super().__init__(over)
        self._over = over
        self._act: Callable[[], object] | None = None
        self._make(sentence, icon)
        if over is not None:
            over.installEventFilter(self)

    def set_words(
        self, sentence: str, *, verb: str = "", act: Callable[[], object] | None = None
    ) -> None:
        """Say something else and offer another button (none without a verb)."""
        self.sentence.setText(sentence)
        self.verb.setText(button_words(verb))
        self.verb.setVisible(bool(verb))
        self._act = act

    def _make(self, sentence: str, icon: str) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        self.sentence = plain_label(sentence, "secondary", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.verb = button("")
        self.verb.hide()
        self.verb.clicked.connect(self._do)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.verb)
        line.addStretch(1)
        column.addWidget(_Drawing(icon), alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.sentence)
        column.addLayout(line)
        column.addStretch(1)

    def _do(self) -> None:
        if self._act is not None:
            self._act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self._over is not None:
            top = theme().sizes.of(36)  # the header of a table stays to be seen
            self.setGeometry(0, top, self._over.width(), self._over.height() - top)
        return False


class _Drawing(QWidget):
    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setFixedSize(32, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_icon(QPainter(self), self._icon, QRectF(0, 0, 32, 32), role="outline")

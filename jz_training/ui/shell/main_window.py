"""The window itself: on the screen at once with the outline of its parts, filled afterwards.

Start-up is imports, so this module needs next to nothing; `shell.py` is what fills
the window after the first paint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QMainWindow

from jz_training import PROGRAM
from jz_training.ui.style.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from jz_training.ui.memory import Memory


class MainWindow(QMainWindow):
    """Paints rail, top bar and an empty card until it has its central widget.

    Signals: painted() once, after the first paint; closed() when the user closes the window.
    """

    painted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, memory: Memory) -> None:
        super().__init__()
        self._theme = theme
        self._memory = memory
        self._was_painted = False
        self.setWindowTitle(PROGRAM)
        self.setMinimumSize(760, 520)
        self.resize(1360, 860)
        self.restoreGeometry(memory.shape("geometry"))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._memory.keep("geometry", self.saveGeometry())
        super().closeEvent(event)
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.centralWidget() is None:
            self._paint_outline()
        else:
            super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def _paint_outline(self) -> None:
        roles, sizes = self._theme.roles, self._theme.sizes
        painter = QPainter(self)
        width, height, rail, top = self.width(), self.height(), sizes.rail, sizes.of(52)
        _fill(painter, QRect(0, 0, width, height), roles.ground)
        _fill(painter, QRect(0, 0, rail, height), roles.paper)
        _fill(painter, QRect(rail, 0, width - rail, top), roles.paper)
        _fill(painter, QRect(rail - 1, 0, 1, height), roles.hairline)
        _fill(painter, QRect(rail, top - 1, width - rail, 1), roles.hairline)


def _fill(painter: QPainter, area: QRect, colour: str) -> None:
    """Fill an area by stretching a dot: fillRect with a colour loads every enum of Qt, 25 ms."""
    dot = QPixmap(1, 1)
    dot.fill(QColor(colour))
    painter.drawPixmap(area, dot)

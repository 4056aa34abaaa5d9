"""A word on a tint that tells a state: 到会, 请假·公; dashed where nothing is recorded."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from jz_training.ui.style.fonts import ui_font
from jz_training.ui.style.look import theme
from jz_training.ui.style.theme import Tone

_SIDE = 6


def badge_font() -> QFont:
    """Return the type of badges."""
    return ui_font(theme().sizes.small)


def badge_size(word: str) -> QSize:
    """Return how much room a badge takes."""
    sizes = theme().sizes
    return QSize(_width(word, sizes.small) + 2 * _SIDE, sizes.of(20))


@lru_cache(maxsize=1024)  # few words, painted many times
def _width(word: str, pixels: int) -> int:
    return QFontMetrics(ui_font(pixels)).horizontalAdvance(word)


def paint_badge(painter: QPainter, at: QPointF, word: str, tone: Tone) -> None:
    """Paint a badge with its top left corner at a point; PLAIN has neither tint nor outline."""
    text, tint = theme().roles.tone(tone)
    size = badge_size(word)
    area = QRectF(at.x(), at.y(), size.width(), size.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_ground(painter, area, tint, tone)
    painter.setFont(badge_font())
    painter.setPen(QColor(text))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, word)
    painter.restore()


def _paint_ground(painter: QPainter, area: QRectF, tint: str, tone: Tone) -> None:
    if tone is Tone.PLAIN:
        return
    if tone is Tone.DASHED:
        pen = QPen(QColor(theme().roles.outline), 1, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tint))
    painter.drawRoundedRect(area, 3, 3)


class Badge(QWidget):
    """A badge as a widget of its own."""

    def __init__(self, word: str = "", tone: Tone = Tone.GREY) -> None:
        super().__init__()
        self._word, self._tone = word, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._show_word()

    @property
    def word(self) -> str:
        """Return the word shown."""
        return self._word

    def show_word(self, word: str, tone: Tone) -> None:
        """Show another word; an empty one hides the badge."""
        self._word, self._tone = word, tone
        self._show_word()
        self.updateGeometry()
        self.update()

    def _show_word(self) -> None:
        self.setAccessibleName(self._word)
        if not self._word:
            self.hide()
        elif self.parent() is not None:  # alone it would open as a window for a moment
            self.show()

    def sizeHint(self) -> QSize:
        return badge_size(self._word)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_badge(painter, QPointF(0, (self.height() - badge_size("").height()) / 2),
                    self._word, self._tone)  # fmt: skip

"""What stands in the place of a page while the data is being opened: grey bars, no spinner."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from jz_training.ui.style.look import theme


class Skeleton(QWidget):
    """The outline of a page without its words."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("正在打开数据")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        roles, pad = theme().roles, theme().sizes.page_pad
        painter.setPen(QColor(roles.hairline))
        painter.setBrush(QColor(roles.paper))
        card = QRectF(pad + 0.5, 68.5, self.width() - 2 * pad - 1, self.height() - 92)
        painter.drawRoundedRect(card, 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(roles.grey_tint))
        painter.drawRoundedRect(QRectF(pad, 24, 120, 20), 4, 4)
        y = 96.0
        while y < card.bottom() - 32:
            for x, width in ((16, 56), (96, 120), (280, 200)):
                painter.drawRoundedRect(QRectF(card.x() + x, y, width, 10), 4, 4)
            y += 36

"""The header of tables: faint words, an arrow at the sorted column, a click asks for an order."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from jz_training.ui.style.fonts import ui_font
from jz_training.ui.style.icons import draw_icon
from jz_training.ui.style.look import theme
from jz_training.ui.widgets.rows_model import RowsModel

_SIDE = 8


class TableHeader(QHeaderView):
    """Paints itself, so that number columns line up with their figures to the pixel.

    Signals: sort_requested(str, bool): sort key and whether downwards; a second click turns round.
    """

    sort_requested = Signal(str, bool)

    def __init__(self, view: QTableView, model: RowsModel[Any]) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._rows = model
        self._key, self._descending = "", False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(40)
        self.sectionClicked.connect(self._ask)

    def show_order(self, key: str, *, descending: bool) -> None:
        """Mark the sorted column."""
        self._key, self._descending = key, descending
        self.viewport().update()

    def sizeHint(self) -> QSize:
        # a table asks often, and only for the height; Qt's own answer measures every title
        return QSize(self.minimumSectionSize(), theme().sizes.of(36))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        roles, sizes = theme().roles, theme().sizes
        column = self._rows.columns[section]
        painter.fillRect(rect, QColor(roles.paper))
        painter.setPen(QColor(roles.hairline))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(ui_font(sizes.small))
        painter.setPen(QColor(roles.faint))
        inner = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, int(side | Qt.AlignmentFlag.AlignVCenter), column.title)
        if column.sort and column.sort == self._key:
            self._paint_arrow(painter, inner, column.title, at_left=column.number)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(QColor(theme().roles.hairline))
        low = self.viewport().height() - 1
        painter.drawLine(self.length(), low, self.viewport().width(), low)

    def _paint_arrow(self, painter: QPainter, area: QRect, title: str, *, at_left: bool) -> None:
        side = theme().sizes.of(12)
        wide = painter.fontMetrics().horizontalAdvance(title) + 4
        x = area.right() - wide - side if at_left else area.x() + wide
        name = "arrow-down" if self._descending else "arrow-up"
        place = QRectF(x, area.center().y() - side / 2 + 1, side, side)
        draw_icon(painter, name, place, role="faint")

    def _ask(self, section: int) -> None:
        key = self._rows.columns[section].sort
        if not key:
            return
        descending = key == self._key and not self._descending
        self.show_order(key, descending=descending)
        self.sort_requested.emit(key, descending)

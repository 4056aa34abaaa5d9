"""Paints the rows of tables: text, second line, badges, hover and selection, hairlines."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from jz_training.ui.style.fonts import ui_font
from jz_training.ui.style.look import theme
from jz_training.ui.style.theme import Theme
from jz_training.ui.widgets.badge import badge_size, paint_badge
from jz_training.ui.widgets.rows_model import Cell, RowsModel

Index = QModelIndex | QPersistentModelIndex

_SIDE = 8

# int() once: combining flags for every cell costs as much as painting it
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_LEFT = int(Qt.AlignmentFlag.AlignLeft | _MIDDLE)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | _MIDDLE)


class RowDelegate(QStyledItemDelegate):
    """Draws one cell from the model's `Cell`, asking the model directly (no roles, no variants)."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self.hovered = -1
        self.renew()

    def renew(self) -> None:
        """Take colours and type from the theme again."""
        self._theme: Theme = theme()
        sizes = self._theme.sizes
        self._text_font = ui_font(sizes.of(13))
        self._strong_font = ui_font(sizes.of(13), weight=QFont.Weight.DemiBold)
        self._small_font = ui_font(sizes.small)
        self._line = QColor(self._theme.roles.row_line)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = cast("RowsModel[object]", index.model())
        cell = model.cell(index.row(), index.column())
        if cell is None:
            return QSize(48, self._theme.sizes.row)
        metrics = self._view.fontMetrics()
        wide = max(metrics.horizontalAdvance(cell.text), metrics.horizontalAdvance(cell.second))
        return QSize(wide + 2 * _SIDE + 16, self._theme.sizes.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        self._paint_ground(painter, area, index.row(), state)
        model = cast("RowsModel[object]", index.model())
        column = index.column()
        cell = model.cell(index.row(), column)
        if cell is None:
            self._paint_waiting(painter, area)
        elif cell.tone is not None:
            self._paint_badge(painter, area, cell)
        else:
            self._paint_text(painter, area, cell, right=model.columns[column].number)

    def _paint_ground(
        self, painter: QPainter, area: QRect, row: int, state: QStyle.StateFlag
    ) -> None:
        roles = self._theme.roles
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(roles.accent_tint))
        elif row == self.hovered:
            painter.fillRect(area, QColor(roles.hover))
        painter.fillRect(area.x(), area.bottom(), area.width(), 1, self._line)

    def _paint_waiting(self, painter: QPainter, area: QRect) -> None:
        bar = QRect(area.x() + _SIDE, area.center().y() - 4, min(64, area.width() - 24), 8)
        painter.fillRect(bar, QColor(self._theme.roles.grey_tint))

    def _paint_badge(self, painter: QPainter, area: QRect, cell: Cell) -> None:
        if not cell.text or cell.tone is None:
            return
        size = badge_size(cell.text)
        top = area.y() + (area.height() - size.height()) / 2
        painter.save()
        painter.setClipRect(area)
        paint_badge(painter, QPointF(area.x() + _SIDE, top), cell.text, cell.tone)
        painter.restore()

    def _paint_text(self, painter: QPainter, area: QRect, cell: Cell, *, right: bool) -> None:
        roles = self._theme.roles
        inner = area.adjusted(_SIDE, 0, -_SIDE, 0)
        side = _RIGHT if right else _LEFT
        painter.setFont(self._strong_font if cell.strong else self._text_font)
        painter.setPen(QColor(getattr(roles, cell.role)))
        font_size = self._text_font.pixelSize()
        first, rest = broken(painter, cell.text, inner.width()) if cell.wrap else (cell.text, "")
        second = rest or cell.second
        upper, lower = _halves(inner) if second else (inner, inner)
        _draw(painter, upper, side, first, font_size, middle=cell.tail)
        if second and not rest:
            painter.setFont(self._small_font)
            painter.setPen(QColor(roles.faint))
        if second:
            _draw(painter, lower, side, second, font_size)


def _halves(area: QRect) -> tuple[QRect, QRect]:
    """Return where the two lines of a tall row stand, close together around the middle."""
    middle = area.center().y() + 1
    half = area.height() // 2 - 6
    return (
        QRect(area.x(), middle - half, area.width(), half),
        QRect(area.x(), middle, area.width(), half),
    )


def broken(painter: QPainter, text: str, width: int) -> tuple[str, str]:
    """Return a text as the line that fits and what is left of it."""
    if painter.fontMetrics().horizontalAdvance(text) <= width:
        return text, ""
    layout = QTextLayout(text, painter.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    units = line.textLength()
    layout.endLayout()
    first = text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")
    return first.rstrip(), text[len(first) :].lstrip()


def _draw(
    painter: QPainter, area: QRect, side: int, text: str, font_size: int, *, middle: bool = False
) -> None:
    # no character is wider than the font is high: most texts need not be measured at all
    if len(text) * font_size > area.width():
        metrics = painter.fontMetrics()
        modes = Qt.TextElideMode
        mode = modes.ElideMiddle if middle else modes.ElideRight
        text = metrics.elidedText(text, mode, area.width())
    painter.drawText(area, side, text)

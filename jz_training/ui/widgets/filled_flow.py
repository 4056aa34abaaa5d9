"""Fields side by side that fill their lines; a new line begins when there is no more room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from jz_training.ui.widgets.flow import Flow


class FilledFlow(Flow):
    """Like a line of a form that breaks: what is left of a line goes to those that may grow.

    `put(widget, least, grow)`: `least` is the width in pixels below which it is not squeezed, 0
    for its own; `grow` its share of the rest of its line.
    """

    def __init__(self, *, spacing: int = 8, between: int = 8) -> None:
        super().__init__(spacing=spacing)
        self._wishes: dict[QWidget, tuple[int, int]] = {}
        self._breaks: set[QWidget] = set()
        self._between = between

    def put(
        self, widget: QWidget, *, least: int = 0, grow: int = 0, new_line: bool = False
    ) -> None:
        """Add a widget with what it wishes; with `new_line` it always begins one."""
        self._wishes[widget] = (least, grow)
        if new_line:
            self._breaks.add(widget)
        self.addWidget(widget)

    def least_size(self, item: QLayoutItem) -> QSize:
        return QSize(self._least(item), item.sizeHint().height())

    def arrange(self, area: QRect, *, move: bool) -> int:
        y = area.y()
        for line in self._lines(area.width()):
            tallest = max(item.sizeHint().height() for item in line)
            if move:
                self._place(line, QRect(area.x(), y, area.width(), tallest))
            y += tallest + self._between
        return max(0, y - self._between - area.y())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self.items:
            if item.isEmpty():  # hidden
                continue
            need = self._least(item) + self.spacing()
            if not lines or item.widget() in self._breaks or need > left + self.spacing():
                lines.append([])
                left = width
            lines[-1].append(item)
            left -= need
        return lines

    def _place(self, line: list[QLayoutItem], area: QRect) -> None:
        taken = sum(map(self._least, line)) + self.spacing() * (len(line) - 1)
        rest, shares = max(0, area.width() - taken), sum(map(self._grow, line))
        x = area.x()
        for item in line:
            more = rest * self._grow(item) // shares if shares else 0
            size = QSize(self._least(item) + more, item.sizeHint().height())
            low = area.y() + area.height() - size.height()
            item.setGeometry(QRect(QPoint(x, low), size))
            x += size.width() + self.spacing()

    def _least(self, item: QLayoutItem) -> int:
        least, _ = self._wish(item)
        return least or item.sizeHint().width()

    def _grow(self, item: QLayoutItem) -> int:
        return self._wish(item)[1]

    def _wish(self, item: QLayoutItem) -> tuple[int, int]:
        widget = item.widget()
        return self._wishes.get(widget, (0, 0)) if widget is not None else (0, 0)

"""Tabs with a line under the chosen one; the number in a tab is a count."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from jz_training.ui.style.fonts import ui_font
from jz_training.ui.style.look import theme

_BETWEEN = 28


class TabLine(QWidget):
    """The line of tabs alone. Left and right arrows move.

    Signals: chosen(str): the key of the tab.
    """

    chosen = Signal(str)

    def __init__(self, tabs: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._order = [key for key, _ in tabs]
        self._keys = list(self._order)
        self._words = dict(tabs)
        self._counts: dict[str, str] = {}
        self._current = self._keys[0]
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._describe()

    @property
    def current(self) -> str:
        """Return the key of the chosen tab."""
        return self._current

    def choose(self, key: str) -> None:
        """Choose a tab and tell about it when it is another."""
        if key != self._current and key in self._keys:
            self._current = key
            self._describe()
            self.update()
            self.chosen.emit(key)

    def show_tab(self, key: str, *, shown: bool) -> None:
        """Show or hide a tab; when the chosen one goes, the first is chosen."""
        wanted = {*self._keys, key} if shown else {*self._keys} - {key}
        self._keys = [each for each in self._order if each in wanted]
        self.updateGeometry()
        self.update()
        if self._current not in self._keys:
            self.choose(self._keys[0])

    def set_count(self, key: str, count: int | str | None) -> None:
        """Show a count behind a tab's word: 58, or 4/9; None takes it away."""
        self._counts[key] = "" if count is None else str(count)
        self.updateGeometry()
        self.update()

    def text_of(self, key: str) -> str:
        """Return what stands on a tab."""
        return f"{self._words[key]} {self._counts.get(key, '')}".strip()

    def go(self, steps: int) -> None:
        """Choose a neighbour."""
        at = (self._keys.index(self._current) + steps) % len(self._keys)
        self.choose(self._keys[at])

    def sizeHint(self) -> QSize:
        return QSize(int(self._places()[-1][1].right()) + 8, theme().sizes.of(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        roles = theme().roles
        low = self.height() - 1
        painter.fillRect(0, low, self.width(), 1, QColor(roles.hairline))
        for key, place in self._places():
            chosen = key == self._current
            painter.setFont(self._font(chosen=chosen))
            painter.setPen(QColor(roles.accent if chosen else roles.secondary))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), self.text_of(key))
            if chosen:
                line = QRectF(place.x() - 2, low - 1, place.width() + 4, 2)
                painter.fillRect(line, QColor(roles.accent))
                self._paint_focus(painter, place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for key, place in self._places():
            if place.adjusted(-_BETWEEN / 2, 0, _BETWEEN / 2, 0).contains(event.position()):
                self.choose(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if steps is None:
            super().keyPressEvent(event)
        else:
            self.go(steps)

    def _places(self) -> list[tuple[str, QRectF]]:
        metrics = QFontMetricsF(self._font(chosen=True))  # the bold one: nothing moves on a choice
        places, x = [], 2.0
        for key in self._keys:
            width = metrics.horizontalAdvance(self.text_of(key))
            places.append((key, QRectF(x, 0, width, self.height() - 2)))
            x += width + _BETWEEN
        return places

    def _paint_focus(self, painter: QPainter, place: QRectF) -> None:
        if self.hasFocus():
            painter.setPen(QColor(theme().roles.accent))
            painter.drawRoundedRect(place.adjusted(-4, 4.5, 4, -4.5), 4, 4)

    def _font(self, *, chosen: bool) -> QFont:
        weight = QFont.Weight.DemiBold if chosen else QFont.Weight.Normal
        return ui_font(theme().sizes.text, weight=weight)

    def _describe(self) -> None:
        self.setAccessibleName(f"标签页：{self._words[self._current]}")


class Tabs(QWidget):
    """A tab line with the page of each tab below it; pages may be added when first needed.

    Signals: chosen(str).
    """

    chosen = Signal(str)

    def __init__(self, tabs: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.line = TabLine(tabs)
        self._stack = QStackedWidget()
        self._pages: dict[str, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.line)
        column.addWidget(self._stack, 1)
        self.line.chosen.connect(self._show)

    def set_page(self, key: str, page: QWidget) -> None:
        """Put a page under a tab."""
        self._pages[key] = page
        self._stack.addWidget(page)
        self._show_page(self.line.current)

    def page(self, key: str) -> QWidget | None:
        """Return the page under a tab, if it was set."""
        return self._pages.get(key)

    def choose(self, key: str) -> None:
        """Choose a tab."""
        self.line.choose(key)

    def _show(self, key: str) -> None:
        self.chosen.emit(key)  # whoever makes pages late sets it now
        self._show_page(key)

    def _show_page(self, key: str) -> None:
        if key in self._pages:
            self._stack.setCurrentWidget(self._pages[key])

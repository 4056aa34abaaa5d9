"""Bars of one figure by month, each of which opens its rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jz_training.ui.publicity.month_lines import MonthLine
from jz_training.ui.style.fonts import ui_font
from jz_training.ui.style.look import theme

_WIDEST = 40
_SHARE = 0.56


class MonthBars(QWidget):
    """Draws the figure `key` of each month; arrows move between the bars, Enter opens one.

    Signals: asked(MonthLine) when a bar is clicked or entered.
    """

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[MonthLine, ...] = ()
        self._key, self._word = "", ""
        self._current = -1
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_lines(self, lines: Sequence[MonthLine], *, key: str, word: str) -> None:
        """Show a figure of other months; the sum is left out."""
        self._lines = tuple(line for line in lines if not line.is_sum)
        self._key, self._word = key, word
        self._current = min(self._current, len(self._lines) - 1)
        self._describe()
        self.update()

    def counts(self) -> list[int]:
        """Return the figures drawn, month after month."""
        return [self._count(line) for line in self._lines]

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().sizes.of(200), theme().sizes.of(140))

    def sizeHint(self) -> QSize:
        return QSize(theme().sizes.of(480), theme().sizes.of(220))

    # --- drawing -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(ui_font(theme().sizes.small))
        roles = theme().roles
        floor = self._floor()
        painter.fillRect(QRectF(0, floor, self.width(), 1), QColor(roles.hairline))
        for at, line in enumerate(self._lines):
            self._paint_bar(painter, at, line)

    def _paint_bar(self, painter: QPainter, at: int, line: MonthLine) -> None:
        roles, bar, lane = theme().roles, self._bar(at), self._lane(at)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(roles.accent_fill))
        if bar.height() > 0:
            painter.drawRoundedRect(bar, 2, 2)
        above = QRectF(
            lane.x() - 8, bar.top() - self._letter() - 2, lane.width() + 16, self._letter()
        )
        painter.setPen(QColor(roles.ink if self._count(line) else roles.faint))
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(self._count(line)))
        below = QRectF(lane.x(), self._floor() + 4, lane.width(), self._letter())
        painter.setPen(QColor(roles.faint))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._month_words(at))
        if self.hasFocus() and at == self._current:
            painter.setPen(QColor(roles.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(lane.adjusted(1, 1, -1, -1), 4, 4)

    def _month_words(self, at: int) -> str:
        """Return what stands below a bar: the year too where it begins; less where it is narrow."""
        day = self._lines[at].start
        if len(self._lines) > 18 and at % 3:
            return ""
        begins = at == 0 or day.month == 1
        wide = self._lane(at).width() > theme().sizes.of(64)
        year = f"{day:%y}/" if begins and not wide else f"{day.year}年" if begins else ""
        return f"{year}{day.month}" if "/" in year else f"{year}{day.month}月"

    def _bar(self, at: int) -> QRectF:
        lane, floor = self._lane(at), self._floor()
        most = max(self.counts(), default=0) or 1
        room = floor - self._letter() - 8
        high = room * self._count(self._lines[at]) / most
        width = min(lane.width() * _SHARE, theme().sizes.of(_WIDEST))
        return QRectF(lane.center().x() - width / 2, floor - high, width, high)

    def _lane(self, at: int) -> QRectF:
        width = self.width() / max(1, len(self._lines))
        return QRectF(at * width, 0, width, self.height())

    def _floor(self) -> float:
        return self.height() - self._letter() - 8

    def _letter(self) -> int:
        return theme().sizes.of(18)

    def _count(self, line: MonthLine) -> int:
        found: int = getattr(line, self._key)
        return found

    # --- choosing ------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position())
        opens = at >= 0 and self._count(self._lines[at]) > 0
        shape = Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._ask(self._at(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if steps is not None and self._lines:
            self._current = max(0, min(self._current + steps, len(self._lines) - 1))
            self._describe()
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._ask(self._current)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            if self._current < 0 and self._lines:
                self._current = 0
            self._describe()
            self.update()
        return super().event(event)

    def _ask(self, at: int) -> None:
        if 0 <= at < len(self._lines) and self._count(self._lines[at]):
            self.asked.emit(self._lines[at])

    def _at(self, place: QPointF) -> int:
        if not self._lines or not self.rect().contains(place.toPoint()):
            return -1
        return min(int(place.x() * len(self._lines) / self.width()), len(self._lines) - 1)

    def _describe(self) -> None:
        """Let a screen reader say the month chosen, or all of them in a sentence."""
        self.setAccessibleName(f"按月的柱图：{self._word}")
        chosen = self._lines[self._current : self._current + 1] if self._current >= 0 else ()
        words = (f"{line.word} {self._count(line)}" for line in chosen or self._lines)
        self.setAccessibleDescription("，".join(words))

"""The month: weeks from Monday, each day with its number, its holiday and its trainings."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from jz_training.domain.calendar_entry import CalendarEntry
from jz_training.ui.calendar.calendar_span import within
from jz_training.ui.calendar.days_board import DaysBoard
from jz_training.ui.calendar.days_view import USUAL, Drag, Times
from jz_training.ui.calendar.month_layout import DayCell, lay_out
from jz_training.ui.calendar.week_layout import moved
from jz_training.ui.style.look import theme

_WEEKDAYS = "一二三四五六日"
_PAD = 4
#: Between two chips.
_BETWEEN = 2
#: A week has room for at least so many chips.
_LEAST_CHIPS = 2

Cell = DayCell[CalendarEntry]


class MonthView(DaysBoard):
    """Draws the days of whole weeks; a chip is dragged to another day."""

    def __init__(self) -> None:
        self._cells: tuple[Cell, ...] = ()
        self._row = self._day_head = 0
        super().__init__("月历")

    def area_of(self, training_id: UUID) -> QRect:
        for cell in self._cells:
            for at, entry in enumerate(cell.shown):
                if entry.id == training_id:
                    return self._chip(cell, at)
        return QRect()

    def entry_at(self, at: QPoint) -> CalendarEntry | None:
        cell = self._cell_at(at)
        line = self._line_at(cell, at) if cell is not None else -1
        return cell.shown[line] if cell is not None and 0 <= line < len(cell.shown) else None

    def time_at(self, at: QPoint) -> datetime | None:
        cell = self._cell_at(at)
        return datetime.combine(cell.day, USUAL) if cell is not None else None

    def more_area(self, day: date) -> QRect:
        """Return where +n 更多 of a day stands, empty when everything is shown."""
        cell = next((cell for cell in self._cells if cell.day == day and cell.more), None)
        return QRect() if cell is None else self._chip(cell, len(cell.shown))

    def day_area(self, day: date) -> QRect:
        """Return where a day stands in the viewport."""
        cell = next((cell for cell in self._cells if cell.day == day), None)
        return QRect() if cell is None else self._area(cell)

    def minimumSizeHint(self) -> QSize:
        sizes = theme().sizes
        return QSize(sizes.of(7 * 64), sizes.of(32) + 6 * self._least_row)

    # --- what keys and mouse do ----------------------------------------------------------------

    def _walked(self, across: int, down: int) -> datetime:
        day = within(self._cursor.date() + timedelta(days=across + 7 * down))
        return datetime.combine(day, USUAL)

    def _pushed(self, entry: CalendarEntry, across: int, down: int) -> Times:
        return moved(entry, days=across + 7 * down, minutes=0)

    def _dragged(self, drag: Drag) -> Times | None:
        origin, now = self._cell_at(drag.origin), self._cell_at(drag.at)
        if origin is None or now is None:
            return None
        return moved(drag.entry, days=(now.day - origin.day).days, minutes=0)

    def _more_at(self, at: QPoint) -> date | None:
        cell = self._cell_at(at)
        if cell is None or not cell.more:
            return None
        return cell.day if self._line_at(cell, at) == len(cell.shown) else None

    def _is_own(self, day: date) -> bool:
        return day.month == self.shown.anchor.month

    # --- places --------------------------------------------------------------------------------

    @property
    def _least_row(self) -> int:
        sizes = theme().sizes
        return sizes.of(26) + _LEAST_CHIPS * (sizes.of(20) + _BETWEEN) + _PAD

    def _place(self, *, same: bool) -> None:
        sizes, weeks = theme().sizes, max(1, len(self.shown.days) // 7)
        self._head, self._day_head = sizes.of(32), sizes.of(26)
        room = self.viewport().height() - self._head
        self._row = max(self._least_row, room // weeks)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._row * weeks - room) if self._row == self._least_row else 0)
        bar.setPageStep(max(1, room))
        bar.setSingleStep(self._row // 2)
        lines = (self._row - self._day_head - _PAD) // (self._draw.chip_height + _BETWEEN)
        days = self.shown.days
        rows = [days[at : at + 7] for at in range(0, len(days), 7)]
        self._cells = lay_out(rows, self._of_day, room=lines)

    def _left(self, column: int) -> int:
        return self.viewport().width() * column // 7

    def _area(self, cell: Cell) -> QRect:
        left = self._left(cell.column)
        top = self._head + cell.row * self._row - self.verticalScrollBar().value()
        return QRect(left, top, self._left(cell.column + 1) - left, self._row)

    def _chip(self, cell: Cell, line: int) -> QRect:
        area, high = self._area(cell), self._draw.chip_height
        top = area.top() + self._day_head + line * (high + _BETWEEN)
        return QRect(area.left() + _PAD, top, area.width() - 2 * _PAD, high)

    def _cell_at(self, at: QPoint) -> Cell | None:
        if at.y() < self._head:
            return None
        return next((cell for cell in self._cells if self._area(cell).contains(at)), None)

    def _line_at(self, cell: Cell, at: QPoint) -> int:
        """Return the number of the chip's line at a point, -1 on the number of the day."""
        below = at.y() - self._area(cell).top() - self._day_head
        return below // (self._draw.chip_height + _BETWEEN) if below >= 0 else -1

    def _cursor_area(self) -> QRect:
        return self.day_area(self._cursor.date())

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._draw.roles.paper))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        target = self._target()
        for cell in self._cells:
            area = self._area(cell)
            if area.intersects(event.rect()):
                self._paint_cell(painter, area, cell, target=cell.day == target)
        self._paint_head(painter)
        if self._drag is not None and self._drag.times is not None:
            self._paint_dragged(painter, self._drag)

    def _target(self) -> date | None:
        """Return the day a dragged training would go to."""
        drag = self._drag
        cell = self._cell_at(drag.at) if drag is not None and drag.times is not None else None
        return cell.day if cell is not None else None

    def _paint_head(self, painter: QPainter) -> None:
        roles = self._draw.roles
        painter.fillRect(0, 0, self.viewport().width(), self._head, QColor(roles.paper))
        painter.setFont(self._draw.small)
        painter.setPen(QColor(roles.faint))
        for column, word in enumerate(_WEEKDAYS):
            area = QRect(self._left(column) + 10, 0, 100, self._head)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), f"星期{word}")
        painter.fillRect(0, self._head - 1, self.viewport().width(), 1, QColor(roles.hairline))

    def _paint_cell(self, painter: QPainter, area: QRect, cell: Cell, *, target: bool) -> None:
        roles, info = self._draw.roles, self.shown.working.of_day(cell.day)
        own, here = self._is_own(cell.day), cell.day == self._cursor.date()
        if target:
            painter.fillRect(area, QColor(roles.accent_tint))
        elif info.kind.off or not own:
            painter.fillRect(area, QColor(roles.field))
        line = QColor(roles.hairline)
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, line)
        if cell.column < 6:
            painter.fillRect(area.right(), area.top(), 1, area.height(), line)
        if here:
            painter.setPen(QPen(QColor(roles.accent if self.hasFocus() else roles.outline), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -3, -3))
        today = cell.day == self.shown.now.date()
        head = QRect(area.left(), area.top(), area.width(), self._day_head)
        self._draw.day_head(painter, head, info, today=today, faint=not own)
        self._paint_chips(painter, cell)

    def _paint_chips(self, painter: QPainter, cell: Cell) -> None:
        for line, entry in enumerate(cell.shown):
            self._draw.chip(
                painter, self._chip(cell, line), entry, day=cell.day, now=self.shown.now,
                selected=entry.id == self._selected,
            )  # fmt: skip
        if cell.more:
            place = self._chip(cell, len(cell.shown))
            self._draw.more(painter, place, cell.more, hovered=cell.day == self._hovered)

    def _paint_dragged(self, painter: QPainter, drag: Drag) -> None:
        place = self.area_of(drag.entry.id)
        place.moveTopLeft(place.topLeft() + drag.at - drag.origin)
        painter.setOpacity(0.85)
        self._draw.chip(
            painter, place, drag.entry, day=drag.entry.start.date(), now=self.shown.now,
            selected=True,
        )  # fmt: skip
        painter.setOpacity(1.0)

"""The week: a column for each day, hours from top to bottom, trainings as blocks."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from uuid import UUID

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from jz_training.domain.calendar_entry import CalendarEntry
from jz_training.domain.training import LONGEST
from jz_training.ui.calendar.calendar_span import within
from jz_training.ui.calendar.days_board import DaysBoard
from jz_training.ui.calendar.days_view import Drag, Times
from jz_training.ui.calendar.week_layout import (
    STEP,
    Block,
    WeekLayout,
    lay_out,
    moved,
    snapped,
    stretched,
)
from jz_training.ui.style.look import theme
from jz_training.ui.widgets.when import time_words

_WEEKDAYS = "一二三四五六日"
#: So near its lower edge a block is taken by its end (px).
_EDGE = 6
#: An arrow key goes so many minutes up or down.
_HALF_HOUR = 30


class WeekView(DaysBoard):
    """Draws seven days; a block is dragged to another time and stretched at its lower edge."""

    def __init__(self) -> None:
        self._week: WeekLayout[CalendarEntry] = WeekLayout()
        self._gutter = 0
        self._hour = 1.0
        super().__init__("周历")

    def area_of(self, training_id: UUID) -> QRect:
        found = (block for block in self._week.blocks if block.entry.id == training_id)
        block = next(found, None)
        return QRect() if block is None else self._area(block)

    def entry_at(self, at: QPoint) -> CalendarEntry | None:
        if at.y() < self._head:
            return None
        found = (b.entry for b in self._week.blocks if self._area(b).contains(at))
        return next(found, None)

    def time_at(self, at: QPoint) -> datetime | None:
        column = self._column(at.x())
        if at.y() < self._head or column is None or not self.shown.days:
            return None
        minutes = snapped(self._minutes(at.y()) - STEP / 2)
        return datetime.combine(self.shown.days[column], time(minutes // 60, minutes % 60))

    def place_of(self, when: datetime) -> QPoint:
        """Return the point of the viewport at which a time stands, in the middle of its day."""
        column = self.shown.days.index(when.date())
        middle = (self._left(column) + self._left(column + 1)) // 2
        return QPoint(middle, round(self._y(when.hour * 60 + when.minute)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().sizes.of(7 * 64 + 48), theme().sizes.of(320))

    # --- what keys and mouse do ----------------------------------------------------------------

    def _stretches(self, at: QPoint) -> bool:
        """Tell whether a point is at the lower edge of a block that ends on that day."""
        for block in self._week.blocks:
            area = self._area(block)
            if area.contains(at):
                if block.entry.part:
                    return False  # a part is made longer on the page of its training
                ends = block.entry.end <= self._midnight(block.day) + timedelta(days=1)
                return ends and at.y() > area.bottom() - min(_EDGE, area.height() // 3)
        return False

    def _dragged(self, drag: Drag) -> Times | None:
        minutes = STEP * round((drag.at.y() - drag.origin.y()) / self._hour * 60 / STEP)
        if drag.stretching:
            return stretched(drag.entry, minutes=minutes, longest=LONGEST)
        origin, now = self._column(drag.origin.x()), self._column(drag.at.x())
        if origin is None or now is None:
            return None
        return moved(drag.entry, days=now - origin, minutes=minutes)

    def _walked(self, across: int, down: int) -> datetime:
        day = within(self._cursor.date() + timedelta(days=across))
        minutes = self._cursor.hour * 60 + self._cursor.minute + down * _HALF_HOUR
        first, last = self._week.first_hour * 60, self._week.last_hour * 60 - _HALF_HOUR
        minutes = min(max(minutes, first), last)
        return datetime.combine(day, time(minutes // 60, minutes % 60))

    def _pushed(self, entry: CalendarEntry, across: int, down: int) -> Times:
        return moved(entry, days=across, minutes=down * STEP)

    def _stretched(self, entry: CalendarEntry, down: int) -> Times | None:
        if not down or entry.parts:
            return None
        return stretched(entry, minutes=down * STEP, longest=LONGEST)

    # --- places --------------------------------------------------------------------------------

    def _place(self, *, same: bool) -> None:
        sizes = theme().sizes
        self._week = lay_out(self.shown.days, self._chips)
        self._head, self._gutter = sizes.of(48), sizes.of(52)
        hours = self._week.last_hour - self._week.first_hour
        room = self.viewport().height() - self._head
        self._hour = max(float(sizes.of(40)), room / hours)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(self._hour * hours) - room))
        bar.setPageStep(max(1, room))
        bar.setSingleStep(round(self._hour / 2))
        if not same:
            bar.setValue(round(max(0, 8 - self._week.first_hour) * self._hour))

    def _left(self, column: int) -> int:
        return self._gutter + (self.viewport().width() - self._gutter) * column // 7

    def _column(self, x: int) -> int | None:
        if x < self._gutter:
            return None
        return min(6, (x - self._gutter) * 7 // max(1, self.viewport().width() - self._gutter))

    def _y(self, minutes: int) -> float:
        above = minutes - self._week.first_hour * 60
        return self._head + above * self._hour / 60 - self.verticalScrollBar().value()

    def _minutes(self, y: int) -> float:
        below = y - self._head + self.verticalScrollBar().value()
        return self._week.first_hour * 60 + below * 60 / self._hour

    def _area(self, block: Block[CalendarEntry]) -> QRect:
        left, right = self._left(block.day) + 2, self._left(block.day + 1) - 4
        wide = right - left
        one = left + wide * block.lane // block.lanes
        other = left + wide * (block.lane + 1) // block.lanes
        top, bottom = self._y(block.top), self._y(block.bottom)
        return QRect(one, round(top) + 1, max(2, other - one - 1), round(bottom - top) - 1)

    def _midnight(self, column: int) -> datetime:
        return datetime.combine(self.shown.days[column], time.min)

    def _cursor_area(self) -> QRect:
        if self._cursor.date() not in self.shown.days:
            return QRect()
        column = self.shown.days.index(self._cursor.date())
        minutes = self._cursor.hour * 60 + self._cursor.minute
        top, left = round(self._y(minutes)), self._left(column)
        high = round(self._hour * _HALF_HOUR / 60)
        return QRect(left + 1, top, self._left(column + 1) - left - 2, high)

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._draw.roles.paper))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.shown.days:
            return
        self._paint_days(painter)
        self._paint_hours(painter)
        self._paint_cursor(painter)
        self._paint_blocks(painter, event.rect())
        self._paint_now(painter)
        if self._drag is not None and self._drag.times is not None:
            self._paint_dragged(painter, self._drag, self._drag.times)
        self._paint_head(painter)

    def _paint_days(self, painter: QPainter) -> None:
        roles, high = self._draw.roles, self.viewport().height()
        for column, day in enumerate(self.shown.days):
            left, right = self._left(column), self._left(column + 1)
            if self.shown.working.of_day(day).kind.off:
                painter.fillRect(left, 0, right - left, high, QColor(roles.field))
            painter.fillRect(left, 0, 1, high, QColor(roles.hairline))

    def _paint_hours(self, painter: QPainter) -> None:
        roles = self._draw.roles
        painter.setFont(self._draw.small)
        for hour in range(self._week.first_hour, self._week.last_hour):
            y = round(self._y(hour * 60))
            wide = self.viewport().width() - self._gutter
            painter.fillRect(self._gutter, y, wide, 1, QColor(roles.hairline))
            painter.fillRect(
                self._gutter, round(y + self._hour / 2), wide, 1, QColor(roles.row_line)
            )
            painter.setPen(QColor(roles.faint))
            area = QRect(0, y, self._gutter - 8, theme().sizes.of(18))
            painter.drawText(area, int(Qt.AlignmentFlag.AlignRight), f"{hour}:00")

    def _paint_cursor(self, painter: QPainter) -> None:
        area = self._cursor_area()
        if self.hasFocus() and self._selected is None and area.isValid():
            painter.setPen(QPen(QColor(self._draw.roles.accent), 1))
            painter.setBrush(QColor(self._draw.roles.accent_tint))
            painter.drawRect(area)

    def _paint_blocks(self, painter: QPainter, seen: QRect) -> None:
        for block in self._week.blocks:
            area = self._area(block)
            if area.intersects(seen):
                self._draw.block(
                    painter, area, block.entry, day=self.shown.days[block.day],
                    now=self.shown.now, selected=block.entry.id == self._selected,
                )  # fmt: skip

    def _paint_now(self, painter: QPainter) -> None:
        now = self.shown.now
        if now.date() in self.shown.days:
            column = self.shown.days.index(now.date())
            y = self._y(now.hour * 60 + now.minute)
            painter.setPen(QPen(QColor(self._draw.roles.accent), 1.5))
            painter.drawLine(QPointF(self._left(column), y), QPointF(self._left(column + 1), y))

    def _paint_dragged(self, painter: QPainter, drag: Drag, times: Times) -> None:
        start, end = times
        if start.date() not in self.shown.days:
            return
        column = self.shown.days.index(start.date())
        top = self._y(start.hour * 60 + start.minute)
        high = (end - start).total_seconds() / 3600 * self._hour
        left, right = self._left(column) + 2, self._left(column + 1) - 4
        area = QRect(left, round(top), right - left, round(high))
        roles = self._draw.roles
        painter.setPen(QPen(QColor(roles.accent), 1.5))
        painter.setBrush(QColor(roles.accent_tint))
        painter.drawRoundedRect(area, 3, 3)
        painter.setFont(self._draw.small)
        painter.setPen(QColor(roles.accent))
        painter.drawText(
            area.adjusted(6, 3, -6, 0), f"{time_words(start, end)}\n{drag.entry.title}"
        )

    def _paint_head(self, painter: QPainter) -> None:
        roles, wide = self._draw.roles, self.viewport().width()
        painter.fillRect(0, 0, wide, self._head, QColor(roles.paper))
        painter.fillRect(0, self._head - 1, wide, 1, QColor(roles.hairline))
        for column, day in enumerate(self.shown.days):
            left, width = self._left(column), self._left(column + 1) - self._left(column)
            upper = QRect(left + 10, 2, width - 14, theme().sizes.of(18))
            painter.setFont(self._draw.small)
            painter.setPen(QColor(roles.faint))
            painter.drawText(upper, int(Qt.AlignmentFlag.AlignVCenter), f"星期{_WEEKDAYS[column]}")
            lower = QRect(left, upper.bottom(), width, theme().sizes.of(26))
            self._draw.day_head(
                painter, lower, self.shown.working.of_day(day),
                today=day == self.shown.now.date(), faint=False,
            )  # fmt: skip

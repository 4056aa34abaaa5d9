"""Draws trainings and days of the calendar: chips, blocks, the number of a day, 休 and 班."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from jz_training.domain.calendar_entry import CalendarEntry
from jz_training.domain.training import TrainingState
from jz_training.domain.working_calendar import DayInfo, DayKind
from jz_training.labels.scheduling import day_words
from jz_training.ui.calendar.entry_words import badge, chip_words
from jz_training.ui.style.fonts import ui_font
from jz_training.ui.style.icons import draw_icon
from jz_training.ui.style.look import theme
from jz_training.ui.widgets.when import time_words

_SIDE = 6
#: In less than so many pixels no word can be read.
_LEAST = 20
#: So many shortened texts are kept: enough for every chip of some months.
_KEPT = 4000
_LINE = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_WRAPPED = int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWrapAnywhere)
_MARKS = {DayKind.HOLIDAY: "green", DayKind.MAKEUP: "amber"}


class ChipPainter:
    """Keeps type and colours; made anew when the look changes."""

    def __init__(self) -> None:
        look = theme()
        self.roles, self.sizes = look.roles, look.sizes
        self.small = ui_font(self.sizes.small)
        self.text = ui_font(self.sizes.of(13))
        self.strong = ui_font(self.sizes.of(13), weight=QFont.Weight.DemiBold)
        self._struck = QFont(self.small)
        self._struck.setStrikeOut(True)
        self.chip_height = self.sizes.of(20)
        self._cut: dict[tuple[str, int, bool], str] = {}

    def chip(
        self, painter: QPainter, area: QRect, entry: CalendarEntry, *, day: date, now: datetime,
        selected: bool = False,
    ) -> None:  # fmt: skip
        """Draw a training in one line: its hour and its title."""
        ink = self._ground(painter, area, entry, now, selected=selected)
        inner = self._marked(painter, area, entry)
        if inner.width() < self.sizes.of(_LEAST):
            return
        painter.setFont(self._font(entry))
        painter.setPen(QColor(ink))
        self._line(painter, inner, chip_words(entry, day))

    def block(
        self, painter: QPainter, area: QRect, entry: CalendarEntry, *, day: date, now: datetime,
        selected: bool = False,
    ) -> None:  # fmt: skip
        """Draw a training as high as it is long: time, title, venue, as far as there is room."""
        if area.height() < 2 * self.chip_height:
            self.chip(painter, area, entry, day=day, now=now, selected=selected)
            return
        ink = self._ground(painter, area, entry, now, selected=selected)
        inner = area.adjusted(_SIDE, 4, -_SIDE, -3)
        if inner.width() < self.sizes.of(_LEAST):
            return
        head = QRect(inner.left(), inner.top(), inner.width(), self.sizes.of(16))
        painter.setPen(QColor(ink))
        painter.setFont(self._font(entry))
        rest = self._marked(painter, head.adjusted(-_SIDE, 0, _SIDE, 0), entry)
        words = time_words(entry.start, entry.end)
        if painter.fontMetrics().horizontalAdvance(words) > rest.width():
            words = f"{entry.start:%H:%M}"
        self._line(painter, rest, words)
        body = inner.adjusted(0, head.height() + 1, 0, 0)
        painter.setPen(QColor(self.roles.ink))
        painter.save()
        painter.setClipRect(body)
        words = f"{entry.headline}\n{entry.venue}" if entry.venue else entry.headline
        painter.drawText(body, _WRAPPED, words)
        painter.restore()

    def more(self, painter: QPainter, area: QRect, count: int, *, hovered: bool) -> None:
        """Draw +n 更多."""
        painter.setFont(self.small)
        painter.setPen(QColor(self.roles.accent if hovered else self.roles.secondary))
        self._line(painter, area.adjusted(_SIDE, 0, 0, 0), f"+{count} 更多")

    def day_head(
        self, painter: QPainter, area: QRect, info: DayInfo, *, today: bool, faint: bool
    ) -> None:
        """Draw the number of a day and, at the right, its holiday with 休 or 班."""
        side = self.sizes.of(22)
        circle = QRect(area.left() + 4, area.top() + 2, side, side)
        painter.setFont(self.strong if today else self.text)
        if today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.roles.accent_fill))
            painter.drawEllipse(QRectF(circle))
            painter.setPen(QColor(self.roles.on_accent))
        else:
            off = info.kind.off or faint
            painter.setPen(QColor(self.roles.faint if off else self.roles.ink))
        if faint and info.day.day == 1:  # where the neighbouring month begins
            words = area.adjusted(10, 2, 0, 2 + side - area.height())
            painter.drawText(words, _LINE, f"{info.day.month}月1日")
        else:
            painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), str(info.day.day))
        self.holiday(painter, area.adjusted(side + 8, 2, -_SIDE, 0), info)

    def holiday(self, painter: QPainter, area: QRect, info: DayInfo) -> None:
        """Draw 国庆节 休 or 国庆节 班 at the right of an area; nothing on other days."""
        words = day_words(info)
        if not words or area.width() < self.sizes.small:
            return
        painter.setFont(self.small)
        painter.setPen(QColor(getattr(self.roles, _MARKS[info.kind])))
        metrics = painter.fontMetrics()
        if metrics.horizontalAdvance(words) > area.width():
            words = words[-1]  # 休 or 班 says what counts
        line = QRect(area.left(), area.top(), area.width(), self.sizes.of(20))
        painter.drawText(line, _LINE | int(Qt.AlignmentFlag.AlignRight), words)

    def _ground(
        self, painter: QPainter, area: QRect, entry: CalendarEntry, now: datetime, *, selected: bool
    ) -> str:
        """Draw what a training stands on and return the colour of its words."""
        _, tone = badge(entry, now=now)
        ink, tint = self.roles.tone(tone)
        painter.setPen(QPen(QColor(ink), 1.5) if selected else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint))
        half = 0.75 if selected else 0.0
        painter.drawRoundedRect(QRectF(area).adjusted(half, half, -half, -half), 3, 3)
        return ink

    def _marked(self, painter: QPainter, area: QRect, entry: CalendarEntry) -> QRect:
        """Draw the mark of a clash at the right and return what is left for words."""
        inner = area.adjusted(_SIDE, 0, -_SIDE, 0)
        side = self.sizes.of(12)
        if not entry.clashes or inner.width() < 3 * side:
            return inner
        top = area.top() + (min(area.height(), self.chip_height) - side) / 2
        place = QRectF(inner.right() - side + 2, top, side, side)
        draw_icon(painter, "triangle-alert", place, role="amber")
        return inner.adjusted(0, 0, -side - 2, 0)

    def _font(self, entry: CalendarEntry) -> QFont:
        return self._struck if entry.state is TrainingState.CANCELLED else self.small

    def _line(self, painter: QPainter, area: QRect, text: str) -> None:
        """Draw a text in one line, cut by … where it does not fit; what was cut is kept."""
        key = text, area.width(), painter.font().strikeOut()
        cut = self._cut.get(key)
        if cut is None:
            metrics = painter.fontMetrics()
            cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
            if len(self._cut) > _KEPT:
                self._cut.clear()
            self._cut[key] = cut
        painter.drawText(area, _LINE, cut)

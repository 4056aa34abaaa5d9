"""Fields for days and times: typed as people write, shown in one way, arrows move them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QToolButton, QWidget

from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label, plain_tip
from jz_training.ui.widgets.date_words import date_shown, parse_date, parse_time

Clock = Callable[[], datetime]


class _Spelled(QLineEdit):
    """A line that rewrites what was typed in the one way of the house when it is left."""

    def read(self) -> None:
        """Read what was typed; overridden."""

    def step(self, steps: int) -> None:
        """Move the value; overridden."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.read()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if steps is not None:
            self.read()
            self.step(steps)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.read()
        super().keyPressEvent(event)


class DateField(_Spelled):
    """A day. `value()` is None while nothing readable is there; then the text is kept as typed.

    Signals: value_changed(date or None).
    """

    value_changed = Signal(object)

    def __init__(self, day: date | None = None, *, clock: Clock = datetime.now) -> None:
        super().__init__()
        self._clock = clock
        self._value: date | None = None
        self.setPlaceholderText("如 11-20、明天、下周三")
        plain_tip(self, "上下方向键前后移一天")
        self._add_calendar()
        self.set_value(day)
        self.textEdited.connect(self._follow)

    def value(self) -> date | None:
        """Return the day that is meant by what stands in the field now."""
        return parse_date(self.text(), today=self._clock().date()) if self.text() else None

    def set_value(self, day: date | None) -> None:
        """Show a day."""
        self.setText(date_shown(day) if day else "")
        self.setCursorPosition(0)  # when there is too little room, the weekday is cut off
        self._follow()

    def read(self) -> None:
        """Show what was typed as a day with its weekday; leave unreadable text alone."""
        day = self.value()
        if day is not None:
            self.set_value(day)

    def step(self, steps: int) -> None:
        """Move by days."""
        self.set_value((self.value() or self._clock().date()) + timedelta(days=steps))

    def _follow(self) -> None:
        day = self.value()
        if day != self._value:
            self._value = day
            self.value_changed.emit(day)

    def _add_calendar(self) -> None:
        opener = QToolButton(self)
        opener.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        opener.setCursor(Qt.CursorShape.ArrowCursor)
        opener.setAccessibleName("打开日历")
        set_icon(opener, "calendar", role="faint")
        opener.clicked.connect(self._open_calendar)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 4, 0)
        line.addStretch(1)
        line.addWidget(opener)
        self.setTextMargins(0, 0, theme().sizes.of(24), 0)

    def _open_calendar(self) -> None:
        calendar = QCalendarWidget(self)
        calendar.setWindowFlags(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        day = self.value() or self._clock().date()
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.clicked.connect(lambda chosen: self._take(calendar, chosen))
        calendar.move(self.mapToGlobal(QPoint(0, self.height() + 4)))
        calendar.show()

    def _take(self, calendar: QCalendarWidget, chosen: QDate) -> None:
        self.set_value(date(chosen.year(), chosen.month(), chosen.day()))
        calendar.close()
        self.setFocus()


class TimeField(_Spelled):
    """A time of day. `value()` is None while nothing readable is there.

    Signals: value_changed(time or None).
    """

    value_changed = Signal(object)

    STEP = 15

    def __init__(self, moment: time | None = None) -> None:
        super().__init__()
        self._value: time | None = None
        self.setPlaceholderText("如 15:00、1500")
        plain_tip(self, "也可写“3点半”；上下方向键移一刻钟")
        self.set_value(moment)
        self.textEdited.connect(self._follow)

    def value(self) -> time | None:
        """Return the time that is meant by what stands in the field now."""
        return parse_time(self.text()) if self.text() else None

    def set_value(self, moment: time | None) -> None:
        """Show a time."""
        self.setText(f"{moment:%H:%M}" if moment else "")
        self._follow()

    def read(self) -> None:
        """Show what was typed as hours and minutes; leave unreadable text alone."""
        moment = self.value()
        if moment is not None:
            self.set_value(moment)

    def step(self, steps: int) -> None:
        """Move by quarters of an hour."""
        now = self.value() or time(9)
        minutes = (now.hour * 60 + now.minute) // self.STEP * self.STEP + steps * self.STEP
        self.set_value(time(minutes // 60 % 24, minutes % 60))

    def _follow(self) -> None:
        moment = self.value()
        if moment != self._value:
            self._value = moment
            self.value_changed.emit(moment)


class WhenField(QWidget):
    """A day with a time from and a time to. `value()` is (start, end) or None while incomplete.

    Moving the beginning moves the end with it, so that the length stays. An end that is not after
    the beginning is still given out: the rules of a training judge it.

    Signals: value_changed().
    """

    value_changed = Signal()

    def __init__(self, *, clock: Clock = datetime.now) -> None:
        super().__init__()
        self.day = DateField(clock=clock)
        self.start = TimeField()
        self.end = TimeField()
        self._began: time | None = None
        self._name_parts()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.day, 4)
        line.addWidget(self.start, 2)
        line.addWidget(plain_label("至", "secondary"))
        line.addWidget(self.end, 2)
        self.setFocusProxy(self.day)
        self.day.value_changed.connect(lambda _: self.value_changed.emit())
        self.start.editingFinished.connect(self._carry_end)
        self.start.value_changed.connect(lambda _: self.value_changed.emit())
        self.end.value_changed.connect(lambda _: self.value_changed.emit())

    def value(self) -> tuple[datetime, datetime] | None:
        """Return start and end, or None while one of the three is missing or unreadable."""
        day, start, end = self.day.value(), self.start.value(), self.end.value()
        if day is None or start is None or end is None:
            return None
        return datetime.combine(day, start), datetime.combine(day, end)

    def set_value(self, start: datetime, end: datetime) -> None:
        """Show a beginning and an end on the same day."""
        self.day.set_value(start.date())
        self.start.set_value(start.time())
        self.end.set_value(end.time())
        self._began = start.time()

    def unreadable(self) -> str:
        """Return what cannot be read, in words for the form; empty when all is well."""
        parts = (("日期", self.day), ("开始时间", self.start), ("结束时间", self.end))
        for word, part in parts:
            if not part.text().strip():
                return f"请填写{word}。"
            if part.value() is None:
                return f"没有看懂{word}“{part.text()}”，可以写成 2026-11-20、15:00 这样。"
        return ""

    def _carry_end(self) -> None:
        start, end, began = self.start.value(), self.end.value(), self._began
        if start and end and began and start != began:
            length = _minutes(end) - _minutes(began)
            later = (_minutes(start) + length) % (24 * 60)
            self.end.set_value(time(later // 60, later % 60))
        self._began = start or began

    def _name_parts(self) -> None:
        for part, word in ((self.day, "日期"), (self.start, "开始时间"), (self.end, "结束时间")):
            part.setAccessibleName(word)


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute

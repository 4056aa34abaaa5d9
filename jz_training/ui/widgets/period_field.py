"""Choosing a period: 本月, 本季, 本年, or two days of one's own."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from jz_training.ui.context import Context
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.date_time_field import DateField

ALL, MONTH, QUARTER, YEAR, OWN = "all", "month", "quarter", "year", "own"
LAST_QUARTER = "last_quarter"  # a report is asked for when its quarter is over
WORDS = {
    ALL: "全部时间",
    MONTH: "本月",
    QUARTER: "本季度",
    LAST_QUARTER: "上季度",
    YEAR: "本年",
    OWN: "自选",
}


@dataclass(frozen=True, slots=True)
class Period:
    """Two days, both included."""

    start: date
    end: date


def period_of(key: str, today: date) -> Period:
    """Return the month, quarter or year that a day lies in, or the quarter before."""
    if key == LAST_QUARTER:
        return period_of(QUARTER, period_of(QUARTER, today).start - timedelta(days=1))
    if key == YEAR:
        return Period(date(today.year, 1, 1), date(today.year, 12, 31))
    first = today.month if key == MONTH else (today.month - 1) // 3 * 3 + 1
    last = first if key == MONTH else first + 2
    end = date(today.year, last, monthrange(today.year, last)[1])
    return Period(date(today.year, first, 1), end)


class PeriodField(QWidget):
    """A box of periods; 自选 opens two days beside it.

    Signals: chosen() when another period is meant.
    """

    chosen = Signal()

    def __init__(self, ctx: Context, *, keys: tuple[str, ...], current: str) -> None:
        super().__init__()
        self._ctx = ctx
        self.box = QComboBox()
        self.box.setAccessibleName("期间")
        for key in keys:
            self.box.addItem(WORDS[key], key)
        self.box.setCurrentIndex(keys.index(current))
        self.start = DateField(clock=ctx.desk.now)
        self.end = DateField(clock=ctx.desk.now)
        self.start.setAccessibleName("从哪一天")
        self.end.setAccessibleName("到哪一天")
        self._lay_out()
        self.box.currentIndexChanged.connect(self._change)
        self.start.value_changed.connect(lambda _: self.chosen.emit())
        self.end.value_changed.connect(lambda _: self.chosen.emit())

    def value(self) -> Period | None:
        """Return the period, or None for all time or while 自选 is incomplete."""
        key = self.key
        if key == ALL:
            return None
        if key != OWN:
            return period_of(key, self._ctx.desk.now().date())
        start, end = self.start.value(), self.end.value()
        if start is None or end is None:
            return None
        return Period(min(start, end), max(start, end))

    @property
    def key(self) -> str:
        """Return which kind of period is chosen."""
        return str(self.box.currentData())

    def choose(self, key: str) -> None:
        """Choose a kind of period."""
        self.box.setCurrentIndex(self.box.findData(key))

    def _lay_out(self) -> None:
        self._days = QWidget()
        days = QHBoxLayout(self._days)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(8)
        for widget in (self.start, plain_label("至", "secondary"), self.end):
            days.addWidget(widget)
        for field in (self.start, self.end):
            field.setFixedWidth(theme().sizes.of(168))
        self._days.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.box)
        line.addWidget(self._days)
        self.setFocusProxy(self.box)

    def _change(self) -> None:
        own = self.key == OWN
        self._days.setVisible(own)
        if own and self.start.value() is None:
            month = period_of(MONTH, self._ctx.desk.now().date())
            self.start.set_value(month.start)
            self.end.set_value(month.end)
        self.chosen.emit()

"""重复: on which days and hours a training is held again and again."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox

from jz_training.domain.repetition import Pattern, Repetition, Slot
from jz_training.domain.training import TrainingDraft
from jz_training.labels import PATTERNS, WEEKDAYS
from jz_training.ui.context import Context
from jz_training.ui.trainings.many.days_field import DaysField
from jz_training.ui.trainings.many.slot_lines import SlotLines
from jz_training.ui.widgets.date_time_field import DateField
from jz_training.ui.widgets.form import Form
from jz_training.ui.widgets.tick_line import TickLine

_NTH = ((1, "第一个"), (2, "第二个"), (3, "第三个"), (4, "第四个"), (-1, "最后一个"))
_UNITS = {
    Pattern.WEEKLY: " 周",
    Pattern.MONTHLY_DAY: " 个月",
    Pattern.MONTHLY_WEEKDAY: " 个月",
    Pattern.YEARLY: " 年",
    Pattern.EVERY_DAYS: " 天",
}
#: The most trainings a rule may be told to give, and the most steps between two of them.
_MOST_COUNT, _MOST_STEP = 400, 99
#: Where the rules speak of a part of a field.
_PARTS = {"first": "until", "nth": "nth", "skip": "exclude"}
_SHORT = tuple(word.replace("星期", "周") for word in WEEKDAYS)


class RepeatForm(Form):
    """A form over a `Repetition`; the first day is that of the training it repeats.

    Signals: rule_changed() when the rule may be another.
    """

    rule_changed = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._first = ctx.desk.now().date()
        self._clock = ctx.desk.now
        self._add_days()
        self._add_end()
        self._add_exceptions()
        self._connect()
        self._show_fitting()

    def show_draft(self, draft: TrainingDraft) -> None:
        """Begin with the day and hours of a training; what was chosen before stays."""
        moved = draft.start.date() != self._first
        self._first = draft.start.date()
        if moved or not self.weekdays.value():
            self.weekdays.set_value((_SHORT[self._first.weekday()],))
            self.weekday.setCurrentIndex(self._first.weekday())
        if len(self.slots.lines) <= 1:
            self.slots.set_value((Slot(start=draft.start.time(), end=draft.end.time()),))

    def rule(self) -> Repetition | None:
        """Return what is entered; None when something cannot be read (it is shown)."""
        faults = {
            "slots": self.slots.unreadable(),
            "until": self._until_fault(),
            "include": self.include.unreadable(),
            "exclude": self.exclude.unreadable(),
        }
        self.clear_errors()
        for field, words in faults.items():
            if words:
                self.set_error(field, words)
        return None if any(faults.values()) else self._made()

    def show_fault(self, field: str, sentence: str) -> bool:
        """Show a refusal of the rules under its field; False when it belongs elsewhere."""
        return self.set_error(_PARTS.get(field, field), sentence)

    @property
    def pattern(self) -> Pattern:
        """Return how the days follow each other."""
        return Pattern(self.pattern_box.currentData())

    def choose(self, pattern: Pattern) -> None:
        """Choose how the days follow each other."""
        self.pattern_box.setCurrentIndex(self.pattern_box.findData(pattern.value))

    # --- construction --------------------------------------------------------------------------

    def _add_days(self) -> None:
        self.pattern_box = self.add("pattern", "怎样重复", QComboBox())
        for pattern, word in PATTERNS.items():
            self.pattern_box.addItem(word, pattern.value)
        self.every = self.add("every", "间隔", _number("每 ", 1, _MOST_STEP))
        self.weekdays = self.add("weekdays", "星期", TickLine("星期"))
        self.weekdays.show_words(_SHORT)
        self.nth = self.add("nth", "当月第几个", QComboBox())
        for value, word in _NTH:
            self.nth.addItem(word, value)
        self.weekday = self.add("weekday", "星期几", QComboBox())
        self.weekday.addItems(list(WEEKDAYS))
        self.slots = self.add("slots", "时段", SlotLines())

    def _add_end(self) -> None:
        self.until = self.add(
            "until",
            "到哪一天为止",
            DateField(clock=self._clock),
            hint="与下面的天数填一个即可，先到为准",
        )
        self.count = self.add("count", "最多几天", _number("", 0, _MOST_COUNT))
        self.count.setSuffix(" 天")
        self.count.setSpecialValueText("不限")

    def _add_exceptions(self) -> None:
        self.skip = self.add("skip_days_off", "休息日", QCheckBox("跳过周末和节假日"))
        self.skip.setChecked(True)
        self.include = self.add("include", "另加这些日子", DaysField(clock=self._clock))
        self.exclude = self.add("exclude", "跳过这些日子", DaysField(clock=self._clock))

    def _connect(self) -> None:
        self.pattern_box.currentIndexChanged.connect(lambda _: self._show_fitting())
        self.until.value_changed.connect(lambda _: self.rule_changed.emit())
        self.skip.clicked.connect(lambda: self.rule_changed.emit())
        self.weekdays.ticked.connect(self.rule_changed)
        self.slots.value_changed.connect(self.rule_changed)
        for spin in (self.every, self.count):
            spin.valueChanged.connect(lambda _: self.rule_changed.emit())
        self.edited.connect(self.rule_changed)

    # --- the rule ------------------------------------------------------------------------------

    def _show_fitting(self) -> None:
        pattern = self.pattern
        chosen = pattern is Pattern.CHOSEN
        self.show_field("every", shown=not chosen)
        self.every.setSuffix(_UNITS.get(pattern, ""))
        self.show_field("weekdays", shown=pattern is Pattern.WEEKLY)
        for name in ("nth", "weekday"):
            self.show_field(name, shown=pattern is Pattern.MONTHLY_WEEKDAY)
        for name in ("until", "count", "skip_days_off", "exclude"):
            self.show_field(name, shown=not chosen)

    def _until_fault(self) -> str:
        text = self.until.text().strip()
        if text and self.until.value() is None:
            return f"没有看懂日期“{text}”，可以写成 2026-12-31 这样。"
        return ""

    def _made(self) -> Repetition:
        pattern = self.pattern
        ends = pattern is not Pattern.CHOSEN
        return Repetition(
            pattern=pattern,
            first=self._first,
            slots=self.slots.value(),
            every=self.every.value(),
            weekdays=self._weekdays(pattern),
            nth=int(self.nth.currentData()),
            until=self.until.value() if ends else None,
            count=(self.count.value() or None) if ends else None,
            include=self._included(pattern),
            exclude=self.exclude.value() if ends else (),
            skip_days_off=ends and self.skip.isChecked(),
        )

    def _weekdays(self, pattern: Pattern) -> tuple[int, ...]:
        if pattern is Pattern.MONTHLY_WEEKDAY:
            return (self.weekday.currentIndex(),)
        ticked = self.weekdays.value()
        return tuple(at for at, word in enumerate(_SHORT) if word in ticked)

    def _included(self, pattern: Pattern) -> tuple[date, ...]:
        """Return the days added; where all are chosen by hand the training's own is the first."""
        own = (self._first,) if pattern is Pattern.CHOSEN else ()
        return tuple(sorted({*own, *self.include.value()}))


def _number(prefix: str, least: int, most: int) -> QSpinBox:
    made = QSpinBox()
    made.setRange(least, most)
    made.setPrefix(prefix)
    made.lineEdit().setTextMargins(10, 0, 10, 0)
    return made

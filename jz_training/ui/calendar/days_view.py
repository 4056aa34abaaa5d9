"""What the month and the week have in common: trainings on days, a cursor, a choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from uuid import UUID

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy

from jz_training.domain.calendar_entry import CalendarEntry, chips
from jz_training.domain.working_calendar import WorkingCalendar
from jz_training.ui.calendar.chip_painter import ChipPainter
from jz_training.ui.calendar.entry_words import day_told, told
from jz_training.ui.calendar.month_layout import by_day
from jz_training.ui.style.look import the_look

Times = tuple[datetime, datetime]

#: A new training is proposed for the afternoon where nothing says another hour.
USUAL = time(15)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDays:
    """What a view shows: the days, their trainings in order of time, and which days are worked.

    `anchor` is a day of the month or week that is meant; the others are its neighbours.
    """

    days: tuple[date, ...]
    anchor: date
    now: datetime
    entries: tuple[CalendarEntry, ...] = ()
    working: WorkingCalendar = field(default_factory=WorkingCalendar)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drag:
    """A training under the mouse button; `times` is None until it was really moved."""

    entry: CalendarEntry
    origin: QPoint
    at: QPoint
    stretching: bool = False
    times: Times | None = None


class DaysView(QAbstractScrollArea):
    """Shows trainings on days; `DaysBoard` adds keys and mouse, month and week know the places.

    Signals: opened(UUID) on double click or Enter; new_asked(datetime) on an empty place;
    moved(CalendarEntry, datetime, datetime) when a training was dragged or pushed by keys;
    day_asked(date) for all trainings of a day; menu_asked(QPoint): where on the screen;
    gone_to(date) when the keys led to a day, shown or not; turned(int) by whole weeks or months.
    """

    opened = Signal(object)
    new_asked = Signal(object)
    moved = Signal(object, object, object)
    day_asked = Signal(object)
    menu_asked = Signal(QPoint)
    gone_to = Signal(object)
    turned = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.editable = True
        self.shown = CalendarDays(days=(), anchor=date.min, now=datetime.min)
        self._chips: tuple[CalendarEntry, ...] = ()
        self._of_day: Mapping[date, tuple[CalendarEntry, ...]] = {}
        self._cursor = datetime.combine(date.min, USUAL)
        self._selected: UUID | None = None
        self._drag: Drag | None = None
        self._hovered: date | None = None
        self._draw = ChipPainter()
        self._head = 0  # px of what stays in place above the days
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        look = the_look()
        if look is not None:
            look.changed.connect(self._renew)

    # --- for the page --------------------------------------------------------------------------

    def show_days(self, shown: CalendarDays) -> None:
        """Show other days or other trainings; cursor and selection stay where they can."""
        same = shown.days == self.shown.days
        self.shown, self._chips = shown, chips(shown.entries)
        self._of_day = by_day(self._chips)
        self._drag = None
        if self.selected is None:
            self._selected = None
        if self._cursor.date() not in shown.days:
            self._cursor = datetime.combine(shown.anchor, self._cursor.time())
        self._place(same=same)
        self._describe()
        self.viewport().update()

    @property
    def selected(self) -> CalendarEntry | None:
        """Return the training that is chosen, while it is shown."""
        return next((one for one in self.shown.entries if one.id == self._selected), None)

    @property
    def cursor_at(self) -> datetime:
        """Return the day with the cursor and the hour at which a new training would begin."""
        return self._cursor

    def select(self, training_id: UUID | None) -> None:
        """Choose a training, or none; the cursor goes to its day."""
        self._selected = training_id
        chosen = self.selected
        if chosen is not None and chosen.start.date() in self.shown.days:
            self._cursor = chosen.start
        self._describe()
        self.viewport().update()

    def go_to(self, at: datetime) -> None:
        """Put the cursor on a day that is shown, and choose nothing."""
        self._cursor, self._selected = at, None
        self._bring_into_sight()
        self._describe()
        self.viewport().update()

    # --- what a subclass knows -----------------------------------------------------------------

    def area_of(self, training_id: UUID) -> QRect:
        """Return where a training stands in the viewport, empty when it is not to be seen."""
        raise NotImplementedError

    def entry_at(self, at: QPoint) -> CalendarEntry | None:
        """Return the training at a point of the viewport."""
        raise NotImplementedError

    def time_at(self, at: QPoint) -> datetime | None:
        """Return the day and hour at a point of the viewport."""
        raise NotImplementedError

    def _stretches(self, at: QPoint) -> bool:
        """Tell whether a training is taken by its end at a point."""
        return False

    def _dragged(self, drag: Drag) -> Times | None:
        """Return the times of a training where the mouse is now."""
        raise NotImplementedError

    def _walked(self, across: int, down: int) -> datetime:
        """Return where an arrow key leads from the cursor."""
        raise NotImplementedError

    def _pushed(self, entry: CalendarEntry, across: int, down: int) -> Times:
        """Return the times of a training after Shift and an arrow."""
        raise NotImplementedError

    def _stretched(self, entry: CalendarEntry, down: int) -> Times | None:
        """Return the times of a training after Ctrl, Shift and an arrow."""
        return None

    def _more_at(self, at: QPoint) -> date | None:
        """Return the day of a +n 更多 at a point."""
        return None

    def _is_own(self, day: date) -> bool:
        """Tell whether a day belongs to the month or week that is meant."""
        return True

    def _cursor_area(self) -> QRect:
        """Return where the cursor stands in the viewport."""
        raise NotImplementedError

    def _place(self, *, same: bool) -> None:
        """Work out where everything stands; `same` when the days are those of before."""
        raise NotImplementedError

    def _bring_into_sight(self) -> None:
        """Scroll to the cursor, where there is anything to scroll."""
        area, bar = self._cursor_area(), self.verticalScrollBar()
        if area.top() < self._head:
            bar.setValue(bar.value() + area.top() - self._head)
        elif area.bottom() > self.viewport().height():
            bar.setValue(bar.value() + area.bottom() - self.viewport().height())

    # --- keeping up ----------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(same=True)

    def _renew(self) -> None:
        self._draw = ChipPainter()
        self._place(same=True)
        self.viewport().update()

    def _describe(self) -> None:
        """Say where the cursor is, for those who hear the screen."""
        chosen, day = self.selected, self._cursor.date()
        if chosen is not None:
            words = told(chosen, now=self.shown.now)
        elif day in self.shown.days:
            words = day_told(self.shown.working.of_day(day), len(self._of_day.get(day, ())))
        else:
            words = ""
        self.setAccessibleDescription(words)

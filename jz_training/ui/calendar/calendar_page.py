"""日程: month, week and list of the trainings, with holidays and 调休."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

from jz_training.domain.calendar_entry import CalendarEntry
from jz_training.domain.working_calendar import WorkingCalendar
from jz_training.services.calendar_rows import CalendarFilter
from jz_training.ui import kinds
from jz_training.ui.calendar.calendar_bar import CalendarBar
from jz_training.ui.calendar.calendar_body import CalendarBody
from jz_training.ui.calendar.calendar_exports import save_calendar, show_month
from jz_training.ui.calendar.calendar_menu import CalendarMenu
from jz_training.ui.calendar.calendar_span import View, span, span_title, step, within
from jz_training.ui.calendar.day_dialog import DayDialog
from jz_training.ui.calendar.days_view import USUAL, CalendarDays, Times
from jz_training.ui.calendar.entry_words import movable
from jz_training.ui.calendar.moving import OwnMoves, move_training, parts_at, whole_times
from jz_training.ui.context import Context
from jz_training.ui.page import Page
from jz_training.ui.style.text import plain_label

_REMEMBERED = "calendar/view"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarRead:
    """What the desk told of a span of days."""

    entries: tuple[CalendarEntry, ...]
    working: WorkingCalendar
    now: datetime


class CalendarPage(Page):
    """Shows the month of today; `show_for(day=…, view="week", notice_id=…)` shows another."""

    kinds: ClassVar[frozenset[str]] = frozenset(
        {kinds.TRAININGS, kinds.LISTS, kinds.NOTICES, kinds.UNITS, kinds.SETTINGS}
    )

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, title="日程")
        self._view = _known_view(ctx.memory.text(_REMEMBERED))
        self._day = ctx.desk.now().date()
        self._wanted: UUID | None = None
        self._shown: CalendarDays | None = None
        self._own_moves: OwnMoves = {}
        self._make_actions()
        self._make_bar()
        self._make_body()
        self._connect()
        self._show_span()

    # --- for the window ------------------------------------------------------------------------

    def show_for(self, **what: object) -> None:
        """Show the days that were shown before, or those asked for."""
        day, view, notice = what.get("day"), what.get("view"), what.get("notice_id")
        if isinstance(day, date):
            self._day = within(day)
        if isinstance(view, str):
            self._take_view(_known_view(view))
        if isinstance(notice, UUID):
            self.bar.show_notice(notice)
        self.go_to(self._day)
        self.body_card.take_focus()

    def refresh(self) -> None:
        """Read the trainings, notices and units again."""
        desk = self.ctx.desk
        self._read()
        self.ctx.work.read(desk.notices.list, self.bar.offer_notices, owner=self, key="notices")
        self.ctx.work.read(desk.units.all, self.bar.offer_units, owner=self, key="units")

    # --- for keys, buttons and tests -----------------------------------------------------------

    @property
    def view(self) -> View:
        """Return how the days are shown."""
        return self._view

    @property
    def shown(self) -> CalendarDays | None:
        """Return what is shown, None before the first answer of the desk."""
        return self._shown

    def go_to(self, day: date) -> None:
        """Show the month or week of a day."""
        self._day = within(day)
        self._show_span()
        self.refresh()

    def turn(self, by: int) -> None:
        """Go so many months or weeks on."""
        self.go_to(step(self._view, self._day, by))

    def go_to_today(self) -> None:
        """Show today and put the cursor on it."""
        today = self.ctx.desk.now().date()
        self.go_to(today)
        for board in self.body_card.boards:
            board.go_to(datetime.combine(today, USUAL))

    def choose_view(self, view: View) -> None:
        """Show the same days as a month, a week or a list."""
        board, (first, last) = self.body_card.board, span(self._view, self._day)
        if board is not None and first <= board.cursor_at.date() <= last:
            self._day = board.cursor_at.date()
        self._take_view(view)
        self.ctx.memory.keep(_REMEMBERED, view.value)
        self.go_to(self._day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turns = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        turns |= {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        by = turns.get(Qt.Key(event.key()))
        if by is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self.turn(by)

    # --- construction --------------------------------------------------------------------------

    def _make_actions(self) -> None:
        self.exporting = self.add_action("导出", lambda: None, icon="download")
        menu = QMenu(self)
        menu.addAction("预览打印本月\tCtrl+P").triggered.connect(lambda: self.show_paper())
        menu.addAction("导出日历文件（.ics）…").triggered.connect(lambda: self.save_span())
        self.exporting.setMenu(menu)
        self.begin = self.add_action(
            "新建场次", self._begin, primary=True, icon="plus", keys="Ctrl+N"
        )
        self.begin.setEnabled(not self.ctx.desk.read_only)
        self.add_keys("Ctrl+P", self.show_paper)
        self.add_keys("T", self.go_to_today)
        for keys, view in (("M", View.MONTH), ("W", View.WEEK), ("L", View.LIST)):
            self.add_keys(keys, lambda view=view: self.choose_view(view))  # type: ignore[misc]

    def _make_bar(self) -> None:
        self.bar = CalendarBar(self, view=self._view)
        self.count = plain_label("", "small")
        self.add_filter(*self.bar.widgets())
        self.add_filter_note(self.count)

    def _make_body(self) -> None:
        self.body_card = CalendarBody(self.ctx)
        self.body_card.show_view(self._view)
        self.body.addWidget(self.body_card, 1)
        table = self.body_card.list
        table.opened.connect(self._open)
        table.add_action("打开", lambda: self._with_row(lambda row: self._open(row.id)))
        for words, days, keys in (("提前一天", -1, "Shift+Left"), ("推后一天", 1, "Shift+Right")):
            table.add_action(words, lambda days=days: self._push_row(days), keys=keys)  # type: ignore[misc]
        table.add_action("导出日历文件（.ics）…", lambda: self._with_row(self._save_one))

    def _connect(self) -> None:
        self.bar.turned.connect(self.turn)
        self.bar.today_asked.connect(self.go_to_today)
        self.bar.chosen.connect(self.choose_view)
        self.bar.filtered.connect(self._read)
        self.body_card.turned.connect(self.turn)
        self.body_card.import_asked.connect(lambda: self.ctx.open_page("settings", tab="calendar"))
        for board in self.body_card.boards:
            board.editable = not self.ctx.desk.read_only
            board.opened.connect(self._open)
            board.new_asked.connect(self._begin_at)
            board.moved.connect(lambda entry, start, end: self._move(entry, (start, end)))
            board.day_asked.connect(self.show_day)
            board.menu_asked.connect(self._show_menu)
            board.gone_to.connect(self._follow)
            board.turned.connect(self.turn)

    # --- showing -------------------------------------------------------------------------------

    def _take_view(self, view: View) -> None:
        self._view, self._shown = view, None
        self.body_card.show_view(view)

    def _show_span(self) -> None:
        self.bar.show_span(self._view, self._day)

    def _read(self) -> None:
        desk, only = self.ctx.desk, self.bar.value()
        first, last = span(self._view, self._day)

        def read() -> CalendarRead:
            return CalendarRead(
                entries=desk.calendar.between(first, last, only),
                working=desk.calendar.working(),
                now=desk.now(),
            )

        self.ctx.work.read(read, self._show, owner=self, key="calendar")

    def _show(self, found: CalendarRead) -> None:
        first, last = span(self._view, self._day)
        days = tuple(first + timedelta(days=at) for at in range((last - first).days + 1))
        self._shown = CalendarDays(
            days=days,
            anchor=self._day,
            now=found.now,
            entries=found.entries,
            working=found.working,
        )
        self._show_shown(self._shown)
        board = self.body_card.board
        if self._wanted is not None:
            if board is None:
                self.body_card.list.select(self._wanted)
            else:
                board.select(self._wanted)
            self._wanted = None

    def _show_shown(self, shown: CalendarDays) -> None:
        years = sorted({day.year for day in shown.days if not shown.working.knows(day.year)})
        self.body_card.show_days(shown, years)
        self.count.setText(f"共 {len(shown.entries)} 场")
        if self.bar.value() == CalendarFilter():
            self.body_card.list.set_empty("这个月没有场次。", verb="新建场次", act=self._begin)
        else:
            self.body_card.list.set_empty(
                "没有符合条件的场次。", verb="清除筛选", act=self.bar.clear
            )

    def _follow(self, day: date) -> None:
        """Show the month or week to which the keys led."""
        first, last = span(View.LIST if self._view is View.MONTH else self._view, self._day)
        self._day = day
        if not first <= day <= last:
            self.go_to(day)

    # --- doing ---------------------------------------------------------------------------------

    def show_day(self, day: date) -> None:
        """List everything of one day."""
        shown = self._shown
        if shown is None:
            return
        desk = self.ctx.desk
        entries = [one for one in shown.entries if one.start.date() <= day <= one.end.date()]
        dialog = DayDialog(self, shown.working.of_day(day), entries, now=desk.now)
        dialog.verb.setEnabled(not desk.read_only)
        dialog.opened.connect(self._open)
        dialog.accepted.connect(lambda: self._begin_at(datetime.combine(day, USUAL)))
        dialog.open()

    def show_paper(self) -> None:
        """Open the month as it will be printed."""
        show_month(self.ctx, self, self._day, self.bar.value())

    def save_span(self) -> None:
        """Save what is shown as a calendar file."""
        entries = self._shown.entries if self._shown is not None else ()
        if not entries:
            self.ctx.toast("没有可以导出的场次。")
            return
        name = f"学习培训 {span_title(self._view, self._day)}"
        save_calendar(self.ctx, self, [entry.id for entry in entries], name=name)

    def _save_one(self, entry: CalendarEntry) -> None:
        save_calendar(self.ctx, self, [entry.id], name=f"{entry.start:%m-%d} {entry.title}")

    def _open(self, training_id: UUID) -> None:
        self.ctx.open_page("training", training_id=training_id)

    def _begin(self) -> None:
        board = self.body_card.board
        if board is not None and self._shown is not None:
            self._begin_at(board.cursor_at)
        else:
            self.ctx.open_page("training_new")

    def _begin_at(self, start: datetime) -> None:
        self.ctx.open_page("training_new", start=start)

    def _with_row(self, act: object) -> None:
        row = self.body_card.list.current_row()
        if row is not None and callable(act):
            act(row)

    def _push_row(self, days: int) -> None:
        row = self.body_card.list.current_row()
        by = timedelta(days=days)
        if row is not None and movable(row) and not self.ctx.desk.read_only:
            self._move(row, (row.start + by, row.end + by))

    def _move(self, entry: CalendarEntry, times: Times) -> None:
        """Show a training at its new time at once, and move it."""
        self._wanted = entry.id
        if self._shown is not None:
            whole = next((one for one in self._shown.entries if one.id == entry.id), entry)
            times = whole_times(whole, entry, times)
            entry = whole
            entries = (
                _at(one, times) if one.id == entry.id else one for one in self._shown.entries
            )
            self._shown = replace(
                self._shown, entries=tuple(sorted(entries, key=lambda one: (one.start, one.id)))
            )
            self._show_shown(self._shown)
        first, last = span(self._view, self._day)
        if not first <= times[0].date() <= last:
            self._day = within(times[0].date())
            self._show_span()
        move_training(self.ctx, self, entry, times, own=self._own_moves, failed=self._read)

    def _show_menu(self, at: QPoint) -> None:
        board = self.body_card.board
        if board is None:
            return

        def export() -> None:
            chosen = board.selected
            if chosen is not None:
                self._save_one(chosen)

        menu = CalendarMenu(self, board, export=export)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)


def _at(entry: CalendarEntry, times: Times) -> CalendarEntry:
    return CalendarEntry(
        id=entry.id,
        version=entry.version,
        title=entry.title,
        form=entry.form,
        start=times[0],
        end=times[1],
        venue=entry.venue,
        speaker=entry.speaker,
        state=entry.state,
        held=entry.held,
        series_id=entry.series_id,
        expected=entry.expected,
        clashes=entry.clashes,
        parts=parts_at(entry, times[0]),
    )


def _known_view(key: str) -> View:
    return View(key) if key in set(View) else View.MONTH

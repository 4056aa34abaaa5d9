"""原文与要求: the notice's own words at the left, its duties with their state at the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout

from jz_training.domain.notice import NoticeView
from jz_training.domain.task_book import Duty, TaskBook
from jz_training.errors import JzError, NotFound
from jz_training.ui.context import Context
from jz_training.ui.notices.duties_card import DutiesCard
from jz_training.ui.notices.duty_changes import DutyChanges
from jz_training.ui.notices.duty_words import STATE_TONES, whole_words
from jz_training.ui.notices.event_strip import EventStrip
from jz_training.ui.notices.event_training import open_event_training
from jz_training.ui.notices.left_over_strip import LeftOverStrip, Place
from jz_training.ui.notices.notice_tab import NoticeTab
from jz_training.ui.notices.notice_text import NoticeText
from jz_training.ui.notices.text_marks import Mark
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.card import Card

if TYPE_CHECKING:
    from jz_training.services.desk import Desk

_HINT = "点一句话，右边对应的要求会选中；选中文字可以新增要求。"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextAndDuties:
    """What the tab shows."""

    notice: NoticeView
    book: TaskBook


class TextTab(NoticeTab):
    """Text and duties side by side; what is chosen on one side is shown on the other."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._notice_id: UUID | None = None
        self._shown: TextAndDuties | None = None
        self._wanted: UUID | None = None
        self.changes = DutyChanges(ctx, self)
        self._make()
        self._connect()

    # --- for the page --------------------------------------------------------------------------

    def show_notice(self, notice_id: UUID) -> None:
        """Show a notice, reading it from the desk."""
        self._notice_id = notice_id
        self._read()

    def refresh(self) -> None:
        """Read text and duties again; what is chosen stays chosen."""
        self._read()

    def show_duty(self, obligation_id: UUID) -> None:
        """Choose a duty as soon as it is there."""
        self._wanted = obligation_id
        self._choose_wanted()

    def begin(self) -> None:
        """Make a duty of the words selected, or ask for one (Ctrl+N)."""
        self.add()

    def add(self) -> None:
        """Make a duty of the words selected; without any, ask for it in the dialog."""
        if self._shown is None or self._ctx.desk.read_only:
            return
        span = self.text.selected_span()
        if span is None:
            self.changes.add_by_hand(self._shown.notice)
        else:
            self.changes.add_from_text(self._shown.notice, *span)

    # --- construction --------------------------------------------------------------------------

    def _make(self) -> None:
        self.meeting = EventStrip()
        self.text = NoticeText()
        self.left_over = LeftOverStrip()
        self.duties = DutiesCard(self._ctx)
        left = Card("原文")
        left.add(self.text, 1)
        left.add(self.left_over)
        self.hint = plain_label(_HINT, "small", wrap=True)
        left.add(self.hint)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setHandleWidth(theme().sizes.gap)
        self.split.setChildrenCollapsible(False)
        for at, (side, share) in enumerate(((left, 44), (self.duties, 56))):
            self.split.addWidget(side)
            self.split.setStretchFactor(at, share)
        self.split.setSizes([440, 560])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.meeting)
        column.addWidget(self.split, 1)

    def _connect(self) -> None:
        self.text.mark_clicked.connect(self._take_mark)
        self.text.menu_wanted.connect(self._show_menu)
        self.left_over.asked.connect(self.text.choose)
        self.left_over.taken.connect(self._take_place)
        self.left_over.dropped.connect(self._drop_place)
        self.duties.chosen.connect(self._frame)
        self.duties.add_wanted.connect(self.add)
        self.duties.edit_wanted.connect(self.changes.edit)
        self.duties.remove_wanted.connect(self.changes.remove)
        self.duties.move_wanted.connect(self.changes.move)
        self.changes.added.connect(self.show_duty)
        self.meeting.wanted.connect(self._make_training)
        self.meeting.opened.connect(
            lambda training_id: self._ctx.open_page("training", training_id=training_id)
        )

    # --- showing -------------------------------------------------------------------------------

    def _read(self) -> None:
        notice_id, desk = self._notice_id, self._ctx.desk
        if notice_id is not None:
            self._ctx.work.read(
                lambda: read_both(desk, notice_id),
                self._show,
                owner=self,
                key="both",
                failed=is_gone,  # the page goes back to the list
            )

    def _show(self, both: TextAndDuties) -> None:
        self._shown = both
        may_write = not self._ctx.desk.read_only
        today = self._ctx.desk.now().date()
        self.meeting.show_event(both.notice, today=today, may_write=may_write)
        self.text.show_notice(both.notice)
        self.text.show_marks(marks_of(both))
        self.left_over.show_places(unsorted_in(both) if may_write else (), both.notice.text)
        self.duties.show_book(both.book)
        self._choose_wanted()

    def _choose_wanted(self) -> None:
        if self._wanted is not None and self.duties.choose(self._wanted):
            self._wanted = None

    def _frame(self, obligation_id: object) -> None:
        self.text.choose(obligation_id, scroll=obligation_id != self.text.current)

    def _take_mark(self, key: object) -> None:
        if isinstance(key, UUID):
            self.duties.choose(key)
            self.text.choose(key, scroll=False)
        elif isinstance(key, tuple):
            self.text.choose(key, scroll=False)
            self.left_over.choose(key)

    # --- doing ---------------------------------------------------------------------------------

    def _take_place(self, place: Place) -> None:
        if self._shown is not None:
            self.changes.add_from_text(self._shown.notice, *place)

    def _drop_place(self, place: Place) -> None:
        if self._shown is not None:
            self.changes.sort_out(self._shown.notice.id, *place)

    def _make_training(self) -> None:
        if self._shown is not None:
            open_event_training(self._ctx, self, self._shown.notice)

    def _show_menu(self, at: QPoint) -> None:
        menu = self.menu_at(self.text.viewport().mapFromGlobal(at))
        menu.exec(at)
        menu.deleteLater()

    def menu_at(self, point: QPoint) -> QMenu:
        """Return what may be done with the words at a point of the text."""
        menu = QMenu(self)
        mark, selected = self.text.mark_at(point), self.text.selected_span() is not None
        writes = not self._ctx.desk.read_only
        menu.addAction("新增要求\tCtrl+N", self.add).setEnabled(selected and writes)
        if mark is not None and isinstance(mark.key, tuple):
            place = mark.key
            menu.addAction("作为一项要求", lambda: self._take_place(place)).setEnabled(writes)
            menu.addAction("不是要求", lambda: self._drop_place(place)).setEnabled(writes)
        elif mark is not None and isinstance(mark.key, UUID):
            self.duties.choose(mark.key)
            menu.addAction("修改这项要求\tF2", self.duties.edit).setEnabled(writes)
        menu.addSeparator()
        menu.addAction("复制\tCtrl+C", self.text.copy).setEnabled(selected)
        return menu


def read_both(desk: Desk, notice_id: UUID) -> TextAndDuties:
    """Read a notice with its duties. Raises NotFound."""
    return TextAndDuties(notice=desk.notices.get(notice_id), book=desk.duties.book(notice_id))


def marks_of(both: TextAndDuties) -> tuple[Mark, ...]:
    """Return the marks of a text: what is unsorted first, under the tints of the duties."""
    left = (
        Mark(key=place, start=place[0], end=place[1], words="没有归类，请您判断是不是一项要求")
        for place in unsorted_in(both)
    )
    return (*left, *(mark for mark in map(_mark_of, both.book.duties) if mark is not None))


def is_gone(error: JzError) -> bool:
    """Tell whether a notice is not there any more: undone, or removed elsewhere."""
    return isinstance(error, NotFound)


def unsorted_in(both: TextAndDuties) -> tuple[Place, ...]:
    """Return the places nobody sorted yet: one that has become a duty is sorted by that."""
    drafts = [duty.obligation.draft for duty in both.book.duties]
    taken = {(draft.start, draft.end) for draft in drafts}
    return tuple(place for place in both.notice.left_to_reader if place not in taken)


def _mark_of(duty: Duty) -> Mark | None:
    draft = duty.obligation.draft
    if draft.start is None or draft.end is None:
        return None  # added by hand, without words of the notice
    return Mark(
        key=duty.obligation.id,
        start=draft.start,
        end=draft.end,
        words=whole_words(duty),
        tone=STATE_TONES[duty.state],
    )

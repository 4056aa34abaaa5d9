"""One line to enter a talk: 主题, 形式, 去处, 地点, 宣讲人, 时间, 人数, Enter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from jz_training.domain.outreach import OutreachDraft, PlaceKind
from jz_training.domain.roster import UnitRow
from jz_training.domain.training import TrainingForm
from jz_training.labels.notices import PLACE_KINDS
from jz_training.ui.context import Context
from jz_training.ui.publicity.counts import count_in, count_trouble
from jz_training.ui.publicity.entry_line import EntryLine
from jz_training.ui.publicity.talk_words import TALK_FORMS, heads_of, unit_named, units_of
from jz_training.ui.style.text import button, plain_tip
from jz_training.ui.widgets.choice_field import ChoiceField
from jz_training.ui.widgets.date_time_field import WhenField
from jz_training.ui.widgets.suggest_field import SuggestField
from jz_training.ui.widgets.word_box import WordBox

#: Only a likely value for the field: what is not so is typed over.
_FROM, _LENGTH = time(15, 0), timedelta(hours=1)

#: Where the rules speak of a part of a field.
_PARTS = {"start": "when", "end": "when", "unit_id": "place"}


class TalkEntry(EntryLine):
    """Enters talks one after the other: topic and heads are emptied in between.

    Signals: ready(OutreachDraft) when a talk is to be saved; by_names(OutreachDraft) when its
    listeners are to be kept as a list of names.
    """

    ready = Signal(object)
    by_names = Signal(object)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._units: Sequence[UnitRow] = ()
        self._places: tuple[str, ...] = ()
        self._make_what()
        self._make_rest()
        self._make_buttons()
        self._keep_tab_order()
        self.entered.connect(lambda: self._enter(names=False))
        self.kind.currentIndexChanged.connect(lambda _: self._follow_kind())

    def focus_first(self) -> None:
        """Put the cursor where the next talk begins."""
        self.topic.setFocus()

    def show_today(self) -> None:
        """Propose the day of the clock again, as when the page is opened."""
        start = datetime.combine(self._ctx.desk.now().date(), _FROM)
        self.when.set_value(start, start + _LENGTH)

    def offer(
        self, units: Sequence[UnitRow], *, places: tuple[str, ...], speakers: tuple[str, ...]
    ) -> None:
        """Offer the units of the tree, and what was entered before."""
        self._units, self._places = units, places
        self.speaker.offer(speakers, self._ctx.work)
        self._offer_places()

    def draft(self) -> OutreachDraft:
        """Return what stands in the line as far as it goes; an unreadable time is that of today."""
        today = datetime.combine(self._ctx.desk.now().date(), _FROM)
        start, end = self.when.value() or (today, today + _LENGTH)
        kind, place = self.kind.chosen(), self.place.text().strip()
        unit = unit_named(place, kind, self._units)
        count, online = count_in(self.heads.text()), kind is PlaceKind.ONLINE
        views = count if online else None
        return OutreachDraft(
            title=self.topic.text().strip(),
            form=self.form.chosen(),
            start=start,
            end=end,
            place_kind=kind,
            place=place,
            unit_id=unit.id if unit else None,
            speaker=self.speaker.text().strip(),
            head_count=heads_of(kind, heads=None if online else count, views=views),
            online_views=views,
        )

    def start_next(self) -> None:
        """Empty what belongs to one talk; the rest is often the same again."""
        self.topic.clear()
        self.heads.clear()
        self.clear_faults()
        self.topic.setFocus()

    def show_fault(self, name: str, sentence: str) -> None:
        """Show what is wrong with a field, also where the rules name a part of it."""
        super().show_fault(_PARTS.get(name, name), sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._enter(names=True)
        else:
            super().keyPressEvent(event)

    # --- construction --------------------------------------------------------------------------

    def _make_what(self) -> None:
        work = self._ctx.work
        self.topic = self.add_cell("title", "主题", QLineEdit(), least=220, grow=2)
        self.topic.setPlaceholderText("如 代表大会精神进班组")
        self.form: WordBox[TrainingForm] = WordBox(TALK_FORMS, work)
        self.add_cell("form", "形式", self.form, least=100)
        self.kind: WordBox[PlaceKind] = WordBox(PLACE_KINDS, work)
        self.add_cell("place_kind", "去处", self.kind, least=84)
        self.place = self.add_cell("place", "地点", ChoiceField(), least=152, grow=1)
        self.speaker = self.add_cell("speaker", "宣讲人", SuggestField(), least=120, grow=1)

    def _make_rest(self) -> None:
        self.when = self.add_cell(
            "when", "日期、时间", WhenField(clock=self._ctx.desk.now), least=372, new_line=True
        )
        self.heads = self.add_cell("head_count", "听众人数", QLineEdit(), least=88)
        self.heads.setPlaceholderText("人次")
        self.show_today()

    def _make_buttons(self) -> None:
        self.save, self.more = self.make_buttons("重点人群、线上观看、对应通知、备注")
        self.names = button("按名单登记")
        plain_tip(self.names, "保存这一场，接着确定名单、登记考勤，听众按名单计（Ctrl+回车）")
        self.names.clicked.connect(lambda: self._enter(names=True))
        self.add_buttons(self.save, self.names, self.more)

    def _keep_tab_order(self) -> None:
        order: tuple[QWidget, ...] = (
            self.topic, self.form, self.kind, self.place, self.speaker, self.when.day,
            self.when.start, self.when.end, self.heads, self.save, self.names, self.more,
        )  # fmt: skip
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    # --- doing ---------------------------------------------------------------------------------

    def _follow_kind(self) -> None:
        """Online nobody is counted by heads: the number is that of the views."""
        online = self.kind.chosen() is PlaceKind.ONLINE
        self.rename_cell("head_count", "线上观看" if online else "听众人数")
        self._offer_places()

    def _offer_places(self) -> None:
        kind = self.kind.chosen()
        names = [unit.name for unit in units_of(kind, self._units)]
        elsewhere = {unit.name for unit in self._units} - set(names)
        used = [place for place in self._places if place not in elsewhere]
        self.place.offer((*names, *used), self._ctx.work)
        self.place.setPlaceholderText("平台或直播间" if kind is PlaceKind.ONLINE else "单位或地点")

    def _enter(self, *, names: bool) -> None:
        draft, heads = self.draft(), self.heads.text()
        if not draft.title:
            self.show_fault("title", "请填写主题。")
        elif unreadable := self.when.unreadable():
            self.show_fault("when", unreadable)
        elif trouble := count_trouble("听众人数", heads):
            self.show_fault("head_count", trouble)
        elif names:
            self.by_names.emit(replace(draft, head_count=None))
        else:
            self.ready.emit(draft)

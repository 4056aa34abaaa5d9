"""The fields of a talk inside its dialog."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from jz_training.domain.outreach import OutreachDraft, PlaceKind
from jz_training.domain.roster import UnitRow
from jz_training.domain.training import TrainingForm
from jz_training.labels.notices import PLACE_KINDS
from jz_training.ui.context import Context
from jz_training.ui.publicity.counts import count_in, count_trouble
from jz_training.ui.publicity.group_field import GroupField
from jz_training.ui.publicity.talk_words import TALK_FORMS, heads_of, unit_named, units_of
from jz_training.ui.style.look import theme
from jz_training.ui.widgets.choice_field import ChoiceField
from jz_training.ui.widgets.date_time_field import WhenField
from jz_training.ui.widgets.form import Form
from jz_training.ui.widgets.notice_box import NoticeBox
from jz_training.ui.widgets.suggest_field import SuggestField
from jz_training.ui.widgets.word_box import WordBox

#: Where the rules speak of a part of a field.
_PARTS = {"start": "when", "end": "when", "unit_id": "place"}


class TalkFields(Form):
    """A form over an `OutreachDraft`."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._units: Sequence[UnitRow] = ()
        self._places: tuple[str, ...] = ()
        self._kept: OutreachDraft | None = None
        self._add_what()
        self._add_listeners()
        self.stretch()
        self.kind.currentIndexChanged.connect(lambda _: self._offer_places())

    def show_draft(self, draft: OutreachDraft, *, named: int | None) -> None:
        """Show a talk; with `named` its listeners are counted by a list of names."""
        self._kept = draft
        self.title.setText(draft.title)
        self.talk_form.set_value(draft.form)
        self.when.set_value(draft.start, draft.end)
        self.kind.set_value(draft.place_kind)
        self.place.setText(draft.place)
        self.speaker.setText(draft.speaker)
        self.heads.setText(_number(draft.head_count))
        self.views.setText(_number(draft.online_views))
        self.groups.set_value(draft.groups)
        self.notice.set_value(draft.notice_id)
        self.note.setPlainText(draft.note)
        if named is not None:
            self.heads.setText(f"按名单 {named} 人次")
            self.heads.setReadOnly(True)

    def draft(self) -> OutreachDraft | None:
        """Return what is entered; None when something cannot be read (it is shown)."""
        if not self.complete():
            return None
        when = self.when.value()
        if when is None:
            self.show_errors({"when": self.when.unreadable()})
            return None
        for name, word, field in (
            ("head_count", "听众人数", self.heads), ("online_views", "线上观看", self.views),
        ):  # fmt: skip
            trouble = "" if field.isReadOnly() else count_trouble(word, field.text())
            if trouble:
                self.show_errors({name: trouble})
                return None
        return self._made(*when)

    def show_fault(self, field: str, sentence: str) -> bool:
        """Show a refusal of the rules under its field; False when it belongs elsewhere."""
        self.clear_errors()
        return self.set_error(_PARTS.get(field, field), sentence)

    def offer_units(self, units: Sequence[UnitRow], places: tuple[str, ...]) -> None:
        """Offer the units of the tree and the places entered before."""
        self._units, self._places = units, places
        self._offer_places()

    # --- construction --------------------------------------------------------------------------

    def _add_what(self) -> None:
        work = self._ctx.work
        self.title = self.add("title", "主题", QLineEdit(), required=True)
        self.talk_form: WordBox[TrainingForm] = self.add("form", "形式", WordBox(TALK_FORMS, work))
        self.when = self.add("when", "时间", WhenField(clock=self._ctx.desk.now))
        self.kind: WordBox[PlaceKind] = self.add("place_kind", "去处", WordBox(PLACE_KINDS, work))
        self.place = self.add("place", "地点", ChoiceField())
        self.speaker = self.add("speaker", "宣讲人", SuggestField())

    def _add_listeners(self) -> None:
        self.heads = self.add("head_count", "听众人数（人次）", QLineEdit())
        self.groups = self.add("groups", "重点人群", GroupField(self._ctx))
        self.views = self.add("online_views", "线上观看（人次）", QLineEdit())
        self.notice = self.add("notice_id", "对应通知", NoticeBox("不对应通知"))
        self.note = self.add("note", "备注", QPlainTextEdit())
        self.note.setFixedHeight(theme().sizes.of(56))
        self.note.setTabChangesFocus(True)

    def _offer_places(self) -> None:
        kind = self.kind.chosen()
        names = (unit.name for unit in units_of(kind, self._units))
        self.place.offer((*names, *self._places), self._ctx.work)

    def _made(self, start: datetime, end: datetime) -> OutreachDraft:
        kind, place, kept = self.kind.chosen(), self.place.text().strip(), self._kept
        by_list, views = self.heads.isReadOnly(), count_in(self.views.text())
        heads = kept.head_count if by_list and kept else count_in(self.heads.text())
        return OutreachDraft(
            title=self.title.text().strip(),
            form=self.talk_form.chosen(),
            start=start,
            end=end,
            place_kind=kind,
            place=place,
            unit_id=self._unit_id(kind, place),
            speaker=self.speaker.text().strip(),
            head_count=heads if by_list else heads_of(kind, heads=heads, views=views),
            groups=self.groups.value(),
            online_views=views,
            note=self.note.toPlainText().strip(),
            notice_id=self.notice.value(),
        )

    def _unit_id(self, kind: PlaceKind, place: str) -> UUID | None:
        """Return the unit visited; what was stored for the same place stays."""
        kept = self._kept
        if kept is not None and (kept.place_kind, kept.place) == (kind, place):
            return kept.unit_id
        unit = unit_named(place, kind, self._units)
        return unit.id if unit else None


def _number(count: int | None) -> str:
    return "" if count is None else str(count)

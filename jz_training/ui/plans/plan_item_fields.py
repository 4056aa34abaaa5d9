"""The fields of a planned item: those everybody fills, and those few need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from jz_training import labels
from jz_training.domain.plan import PlanItemDraft
from jz_training.domain.training import TrainingForm
from jz_training.ui.plans.figures import hours_of, number_of
from jz_training.ui.plans.plan_words import hours_words
from jz_training.ui.plans.span_field import SpanField
from jz_training.ui.plans.span_words import Span
from jz_training.ui.style.look import theme
from jz_training.ui.widgets.chips import ChipField
from jz_training.ui.widgets.form import Form
from jz_training.ui.widgets.suggest_field import SuggestField
from jz_training.ui.widgets.tick_line import TickLine

if TYPE_CHECKING:
    from jz_training.ui.context import Context

#: Where the rules speak of a part of the field 时间.
SPAN_FIELDS = {"first": "when", "last": "when"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemChoices:
    """What the fields offer; `duties` are ids and titles of the notice's obligations."""

    layers: Sequence[str] = ()
    categories: Sequence[str] = ()
    venues: Sequence[str] = ()
    speakers: Sequence[str] = ()
    people: Sequence[str] = ()
    topics: Sequence[str] = ()
    duties: Sequence[tuple[UUID, str]] = ()


class MainFields(Form):
    """Topic, form, time, audience, number of people and owner."""

    def __init__(self, ctx: Context, choices: ItemChoices) -> None:
        super().__init__()
        self.title = self.add("title", "主题", QLineEdit(), required=True)
        self.title.setPlaceholderText("如 代表大会精神专题学习会")
        self.form = self.add("form", "形式", QComboBox())
        for form, word in labels.FORMS.items():
            self.form.addItem(word, form.value)
        self.when = self.add("when", "时间", SpanField(clock=ctx.desk.now),
                             hint="一天、一个月或一段时间，可以先不定。")  # fmt: skip
        self.layers = self.add("layers", "层级", TickLine("层级"))
        self.layers.show_words(tuple(dict.fromkeys((*labels.LAYERS, *choices.layers))))
        self.categories = self.add("categories", "类别", TickLine("类别"))
        self.categories.show_words(tuple(dict.fromkeys((*labels.CATEGORIES, *choices.categories))))
        self.audience = self.add("audience", "对象说明", QLineEdit())
        self.audience.setPlaceholderText("如 各班组长，可不填")
        self.people = self.add("people", "人数", QLineEdit())
        self.people.setPlaceholderText("预计参加人数，可不填")
        self.responsible = self.add("responsible", "责任人", SuggestField())
        self.responsible.offer(tuple(choices.people), ctx.work)

    def show_draft(self, draft: PlanItemDraft) -> None:
        """Show an item."""
        self.title.setText(draft.title)
        self.form.setCurrentIndex(self.form.findData(draft.form.value))
        self.when.set_value(Span(draft.first, draft.last))
        self.layers.set_value(draft.layers)
        self.categories.set_value(draft.categories)
        self.audience.setText(draft.audience)
        self.people.setText(str(draft.people or ""))
        self.responsible.setText(draft.responsible)

    def form_chosen(self) -> TrainingForm:
        """Return the form chosen."""
        return TrainingForm(self.form.currentData())

    def readable(self) -> bool:
        """Tell whether everything typed can be read; show what cannot."""
        faults: dict[str, str] = {}
        if self.when.unreadable():
            faults["when"] = self.when.unreadable()
        if number_of(self.people.text()) is None and self.people.text().strip():
            faults["people"] = "人数请写整数，如 30。"
        if faults:
            self.show_errors(faults)
        return not faults


class MoreFields(Form):
    """Phase, batch, hours, venue, speaker, duty, topics and a note."""

    def __init__(self, ctx: Context, choices: ItemChoices) -> None:
        super().__init__()
        self.phase = self.add("phase", "期", QLineEdit())
        self.phase.setPlaceholderText("第几期，如 1")
        self.batch = self.add("batch", "批", QLineEdit())
        self.batch.setPlaceholderText("第几批，如 2")
        self.hours = self.add("hours", "学时", QLineEdit())
        self.hours.setPlaceholderText("如 2 或 1.5")
        self.venue = self.add("venue", "地点", SuggestField())
        self.venue.offer(tuple(choices.venues), ctx.work)
        self.speaker = self.add("speaker", "主讲", SuggestField())
        self.speaker.offer(tuple(choices.speakers), ctx.work)
        self.duty = self.add("obligation_id", "依据的要求", QComboBox())
        self.duty.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.duty.addItem("不对应通知的要求", None)
        for duty_id, title in choices.duties:
            self.duty.addItem(title, duty_id)
        self.topics = self.add("topics", "学习内容", ChipField())
        self.topics.entry.offer(tuple(choices.topics), ctx.work)
        self.note = self.add("note", "备注", QPlainTextEdit())
        self.note.setFixedHeight(theme().sizes.of(64))
        self.note.setTabChangesFocus(True)

    def show_draft(self, draft: PlanItemDraft) -> None:
        """Show an item; a duty that is not offered stays what it is."""
        self.phase.setText(str(draft.phase or ""))
        self.batch.setText(str(draft.batch or ""))
        self.hours.setText(hours_words(draft))
        self.venue.setText(draft.venue)
        self.speaker.setText(draft.speaker)
        self._choose_duty(draft.obligation_id)
        self.topics.set_value(draft.topics)
        self.note.setPlainText(draft.note)

    def readable(self) -> bool:
        """Tell whether everything typed can be read; show what cannot."""
        faults: dict[str, str] = {}
        for name, word in (("phase", "期"), ("batch", "批")):
            field = self.phase if name == "phase" else self.batch
            if number_of(field.text()) is None and field.text().strip():
                faults[name] = f"第几{word}请写整数，如 1。"
        if hours_of(self.hours.text()) is None and self.hours.text().strip():
            faults["hours"] = "学时请写数字，如 2 或 1.5。"
        if faults:
            self.show_errors(faults)
        return not faults

    def _choose_duty(self, duty_id: UUID | None) -> None:
        for at in range(self.duty.count()):
            if self.duty.itemData(at) == duty_id:
                self.duty.setCurrentIndex(at)
                return
        self.duty.addItem("另一份通知的要求", duty_id)
        self.duty.setCurrentIndex(self.duty.count() - 1)


def draft_of(main: MainFields, more: MoreFields) -> PlanItemDraft:
    """Return what is entered; both must be readable."""
    span = main.when.value() or Span()
    return PlanItemDraft(
        title=main.title.text().strip(),
        form=main.form_chosen(),
        layers=main.layers.value(),
        categories=main.categories.value(),
        audience=main.audience.text().strip(),
        people=number_of(main.people.text()),
        phase=number_of(more.phase.text()),
        batch=number_of(more.batch.text()),
        first=span.first,
        last=span.last,
        hours=hours_of(more.hours.text()),
        venue=more.venue.text().strip(),
        speaker=more.speaker.text().strip(),
        responsible=main.responsible.text().strip(),
        note=more.note.toPlainText().strip(),
        obligation_id=more.duty.currentData(),
        topics=more.topics.value(),
    )

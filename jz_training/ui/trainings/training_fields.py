"""The fields of a training: what the secretary enters, with what was entered before on offer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit

from jz_training.domain.hours import HoursRule, HoursRuleRow
from jz_training.domain.notice import NoticeRow
from jz_training.domain.training import AudienceRule, TrainingDraft, TrainingForm
from jz_training.labels import FORMS
from jz_training.services.trainings import Suggestions
from jz_training.ui.context import Context
from jz_training.ui.style.look import theme
from jz_training.ui.trainings.hints.time_hints import TimeHints
from jz_training.ui.trainings.parts.hours_rule_box import HoursRuleBox, basis_words, reckoned
from jz_training.ui.trainings.parts.parts_field import PartsField
from jz_training.ui.trainings.phase_field import PhaseField
from jz_training.ui.trainings.training_head import WATCHED
from jz_training.ui.trainings.training_words import parts_words
from jz_training.ui.widgets.chips import ChipField
from jz_training.ui.widgets.date_time_field import WhenField
from jz_training.ui.widgets.form import Form
from jz_training.ui.widgets.hours_entry import hours_in, shown
from jz_training.ui.widgets.notice_box import NoticeBox
from jz_training.ui.widgets.suggest_field import SuggestField

#: Where the rules speak of a part of a field.
_PARTS = {"start": "when", "end": "when", "batch": "phase", "hours_rule": "hours"}
_TEXTS = ("venue", "chair", "speaker", "recorder")


class TrainingFields(Form):
    """A form over a `TrainingDraft`; what it has no field for is kept as it was."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._kept: TrainingDraft | None = None
        self._known: Suggestions | None = None
        self._add_what()
        self._add_who()
        self._add_rest()
        self.stretch()
        for compound in (self.topics, self.when, self.phase, self.parts):
            compound.value_changed.connect(self.edited)
        self.rule.rule_chosen.connect(self.edited)
        self.edited.connect(self._follow)
        self.required.clicked.connect(lambda: self.edited.emit())

    def show_draft(self, draft: TrainingDraft) -> None:
        """Show a training."""
        self._kept = draft
        self.title.setText(draft.title)
        self.form.setCurrentIndex(self.form.findData(draft.form.value))
        self.link.setText(draft.link)
        self._show_link()
        self.when.set_value(draft.start, draft.end)
        self.parts.set_value(draft.parts)
        self.rule.set_value(draft.hours_rule)
        for name in _TEXTS:
            self._text(name).setText(getattr(draft, name))
        self.topics.set_value(draft.topics)
        self.hours.setText(shown(draft.hours))
        self.required.setChecked(draft.required)
        self.notice.set_value(draft.notice_id)
        self.phase.set_value(draft.phase, draft.batch)
        self.note.setPlainText(draft.note)
        self.clear_errors()
        self._follow()

    def draft(self, audience: AudienceRule) -> TrainingDraft | None:
        """Return what stands in the fields; None when something cannot be read (it is shown)."""
        if not self.complete():
            return None
        hours = hours_in(self.hours)
        when = self._when()
        if fault := self._time_fault():
            self.show_errors(fault)
            return None
        assert when is not None
        if hours is None and self.hours.text().strip():
            self.show_errors({"hours": "学时请写数字，如 2 或 1.5。"})
            return None
        return self._made(when, hours, audience)

    def glimpse(self, audience: AudienceRule) -> TrainingDraft | None:
        """Return what stands in the fields while they are still being filled, without a word.

        None while the time is missing or cannot be read.
        """
        when = self._when()
        if when is None or when[1] <= when[0] or self.parts.unreadable():
            return None
        return self._made(when, hours_in(self.hours), audience)

    def show_fault(self, field: str, sentence: str) -> bool:
        """Show a refusal of the rules under its field; False when it belongs elsewhere."""
        name = _PARTS.get(field, field)
        if name == "when" and self.parts.lines:
            name = "parts"
        self.clear_errors()
        return self.set_error(name, sentence)

    def offer(self, known: Suggestions) -> None:
        """Offer what was entered before."""
        work = self._ctx.work
        self.venue.offer(known.venues, work)
        people = (*known.speakers, *known.chairs, *known.recorders)
        self.chair.offer((*known.chairs, *people), work)
        self.speaker.offer((*known.speakers, *people), work)
        self.recorder.offer((*known.recorders, *people), work)
        self._known = known
        self._offer_topics()

    def offer_rules(self, rules: Sequence[HoursRuleRow]) -> None:
        """Offer the rule sets for 学时 of the office."""
        self.rule.offer(rules)
        self._follow()

    def move_to(self, start: datetime, end: datetime) -> None:
        """Take another time; of several parts the first begins then."""
        if self.parts.lines:
            self.parts.move_to(start)
        else:
            self.when.set_value(start, end)

    def offer_notices(self, notices: Sequence[NoticeRow]) -> None:
        """Offer the notices there are, without telling that anything was changed."""
        self.notice.set_notices(notices)

    def _offer_topics(self) -> None:
        """Offer topics, those of the notice chosen first."""
        if self._known is not None:
            topics = self._known.topics_for(self.notice.value())
            self.topics.entry.offer(topics, self._ctx.work)

    # --- construction --------------------------------------------------------------------------

    def _add_what(self) -> None:
        self.title = self.add("title", "主题", QLineEdit(), required=True)
        self.title.setPlaceholderText("如 代表大会精神专题学习会（第1批）")
        self.form = self.add("form", "形式", QComboBox())
        for form, word in FORMS.items():
            self.form.addItem(word, form.value)
        self.when = self.add("when", "时间", WhenField(clock=self._ctx.desk.now))
        self.parts = self.add(
            "parts", "课次", PartsField(clock=self._ctx.desk.now, first_day=self.when.day.value)
        )
        self.venue = self.add("venue", "地点", SuggestField())
        self.hints = TimeHints()
        self.add_below(self.hints)
        self.link = self.add("link", "直播链接", QLineEdit())
        self.link.setPlaceholderText("如 https://… 或会议号")
        self.form.currentIndexChanged.connect(lambda _: self._show_link())

    def _show_link(self) -> None:
        """Show the link of a broadcast; one that was entered stays in sight."""
        watched = TrainingForm(self.form.currentData()) in WATCHED
        self.show_field("link", shown=watched or bool(self.link.text()))

    def _add_who(self) -> None:
        self.chair = self.add("chair", "主持", SuggestField())
        self.speaker = self.add("speaker", "主讲", SuggestField())
        self.recorder = self.add("recorder", "记录人", SuggestField())

    def _add_rest(self) -> None:
        self.topics = self.add("topics", "学习内容", ChipField())
        self.rule = self.add("hours_rule", "学时计算", HoursRuleBox())
        self.hours = self.add("hours", "学时", QLineEdit())
        self.hours.setPlaceholderText("如 2 或 1.5，可不填")
        self.required = self.add("required", "要求", QCheckBox("必修"))
        self.notice = self.add("notice_id", "对应通知", NoticeBox("不对应通知"))
        self.notice.currentIndexChanged.connect(lambda _: self._offer_topics())
        self.phase = self.add("phase", "期、批", PhaseField())
        self.note = self.add("note", "备注", QPlainTextEdit())
        self.note.setFixedHeight(theme().sizes.of(64))
        self.note.setTabChangesFocus(True)

    def _when(self) -> tuple[datetime, datetime] | None:
        """Return begin and end: those of the parts where there are any."""
        parts = self.parts.value()
        return (parts[0].start, parts[-1].end) if parts else self.when.value()

    def _time_fault(self) -> dict[str, str]:
        """Return what cannot be read of the time, by field."""
        if self.parts.lines:
            fault = self.parts.unreadable()
            return {"parts": fault} if fault else {}
        unreadable = self.when.unreadable()
        return {"when": unreadable} if unreadable or self.when.value() is None else {}

    def _follow(self) -> None:
        """Let what follows from the parts and the rule set be seen while it is being entered."""
        parts = self.parts.value()
        self.show_field("when", shown=not self.parts.lines)
        self.set_hint("parts", parts_words(parts, today=self._ctx.desk.now().date()))
        rule = self.rule.value()
        self.show_field("hours_rule", shown=self.rule.has_choice)
        self.hours.setReadOnly(rule is not None)
        self.hours.setPlaceholderText("" if rule else "如 2 或 1.5，可不填")
        self.set_hint("hours", basis_words(rule) if rule else "")
        if rule is not None:
            self._show_reckoned(rule)

    def _show_reckoned(self, rule: HoursRule) -> None:
        when, form = self._when(), TrainingForm(self.form.currentData())
        parts = [(part.start, part.end) for part in self.parts.value()]
        spans = parts or ([when] if when is not None else [])
        was = self.hours.blockSignals(True)  # what follows is no entry of the secretary's
        self.hours.setText(reckoned(rule, form, spans))
        self.hours.blockSignals(was)

    def _text(self, name: str) -> SuggestField:
        field: SuggestField = getattr(self, name)
        return field

    def _made(
        self, when: tuple[datetime, datetime], hours: Decimal | None, audience: AudienceRule
    ) -> TrainingDraft:
        form = TrainingForm(self.form.currentData())
        texts: dict[str, Any] = {name: self._text(name).text().strip() for name in _TEXTS}
        phase, batch = self.phase.value()
        base = self._kept or TrainingDraft(title="", form=form, start=when[0], end=when[1])
        return replace(
            base,
            title=self.title.text().strip(),
            form=form,
            start=when[0],
            end=when[1],
            parts=self.parts.value(),
            hours_rule=self.rule.value(),
            topics=self.topics.value(),
            hours=hours,
            required=self.required.isChecked(),
            notice_id=self.notice.value(),
            phase=phase,
            batch=batch,
            note=self.note.toPlainText().strip(),
            link=self.link.text().strip(),
            audience=audience,
            **texts,
        )

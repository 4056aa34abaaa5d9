"""The dialog 补学班: title, form, day, venue and leader of those who meet once more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from jz_training.domain.make_up import MakeUpForm, MakeUpGroupDraft, MakeUpGroupRow, MissedRow
from jz_training.domain.make_up_proposal import ROOMFUL, group_title
from jz_training.labels import MAKE_UP_FORMS
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.makeup.make_up_dialog import who_words
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.date_time_field import DateField
from jz_training.ui.widgets.entry_dialog import EntryDialog
from jz_training.ui.widgets.form import Form
from jz_training.ui.widgets.suggest_field import SuggestField
from jz_training.ui.widgets.word_box import WordBox

if TYPE_CHECKING:
    from jz_training.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupChoices:
    """What the fields offer."""

    venues: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()


def read_group_choices(desk: Desk) -> GroupChoices:
    """Read where groups and trainings meet, and who led groups."""
    venues = dict.fromkeys((*desk.make_up_groups.venues(), *desk.trainings.suggestions().venues))
    return GroupChoices(venues=tuple(venues), leaders=desk.make_up_groups.leaders())


class GroupDialog(EntryDialog):
    """Makes a group of missed lines, or changes the one it is given.

    Signals: saved(UUID) with the group's id.
    """

    def __init__(
        self,
        ctx: Context,
        parent: QWidget,
        *,
        rows: Sequence[MissedRow],
        choices: GroupChoices,
        group: MakeUpGroupRow | None = None,
    ) -> None:
        title = "修改补学班" if group else "组成补学班"
        super().__init__(ctx, parent, title=title, kinds={kinds.ATTENDANCE}, width=520)
        self._rows, self._group = tuple(rows), group
        self.form = Form()
        self._add_fields(choices)
        self.put(plain_label(self._about(), "secondary", wrap=True), self.form)
        self._fill()
        self.fit()
        self.form.submitted.connect(self.accept)
        self.day.setFocus()

    def tell_saved(self) -> None:
        words = "已修改补学班。" if self._group else "已组成补学班，可以打印签到表。"
        self._ctx.toast(words, undo=True)

    def _about(self) -> str:
        persons = len({row.person_id or row.attendee_id for row in self._rows})
        much = f"超过 {ROOMFUL} 人，可以分几次办。" if persons > ROOMFUL else ""
        return who_words(self._rows) + much if self._rows else "这个班里还没有人。"

    def _add_fields(self, choices: GroupChoices) -> None:
        form, ctx = self.form, self._ctx
        self.title = form.add("title", "名称", QLineEdit(), required=True)
        self.how: WordBox[MakeUpForm] = form.add("form", "形式", WordBox(MAKE_UP_FORMS, ctx.work))
        self.day = form.add("day", "日期", DateField(clock=ctx.desk.now), hint="可以先不填。")
        self.venue = form.add("venue", "地点", SuggestField())
        self.leader = form.add("leader", "负责人", SuggestField())
        self.note = form.add("note", "备注", QPlainTextEdit())
        self.note.setFixedHeight(theme().sizes.of(56))
        self.note.setTabChangesFocus(True)
        self.venue.offer(choices.venues, ctx.work)
        self.leader.offer(choices.leaders, ctx.work)

    def _fill(self) -> None:
        draft = self._group.draft if self._group else None
        if draft is None:
            draft = MakeUpGroupDraft(title=group_title(self._rows), form=MakeUpForm.LESSON)
        for name in ("title", "venue", "leader"):
            getattr(self, name).setText(getattr(draft, name))
        self.how.set_value(draft.form)
        self.day.set_value(draft.day)
        self.note.setPlainText(draft.note)

    def draft(self) -> MakeUpGroupDraft | None:
        """Return what is entered; None when something cannot be read (it is shown)."""
        if not self.form.complete():
            return None
        day, typed = self.day.value(), self.day.text().strip()
        if typed and day is None:
            sentence = f"没有看懂日期“{typed}”，可以写成 2026-11-20 这样。"
            self.form.show_errors({"day": sentence})
            return None
        return MakeUpGroupDraft(
            title=self.title.text(),
            form=self.how.chosen(),
            day=day,
            venue=self.venue.text(),
            leader=self.leader.text(),
            note=self.note.toPlainText(),
        )

    def saving_job(self) -> Callable[[], UUID] | None:
        draft = self.draft()
        if draft is None:
            return None
        groups, group = self._ctx.desk.make_up_groups, self._group
        lines = [row.attendee_id for row in self._rows]

        def save() -> UUID:
            if group is None:
                return groups.make_group(draft, lines)
            groups.change(group.id, version=group.version, draft=draft)
            return group.id

        return save

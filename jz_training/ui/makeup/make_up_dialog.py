"""The dialog 登记补学: how several persons made up what they missed, or one make-up changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from jz_training.domain.make_up import MakeUpDraft, MakeUpForm, MissedRow, evidence_of
from jz_training.errors import JzError
from jz_training.labels import MAKE_UP_FORMS
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.makeup.evidence_field import EvidenceField
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.date_time_field import DateField
from jz_training.ui.widgets.entry_dialog import EntryDialog
from jz_training.ui.widgets.form import Form
from jz_training.ui.widgets.hours_entry import hours_in, shown, unreadable
from jz_training.ui.widgets.word_box import WordBox

_KINDS = (kinds.ATTENDANCE, kinds.DOCUMENTS)
#: So many names stand on top; the others are counted.
_NAMED = 6


class MakeUpDialog(EntryDialog):
    """Enters what was done for lines that are missed, or changes the one it is given.

    Signals: saved(UUID) with the id of a make-up.
    """

    def __init__(self, ctx: Context, parent: QWidget, rows: Sequence[MissedRow]) -> None:
        self._rows = tuple(rows)
        self._old = rows[0].make_up if len(rows) == 1 and rows[0].done else None
        title = "修改补学" if self._old else "登记补学"
        super().__init__(ctx, parent, title=title, kinds=_KINDS, width=520)
        self._left: list[str] = []
        self.form = Form()
        self._add_fields()
        self.put(plain_label(who_words(self._rows), "secondary", wrap=True), self.form)
        self._fill()
        self.fit()
        self.form.submitted.connect(self.accept)
        self.day.setFocus()

    def tell_saved(self) -> None:
        words = "已修改补学。" if self._old else f"已登记 {len(self._rows)} 人次补学，计入覆盖率。"
        if self._left:
            words += f"“{'、'.join(self._left)}”没有归档，请在补学记录里再加一次。"
        self._ctx.toast(words, undo=not self.evidence.value())

    # --- construction --------------------------------------------------------------------------

    def _add_fields(self) -> None:
        form, ctx = self.form, self._ctx
        self.how: WordBox[MakeUpForm] = form.add("form", "形式", WordBox(MAKE_UP_FORMS, ctx.work))
        self.day = form.add("done_on", "补学日期", DateField(clock=ctx.desk.now), required=True)
        self.hours = form.add("hours", "学时", QLineEdit(), hint="不填：按缺的学时计。")
        self.note = form.add("note", "说明", QPlainTextEdit())
        self.note.setFixedHeight(theme().sizes.of(56))
        self.note.setTabChangesFocus(True)
        self.evidence = form.add(
            "evidence", "佐证材料", EvidenceField(ctx), hint="归入缺的那一场的材料；可以拖进来。"
        )

    def _fill(self) -> None:
        old = self._old or (self._rows[0].make_up if self._rows else None)
        self.day.set_value(self._ctx.desk.now().date())
        worth = {row.hours for row in self._rows}
        if len(worth) == 1 and (hours := worth.pop()) is not None:
            self.hours.setPlaceholderText(shown(hours))
        if old is None:
            return
        self.how.set_value(old.form)
        self.note.setPlainText(old.note)
        if old.done_on is not None:
            self.day.set_value(old.done_on)
        self.hours.setText(shown(old.hours))

    # --- saving --------------------------------------------------------------------------------

    def draft(self) -> MakeUpDraft | None:
        """Return what is entered; None when something cannot be read (it is shown)."""
        if not self.form.complete():
            return None
        day = self.day.value()
        if day is None:
            sentence = f"没有看懂日期“{self.day.text()}”，可以写成 2026-11-20 这样。"
            self.form.show_errors({"done_on": sentence})
            return None
        if fault := unreadable(hours=self.hours):
            self.form.show_errors(fault)
            return None
        made = MakeUpDraft(
            form=self.how.chosen(),
            done_on=day,
            hours=hours_in(self.hours),
            note=self.note.toPlainText(),
        )
        return replace(
            made,
            planned_on=self._old.planned_on if self._old else None,
            group_id=self._old.group_id if self._old else None,
        )

    def saving_job(self) -> Callable[[], UUID] | None:
        draft = self.draft()
        if draft is None:
            return None
        make_ups, rows, old = self._ctx.desk.make_ups, self._rows, self._old
        files = self.evidence.value()

        def save() -> UUID:
            if old is not None:
                first = rows[0].make_up_id
                assert first is not None
                make_ups.change(first, version=rows[0].make_up_version, draft=draft)
            else:
                first = make_ups.record([row.attendee_id for row in rows], draft)[0]
            self._file(make_ups.of_lines([row.attendee_id for row in rows]), files)
            return first

        return save

    def _file(self, rows: Sequence[MissedRow], files: Sequence[Path]) -> None:
        """File what shows the make-ups; what cannot be filed does not undo them."""
        from jz_training.readers.photos.filed import as_filed

        for path in files:
            try:
                with as_filed(path) as source:
                    for filed in evidence_of(rows, name=path.stem):
                        self._ctx.desk.documents.file(filed, source=source)
            except JzError:
                self._left.append(path.name)


def who_words(rows: Sequence[MissedRow]) -> str:
    """Return for whom, and for how many trainings: 于国栋、万静等 8 人，2 场。"""
    names = list(dict.fromkeys(row.name for row in rows))
    persons = len({row.person_id or row.attendee_id for row in rows})
    trainings = {row.training_id: row.title for row in rows}
    named = "、".join(names[:_NAMED])
    people = f"{named}等 {persons} 人" if persons > _NAMED else f"{named}，共 {persons} 人"
    if len(trainings) == 1:
        return f"{people}，补“{next(iter(trainings.values()))}”。"
    return f"{people}，补 {len(trainings)} 场、{len(rows)} 人次。"

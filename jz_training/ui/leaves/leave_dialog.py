"""The dialog of one leave: who, for what, why, approved by whom, with the slip."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from jz_training.domain.attendance import LeaveReason
from jz_training.domain.dossier import DossierPart
from jz_training.domain.filing import DocumentKind, FiledDraft
from jz_training.domain.leave import LeaveDraft, LeaveRow
from jz_training.domain.roster import PersonRow
from jz_training.labels.leaves import LEAVE_KINDS
from jz_training.ui.context import Context
from jz_training.ui.leaves.leave_choices import TOUCHED, LeaveBeginning
from jz_training.ui.library.file_field import FileField
from jz_training.ui.people.person_search import PersonSearch
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.choice_field import ChoiceField
from jz_training.ui.widgets.date_time_field import DateField
from jz_training.ui.widgets.entry_dialog import EntryDialog
from jz_training.ui.widgets.file_drop import take_file
from jz_training.ui.widgets.form import Form
from jz_training.ui.widgets.id_box import IdBox
from jz_training.ui.widgets.segmented import Segmented
from jz_training.ui.widgets.when import when_words
from jz_training.ui.widgets.word_box import WordBox

ONE, DAYS = "one", "days"


class DaysField(QWidget):
    """From one day to another; `value()` is None while one of them cannot be read."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.first, self.last = DateField(clock=clock), DateField(clock=clock)
        self.first.setAccessibleName("从")
        self.last.setAccessibleName("到")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.first, 1)
        line.addWidget(plain_label("至", "secondary"))
        line.addWidget(self.last, 1)
        self.setFocusProxy(self.first)


class LeaveDialog(EntryDialog):
    """Enters a leave, or changes the one it is given.

    Signals: saved(UUID) with the leave's id.
    """

    def __init__(
        self,
        ctx: Context,
        parent: QWidget,
        *,
        beginning: LeaveBeginning,
        row: LeaveRow | None = None,
    ) -> None:
        title = "修改请假" if row else "登记请假"
        super().__init__(ctx, parent, title=title, kinds=TOUCHED, width=520)
        self._row, self._beginning = row, beginning
        self._person: PersonRow | None = beginning.person
        self._kept: UUID | None = None  # saved already, but the slip could not be filed
        self.form = Form()
        self._add_who()
        self._add_what()
        self._add_why()
        self.put(self.form)
        self._fill()
        self.fit()
        self.form.submitted.connect(self.accept)
        take_file(self, self.slip.take)
        (self.approver if self._person else self.person).setFocus()

    # --- construction --------------------------------------------------------------------------

    def _add_who(self) -> None:
        self.person = self.form.add("person_id", "请假人", PersonSearch(self._ctx), required=True)
        self.person.setPlaceholderText("姓名或拼音首字母")
        self.person.person_picked.connect(self._take_person)
        self.person.textEdited.connect(lambda _: self._forget_person())

    def _add_what(self) -> None:
        form, now = self.form, self._ctx.desk.now
        self.way = form.add("way", "请假范围", Segmented(((ONE, "一个场次"), (DAYS, "一段时间"))))
        self.training = form.add("training_id", "场次", IdBox("请选择场次"))
        self.days = form.add("last", "从哪天到哪天（含两头）", DaysField(now))
        self.way.chosen.connect(lambda _: self._show_way())

    def _add_why(self) -> None:
        form, work = self.form, self._ctx.work
        self.reason: WordBox[LeaveReason] = form.add(
            "reason", "类别", WordBox(LEAVE_KINDS, work), hint="只记类别，不要写病情等详情。"
        )
        self.approver = form.add("approver", "批准人", ChoiceField())
        self.approver.offer(self._beginning.approvers, work)
        self.note = form.add("note", "备注", QPlainTextEdit())
        self.note.setFixedHeight(theme().sizes.of(48))
        self.note.setTabChangesFocus(True)
        field = FileField(self._ctx, self._beginning.slip)
        self.slip = form.add("slip", "请假条", field, hint="也可以把扫描件或照片拖到这里。")
        self.slip.chosen.connect(self.slip.take)

    def _fill(self) -> None:
        beginning, today = self._beginning, self._beginning.today
        self.training.offer(
            [
                (one.training_id, f"{when_words(one.start, one.end, today=today)}　{one.title}")
                for one in beginning.trainings
            ]
        )
        draft = self._row.draft if self._row else None
        self.days.first.set_value(draft.first if draft else today)
        self.days.last.set_value(draft.last if draft else None)
        coming = (one.training_id for one in beginning.trainings if one.start.date() >= today)
        self.training.set_value(beginning.training_id or next(coming, None))
        of_days = draft is not None and draft.training_id is None
        self.way.set_value(DAYS if of_days or not beginning.trainings else ONE)
        if draft is not None:
            self.reason.set_value(draft.reason)
            self.approver.setText(draft.approver)
            self.note.setPlainText(draft.note)
        if self._person is not None:
            self._take_person(self._person)
        self.person.setReadOnly(self._row is not None)
        self._show_way()

    def _show_way(self) -> None:
        one = self.way.value() == ONE
        self.form.show_field("training_id", shown=one)
        self.form.show_field("last", shown=not one)

    # --- the person ----------------------------------------------------------------------------

    def _take_person(self, person: PersonRow) -> None:
        self._person = person
        self.person.setText("　".join(filter(None, (person.name, person.unit))))

    def _forget_person(self) -> None:
        self._person = None

    # --- saving --------------------------------------------------------------------------------

    def draft(self) -> LeaveDraft | None:
        """Return what is entered; None when something is missing or unreadable (it is shown)."""
        if not self.form.complete():
            return None
        person = self._person or self.person.only_one
        if person is None:
            self.form.show_errors({"person_id": "请从列出的人员里选一位。"})
            return None
        first, last, training = self._beginning.today, self._beginning.today, None
        if self.way.value() == ONE:
            training = self.training.value()
            if training is None:
                self.form.show_errors({"training_id": "请选择请假的场次。"})
                return None
        else:
            days = self.days.first.value(), self.days.last.value()
            if days[0] is None or days[1] is None:
                self.form.show_errors({"last": "请填写从哪天到哪天，如 11-20、下周三。"})
                return None
            first, last = days[0], days[1]
        return LeaveDraft(
            person_id=person.id,
            reason=self.reason.chosen(),
            first=first,
            last=last,
            training_id=training,
            approver=self.approver.text().strip(),
            note=self.note.toPlainText().strip(),
        )

    def saving_job(self) -> Callable[[], UUID] | None:
        draft = self.draft()
        if draft is None:
            return None
        leaves, filed, name = self._ctx.desk.leaves, self._file_slip, self._name()
        row, kept = self._row, self._kept

        def save() -> UUID:
            if kept is not None:
                leave_id = kept
            elif row is None:
                leave_id = self._kept = leaves.ask(draft)
            else:
                leaves.change(row.id, version=row.version, draft=draft)
                leave_id = self._kept = row.id
            filed(leave_id, draft, name)
            return leave_id

        return save

    def _name(self) -> str:
        return self.person.text().partition("　")[0]

    def _file_slip(self, leave_id: UUID, draft: LeaveDraft, name: str) -> None:
        """File the slip that was chosen, in the place of the one there."""
        documents, field, before = self._ctx.desk.documents, self.slip, self._beginning.slip
        if not field.renewed:
            return
        if field.source is not None:
            slip = FiledDraft(
                kind=DocumentKind.LEAVE,
                name=f"请假条（{name}）",
                leave_id=leave_id,
                training_id=draft.training_id,
                dossier_part=DossierPart.LEAVE.value,
            )
            from jz_training.readers.photos.filed import as_filed

            with as_filed(field.source) as source:
                documents.file(slip, source=source)
        if before is not None:
            documents.remove(before.id)

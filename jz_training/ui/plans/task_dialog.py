"""The dialog to add a task with everything known of it, or to change one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from jz_training.domain.task import TaskDraft, TaskRow
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.style.look import theme
from jz_training.ui.widgets.date_time_field import DateField
from jz_training.ui.widgets.entry_dialog import EntryDialog
from jz_training.ui.widgets.form import Form
from jz_training.ui.widgets.id_box import IdBox
from jz_training.ui.widgets.suggest_field import SuggestField


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskChoices:
    """What the fields offer; `duties` are ids and titles by notice."""

    owners: Sequence[str] = ()
    notices: Sequence[tuple[UUID, str]] = ()
    duties: Mapping[UUID, Sequence[tuple[UUID, str]]] = field(default_factory=dict)


class TaskDialog(EntryDialog):
    """Adds a task, beginning with `draft` where there is one, or changes the one it is given.

    Signals: saved(UUID) with the task's id.
    """

    def __init__(
        self,
        ctx: Context,
        parent: QWidget,
        *,
        choices: TaskChoices,
        task: TaskRow | None = None,
        notice_id: UUID | None = None,
        draft: TaskDraft | None = None,
    ) -> None:
        title = "修改任务" if task else "新增任务"
        super().__init__(ctx, parent, title=title, kinds={kinds.TASKS}, width=480)
        self._task, self._choices = task, choices
        self._make_form()
        blank = draft or TaskDraft(measure="", notice_id=notice_id)
        self._fill(task.draft if task else blank)
        self.fit()
        self.measure.setFocus()

    # --- construction --------------------------------------------------------------------------

    def _make_form(self) -> None:
        self.form = Form()
        clock = self._ctx.desk.now
        self.measure = self.form.add("measure", "任务措施", QLineEdit(), required=True)
        self.owner = self.form.add("owner", "责任人", SuggestField())
        self.owner.offer(tuple(self._choices.owners), self._ctx.work)
        self.start = self.form.add("start", "开始", DateField(clock=clock))
        self.due = self.form.add("due", "时限", DateField(clock=clock))
        self.progress = self.form.add("progress", "进度", QSpinBox(), hint="100% 就是已完成。")
        self.progress.setRange(0, 100)
        self.progress.setSingleStep(5)
        self.progress.setSuffix(" %")
        self.progress.lineEdit().setTextMargins(10, 0, 10, 0)
        self.notice = self.form.add("notice_id", "通知", IdBox("不属于某份通知"))
        self.notice.offer(self._choices.notices)
        self.duty = self.form.add("obligation_id", "对应的要求", IdBox("不对应某项要求"))
        self.notice.currentIndexChanged.connect(lambda _: self._offer_duties())
        self.note = self.form.add("note", "备注", QPlainTextEdit())
        self.note.setFixedHeight(theme().sizes.of(56))
        self.note.setTabChangesFocus(True)
        self.form.submitted.connect(self.accept)
        self.put(self.form)

    def _offer_duties(self) -> None:
        notice_id = self.notice.value()
        self.duty.offer(self._choices.duties.get(notice_id, ()) if notice_id else ())

    def _fill(self, draft: TaskDraft) -> None:
        self.measure.setText(draft.measure)
        self.owner.setText(draft.owner)
        self.start.set_value(draft.start)
        self.due.set_value(draft.due)
        self.progress.setValue(draft.progress)
        self.notice.set_value(draft.notice_id)
        self._offer_duties()
        self.duty.set_value(draft.obligation_id)
        self.note.setPlainText(draft.note)

    def draft(self) -> TaskDraft:
        """Return what is entered."""
        return TaskDraft(
            measure=self.measure.text().strip(),
            owner=self.owner.text().strip(),
            start=self.start.value(),
            due=self.due.value(),
            progress=self.progress.value(),
            note=self.note.toPlainText().strip(),
            notice_id=self.notice.value(),
            obligation_id=self.duty.value(),
        )

    # --- saving --------------------------------------------------------------------------------

    def saving_job(self) -> Callable[[], UUID] | None:
        if not self.form.complete() or not self._readable():
            return None
        tasks, task, draft = self._ctx.desk.tasks, self._task, self.draft()

        def save() -> UUID:
            if task is None:
                return tasks.add(draft)
            tasks.change(task.id, version=task.version, draft=draft)
            return task.id

        return save

    def _readable(self) -> bool:
        faults = {
            name: f"没有看懂“{box.text().strip()}”，可以写成 2026-12-10、12-10 这样。"
            for name, box in (("start", self.start), ("due", self.due))
            if box.text().strip() and box.value() is None
        }
        if faults:
            self.form.show_errors(faults)
        return not faults

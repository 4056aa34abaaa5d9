"""导入线上记录: choose an export, see who was there long enough, decide the rest, record."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import ClassVar
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QWidget

from jz_training.domain.online_attendance import MeetingApplied
from jz_training.errors import JzError
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.meeting_import.columns_step import ColumnsStep
from jz_training.ui.meeting_import.meeting_plan import Group, MeetingPlan
from jz_training.ui.meeting_import.meeting_reader import MeetingReader, ReadMeeting
from jz_training.ui.meeting_import.review_step import ReviewStep
from jz_training.ui.page import Page
from jz_training.ui.roster_import.import_choose import ChooseStep
from jz_training.ui.roster_import.import_waiting import WaitingStep
from jz_training.ui.shell.progress import Progress
from jz_training.ui.style.text import button_words
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.file_drop import take_file
from jz_training.ui.work import was_stopped

#: What the file dialog offers; the reader itself looks into the file, not at its name.
_KINDS = "参会记录 (*.xlsx *.xls *.et *.csv *.tsv *.txt *.html *.htm);;所有文件 (*)"

_NOTES = (
    "多次进出和多台设备的时段合并计算，不重复相加；场次以外的时间不计。",
    "姓名完全对得上的直接登记；相近的只作提示，由您确认；同名的由您选择。",
    "已经登记的到会、请假等不会被覆盖；导入后可以一次撤销。",
)


class _Steps(QStackedWidget):
    """One step at a time. Its height does not follow from its width: the steps scroll inside."""

    def hasHeightForWidth(self) -> bool:
        return False


class MeetingPage(Page):
    """Leads through an import for one training; `show_for(training_id=…, path=…)`."""

    kinds: ClassVar[frozenset[str]] = frozenset({kinds.LISTS, kinds.ATTENDANCE, kinds.TRAININGS})

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, title="导入线上记录")
        self.training_id: UUID | None = None
        self._read: ReadMeeting | None = None
        self._training_title = ""
        self._saving = False
        self.set_crumb("考勤", self.go_back)
        self.other = self.add_action("换一个文件", self.choose_file, keys="Ctrl+O")
        self.recording = self.add_action("登记", self.record, primary=True, keys="Ctrl+S")
        self._make_steps()
        self._connect()
        self._show_step(self.choosing)

    # --- for the window ------------------------------------------------------------------------

    def show_for(self, **what: object) -> None:
        """Begin for a training, go on where one was, or read the file given as `path`."""
        training_id, path = what.get("training_id"), what.get("path")
        if isinstance(training_id, UUID) and training_id != self.training_id:
            self.training_id, self._training_title = training_id, ""
            self.start_over()
            self._read_title(training_id)
        if isinstance(path, Path):
            self.read(path)
        if self._steps.currentWidget() is self.choosing:
            self.choosing.choosing.setFocus()

    def refresh(self) -> None:
        """Compare again: the list or its marks were changed while the preview was open."""
        if self._read and self.training_id and self._steps.currentWidget() is self.review:
            self._reader.match_again(self._read, self.training_id)

    # --- construction --------------------------------------------------------------------------

    def _make_steps(self) -> None:
        self._steps = _Steps()
        self.choosing = ChooseStep(
            self.choose_file,
            title="把会议软件导出的参会记录拖到这里",
            kinds="腾讯会议、钉钉、企业微信、飞书等导出的 .xlsx、.xls、.csv，或者自己整理的表格",
            notes=_NOTES,
        )
        self.waiting = WaitingStep()
        self.columns = ColumnsStep()
        self.review = ReviewStep(self.ctx)
        for step in (self.choosing, self.waiting, self.columns, self.review):
            self._steps.addWidget(step)
        self.body.addWidget(self._steps, 1)

    def _connect(self) -> None:
        self._reader = MeetingReader(self.ctx, self)
        self._reader.began.connect(self._wait)
        self._reader.done.connect(self._show_read)
        self._reader.failed.connect(self._show_fault)
        self.columns.chosen.connect(self._read_chosen)
        self.review.decided.connect(self._show_readiness)
        take_file(self, self.read)

    # --- reading -------------------------------------------------------------------------------

    def choose_file(self) -> None:
        """Ask for a file and read it."""
        path = self.ctx.ask.open_file("选择参会记录", kinds=_KINDS)
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Read a file, unless an import is just being saved."""
        if self.training_id is not None and not self._saving:
            self._read = None
            self.set_facts(self._training_title, path.name)
            self._reader.read(path, self.training_id)

    def _read_title(self, training_id: UUID) -> None:
        """Say of which training: an export read into another one is a long way back."""
        trainings = self.ctx.desk.trainings

        def show(title: str) -> None:
            self._training_title = title
            if self._steps.currentWidget() is self.choosing:
                self.set_facts(title)

        self.ctx.work.read(
            lambda: trainings.get(training_id).draft.title, show, owner=self, key="title"
        )

    def _read_chosen(self) -> None:
        if self._read is not None and self.training_id is not None:
            choice = self.columns.choice()
            self._reader.read(self._read.path, self.training_id, choice=choice)

    def _wait(self, words: str, progress: Progress) -> None:
        self.waiting.watch(words, progress)
        self._show_step(self.waiting)

    def _show_read(self, read: ReadMeeting) -> None:
        before, self._read = self._read, read
        if read.match is None:
            self.columns.show_columns(read.reading.columns)
            self._show_step(self.columns)
            return
        plan = MeetingPlan(read.match)
        fresh = before is None or before.reading is not read.reading
        if not fresh:
            plan.take_over(self.review.plan)
        self.review.show_plan(read, plan, fresh=fresh)
        self._show_step(self.review)
        self._show_readiness()
        self.review.table.setFocus()

    def _show_fault(self, error: JzError) -> None:
        words = "" if was_stopped(error) else str(error)
        if self._read is not None and self._read.match is None:
            self.columns.show_columns(self._read.reading.columns, fault=words)
            self._show_step(self.columns)
            return
        self.start_over()
        self.choosing.say(words)
        self.choosing.choosing.setFocus()

    def start_over(self) -> None:
        """Let go of what was read and ask for a file."""
        self._reader.drop()
        self._read = None
        self.set_facts(self._training_title)
        self.choosing.say("")
        self._show_step(self.choosing)

    # --- showing -------------------------------------------------------------------------------

    def _show_step(self, step: QWidget) -> None:
        self._steps.setCurrentWidget(step)
        self.other.setVisible(step in (self.review, self.columns))
        self.recording.setVisible(step is self.review)
        if step is not self.review:
            self.set_badge("")

    def _show_readiness(self) -> None:
        """Show on the button how many will be recorded, or what is still to be decided."""
        plan = self.review.plan
        decided = not plan.undecided
        rows = plan.rows()
        again = [row for row in rows[Group.KEPT] if row.overwritten]
        online = len(rows[Group.READY]) + sum(any(j.reached for j in row.judged) for row in again)
        words = f"登记 {online} 人线上" if decided else f"还有 {plan.undecided} 人待确认"
        self.recording.setText(button_words(words))
        self.recording.setEnabled(decided and not self._saving)
        self.set_badge("" if decided else "待确认", Tone.AMBER)

    # --- recording -----------------------------------------------------------------------------

    def record(self) -> None:
        """Record everything that was decided as one act."""
        if self._read is None or self.training_id is None or not self.recording.isEnabled():
            return
        read, training_id, meetings = self._read, self.training_id, self.ctx.desk.meetings
        source = read.path if self.review.threshold.keep_file.isChecked() else None
        decisions = replace(self.review.plan.decisions(), source=source)
        self._saving = True
        self.recording.setEnabled(False)
        self.ctx.work.change(
            lambda: meetings.apply(training_id, read.reading, decisions),
            self._show_done,
            owner=self,
            kinds={kinds.ATTENDANCE, kinds.TRAININGS, kinds.DOCUMENTS, kinds.SETTINGS},
            failed=self._show_refusal,
        )

    def _show_done(self, done: MeetingApplied) -> None:
        self._saving = False
        self.start_over()
        self.ctx.toast(done_words(done), undo=True)
        self.go_back()

    def _show_refusal(self, _error: JzError) -> bool:
        self._saving = False
        self._show_readiness()
        return False

    def go_back(self) -> None:
        """Open the attendance of the training."""
        if self.training_id is not None:
            self.ctx.open_page("training", training_id=self.training_id, tab="attendance")


def done_words(done: MeetingApplied) -> str:
    """Return what was recorded in one sentence."""
    facts = (
        (done.online, "人记为线上"),
        (done.below, "人时长不足"),
        (done.unseen, "人未见上线"),
        (done.walk_ins, "人临时参会"),
        (done.kept, "人保留原登记"),
    )
    words = "，".join(f"{count} {word}" for count, word in facts if count)
    return f"已登记：{words}。" if words else "没有需要登记的人。"

"""Pictures of duties and their evidence: task book, coverage, documents, and home with duties."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QDialog, QWidget

from jz_training.domain.attendance import AttendanceStatus, Mark
from jz_training.domain.filing import DocumentKind, FiledDraft
from jz_training.domain.obligation import ObligationKind
from jz_training.domain.outreach import OutreachDraft, PlaceKind
from jz_training.domain.publicity import Channel, Genre, PublicityDraft
from jz_training.domain.task import TaskDraft
from jz_training.domain.training import AudienceRule, TrainingDraft, TrainingForm
from jz_training.paths import resources
from jz_training.ui import kinds
from jz_training.ui.gallery.drawing import Scene, Stage
from jz_training.ui.notices.count_in_dialog import CountInDialog
from jz_training.ui.notices.coverage_tab import CoverageTab
from jz_training.ui.notices.day_dialog import DayDialog
from jz_training.ui.notices.document_dialog import DocumentDialog
from jz_training.ui.notices.documents_tab import DocumentsTab
from jz_training.ui.notices.notice_page import NoticePage
from jz_training.ui.notices.task_book_tab import TaskBookTab
from jz_training.ui.statistics.rows_dialog import RowsDialog

if TYPE_CHECKING:
    from jz_training.services.desk import Desk

_WEEKS_AGO = ((6, TrainingForm.CENTRE_GROUP, "党组理论学习中心组专题学习", 1),
              (5, TrainingForm.STUDY, "代表大会精神专题学习会（第1批）", 1),
              (3, TrainingForm.STUDY, "代表大会精神专题学习会（第2批）", 2),
              (2, TrainingForm.REPORT, "代表大会精神报告会", 2),
              (-1, TrainingForm.SEMINAR, "分工会主席研讨会", 2))  # fmt: skip


def duty_scenes() -> tuple[Scene, ...]:
    """Return the pictures; they begin with the sample notice and what was done for it."""
    return (
        Scene("task-book", lambda stage: _book(stage, ObligationKind.FORMS)),
        Scene("task-book-outreach", lambda stage: _book(stage, ObligationKind.OUTREACH)),
        Scene("task-book-count-in", _count_in),
        Scene("task-book-reported", _reported),
        Scene("task-book-none-found", _none_found),
        Scene("coverage", _coverage),
        Scene("coverage-cell", _coverage_cell),
        Scene("notice-documents", _documents),
        Scene("notice-document", _document),
        Scene("home-duties", _home),
    )


# --- the story -----------------------------------------------------------------------------------


def _notice(stage: Stage) -> UUID:
    """Return the sample notice, taken in and partly carried out when it is not there yet."""
    assert stage.shell.current is not None
    desk = stage.shell.current.ctx.desk
    known = [row.id for row in desk.notices.list() if row.number == "清工会〔2026〕18号"]
    if known:
        return known[0]
    stage.opening.work.change(lambda: _live(desk), owner=stage.window, kinds=kinds.EVERYTHING)
    stage.settle()
    return desk.notices.list()[0].id


def _live(desk: Desk) -> None:
    from jz_training.readers.notice.pasted import read_notice_text

    text = (resources() / "sample" / "通知.txt").read_text(encoding="utf-8")
    notice = desk.notices.add(read_notice_text(text))
    desk.notices.review(notice)
    topics = _topics(desk, notice)
    for weeks, form, title, phase in _WEEKS_AGO:
        _train(desk, notice, weeks=weeks, form=form, title=title, phase=phase, topics=topics)
    _publish(desk, notice)
    _talk(desk, notice)
    _file(desk, notice)


def _topics(desk: Desk, notice: UUID) -> tuple[str, ...]:
    rows = desk.obligations.of_notice(notice)
    return tuple(topic for row in rows for topic in row.draft.topics)


def _train(
    desk: Desk,
    notice: UUID,
    *,
    weeks: int,
    form: TrainingForm,
    title: str,
    phase: int,
    topics: tuple[str, ...],
) -> None:
    start = (desk.now() - timedelta(weeks=weeks)).replace(hour=15, minute=0)
    training = desk.trainings.schedule(
        TrainingDraft(
            title=title, form=form, start=start, end=start + timedelta(hours=2),
            audience=AudienceRule(), notice_id=notice, phase=phase, required=weeks == 5,
            topics=topics[: 2 * phase],
        )
    )  # fmt: skip
    desk.lists.freeze(training)
    if weeks > 0:
        desk.attendance.mark_rest(training, Mark(status=AttendanceStatus.PRESENT))
        desk.attendance.close(training)


def _publish(desk: Desk, notice: UUID) -> None:
    for days, title, channel, genre in (
        (30, "“学习大会精神”专栏开栏", Channel.WECHAT, Genre.COLUMN),
        (24, "把劳动竞赛办到机台旁", Channel.PRESS, Genre.COMMENTARY),
        (12, "夜班小组学习记", Channel.WECHAT, Genre.REFLECTION),
    ):
        day = desk.now().date() - timedelta(days=days)
        desk.publicity.add(
            PublicityDraft(title=title, day=day, channel=channel, genre=genre, notice_id=notice)
        )


def _talk(desk: Desk, notice: UUID) -> None:
    for days, place, kind in (
        (20, "织造车间", PlaceKind.WORKSHOP),
        (13, "细纱一班", PlaceKind.TEAM),
    ):
        start = (desk.now() - timedelta(days=days)).replace(hour=7, minute=30)
        desk.outreach.record(
            OutreachDraft(
                title=f"班前微宣讲（{place}）", form=TrainingForm.MICRO_OUTREACH, start=start,
                end=start + timedelta(minutes=20), place_kind=kind, place=place, head_count=31,
                notice_id=notice,
            )
        )  # fmt: skip


def _file(desk: Desk, notice: UUID) -> None:
    duties = {row.draft.kind: row for row in desk.obligations.of_notice(notice)}
    day = desk.now().date()
    with TemporaryDirectory() as folder:
        minutes = Path(folder) / "部署会纪要.txt"
        minutes.write_text("会议议定四项工作。" * 400, encoding="utf-8")
        leadership = duties.get(ObligationKind.LEADERSHIP)
        desk.documents.file(
            FiledDraft(
                kind=DocumentKind.MINUTES, name="学习宣传大会精神部署会纪要", notice_id=notice,
                number="〔2026〕6号", dated=day - timedelta(days=44),
                obligation_id=leadership.id if leadership else None,
            ),
            source=minutes,
        )  # fmt: skip
    desk.documents.file(
        FiledDraft(kind=DocumentKind.MATERIAL, name="大会工作报告学习读本", notice_id=notice,
                   note="职工书屋有 20 册"),
    )  # fmt: skip
    timetable = duties.get(ObligationKind.TIMETABLE)
    desk.tasks.add(
        TaskDraft(
            measure="把大会任务分解到各分工会", owner="办公室", due=day + timedelta(days=9),
            progress=40, notice_id=notice, obligation_id=timetable.id if timetable else None,
        )
    )  # fmt: skip


# --- finding the way -----------------------------------------------------------------------------


def _open(stage: Stage, tab: str, *, obligation_id: UUID | None = None) -> NoticePage:
    stage.shell.open_page("notice", notice_id=_notice(stage), tab=tab, obligation_id=obligation_id)
    stage.settle()
    page = stage.shell.current
    assert isinstance(page, NoticePage)
    return page


def _book_tab(stage: Stage, kind: ObligationKind) -> TaskBookTab:
    tab = _open(stage, "tasks").tab("tasks")
    assert isinstance(tab, TaskBookTab)
    tab.filter.clear()
    assert tab.book is not None
    duty = next(one for one in tab.book.duties if one.obligation.draft.kind is kind)
    tab.show_duty(duty.obligation.id)
    stage.settle()
    return tab


def _dialog(owner: QWidget, kind: type[QDialog]) -> QDialog:
    return owner.findChildren(kind)[-1]


# --- the pictures --------------------------------------------------------------------------------


def _book(stage: Stage, kind: ObligationKind) -> QWidget:
    _book_tab(stage, kind)
    return stage.window


def _count_in(stage: Stage) -> QWidget:
    tab = _book_tab(stage, ObligationKind.LEADERSHIP)
    tab.detail.count.click()
    stage.settle()
    return _dialog(tab, CountInDialog)


def _reported(stage: Stage) -> QWidget:
    tab = _book_tab(stage, ObligationKind.REPORT)
    tab.detail.judge.click()
    stage.settle()
    return _dialog(tab, DayDialog)


def _none_found(stage: Stage) -> QWidget:
    tab = _book_tab(stage, ObligationKind.FORMS)
    tab.filter.group.set_value("overdue")
    tab.filter.changed.emit()
    return stage.window


def _coverage(stage: Stage) -> QWidget:
    _open(stage, "coverage")
    return stage.window


def _coverage_cell(stage: Stage) -> QWidget:
    tab = _open(stage, "coverage").tab("coverage")
    assert isinstance(tab, CoverageTab)
    assert tab.clauses.table is not None
    model = tab.clauses.table.model
    rows = [row for row in map(model.row_at, range(model.rowCount())) if row is not None]
    row = next(row for row in rows if row.all.trainings)
    tab.clauses.asked.emit(row, len(model.columns) - 1)
    stage.settle()
    return _dialog(tab, RowsDialog)


def _documents(stage: Stage) -> QWidget:
    tab = _open(stage, "documents").tab("documents")
    assert isinstance(tab, DocumentsTab)
    tab.table.view.selectRow(0)
    return stage.window


def _document(stage: Stage) -> QWidget:
    tab = _open(stage, "documents").tab("documents")
    assert isinstance(tab, DocumentsTab)
    tab.table.view.selectRow(0)
    tab.edit()
    stage.settle()
    return _dialog(tab, DocumentDialog)


def _home(stage: Stage) -> QWidget:
    _notice(stage)
    stage.shell.open_page("home")
    return stage.window

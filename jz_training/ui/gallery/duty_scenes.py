"""Pictures of duties and their evidence: task book, coverage, documents, and home with duties."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QDialog, QWidget

from jz_training.domain.obligation import ObligationKind
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
    pass


def duty_scenes() -> tuple[Scene, ...]:
    """Return the pictures, on the sample's notice and what was done for it."""
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


# --- finding the way -----------------------------------------------------------------------------


def _notice(stage: Stage) -> UUID:
    assert stage.shell.current is not None
    notices = stage.shell.current.ctx.desk.notices.list()
    return next(row.id for row in notices if row.obligations > 10)


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

"""What is done to leaves from any page: entering one, its slip, taking it away."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jz_training.domain.leave import LeaveRow
from jz_training.domain.paper_kind import FileForm
from jz_training.domain.roster import PersonRow
from jz_training.ui.context import Context
from jz_training.ui.leaves.leave_choices import TOUCHED, LeaveBeginning, read_beginning
from jz_training.ui.leaves.leave_dialog import LeaveDialog
from jz_training.ui.paper.desktop import open_in_system
from jz_training.ui.paper.offer import PaperOffer, show_paper

if TYPE_CHECKING:
    from jz_training.documents.drawing.paper_report import PaperReport


def enter_leave(
    ctx: Context,
    owner: QWidget,
    *,
    person_id: UUID | None = None,
    training_id: UUID | None = None,
) -> None:
    """Open the dialog for a leave, of a person and for a training where these are known."""
    _open(ctx, owner, row=None, person_id=person_id, training_id=training_id)


def change_leave(ctx: Context, owner: QWidget, row: LeaveRow) -> None:
    """Open the dialog of a leave."""
    of = row.draft
    _open(ctx, owner, row=row, person_id=of.person_id, training_id=of.training_id)


def remove_leave(ctx: Context, owner: QWidget, row: LeaveRow) -> None:
    """Remove a leave; marks made from it on open trainings go with it."""
    leaves = ctx.desk.leaves
    words = f"已删除“{row.name}”的请假，" + (
        "由它记的请假已恢复为未记录。" if row.trainings else "没有改动考勤。"
    )
    ctx.work.change(
        lambda: leaves.remove(row.id),
        lambda _: ctx.toast(words, undo=True),
        owner=owner,
        kinds=TOUCHED,
    )


def open_slip(ctx: Context, owner: QWidget, row: LeaveRow) -> None:
    """Open a copy of the slip that was filed last."""
    documents = ctx.desk.documents
    ctx.work.long(
        "取出请假条",
        lambda _: documents.export(documents.of_leave(row.id)[-1].id),
        open_in_system,
        owner=owner,
        on_desk=True,
    )


def print_slip(ctx: Context, owner: QWidget, row: LeaveRow) -> None:
    """Show the slip, filled in, as it will be printed."""
    leaves = ctx.desk.leaves

    def pdf(report: PaperReport) -> bytes:
        from jz_training.documents.leave.slip_form import slip_pdf

        return slip_pdf(leaves.slip(row.id), report=report)

    show_paper(ctx, owner, PaperOffer(name=row.name, word="请假条", forms={FileForm.PDF: pdf}))


def print_list(ctx: Context, owner: QWidget, training_id: UUID, *, title: str) -> None:
    """Show who is on leave at a training as it will be printed."""
    leaves = ctx.desk.leaves

    def pdf(report: PaperReport) -> bytes:
        from jz_training.documents.leave.leave_list import leave_list_pdf

        return leave_list_pdf(leaves.on_paper(training_id), report=report)

    show_paper(ctx, owner, PaperOffer(name=title, word="请假名单", forms={FileForm.PDF: pdf}))


def _open(
    ctx: Context,
    owner: QWidget,
    *,
    row: LeaveRow | None,
    person_id: UUID | None,
    training_id: UUID | None,
) -> None:
    desk = ctx.desk

    def show(found: LeaveBeginning) -> None:
        dialog = LeaveDialog(ctx, owner, beginning=found, row=row)
        dialog.saved.connect(
            lambda _: _tell(ctx, found.person, row, alone=dialog.slip.source is None)
        )
        dialog.open()

    ctx.work.read(
        lambda: read_beginning(desk, row=row, person_id=person_id, training_id=training_id),
        show,
        owner=owner,
        key="leave",
    )


def _tell(ctx: Context, person: PersonRow | None, row: LeaveRow | None, *, alone: bool) -> None:
    """Say what was saved. A slip filed with it is an act of its own: no 撤销 that takes only it."""
    if row is not None:
        ctx.toast(f"已修改“{row.name}”的请假。", undo=alone)
        return
    who = f"“{person.name}”的" if person else ""
    ctx.toast(f"已登记{who}请假，名单上未记录的已记为请假。", undo=alone)

"""A print job from its dialog to the printer or the file; sheets are kept once it went out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jz_training.domain.paper_kind import FileForm
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.paper.desktop import file_actions
from jz_training.ui.paper.job.job_dialog import JobDialog
from jz_training.ui.paper.job.job_papers import JobOffer, JobWish, MadeJob, make_job
from jz_training.ui.paper.offer import ask_target, save_whole
from jz_training.ui.paper.preview_dialog import PreviewDialog
from jz_training.ui.shell.progress import Progress

if TYPE_CHECKING:
    from jz_training.services.desk import Desk


def begin_job(ctx: Context, owner: QWidget, read: Callable[[Desk], JobOffer]) -> None:
    """Read what can be printed and open the dialog of the job."""
    desk = ctx.desk

    def show(found: tuple[JobOffer, bool]) -> None:
        job, both_sides = found
        dialog = JobDialog(owner, job, both_sides=both_sides)
        dialog.accepted.connect(lambda: preview_job(ctx, owner, job, dialog.wish()))
        dialog.save_asked.connect(lambda: _save(ctx, owner, job, dialog))
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()

    ctx.work.read(
        lambda: (read(desk), desk.settings.get().paper_duplex), show, owner=owner, key="job"
    )


def preview_job(ctx: Context, owner: QWidget, job: JobOffer, wish: JobWish) -> None:
    """Make a job and open it as it will be printed."""

    def show(made: MadeJob) -> None:
        dialog = PreviewDialog(ctx, owner, offer=made.offer, made=made.made)
        dialog.pane.sent.connect(lambda: keep_sheets(ctx, owner, made))
        dialog.show()

    _make(ctx, owner, job, wish, show)


def save_job(ctx: Context, owner: QWidget, job: JobOffer, wish: JobWish, target: Path) -> None:
    """Make a job and save it as one PDF."""

    def save(made: MadeJob) -> None:
        ctx.work.long(
            "保存文件",
            lambda _: save_whole(target, made.made.pdf),
            lambda _: _tell_saved(ctx, owner, made, target),
            owner=owner,
        )

    _make(ctx, owner, job, wish, save)


def keep_sheets(ctx: Context, owner: QWidget, made: MadeJob) -> None:
    """Record the sign-in sheets of a job that went out; those recorded already stay as they are."""
    sheets, desk = made.sheets, ctx.desk
    if sheets and not desk.read_only:
        ctx.work.change(
            lambda: desk.sheets.keep_many(sheets),
            owner=owner,
            kinds=(kinds.SHEETS, kinds.TRAININGS),
        )


def _save(ctx: Context, owner: QWidget, job: JobOffer, dialog: JobDialog) -> None:
    wish, desk = dialog.wish(), ctx.desk
    offer = job.as_paper()

    def ask(name: str) -> None:
        target = ask_target(ctx, FileForm.PDF, name=name)
        if target is not None:
            dialog.reject()
            save_job(ctx, owner, job, wish, target)

    ctx.work.read(lambda: offer.file_name(desk.settings.get()), ask, owner=dialog)


def _make(
    ctx: Context,
    owner: QWidget,
    job: JobOffer,
    wish: JobWish,
    then: Callable[[MadeJob], object],
) -> None:
    """Make a job beside the desk's worker: the window goes on, and it can be stopped."""
    desk = ctx.desk

    def run(progress: Progress) -> MadeJob:
        return make_job(desk, job, wish, progress)

    ctx.work.long("生成打印文件", run, then, owner=owner)


def _tell_saved(ctx: Context, owner: QWidget, made: MadeJob, target: Path) -> None:
    ctx.toast(f"已保存“{target.name}”。", actions=file_actions(target))
    keep_sheets(ctx, owner, made)

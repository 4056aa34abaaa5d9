"""照片页: the photos of a training on pages, two or four on each, as they will be printed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jz_training.domain.dossier import DossierPart
from jz_training.domain.dossier_paper import DossierPaper
from jz_training.domain.paper_kind import FileForm, PaperKind
from jz_training.ui.context import Context
from jz_training.ui.paper.offer import MadePaper, PaperOffer
from jz_training.ui.shell.progress import Progress

if TYPE_CHECKING:
    from jz_training.documents.drawing.paper_report import PaperReport
    from jz_training.domain.paper_style import PaperStyle
    from jz_training.services.desk import Desk


def show_photo_pages(ctx: Context, owner: QWidget, training_id: UUID, *, per_page: int) -> None:
    """Make the pages, which can be stopped, and open them."""
    desk = ctx.desk

    def make(progress: Progress) -> tuple[PaperOffer, MadePaper]:
        return _made(desk, training_id, per_page, progress)

    def show(found: tuple[PaperOffer, MadePaper]) -> None:
        from jz_training.ui.paper.preview_dialog import PreviewDialog

        offer, made = found
        PreviewDialog(ctx, owner, offer=offer, made=made).show()

    ctx.work.long("生成照片页", make, show, owner=owner)


def _made(
    desk: Desk, training_id: UUID, per_page: int, progress: Progress
) -> tuple[PaperOffer, MadePaper]:
    from jz_training.documents.drawing.paper_report import PaperReport

    report, settings = PaperReport(), desk.settings.get()
    paper = _photos_of(desk.dossier_views.paper(training_id))
    style = desk.paper_styles.of(PaperKind.PHOTO_PAGES)
    pdf = _drawn(paper, per_page, style, report, progress)
    offer = PaperOffer(
        name=paper.title,
        kind=PaperKind.PHOTO_PAGES,
        forms={FileForm.PDF: lambda _: pdf},
        on_desk=False,
        day=paper.start.date(),
        organiser=paper.organiser,
    )
    made = MadePaper(
        pdf=pdf,
        file_name=offer.file_name(settings),
        report=report,
        both_sides=settings.paper_duplex,
    )
    return offer, made


def _drawn(
    paper: DossierPaper, per_page: int, style: PaperStyle, report: PaperReport, progress: Progress
) -> bytes:
    from jz_training.documents.dossier.photo_pages import photo_pages_pdf
    from jz_training.readers.dossier_files import made_ready

    with TemporaryDirectory(prefix="jz-", ignore_cleanup_errors=True) as folder:
        ready = made_ready(paper, Path(folder), step=progress, stop=lambda: progress.stopped)
        return photo_pages_pdf(ready, per_page=per_page, style=style, report=report)


def _photos_of(paper: DossierPaper) -> DossierPaper:
    """Return a dossier with its photos alone: nothing else has to be made ready."""
    photos = tuple(one for one in paper.sections if one.part is DossierPart.PHOTO)
    return replace(paper, sections=photos)

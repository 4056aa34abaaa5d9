"""照片页: the photos of a dossier on pages of their own, two or four on each."""

from __future__ import annotations

from jz_training.documents.dossier.page import Drawing
from jz_training.documents.dossier.pictures import FOUR, TWO, can_be_drawn, photos_pdf
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts, system_fonts
from jz_training.documents.listing.adjusting import adjusted_title
from jz_training.domain.dossier import DossierPart
from jz_training.domain.dossier_paper import DossierDocument, DossierPaper, Medium
from jz_training.domain.paper_style import AS_MADE, PaperStyle
from jz_training.errors import NoPhotos

#: So many photos a page may have.
PER_PAGE = (TWO.count, FOUR.count)


def photo_pages_pdf(
    paper: DossierPaper,
    *,
    per_page: int = TWO.count,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return the photos of a dossier with captions 时间　地点　内容; the pictures are made ready.

    A picture that is damaged is left out: the dossier names it. Raises NoPhotos when none is left.
    """
    photos = photos_of(paper)
    if not photos:
        raise NoPhotos
    drawing = Drawing(
        author=paper.organiser, fonts=fonts or system_fonts(), report=report or PaperReport()
    )
    page = FOUR if per_page == FOUR.count else TWO
    title = adjusted_title(f"{paper.title}照片", style.layout)
    footer = style.layout.footer.strip()
    return photos_pdf(photos, paper, drawing, page=page, title=title, footer=footer)


def photos_of(paper: DossierPaper) -> tuple[DossierDocument, ...]:
    """Return the pictures filed as photos that can be drawn, in their order."""
    return tuple(
        one
        for section in paper.sections
        if section.part is DossierPart.PHOTO
        for one in section.documents
        if one.medium is Medium.PICTURE and not one.fault and one.ready and can_be_drawn(one)
    )

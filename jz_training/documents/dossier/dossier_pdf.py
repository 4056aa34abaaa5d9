"""The dossier of a training as one PDF: cover, list, then every document in its part's order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pypdf.errors import PyPdfError

from jz_training.documents.dossier.binder import Piece, Step, bound, piece
from jz_training.documents.dossier.contents import (
    Chapter,
    Entry,
    contents_pdf,
    pages_of_contents,
)
from jz_training.documents.dossier.cover import cover_pdf
from jz_training.documents.dossier.notes import note_pdf, note_words
from jz_training.documents.dossier.own_papers import own_pdf
from jz_training.documents.dossier.page import Drawing
from jz_training.documents.dossier.pictures import PER_PAGE, can_be_drawn, photos_pdf, scan_pdf
from jz_training.documents.dossier.text_pages import text_of, text_pdf
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts, system_fonts
from jz_training.domain.dossier import DossierPart, OwnPaper
from jz_training.domain.dossier_paper import (
    DossierDocument,
    DossierPaper,
    DossierSection,
    Medium,
    zip_names,
)
from jz_training.labels.dossier import CONTENTS, COVER, DOSSIER_FOLDERS, DOSSIER_PARTS, OWN_PAPERS
from jz_training.labels.record import record_name


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundDossier:
    """The PDF, and what is not in it: the document's name and why."""

    content: bytes
    left_out: tuple[tuple[str, str], ...] = ()


def dossier_pdf(
    paper: DossierPaper,
    *,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
    step: Step = lambda done, total: None,
) -> BoundDossier:
    """Return the dossier; what cannot be bound has a page that says why, and is named.

    Documents are bound from `ready`. `step` is told how far it is and may raise Stopped. The same
    view and files give the same bytes.
    """
    drawing = Drawing(
        author=paper.organiser, fonts=fonts or system_fonts(), report=report or PaperReport()
    )
    making = _Making(paper, drawing)
    parts = []
    for number, section in enumerate(paper.sections):
        step(number, 2 * len(paper.sections))
        parts.append(tuple(making.pieces(section)))
    front = _front(paper, parts, drawing)
    pieces = [*front, *(one for part in parts for one in part)]
    total = 2 * len(pieces)
    content = bound(
        pieces,
        title=paper.title,
        drawing=drawing,
        step=lambda done, _: step(len(pieces) + done, total),
    )
    return BoundDossier(content=content, left_out=tuple(making.left_out))


def _front(
    paper: DossierPaper, parts: Sequence[tuple[Piece, ...]], drawing: Drawing
) -> tuple[Piece, Piece]:
    cover = piece(COVER, cover_pdf(paper, drawing))
    blank = _chapters(paper, parts, first=0)
    first = cover.pages + pages_of_contents(blank) + 1
    contents = contents_pdf(_chapters(paper, parts, first=first), drawing)
    return cover, piece(CONTENTS, contents)


def _chapters(
    paper: DossierPaper, parts: Sequence[tuple[Piece, ...]], *, first: int
) -> list[Chapter]:
    chapters, page = [], first
    for section, pieces in zip(paper.sections, parts, strict=True):
        entries = []
        for one in pieces:
            entries.append(Entry(title=one.title, page=page))
            page += one.pages
        chapters.append(Chapter(part=section.part, state=section.state, entries=tuple(entries)))
    return chapters


class _Making:
    """Makes the pieces of each part and takes down what had to be left out."""

    def __init__(self, paper: DossierPaper, drawing: Drawing) -> None:
        self._paper = paper
        self._drawing = drawing
        self._names = zip_names(paper, DOSSIER_FOLDERS)
        self.left_out: list[tuple[str, str]] = []

    def pieces(self, section: DossierSection) -> Iterator[Piece]:
        """Yield what is bound in a part: our own paper first, then what was filed."""
        chapter = DOSSIER_PARTS[section.part]
        for made in self._pieces(section):
            yield Piece(title=made.title, content=made.content, pages=made.pages, chapter=chapter)
            chapter = ""

    def _pieces(self, section: DossierSection) -> Iterator[Piece]:
        if section.own is not None:
            content = own_pdf(section.own, self._paper, self._drawing)
            if content is not None:
                yield piece(self._name_of(section.own), content)
        if section.part is DossierPart.PHOTO:
            yield from self._photos(section.documents)
        else:
            for document in section.documents:
                yield self._document(document)

    def _name_of(self, own: OwnPaper) -> str:
        """Return what an own paper calls itself: the record's name goes by what was held."""
        if own is OwnPaper.RECORD and self._paper.record is not None:
            return record_name(self._paper.record.training.draft.form)
        return OWN_PAPERS[own]

    def _photos(self, documents: Sequence[DossierDocument]) -> Iterator[Piece]:
        """Yield photos two to a page, each page a piece; what is no photo follows."""
        photos = [one for one in documents if _is_drawable(one)]
        for at in range(0, len(photos), PER_PAGE):
            pair = photos[at : at + PER_PAGE]
            title = "、".join(dict.fromkeys(map(_photo_name, pair)))
            yield piece(title, photos_pdf(pair, self._paper, self._drawing))
        for document in documents:
            if document not in photos:
                yield self._document(document)

    def _document(self, document: DossierDocument) -> Piece:
        if not document.fault and document.ready is not None:
            if _is_drawable(document):
                return piece(document.name, scan_pdf(document, self._drawing))
            made = _pages(document.name, document.ready) if _is_paper(document) else None
            if made is not None:
                return made
        if document.medium is Medium.TEXT and (text := text_of(document)) is not None:
            return piece(document.name, text_pdf(document.name, text, self._drawing))
        where = self._names.get(document.id, "")
        if document.medium is not Medium.ON_PAPER:
            self.left_out.append((document.name, note_words(document, where)[0]))
        return piece(document.name, note_pdf(document, where=where, drawing=self._drawing))


def _is_paper(document: DossierDocument) -> bool:
    return document.medium is Medium.PAPER


def _is_drawable(document: DossierDocument) -> bool:
    return (
        document.medium is Medium.PICTURE
        and document.ready is not None
        and not document.fault
        and can_be_drawn(document)
    )


def _pages(title: str, path: Path) -> Piece | None:
    """Return a PDF as a piece; None when it cannot be read after all."""
    try:
        made = piece(title, path.read_bytes())
    except (PyPdfError, OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return made if made.pages else None


def _photo_name(photo: DossierDocument) -> str:
    """Return what stands on the list: the caption; a name that a camera gave says nothing."""
    said = photo.caption.split("\n")[0]
    return said or (DOSSIER_PARTS[DossierPart.PHOTO] if photo.name.isascii() else photo.name)

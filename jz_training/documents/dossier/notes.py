"""The page that stands for what cannot be bound: it names the document and where it is."""

from __future__ import annotations

from functools import partial

from jz_training.documents.dossier.page import BOTTOM, LEFT, RIGHT, TOP, Drawing, put
from jz_training.documents.drawing.line_breaking import break_lines
from jz_training.documents.drawing.pen import MM, Pen
from jz_training.documents.fonts import visible
from jz_training.documents.fonts.files import FontRole
from jz_training.domain.dossier_paper import DossierDocument, Medium
from jz_training.labels.dossier import NOTE_ON_PAPER, NOTE_OTHER, NOTE_UNREADABLE, NOTE_ZIP

_SIZE, _LINE = 14.0, 24.0


def note_pdf(document: DossierDocument, *, where: str, drawing: Drawing) -> bytes:
    """Return the page; `where` is the document's place in the zip, empty when it has none."""
    return drawing.leaf(document.name, lambda pen: _draw(pen, document, where))


def note_words(document: DossierDocument, where: str) -> tuple[str, ...]:
    """Return why a document is not bound and where to find it."""
    if document.fault:
        first = document.fault
    elif document.medium is Medium.ON_PAPER:
        first = NOTE_ON_PAPER
    elif document.medium in (Medium.OTHER, Medium.TEXT):
        first = NOTE_OTHER.format(kind=document.suffix.lstrip(".").upper() or "—")
    else:
        first = NOTE_UNREADABLE
    return (first, NOTE_ZIP.format(where=where)) if where else (first,)


def _draw(pen: Pen, document: DossierDocument, where: str) -> None:
    texts = (*(document.caption.splitlines()), *note_words(document, where))
    measure = partial(pen.fonts.width, role=FontRole.BODY, size=_SIZE)
    top = TOP - 60 * MM
    with pen.writing():
        put(
            pen, document.name, FontRole.HEI, 20.0,
            middle=TOP - 40 * MM, height=24 * MM, align=0.5,
        )  # fmt: skip
        for text in texts:
            for line in break_lines(visible(text), measure=measure, limit=RIGHT - LEFT):
                if top > BOTTOM:
                    pen.put(pen.line(line, FontRole.BODY), x=LEFT, y=top, size=_SIZE)
                top -= _LINE
            top -= _LINE / 2

"""The cover of a dossier: what it is of, when and where, whose it is, and as of when."""

from __future__ import annotations

from jz_training.documents.dates import day_words
from jz_training.documents.dossier.page import HEIGHT, LEFT, RIGHT, Drawing, put
from jz_training.documents.drawing.pen import MM, Pen
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.meeting.landscape_page import write_title
from jz_training.documents.sheet.head import held_at
from jz_training.documents.summary.words import or_gap
from jz_training.domain.dossier_paper import DossierPaper
from jz_training.labels.dossier import COVER

_FACT_SIZE = 16.0


def cover_pdf(paper: DossierPaper, drawing: Drawing) -> bytes:
    """Return the cover."""
    return drawing.leaf(paper.title, lambda pen: _draw(pen, paper))


def _draw(pen: Pen, paper: DossierPaper) -> None:
    facts = (
        ("时　间", held_at(paper.start, paper.end)),
        ("地　点", or_gap(paper.venue)),
        ("主办单位", or_gap(paper.organiser)),
    )
    width = RIGHT - LEFT
    with pen.writing():
        put(
            pen, COVER, FontRole.KAI, 22.0,
            middle=HEIGHT - 72 * MM, height=12 * MM, align=0.5,
        )  # fmt: skip
        write_title(
            pen, paper.title,
            size=30.0, middle=HEIGHT - 108 * MM, height=52 * MM, left=LEFT, width=width,
        )  # fmt: skip
        if paper.phase and paper.phase not in paper.title:
            put(
                pen, paper.phase, FontRole.KAI, 20.0,
                middle=HEIGHT - 142 * MM, height=10 * MM, align=0.5,
            )  # fmt: skip
        middle = HEIGHT - 176 * MM
        for word, text in facts:
            _fact(pen, word, text, middle)
            middle -= 13 * MM
        put(
            pen, f"{day_words(paper.as_of)}整理", FontRole.BODY, _FACT_SIZE,
            middle=40 * MM, height=10 * MM, align=0.5,
        )  # fmt: skip


def _fact(pen: Pen, word: str, text: str, middle: float) -> None:
    edge = LEFT + 38 * MM
    put(pen, word, FontRole.HEI, _FACT_SIZE, middle=middle, height=11 * MM, align=1.0, right=edge)
    put(pen, text, FontRole.BODY, _FACT_SIZE, middle=middle, height=11 * MM, left=edge + 6 * MM)

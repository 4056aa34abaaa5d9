"""A filed text (.txt) set on pages: notices that were pasted are kept as such."""

from __future__ import annotations

from jz_training.documents.dossier.page import Drawing
from jz_training.documents.official.official_paper import official_pdf
from jz_training.documents.official.paper import Paper, PaperFacts, Writing
from jz_training.domain.dossier_paper import DossierDocument

#: Some thirty pages; what is longer stays in the zip.
LONGEST = 20_000
_BYTES = 4 * LONGEST


def text_of(document: DossierDocument) -> str | None:
    """Return what a text file says; None when it is too long, empty or no text after all."""
    path = document.path
    if path is None or path.stat().st_size > _BYTES:
        return None
    content = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        whole = text.strip() and "\0" not in text and len(text) <= LONGEST
        return text if whole else None
    return None


def text_pdf(title: str, text: str, drawing: Drawing) -> bytes:
    """Return the pages of a text under its name."""

    def write(paper: Paper) -> None:
        paper.title(title)
        for line in text.splitlines():
            if line.strip():
                paper.paragraph(line.strip())

    facts = PaperFacts(title=title, author=drawing.author, subject="学习档案")
    return official_pdf(Writing(facts, write), fonts=drawing.fonts, report=drawing.report)

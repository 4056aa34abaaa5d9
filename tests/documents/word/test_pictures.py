"""A chart as a picture: rendered by PDFium, which the preview uses too."""

from __future__ import annotations

import pypdfium2
from reportlab.graphics.shapes import Drawing

from jz_training.documents.pdfium import PDFIUM
from jz_training.documents.word.pictures import drawing_png


def test_no_chart_is_rendered_while_the_preview_is(fonts, monkeypatch):
    opened, held = pypdfium2.PdfDocument, []

    def watched(data):
        held.append(PDFIUM.locked())
        return opened(data)

    monkeypatch.setattr(pypdfium2, "PdfDocument", watched)
    assert drawing_png(Drawing(72, 36), fonts=fonts).startswith(b"\x89PNG")
    assert held == [True]

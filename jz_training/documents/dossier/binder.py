"""Binds pieces into one PDF: pages one after the other, bookmarks, a number on every page."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pypdf import PageObject, PdfReader, PdfWriter, Transformation

from jz_training.documents.dossier.page import Drawing
from jz_training.documents.drawing.pen import MM, Pen, finish, new_canvas
from jz_training.documents.fonts.files import FontRole
from jz_training.labels.dossier import PAGE_OF

_NUMBER_SIZE = 9.0
#: From the upper edge and from the right edge to the number: beside every head of our own papers.
_FROM_TOP, _FROM_RIGHT = 8 * MM, 15 * MM

Step = Callable[[int, int], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some pages under a bookmark; `chapter` begins a part, its bookmark holds the others."""

    title: str
    content: bytes
    pages: int
    chapter: str = ""


def piece(title: str, content: bytes, *, chapter: str = "") -> Piece:
    """Return a piece with its pages counted."""
    pages = len(PdfReader(io.BytesIO(content)).pages)
    return Piece(title=title, content=content, pages=pages, chapter=chapter)


def bound(pieces: Sequence[Piece], *, title: str, drawing: Drawing, step: Step) -> bytes:
    """Return one PDF. The first piece is the cover: its pages count and carry no number."""
    writer = PdfWriter()
    chapter = None
    for number, one in enumerate(pieces):
        step(number, len(pieces))
        begin = len(writer.pages)
        writer.append(io.BytesIO(one.content), import_outline=False)
        if one.chapter:
            chapter = writer.add_outline_item(title=one.chapter, page_number=begin)
        parent = chapter if number > 1 else None
        writer.add_outline_item(title=one.title, page_number=begin, parent=parent)
    _number(writer, unnumbered=pieces[0].pages, drawing=drawing)
    writer.metadata = {"/Title": title, "/Author": drawing.author, "/Creator": "jz-training"}
    writer.page_mode = "/UseOutlines"
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _number(writer: PdfWriter, *, unnumbered: int, drawing: Drawing) -> None:
    numbers = PdfReader(io.BytesIO(_numbers(writer, drawing)))
    for place, (page, number) in enumerate(zip(writer.pages, numbers.pages, strict=True)):
        if place >= unnumbered:
            _lay_over(page, number)


def _lay_over(page: PageObject, number: PageObject) -> None:
    box = page.mediabox
    page.merge_transformed_page(
        number, Transformation().translate(float(box.left), float(box.bottom)), expand=False
    )


def _numbers(writer: PdfWriter, drawing: Drawing) -> bytes:
    """Return as many pages as are bound, each of the same size and with its number only."""
    canvas, buffer = new_canvas(title="", author="", subject="", fonts=drawing.fonts)
    pen = Pen(canvas, fonts=drawing.fonts, report=drawing.report)
    total = len(writer.pages)
    for number, page in enumerate(writer.pages, start=1):
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        canvas.setPageSize((width, height))
        line = pen.line(PAGE_OF.format(page=number, pages=total), FontRole.SONG)
        with pen.writing():
            x = width - _FROM_RIGHT - line.em * _NUMBER_SIZE
            pen.put_middle(line, x=x, middle=height - _FROM_TOP, size=_NUMBER_SIZE)
        canvas.showPage()
    return finish(canvas, buffer)

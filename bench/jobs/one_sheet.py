"""One sign-in sheet when fonts are known already, beside a bare reportlab canvas.

The canvas draws the same page with drawString, its grid and its marks once a page; it fits, checks
and cuts nothing.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from bench.clock import Stopwatch
from bench.invented import Invented
from bench.job import Job, Line, Measures
from bench.page import (
    LEFT,
    MARK_SIDE,
    MARKS,
    MM,
    PER_LIST,
    ROW,
    RULES,
    TOP,
    foot_texts,
    line_texts,
    totals_texts,
)
from bench.sheets import FACTS, lists, sign_in_sheets, titles

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

TURNS = 8


def ours(folder: Path, size: int) -> Measures:
    """Print one sheet again and again; the first does not count."""
    from jz_training.documents.fonts import Fonts
    from jz_training.documents.sheet.sign_in_sheet import sign_in_sheet_pdf

    fonts = Fonts(bundled_only=True)
    times = []
    for sheet in sign_in_sheets(TURNS + 1, size):
        watch = Stopwatch()
        sign_in_sheet_pdf(sheet, fonts=fonts)
        times.append(watch.whole())
    return {"warm": median(times[1:])}


def floor(folder: Path, size: int) -> Measures:
    """Draw the same with reportlab alone."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    from jz_training.documents.fonts.files import SANS, SERIF, bundled_file

    pdfmetrics.registerFont(TTFont("serif", str(bundled_file(SERIF))))
    pdfmetrics.registerFont(TTFont("sans", str(bundled_file(SANS))))
    times = []
    for title, persons in zip(titles(TURNS + 1), lists(TURNS + 1, size), strict=True):
        watch = Stopwatch()
        _draw(title, persons)
        times.append(watch.whole())
    return {"warm": median(times[1:])}


def _draw(title: str, persons: list[Invented]) -> bytes:
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4, pageCompression=1, initialFontName="serif")
    starts = range(0, len(persons), 2 * PER_LIST)
    for page, start in enumerate(starts, start=1):
        shown = persons[start : start + 2 * PER_LIST]
        _head(canvas, title)
        texts = foot_texts(training=1, page=page, pages=len(starts), people=len(shown))
        if page == len(starts):
            texts += totals_texts(len(persons))
        for place, person in enumerate(shown):
            texts += line_texts(place, start + place + 1, person, last=page == len(starts))
        for text, x, y, size in texts:
            canvas.setFont("serif", size)
            canvas.drawString(x * MM, y * MM, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _head(canvas: Canvas, title: str) -> None:
    canvas.setFont("serif", 20)
    canvas.drawCentredString(105 * MM, 270 * MM, f"{title}签到表")
    canvas.setFont("sans", 10.5)
    for n, fact in enumerate(FACTS):
        canvas.drawString((LEFT + 92 * (n % 2)) * MM, (261 - 5 * (n // 2)) * MM, fact)
    for _, edges in RULES:
        heights = [(TOP - row * ROW) * MM for row in range(PER_LIST + 2)]
        canvas.grid([x * MM for x in edges], heights)
    for x, y in MARKS:
        canvas.rect(x * MM, y * MM, MARK_SIDE * MM, MARK_SIDE * MM, stroke=0, fill=1)


JOB = Job(
    about="one sign-in sheet",
    sides={"ours": ours, "floor": floor},
    lines=(
        Line(
            name="one sign-in sheet of {size:,}, warm",
            ours="ours.warm",
            floor="floor.warm",
            target=1.2,
        ),
    ),
    size=60,
    full=60,
)

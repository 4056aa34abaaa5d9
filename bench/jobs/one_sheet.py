"""One sign-in sheet when fonts are known already, beside a bare reportlab canvas.

The canvas draws the same texts in the same places with drawString and the grid once a page; it
fits, checks and cuts nothing.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from bench.clock import Stopwatch
from bench.hand_pdf import COLUMNS, LEFT, MM, PER_LIST, ROW, TOP
from bench.invented import Invented
from bench.job import Job, Line, Measures
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
    for start in range(0, len(persons), 2 * PER_LIST):
        page = persons[start : start + 2 * PER_LIST]
        _head(canvas, title)
        for place, person in enumerate(page):
            _line(canvas, place, start + place + 1, person)
        canvas.setFont("serif", 10.5)
        canvas.drawString(LEFT * MM, 20 * MM, f"本页应到 {len(page)} 人")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _head(canvas: Canvas, title: str) -> None:
    canvas.setFont("serif", 20)
    canvas.drawCentredString(105 * MM, 270 * MM, f"{title}签到表")
    canvas.setFont("sans", 10.5)
    for n, fact in enumerate(FACTS):
        canvas.drawString((LEFT + 92 * (n % 2)) * MM, (258 - 6 * (n // 2)) * MM, fact)
    for left in (LEFT, LEFT + 92):
        canvas.grid(
            [(left + x) * MM for x in (0, 8.5, 28, 62, 90)],
            [(TOP - row * ROW) * MM for row in range(PER_LIST + 2)],
        )


def _line(canvas: Canvas, place: int, number: int, person: Invented) -> None:
    at_number, at_name, at_unit = COLUMNS[place // PER_LIST]
    y = TOP - (place % PER_LIST + 1) * ROW + 3
    canvas.setFont("serif", 10)
    canvas.drawString(at_number * MM, y * MM, str(number))
    canvas.setFont("serif", 12)
    canvas.drawString(at_name * MM, y * MM, person.name)
    canvas.setFont("serif", 8)
    canvas.drawString(at_unit * MM, (y + 2) * MM, person.unit)
    canvas.drawString(at_unit * MM, (y - 2) * MM, person.post)


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

"""Training certificates: A4 on its side, one to a page, within a frame; the seal's place is kept.

No seal is ever printed. The year of the training may be long past: what is printed is what was
issued, not what the roster says today.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import partial

from reportlab.lib.utils import ImageReader

from jz_training.documents.certificate.frame import COLOUR, PAGE_HEIGHT, PAGE_WIDTH, draw_frame
from jz_training.documents.certificate.square_code import draw_square_code
from jz_training.documents.certificate.words import (
    HEREBY,
    HOW_TO_VERIFY,
    code_words,
    number_words,
    training_sentence,
    who_words,
)
from jz_training.documents.dates import day_words
from jz_training.documents.drawing.fitting import SHRINK_FIRST, Box
from jz_training.documents.drawing.line_breaking import break_lines
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.drawing.pen import MM, Pen, finish, new_canvas
from jz_training.documents.fonts import Fonts, system_fonts, visible
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.listing.adjusting import adjusted_title
from jz_training.documents.meeting.landscape_page import write_title
from jz_training.documents.meeting.name_tents import halves
from jz_training.domain.certificate import Certificate
from jz_training.domain.certificate_code import grouped
from jz_training.domain.paper_style import AS_MADE, PaperLayout, PaperStyle

TITLE = "培训证书"

LEFT, RIGHT = 40 * MM, PAGE_WIDTH - 40 * MM
WIDTH = RIGHT - LEFT

#: Where things stand, in points above the lower edge: the middles of single lines.
TITLE_MIDDLE = PAGE_HEIGHT - 48 * MM
NUMBER_MIDDLE = PAGE_HEIGHT - 66 * MM
NAME_MIDDLE = PAGE_HEIGHT - 83 * MM
BODY_TOP, BODY_BOTTOM = PAGE_HEIGHT - 93 * MM, 68 * MM
ISSUER_MIDDLE, DATE_MIDDLE = 55 * MM, 43 * MM
CODE_MIDDLE = 25.5 * MM

TITLE_SIZE, NAME_SIZE, BODY_SIZE, SMALL_SIZE = 42.0, 32.0, 20.0, 14.0
SMALLEST_BODY = 9.0
FOOT_SIZE = 10.0
#: A name on two lines is so much smaller.
TWO_LINES = 0.55
#: Lines of the text stand so many sizes apart.
LEADING = 1.75
#: Between the four characters of the title.
TITLE_SPACING = 0.35
SPACED_TITLE = 6

LOGO_HEIGHT = 12 * MM
LOGO_BOTTOM = PAGE_HEIGHT - 36 * MM

#: The block of issuer and date; a round seal of 42 mm presses down on its middle.
SIGNATURE_WIDTH = 100 * MM
CODE_SIZE = 15 * MM
CODE_BOTTOM = 28.5 * MM


def certificate_pdf(
    certificates: Sequence[Certificate],
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return certificates as PDF, one to a page; on both sides the backs stay empty.

    Raises ValueError when there is none. `report` collects what no font has and what was cut.
    """
    if not certificates:
        raise ValueError("no certificate to print")
    fonts, layout = fonts or system_fonts(), style.layout
    canvas, buffer = new_canvas(
        title=adjusted_title(TITLE, layout),
        author=certificates[0].facts.issuer,
        subject=TITLE,
        fonts=fonts,
        on_its_side=True,
    )
    pen = Pen(canvas, fonts=fonts, report=report or PaperReport())
    for number, certificate in enumerate(certificates):
        if number and style.duplex:
            canvas.showPage()
        draw_frame(canvas)
        _head(pen, certificate, layout)
        _text(pen, certificate)
        _signature(pen, certificate)
        _foot(pen, certificate, layout)
        canvas.showPage()
    return finish(canvas, buffer)


def _head(pen: Pen, certificate: Certificate, layout: PaperLayout) -> None:
    """Draw logo and title, and the number at the right below them."""
    if layout.logo is not None:
        _logo(pen, layout.logo)
    pen.canvas.setFillColorRGB(*COLOUR)
    pen.canvas.setStrokeColorRGB(*COLOUR)
    with pen.writing():
        _title(pen, adjusted_title(TITLE, layout))
    pen.canvas.setFillGray(0)
    pen.canvas.setStrokeGray(0)
    box = Box(width=WIDTH, height=8 * MM, size=SMALL_SIZE)
    with pen.writing():
        number = number_words(certificate)
        pen.write(number, role=FontRole.BODY, box=box, x=LEFT, middle=NUMBER_MIDDLE, align=1.0)


def _logo(pen: Pen, content: bytes) -> None:
    image = ImageReader(io.BytesIO(content))
    width, height = image.getSize()
    shown = min(width * LOGO_HEIGHT / height, WIDTH / 2)
    pen.canvas.drawImage(
        image,
        (PAGE_WIDTH - shown) / 2,
        LOGO_BOTTOM,
        width=shown,
        height=LOGO_HEIGHT,
        mask="auto",
        preserveAspectRatio=True,
    )


def _title(pen: Pen, text: str) -> None:
    """Write a short title with its characters apart, a longer one as large as it fits."""
    shown = visible(text)
    if len(shown) > SPACED_TITLE:
        write_title(pen, text, size=34, middle=TITLE_MIDDLE, height=20 * MM, left=LEFT, width=WIDTH)
        return
    line = pen.line(shown, FontRole.TITLE)
    gap = TITLE_SPACING * TITLE_SIZE
    width = line.em * TITLE_SIZE + gap * (len(shown) - 1)
    y = TITLE_MIDDLE - TITLE_SIZE * 0.38
    with pen.thickened(FontRole.TITLE, TITLE_SIZE):
        pen.put(line, x=(PAGE_WIDTH - width) / 2, y=y, size=TITLE_SIZE, spacing=gap)


def _text(pen: Pen, certificate: Certificate) -> None:
    """Write the name, large in 楷体, with 同志, and below it what is certified."""
    said = certificate.facts
    comrade, gap = " 同志", BODY_SIZE / 2
    with pen.writing():
        after = pen.fonts.width(comrade, FontRole.BODY, BODY_SIZE)
        room = WIDTH * 0.62
        name = _name_parts(pen, visible(said.name), room)
        widest = max(pen.fonts.width(part, FontRole.KAI, NAME_SIZE) for part in name)
        width = min(room, widest * (1.0 if len(name) == 1 else TWO_LINES))
        size = NAME_SIZE * (1.0 if len(name) == 1 else TWO_LINES)
        box = Box(width=width + 0.01, height=16 * MM, size=size)
        pen.write(*name, role=FontRole.KAI, box=box, x=LEFT, middle=NAME_MIDDLE)
        x = LEFT + width
        _beside(pen, comrade, x=x, width=after + 1, size=BODY_SIZE, role=FontRole.BODY)
        x += after + gap
        who = who_words(said) + "："
        _beside(pen, who, x=x, width=RIGHT - x, size=SMALL_SIZE, role=FontRole.KAI)
        _body(pen, training_sentence(said))


def _name_parts(pen: Pen, name: str, room: float) -> tuple[str, ...]:
    """Return a name, or its halves where it would have to be made much smaller for one line."""
    wide = pen.fonts.width(name, FontRole.KAI, NAME_SIZE) * SHRINK_FIRST > room
    return halves(name) if wide else (name,)


def _beside(pen: Pen, text: str, *, x: float, width: float, size: float, role: FontRole) -> None:
    box = Box(width=width, height=12 * MM, size=size)
    pen.write(text, role=role, box=box, x=x, middle=NAME_MIDDLE - 1 * MM)


def _body(pen: Pen, sentence: str) -> None:
    """Write the text as large as the room allows, its paragraphs indented by two characters."""
    size = BODY_SIZE
    while (lines := _lines(pen, sentence, size)) and size > SMALLEST_BODY:
        if len(lines) * size * LEADING <= BODY_TOP - BODY_BOTTOM:
            break
        size -= 1.0
    middle = BODY_TOP - size * LEADING / 2
    for text, indent in lines:
        box = Box(width=WIDTH - indent + 0.5, height=size * LEADING, size=size)
        pen.write(text, role=FontRole.BODY, box=box, x=LEFT + indent, middle=middle)
        middle -= size * LEADING


def _lines(pen: Pen, sentence: str, size: float) -> list[tuple[str, float]]:
    measure = partial(pen.fonts.width, role=FontRole.BODY, size=size)
    indent = 2 * size
    broken = break_lines(visible(sentence), measure=measure, limit=WIDTH, indent=indent)
    first = [(broken[0], indent), *((line, 0.0) for line in broken[1:])]
    return [*first, (HEREBY, indent)]


def _signature(pen: Pen, certificate: Certificate) -> None:
    """Write issuer and date, one below the other, where the seal goes."""
    left = RIGHT - SIGNATURE_WIDTH
    with pen.writing():
        for text, middle in (
            (certificate.facts.issuer, ISSUER_MIDDLE),
            (day_words(certificate.issued_on), DATE_MIDDLE),
        ):
            box = Box(width=SIGNATURE_WIDTH, height=11 * MM, size=18.0)
            pen.write(text, role=FontRole.BODY, box=box, x=left, middle=middle, align=0.5)


def _foot(pen: Pen, certificate: Certificate, layout: PaperLayout) -> None:
    """Write the verify code and how to use it, the code once more for a scanner above it."""
    draw_square_code(pen.canvas, grouped(certificate.code), x=LEFT, y=CODE_BOTTOM, size=CODE_SIZE)
    text = f"{code_words(certificate)}　　{layout.footer.strip() or HOW_TO_VERIFY}"
    box = Box(width=WIDTH, height=5 * MM, size=FOOT_SIZE)
    with pen.writing():
        pen.write(text, role=FontRole.SONG, box=box, x=LEFT, middle=CODE_MIDDLE)

"""Name tents (席卡): a name on both faces of a folded card, one of them standing on its head."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jz_training.documents.drawing.fitting import Box
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.drawing.pen import MM, Pen, finish, new_canvas
from jz_training.documents.fonts import Fonts, system_fonts
from jz_training.documents.fonts.files import FontRole
from jz_training.domain.meeting_papers import NameTentSize, PaperPerson
from jz_training.domain.person_name import spaced_name

#: Below this size a name goes on two lines rather than getting smaller, in points.
SMALLEST_ON_ONE_LINE = 60.0

_GREY = 0.65
_HAIRLINE = 0.4
_PAGE_WIDTH, _PAGE_HEIGHT = 210 * MM, 297 * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Where a card lies on the page and how large its names are, in points."""

    left: float
    bottom: float
    width: float
    face: float  # the height of one face
    name_size: float
    post_size: float
    cut: bool
    foot: bool = False  # what is left below the faces is folded under: the card stands by itself

    @property
    def fold(self) -> float:
        """Return the height at which the card is folded."""
        return self.bottom + self.face

    @property
    def middle(self) -> float:
        """Return the middle of the card, from left to right."""
        return self.left + self.width / 2


#: Each card has two faces one above the other, so that A4 holds one card of any size.
CARDS = {
    NameTentSize.FOLDED: Card(
        left=0.0, bottom=0.0, width=_PAGE_WIDTH, face=_PAGE_HEIGHT / 2,
        name_size=150.0, post_size=24.0, cut=False,
    ),
    NameTentSize.STAND: Card(
        left=5 * MM, bottom=48.5 * MM, width=200 * MM, face=100 * MM,
        name_size=120.0, post_size=20.0, cut=True,
    ),
    NameTentSize.LARGE: Card(
        left=0.0, bottom=8.5 * MM, width=_PAGE_WIDTH, face=140 * MM,
        name_size=145.0, post_size=24.0, cut=True,
    ),
    NameTentSize.THREE_FOLD: Card(
        left=0.0, bottom=_PAGE_HEIGHT / 3, width=_PAGE_WIDTH, face=_PAGE_HEIGHT / 3,
        name_size=115.0, post_size=18.0, cut=False, foot=True,
    ),
}  # fmt: skip


def name_tents_pdf(
    people: Iterable[PaperPerson],
    size: NameTentSize,
    *,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return a card per person, one to a page; unit and post stand small below the name.

    Raises ValueError when there is nobody. `report` collects what no font has and what was cut.
    """
    canvas, buffer = new_canvas(
        title="席卡", author="", subject="席卡", fonts=fonts or system_fonts()
    )
    pen = Pen(canvas, fonts=fonts or system_fonts(), report=report or PaperReport())
    card = CARDS[size]
    drawn = False
    for person in people:
        _draw_lines(pen, card)
        _draw_face(pen, card, person)
        _turn_over(pen, card)
        _draw_face(pen, card, person)
        canvas.showPage()
        drawn = True
    if not drawn:
        raise ValueError("no name to print")
    return finish(canvas, buffer)


def _draw_lines(pen: Pen, card: Card) -> None:
    """Draw where the card is folded, dashed, and where it is cut out."""
    canvas = pen.canvas
    canvas.saveState()
    canvas.setStrokeGray(_GREY)
    canvas.setLineWidth(_HAIRLINE)
    if card.cut:
        canvas.rect(card.left, card.bottom, card.width, 2 * card.face, stroke=1, fill=0)
    canvas.setDash(6, 4)
    for fold in (card.fold, *((card.bottom,) if card.foot else ())):
        canvas.line(card.left, fold, card.left + card.width, fold)
    canvas.restoreState()


def _turn_over(pen: Pen, card: Card) -> None:
    """Turn the page about the middle of the fold: what comes next stands on its head."""
    pen.canvas.translate(2 * card.middle, 2 * card.fold)
    pen.canvas.rotate(180)


def _draw_face(pen: Pen, card: Card, person: PaperPerson) -> None:
    """Write the name on the lower face, and below it who that is."""
    width = card.width - 24 * MM
    below = "\u3000".join(part.strip() for part in (person.unit, person.post) if part.strip())
    raised = card.face * 0.07 if below else 0.0
    with pen.writing():
        _write_name(
            pen,
            person.name,
            box=Box(width=width, height=card.face * 0.62, size=card.name_size),
            middle=card.bottom + card.face / 2 + raised,
            x=card.left + 12 * MM,
        )
        if below:
            pen.write(
                below,
                role=FontRole.KAI,
                box=Box(width=width, height=card.post_size * 1.3, size=card.post_size),
                x=card.left + 12 * MM,
                middle=card.bottom + card.face * 0.16,
                align=0.5,
            )


def _write_name(pen: Pen, name: str, *, box: Box, middle: float, x: float) -> None:
    """Write a name as large as its face allows, a long one on two lines, parted where it pauses."""
    parts: tuple[str, ...] = (spaced_name(name),)
    size = _size_of(pen, parts, box)
    if size < SMALLEST_ON_ONE_LINE and len(parted := halves(name)) == 2:
        parts, size = parted, min(_size_of(pen, parted, box), box.height / 2.4)
    fitting = Box(width=box.width, height=box.height, size=size)
    with pen.thickened(FontRole.TITLE, size):
        pen.write(*parts, role=FontRole.TITLE, box=fitting, x=x, middle=middle, align=0.5)


def _size_of(pen: Pen, parts: tuple[str, ...], box: Box) -> float:
    """Return the size at which the widest part fills the width, within what is readable."""
    widest = max(pen.fonts.line(part, FontRole.TITLE).em for part in parts)
    return max(24.0, min(box.size, box.width / widest if widest else box.size))


def halves(name: str) -> tuple[str, ...]:
    """Return a name parted after a dot or at a blank, as near to its middle as there is one."""
    places = [place for place, sign in enumerate(name, start=1) if sign in "· "]
    if not places:
        return (name,)
    place = min(places, key=lambda place: abs(2 * place - len(name)))
    return tuple(half for half in (name[:place].rstrip(), name[place:]) if half)

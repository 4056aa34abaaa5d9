"""版记 (GB/T 9704, 7.4) at the foot of the last page: 抄送, 印发机关 and 印发日期 between rules."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from jz_training.documents.dates import day_words
from jz_training.documents.drawing.fitting import Box
from jz_training.documents.drawing.line_breaking import break_lines
from jz_training.documents.drawing.pen import Pen
from jz_training.documents.fonts import visible
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.official.gb9704 import (
    IMPRINT_INSET,
    IMPRINT_LINE,
    IMPRINT_SIZE,
    IMPRINT_THICK,
    IMPRINT_THIN,
    TEXT_BOTTOM,
    TEXT_HEIGHT,
    TEXT_WIDTH,
)
from jz_training.documents.official.pages import Pages
from jz_training.domain.paper_style import Letterhead

_COPIES = "抄送："
_PRINTED = "印发"

#: Between text and 版记 there is half a line at least.
_CLEAR = IMPRINT_LINE / 2

_MOST_COPY_LINES = int(TEXT_HEIGHT // IMPRINT_LINE) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """版记 as it is set: the lines of 抄送, who printed the paper and when."""

    copies: tuple[str, ...]
    printed_by: str
    printed_on: str

    @property
    def height(self) -> float:
        """Return the height in points; nothing to say takes none."""
        return IMPRINT_LINE * (len(self.copies) + bool(self.printed_by or self.printed_on))


def imprint_of(pen: Pen, letterhead: Letterhead) -> Imprint:
    """Return what 版记 says; 抄送 ends with a full stop and turns after its colon (7.4.2)."""
    day = letterhead.printed_on
    return Imprint(
        copies=_copies(pen, visible(letterhead.copies_to).strip()),
        printed_by=visible(letterhead.printed_by).strip(),
        printed_on=f"{day_words(day)}{_PRINTED}" if day else "",
    )


def write_imprint(pages: Pages, imprint: Imprint, *, duplex: bool) -> bool:
    """Write 版记 on the last page and tell whether that page is to be numbered (7.5).

    On paper printed on both sides it stands on the back of the last leaf. A page that carries
    nothing else, and a blank one before it, have no number.
    """
    own = not pages.holds(imprint.height + _CLEAR) or (duplex and pages.number % 2 == 1)
    if own:
        pages.turn()
        if duplex and pages.number % 2 == 1:
            pages.turn(numbered=False)
    _rules(pages, imprint)
    with pages.pen.writing():
        _copy_lines(pages, imprint)
        _printing(pages, imprint)
    return not own


def _copies(pen: Pen, text: str) -> tuple[str, ...]:
    text = text.removeprefix(_COPIES).rstrip("。.")
    if not text:
        return ()
    measure = partial(pen.fonts.width, role=FontRole.BODY, size=IMPRINT_SIZE)
    limit = TEXT_WIDTH - 2 * IMPRINT_INSET - measure(_COPIES)
    lines = break_lines(f"{text}。", measure=measure, limit=limit, lone_last=False)
    if len(lines) > _MOST_COPY_LINES:
        pen.report.note_cut(text)
        lines = [*lines[: _MOST_COPY_LINES - 1], "……"]
    return tuple(lines)


def _rules(pages: Pages, imprint: Imprint) -> None:
    """Draw the rules: the last on the lower edge of the 版心, a thin one between (7.4.1)."""
    heights = [(TEXT_BOTTOM, IMPRINT_THICK), (TEXT_BOTTOM + imprint.height, IMPRINT_THICK)]
    if 0 < len(imprint.copies) * IMPRINT_LINE < imprint.height:
        heights.append((TEXT_BOTTOM + IMPRINT_LINE, IMPRINT_THIN))
    for y, width in heights:
        pages.canvas.setLineWidth(width)
        pages.canvas.line(pages.left, y, pages.left + TEXT_WIDTH, y)


def _copy_lines(pages: Pages, imprint: Imprint) -> None:
    pen = pages.pen
    x = pages.left + IMPRINT_INSET
    after = x + pen.fonts.width(_COPIES, FontRole.BODY, IMPRINT_SIZE)
    middle = TEXT_BOTTOM + imprint.height - IMPRINT_LINE / 2
    for number, text in enumerate(imprint.copies):
        if number == 0:
            word = pen.line(_COPIES, FontRole.BODY)
            pen.put_middle(word, x=x, middle=middle, size=IMPRINT_SIZE)
        pen.put_middle(pen.line(text, FontRole.BODY), x=after, middle=middle, size=IMPRINT_SIZE)
        middle -= IMPRINT_LINE


def _printing(pages: Pages, imprint: Imprint) -> None:
    """Write 印发机关 at the left and 印发日期 at the right of the last line (7.4.3)."""
    pen, room = pages.pen, TEXT_WIDTH - 2 * IMPRINT_INSET
    day = pen.line(imprint.printed_on, FontRole.BODY)
    taken = day.em * IMPRINT_SIZE
    middle, x = TEXT_BOTTOM + IMPRINT_LINE / 2, pages.left + IMPRINT_INSET
    if imprint.printed_on:
        pen.put_middle(day, x=x + room - taken, middle=middle, size=IMPRINT_SIZE)
    if imprint.printed_by:
        box = Box(width=room - taken - IMPRINT_SIZE, height=IMPRINT_LINE, size=IMPRINT_SIZE)
        pen.write(imprint.printed_by, role=FontRole.BODY, box=box, x=x, middle=middle)

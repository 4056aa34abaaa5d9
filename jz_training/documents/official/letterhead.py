"""版头 (GB/T 9704, 7.2): 发文机关标志, 发文字号, 签发人 and the red rule below them.

What is not known yet keeps its place: a number is often given after the paper is printed, and
some offices print on paper that carries its mark already. Nothing stands in for it.
"""

from __future__ import annotations

from functools import partial

from jz_training.documents.fonts import visible
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.official.gb9704 import (
    ADVANCE,
    BODY_SIZE,
    LINES_ABOVE_NUMBER,
    LINES_ABOVE_TITLE,
    MARK_BELOW_TOP,
    MARK_LARGEST,
    MARK_LEADING,
    NUMBER_FROM_LEFT,
    PITCH,
    RED,
    RULE_BELOW_NUMBER,
    RULE_THICKNESS,
    SIGNER_FROM_RIGHT,
    TEXT_TOP,
    TEXT_WIDTH,
)
from jz_training.documents.official.grid_text import grid_width
from jz_training.documents.official.letterhead_parts import SIGNER, fitted_mark, signer_rows
from jz_training.documents.official.pages import ASCENT, Pages
from jz_training.domain.paper_style import Letterhead


def write_letterhead(pages: Pages, letterhead: Letterhead) -> None:
    """Write 版头 at the head of the first page and leave the lines blank above the title.

    The number stands on the line of the grid nearest to two lines below the mark, so that the
    rule 4 mm below it and all text after it keep to the grid.
    """
    foot = _mark(pages, letterhead.mark.strip())
    pages.used = (round(foot / PITCH) + LINES_ABOVE_NUMBER) * PITCH
    _number_and_signers(pages, letterhead)
    _rule(pages)
    pages.to_next_line()
    pages.skip(LINES_ABOVE_TITLE)


def _mark(pages: Pages, mark: str) -> float:
    """Write 发文机关标志 and return how far below the upper edge its foot is."""
    if not mark:
        return MARK_BELOW_TOP + MARK_LARGEST
    canvas, pen = pages.canvas, pages.pen
    em = partial(pen.fonts.width, role=FontRole.TITLE, size=1.0)
    fitted = fitted_mark(visible(mark), measure=em)
    lines, size, share = fitted.lines, fitted.size, fitted.share
    canvas.saveState()
    canvas.setFillColorRGB(*RED)
    canvas.setStrokeColorRGB(*RED)
    top = TEXT_TOP - MARK_BELOW_TOP
    with pen.writing(), pen.thickened(FontRole.TITLE, size), pen.narrowed(share):
        for number, text in enumerate(lines):
            line = pen.line(text, FontRole.TITLE)
            x = pages.left + (TEXT_WIDTH - line.em * size * share) / 2
            y = top - number * size * MARK_LEADING - size * ASCENT
            pen.put(line, x=x, y=y, size=size)
    canvas.restoreState()
    return MARK_BELOW_TOP + size * (1 + (len(lines) - 1) * MARK_LEADING)


def _number_and_signers(pages: Pages, letterhead: Letterhead) -> None:
    """Write the number: centred, or in 上行文 at the left beside the last 签发人 (7.2.5, 7.2.6)."""
    number = letterhead.number.strip()
    rows = signer_rows(letterhead.signer)
    if not rows:
        pages.fit(number, role=FontRole.BODY, start=0.0, width=TEXT_WIDTH, align=0.5)
        return
    start = _signers(pages, rows)
    inset = NUMBER_FROM_LEFT * ADVANCE
    pages.fit(number, role=FontRole.BODY, start=inset, width=start - inset - ADVANCE)


def _signers(pages: Pages, rows: list[str]) -> float:
    """Write 签发人 at the right, two names a line, and return where they begin; the last line is
    not left."""
    word = grid_width(pages.pen, SIGNER, FontRole.BODY)
    widest = max(grid_width(pages.pen, visible(row), FontRole.KAI) for row in rows)
    width = min(widest, TEXT_WIDTH / 2 - word)
    first = TEXT_WIDTH - SIGNER_FROM_RIGHT * ADVANCE - width
    pages.fit(SIGNER, role=FontRole.BODY, start=first - word, width=word)
    for at, row in enumerate(rows):
        if at:
            pages.skip(1)
        pages.fit(row, role=FontRole.KAI, start=first, width=width)
    return first - word


def _rule(pages: Pages) -> None:
    """Draw the red rule 4 mm below the characters of the number (7.2.7)."""
    pages.used += BODY_SIZE + RULE_BELOW_NUMBER
    canvas = pages.canvas
    canvas.saveState()
    canvas.setStrokeColorRGB(*RED)
    canvas.setLineWidth(RULE_THICKNESS)
    canvas.line(pages.left, pages.y, pages.left + TEXT_WIDTH, pages.y)
    canvas.restoreState()

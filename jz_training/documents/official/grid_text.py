"""Text on the 28-character grid of GB/T 9704: Chinese a fixed step apart, numbers as they are.

A line with numbers comes out a little short; the rest is given to the gaps between numbers and
characters, an eighth of a character at most, so that Chinese never leaves its step. Full-width
marks take a whole step.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from jz_training.documents.drawing.line_breaking import break_lines
from jz_training.documents.drawing.pen import Pen
from jz_training.documents.fonts import visible
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.official.gb9704 import ADVANCE, BODY_SIZE, INDENT, TEXT_WIDTH

#: A character as wide as its size fills a step of the grid; how far a face may be off.
_SLACK = 0.02

WIDEST_GAP = BODY_SIZE / 8


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbours that are all on the grid or all off it; x from the left edge of the text."""

    x: float
    text: str
    wide: bool


@dataclass(frozen=True, slots=True)
class GridLine:
    """One line of text, ready to be put on any line of the page."""

    stretches: tuple[Stretch, ...]
    role: FontRole
    width: float

    @property
    def text(self) -> str:
        """Return the text of the line."""
        return "".join(stretch.text for stretch in self.stretches)


def grid_width(pen: Pen, text: str, role: FontRole) -> float:
    """Return how much of a line a text takes, in points."""
    return sum(
        ADVANCE if wide else pen.fonts.width(sign, role, BODY_SIZE)
        for sign, wide in _signs(pen, text, role)
    )


def paragraph_lines(
    pen: Pen,
    text: str,
    *,
    role: FontRole = FontRole.BODY,
    first: float = INDENT * ADVANCE,
    rest: float = 0.0,
) -> tuple[GridLine, ...]:
    """Break a paragraph into lines; the first begins at `first`, the others at `rest`.

    Both are points from the left edge of the text. No line holds a single last character.
    """
    texts = break_lines(
        visible(text),
        measure=partial(grid_width, pen, role=role),
        limit=TEXT_WIDTH - rest,
        indent=first - rest,
        lone_last=False,
    )
    lines = []
    for number, piece in enumerate(texts):
        start = first if number == 0 else rest
        last = number == len(texts) - 1
        lines.append(grid_line(pen, piece, role=role, start=start, fill=not last))
    return tuple(lines)


def grid_line(
    pen: Pen, text: str, *, role: FontRole, start: float = 0.0, fill: bool = False
) -> GridLine:
    """Return a line that begins at `start`; with `fill` its gaps reach for the right edge."""
    pen.line(text, role)
    parts = [
        ("".join(sign for sign, _ in signs), wide)
        for wide, signs in groupby(_signs(pen, text, role), key=lambda sign: sign[1])
    ]
    width = grid_width(pen, text, role)
    rest = max(0.0, TEXT_WIDTH - start - width) if fill else 0.0
    gap = min(WIDEST_GAP, rest / (len(parts) - 1)) if len(parts) > 1 else 0.0
    x, stretches = start, []
    for part, wide in parts:
        stretches.append(Stretch(x, part, wide))
        x += grid_width(pen, part, role) + gap
    return GridLine(tuple(stretches), role, x - start - (gap if parts else 0.0))


def put_grid_line(pen: Pen, line: GridLine, *, left: float, baseline: float) -> None:
    """Write a line; must be inside `pen.writing()`."""
    for stretch in line.stretches:
        text, x = pen.line(stretch.text, line.role), left + stretch.x
        if stretch.wide:
            pen.put_apart(text, x=x, y=baseline, size=BODY_SIZE, step=ADVANCE)
        else:
            pen.put(text, x=x, y=baseline, size=BODY_SIZE)


def _signs(pen: Pen, text: str, role: FontRole) -> Iterator[tuple[str, bool]]:
    for sign in text:
        yield sign, not sign.isascii() and abs(pen.fonts.line(sign, role).em - 1) < _SLACK

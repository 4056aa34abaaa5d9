"""How a paper ends: 附件说明, 署名, date and 附注 (GB/T 9704, 7.3.4 to 7.3.6).

The last line of the text, or of 附件说明, keeps together with all that comes after it: a signature
alone on a page could be put under any text. The place of a seal is kept and never printed on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from jz_training.documents.drawing.line_breaking import break_lines
from jz_training.documents.drawing.pen import Pen
from jz_training.documents.fonts import visible
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.official.gb9704 import (
    ADVANCE,
    DATE_SHIFT,
    INDENT,
    LINES_ABOVE_ATTACHMENTS,
    LINES_ABOVE_SEALED,
    LINES_ABOVE_SIGNATURE,
    LINES_BELOW_SEALED,
    PITCH,
    SEALED_DATE_FROM_RIGHT,
    SIGNATURE_FROM_RIGHT,
    TEXT_HEIGHT,
    TEXT_WIDTH,
)
from jz_training.documents.official.grid_text import (
    GridLine,
    grid_line,
    grid_width,
    paragraph_lines,
)
from jz_training.documents.official.pages import Pages
from jz_training.domain.paper_style import Letterhead

_ATTACHMENTS = "附件："

#: Between the number of an attachment and its name, which often begins with a year.
LABEL_GAP = ADVANCE / 4

#: 附件说明 longer than this may part from the text; its last name stays with 署名.
MOST_KEPT = TEXT_HEIGHT * 2 / 3


@dataclass(frozen=True, slots=True)
class Closing:
    """署名 and date as lines, the blank lines around them, and 附注 below."""

    above: int
    lines: tuple[GridLine, ...]
    note: tuple[GridLine, ...]
    below: int = 0

    @property
    def height(self) -> float:
        """Return the room it takes, in points."""
        return (self.above + len(self.lines) + max(len(self.note), self.below)) * PITCH


#: 材料 end with their text: unit and date stand below the title.
NO_CLOSING = Closing(0, (), ())


def closing_of(pen: Pen, signature: str, date: str, letterhead: Letterhead) -> Closing:
    """Return 署名 and date as the letterhead asks for them: with the place of a seal or without."""
    signature, date = visible(signature), visible(date)
    note = visible(letterhead.note).strip()
    said = paragraph_lines(pen, f"（{note.strip('（）()')}）") if note else ()
    if letterhead.sealed:
        lines = tuple(_sealed(pen, signature, date))
        return Closing(LINES_ABOVE_SEALED, lines, said, LINES_BELOW_SEALED)
    return Closing(LINES_ABOVE_SIGNATURE, tuple(_unsealed(pen, signature, date)), said)


def write_ending(
    pages: Pages, text: Sequence[GridLine], attachments: Sequence[str], closing: Closing
) -> None:
    """Write the last paragraph, 附件说明 and the closing, which keep together."""
    said = attachment_lines(pages.pen, attachments)
    after = closing.height + (LINES_ABOVE_ATTACHMENTS + len(said)) * PITCH * bool(said)
    _keep(pages, text, after if after < MOST_KEPT else 0.0)
    if said:
        pages.skip(LINES_ABOVE_ATTACHMENTS)
        _keep(pages, said, closing.height)
    pages.skip(closing.above)
    for line in (*closing.lines, *closing.note):
        pages.write(line)
    pages.skip(max(0, closing.below - len(closing.note)))


def attachment_lines(pen: Pen, names: Sequence[str]) -> tuple[GridLine, ...]:
    """Return 附件说明: numbers if there are several, no mark after a name, turns below its first
    character (7.3.4)."""
    kept = [name for name in (visible(name).strip().rstrip("。；;，,") for name in names) if name]
    width = partial(grid_width, pen, role=FontRole.BODY)
    start, after = INDENT * ADVANCE, INDENT * ADVANCE + width(_ATTACHMENTS)
    lines: list[GridLine] = []
    for number, name in enumerate(kept, start=1):
        label = f"{number}." if len(kept) > 1 else ""
        hang = after + (width(label) + LABEL_GAP if label else 0.0)
        first, *others = paragraph_lines(pen, name, first=hang, rest=hang)
        head = grid_line(pen, (_ATTACHMENTS if number == 1 else "") + label, role=FontRole.BODY,
                         start=start if number == 1 else after)  # fmt: skip
        lines += [_joined(head, first), *others]
    return tuple(lines)


def _joined(head: GridLine, line: GridLine) -> GridLine:
    return GridLine((*head.stretches, *line.stretches), line.role, head.width + line.width)


def _keep(pages: Pages, lines: Sequence[GridLine], height: float) -> None:
    """Write lines, the last on a page that has room for what comes after it too."""
    for line in lines[:-1]:
        pages.write(line)
    for line in lines[-1:]:
        pages.make_room(PITCH + height)
        pages.write(line)


def _unsealed(pen: Pen, signature: str, date: str) -> Iterator[GridLine]:
    """Yield 署名 two characters from the right, the date beginning two to the right of it; where
    the date is the longer one, it is what stands two characters from the right (7.3.5.2)."""
    right = TEXT_WIDTH - SIGNATURE_FROM_RIGHT * ADVANCE
    names = _right_lines(pen, signature, right)
    name_x = min(start for _, start in names)
    date_width = grid_width(pen, date, FontRole.BODY)
    if date_width > right - name_x:
        name_x = right - date_width - DATE_SHIFT * ADVANCE
        names = [(name, name_x) for name, _ in names]
    for name, start in names:
        yield grid_line(pen, name, role=FontRole.BODY, start=start)
    date_x = min(name_x + DATE_SHIFT * ADVANCE, TEXT_WIDTH - date_width)
    yield grid_line(pen, date, role=FontRole.BODY, start=date_x)


def _sealed(pen: Pen, signature: str, date: str) -> Iterator[GridLine]:
    """Yield 署名 centred above the date, which ends four characters from the right; a name too
    long for that takes the date with it to the left (7.3.5.1)."""
    measure = partial(grid_width, pen, role=FontRole.BODY)
    names = break_lines(signature, measure=measure, limit=TEXT_WIDTH, lone_last=False)
    widest, date_width = max(map(measure, names)), measure(date)
    middle = TEXT_WIDTH - SEALED_DATE_FROM_RIGHT * ADVANCE - date_width / 2
    middle = min(middle, TEXT_WIDTH - widest / 2)
    for text in (*names, date):
        yield grid_line(pen, text, role=FontRole.BODY, start=middle - measure(text) / 2)


def _right_lines(pen: Pen, text: str, right: float) -> list[tuple[str, float]]:
    """Return the lines of a text that end at `right`, each with where it begins."""
    measure = partial(grid_width, pen, role=FontRole.BODY)
    lines = break_lines(text, measure=measure, limit=right, lone_last=False)
    return [(line, right - measure(line)) for line in lines]

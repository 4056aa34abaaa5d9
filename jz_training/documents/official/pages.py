"""The pages of an official paper: where the next block stands, and what every page carries.

`used` runs down from the upper edge of the 版心. Odd pages are bound at the left; with duplex
printing even ones are bound at the right, so their 版心 stands 2 mm further left.
"""

from __future__ import annotations

from functools import partial

from jz_training.documents.drawing.fitting import Box
from jz_training.documents.drawing.pen import Pen, finish, new_canvas
from jz_training.documents.fonts import visible
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.official.gb9704 import (
    BACK_LEFT,
    BODY_SIZE,
    LINES,
    PAGE_NUMBER_BELOW,
    PAGE_NUMBER_DASH,
    PAGE_NUMBER_INSET,
    PAGE_NUMBER_SIZE,
    PITCH,
    TEXT_BOTTOM,
    TEXT_HEIGHT,
    TEXT_LEFT,
    TEXT_TOP,
    TEXT_WIDTH,
    TITLE_SIZE,
)
from jz_training.documents.official.grid_text import (
    GridLine,
    grid_line,
    grid_width,
    put_grid_line,
)
from jz_training.documents.official.paper import PaperFacts, PaperSetting
from jz_training.documents.official.title_lines import title_lines

#: From the top of a line to the baseline, as a share of the size (the em box of a Chinese face).
ASCENT = 0.88

#: The line an office prints at the foot stands beside the page number and takes this much room.
FOOTER_SIZE = 9.0
FOOTER_WIDTH = TEXT_WIDTH * 0.7


class Pages:
    """The pages of one paper, filled from the first line to the last."""

    def __init__(self, facts: PaperFacts, setting: PaperSetting) -> None:
        self.canvas, self._buffer = new_canvas(
            title=facts.title, author=facts.author, subject=facts.subject, fonts=setting.fonts
        )
        self.pen = Pen(self.canvas, fonts=setting.fonts, report=setting.report)
        self.number = 1
        self.used = 0.0
        self._style = setting.style

    @property
    def left(self) -> float:
        """Return the left edge of the 版心 of this page."""
        return BACK_LEFT if self._style.duplex and self.number % 2 == 0 else TEXT_LEFT

    @property
    def y(self) -> float:
        """Return the height at which the next block begins."""
        return TEXT_TOP - self.used

    def holds(self, height: float) -> bool:
        """Tell whether a block of this height fits on what is left of the page."""
        return self.used + height <= TEXT_HEIGHT + 0.01

    def make_room(self, height: float) -> None:
        """Go on on a new page when a block does not fit on this one; nothing fits everywhere."""
        if height and self.used > 0 and not self.holds(height):
            self.turn()

    def to_next_line(self) -> None:
        """Go on at the next line of the grid, or on the next page after the last."""
        lines = -int(-(self.used - 0.01) // PITCH) if self.used > 0 else 0
        self.used = lines * PITCH

    def skip(self, lines: float) -> None:
        """Leave lines blank."""
        self.used += lines * PITCH

    def write(self, line: GridLine) -> None:
        """Write a line of text, on a new page if need be."""
        if self.used + PITCH > LINES * PITCH + 0.01:
            self.turn()
        with self.pen.writing():
            put_grid_line(self.pen, line, left=self.left, baseline=self.y - BODY_SIZE * ASCENT)
        self.used += PITCH

    def title(self, text: str) -> None:
        """Write a title in 2号小标宋, centred and broken by sense (7.3.1)."""
        measure = partial(self.pen.fonts.width, role=FontRole.TITLE, size=TITLE_SIZE)
        for piece in title_lines(visible(text), measure=measure, limit=TEXT_WIDTH):
            self.make_room(PITCH)
            line = self.pen.line(piece, FontRole.TITLE)
            x = self.left + (TEXT_WIDTH - line.em * TITLE_SIZE) / 2
            with self.pen.writing(), self.pen.thickened(FontRole.TITLE, TITLE_SIZE):
                self.pen.put(line, x=x, y=self.y - TITLE_SIZE * ASCENT, size=TITLE_SIZE)
            self.used += PITCH

    def centre(self, text: str, role: FontRole) -> None:
        """Write a text of the text's size centred, broken by sense where it is too long."""
        measure = partial(grid_width, self.pen, role=role)
        for piece in title_lines(visible(text), measure=measure, limit=TEXT_WIDTH):
            start = (TEXT_WIDTH - measure(piece)) / 2
            self.write(grid_line(self.pen, piece, role=role, start=start))

    def fit(
        self, text: str, *, role: FontRole, start: float, width: float, align: float = 0.0
    ) -> None:
        """Write a text into a stretch of the present line, smaller where it is too long for it.

        `start` is from the left edge of the text. The line is not left.
        """
        taken = grid_width(self.pen, visible(text), role)
        with self.pen.writing():
            if taken <= width + 0.01:
                x = start + (width - taken) * align
                line = grid_line(self.pen, visible(text), role=role, start=x)
                baseline = self.y - BODY_SIZE * ASCENT
                put_grid_line(self.pen, line, left=self.left, baseline=baseline)
            else:
                box = Box(width=width, height=PITCH, size=BODY_SIZE)
                middle, x = self.y - BODY_SIZE / 2, self.left + start
                self.pen.write(text, role=role, box=box, x=x, middle=middle, align=align)

    def turn(self, *, numbered: bool = True) -> None:
        """Close this page and begin the next."""
        self._close(numbered=numbered)
        self.number += 1
        self.used = 0.0

    def finish(self, *, numbered: bool = True) -> bytes:
        """Close the last page and return the file."""
        self._close(numbered=numbered)
        return finish(self.canvas, self._buffer)

    def _close(self, *, numbered: bool) -> None:
        if numbered:
            with self.pen.writing():
                self._page_number()
                self._footer()
        self.canvas.showPage()

    def _page_number(self) -> None:
        """Write the page number: outside, so right on odd and left on even pages (7.5)."""
        text = f"{PAGE_NUMBER_DASH} {self.number} {PAGE_NUMBER_DASH}"
        line = self.pen.line(text, FontRole.SONG)
        free = TEXT_WIDTH - PAGE_NUMBER_INSET - line.em * PAGE_NUMBER_SIZE
        x = self.left + (free if self.number % 2 else PAGE_NUMBER_INSET)
        middle = TEXT_BOTTOM - PAGE_NUMBER_BELOW
        self.pen.put_middle(line, x=x, middle=middle, size=PAGE_NUMBER_SIZE)

    def _footer(self) -> None:
        """Write what the office prints at the foot, on the side the page number leaves free."""
        footer = self._style.layout.footer.strip()
        if not footer:
            return
        odd = self.number % 2 == 1
        self.pen.write(
            footer,
            role=FontRole.SONG,
            box=Box(width=FOOTER_WIDTH, height=FOOTER_SIZE * 1.5, size=FOOTER_SIZE),
            x=self.left if odd else self.left + TEXT_WIDTH - FOOTER_WIDTH,
            middle=TEXT_BOTTOM - PAGE_NUMBER_BELOW,
            align=0.0 if odd else 1.0,
        )

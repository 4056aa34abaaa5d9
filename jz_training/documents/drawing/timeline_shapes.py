"""The shapes of a timeline, told apart in black and white: bars, diamonds, flags, texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing, Line, Polygon, Rect
from reportlab.lib.colors import Color, black, grey, lightgrey, white

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.drawing.shape_text import put_text
from jz_training.documents.fonts import Fonts
from jz_training.documents.fonts import Line as TextLine
from jz_training.documents.fonts.files import FontRole
from jz_training.domain.task import TaskState

BAR = 9.0

#: Between the strokes that hatch an overdue task.
HATCH = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineInk:
    """The colours of a timeline. The default is for black-and-white print."""

    text: Color = black
    line: Color = black
    grid: Color = lightgrey
    done: Color = grey
    open: Color = white


class Shapes:
    """Draws on one drawing, all shapes flat in it; what no font has is taken down."""

    def __init__(
        self, drawing: Drawing, *, fonts: Fonts, report: PaperReport, ink: TimelineInk
    ) -> None:
        self._drawing = drawing
        self._fonts, self._report = fonts, report
        self.ink = ink

    def bar(
        self, left: float, right: float, middle: float, state: TaskState, progress: int
    ) -> None:
        """Draw a bar: full when done, filled as far as it has come, hatched when overdue."""
        width = max(right - left, 2.0)
        share = 1.0 if state is TaskState.DONE else min(max(progress, 0), 100) / 100
        self._box(left, middle, width, self.ink.open)
        if state is TaskState.OVERDUE:
            self._hatch(left, left + width, middle)
        if share:
            self._box(left, middle, width * share, self.ink.done)

    def _box(self, left: float, middle: float, width: float, fill: Color) -> None:
        box = Rect(left, middle - BAR / 2, width, BAR)
        box.fillColor, box.strokeColor, box.strokeWidth = fill, self.ink.line, 0.6
        self._drawing.add(box)

    def _hatch(self, left: float, right: float, middle: float) -> None:
        x = left
        while x + BAR <= right:
            self.line(x, middle - BAR / 2, x + BAR, middle + BAR / 2, self.ink.line, 0.6)
            x += HATCH

    def diamond(self, x: float, middle: float, state: TaskState) -> None:
        """Draw the day a task is due by; full when done, crossed when overdue."""
        half = BAR * 0.62
        self._polygon((x - half, middle, x, middle + half, x + half, middle, x, middle - half),
                      state)  # fmt: skip
        if state is TaskState.OVERDUE:
            self.line(x - half, middle, x + half, middle, self.ink.line, 0.6)
            self.line(x, middle - half, x, middle + half, self.ink.line, 0.6)

    def flag(self, x: float, middle: float, state: TaskState) -> None:
        """Draw a beginning without an end."""
        half = BAR / 2
        self._polygon((x, middle - half, x + BAR, middle, x, middle + half), state)

    def _polygon(self, points: Sequence[float], state: TaskState) -> None:
        shape = Polygon(list(points))
        shape.fillColor = self.ink.done if state is TaskState.DONE else self.ink.open
        shape.strokeColor, shape.strokeWidth = self.ink.line, 0.8
        self._drawing.add(shape)

    def prepared(self, text: str) -> TextLine:
        """Prepare a text, taking down its face and missing characters."""
        self._report.note_role(FontRole.SONG, self._fonts)
        line = self._fonts.line(text, FontRole.SONG)
        self._report.note_missing(line, text)
        return line

    def line(
        self, x: float, y: float, to_x: float, to_y: float, colour: Color, width: float
    ) -> None:
        """Draw a straight line."""
        self._drawing.add(Line(x, y, to_x, to_y, strokeColor=colour, strokeWidth=width))

    def text(self, line: TextLine, *, x: float, middle: float, size: float) -> None:
        """Write a prepared text, its characters centred on the height `middle`."""
        put_text(self._drawing, line, x=x, middle=middle, size=size, colour=self.ink.text)

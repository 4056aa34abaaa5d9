"""Charts as reportlab drawings, for paper and screen alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing, Line, Rect
from reportlab.lib.colors import Color, black, grey, white

from jz_training.documents.drawing.fitting import LEADING, Box, Fitted, Fitter
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.drawing.shape_text import put_text
from jz_training.documents.fonts import Fonts
from jz_training.documents.fonts import Line as TextLine
from jz_training.documents.fonts.files import FontRole
from jz_training.labels import EXPECTED, PRESENT

LANE = 20.0
BAR = 11.0
LABEL_SIZE = 10.0
LEGEND_HEIGHT = 20.0
GAP = 6.0

#: Labels get at most this share of the width; longer ones go on two lines, then smaller.
LABEL_SHARE = 0.38


@dataclass(frozen=True, slots=True)
class Bar:
    """One lane of the chart: who, how many were expected, how many came, and words on it."""

    label: str
    expected: int
    present: int
    words: str


@dataclass(frozen=True, slots=True)
class ChartInk:
    """The colours of a chart. The default is for black-and-white print."""

    text: Color = black
    line: Color = black
    expected: Color = white
    present: Color = grey


def attendance_chart(
    bars: Sequence[Bar],
    *,
    width: float,
    fonts: Fonts,
    report: PaperReport | None = None,
    ink: ChartInk | None = None,
    role: FontRole = FontRole.SONG,
) -> Drawing:
    """Return horizontal bars of 应到 with 实到 inside, one lane each, in the order given.

    `width` is in points; the height follows from the number of bars. `role` is that of its words.
    """
    pen = ChartPen(fonts, report or PaperReport(), ink or ChartInk(), role)
    return _Lanes(pen).draw(bars, width)


class ChartPen:
    """What every chart is drawn with; all texts pass through it, so that none goes missing."""

    def __init__(self, fonts: Fonts, report: PaperReport, ink: ChartInk, role: FontRole) -> None:
        self.fonts = fonts
        self.report = report
        self.ink = ink
        self.role = role
        self.drawing = Drawing()

    def begin(self, width: float, height: float) -> None:
        """Begin a drawing of this size."""
        face = self.fonts.face(self.role).fontName
        self.drawing = Drawing(width, height, initialFontName=face)

    def line(self, text: str) -> TextLine:
        """Return a text as it is set; what no font has is taken down."""
        self.report.note_role(self.role, self.fonts)
        line = self.fonts.line(text, self.role)
        self.report.note_missing(line, text)
        return line

    def width(self, text: str) -> float:
        """Return how wide a text is in the size of labels."""
        return self.fonts.line(text, self.role).em * LABEL_SIZE

    def put(self, line: TextLine, *, x: float, middle: float, size: float = LABEL_SIZE) -> None:
        """Write a line, its middle at a height."""
        put_text(self.drawing, line, x=x, middle=middle, size=size, colour=self.ink.text)

    def rect(self, x: float, y: float, width: float, height: float, *, filled: bool) -> None:
        """Draw 实到 (filled) or 应到; nothing for no amount."""
        if width <= 0 or height <= 0:
            return
        made = Rect(x, y, width, height)
        made.fillColor = self.ink.present if filled else self.ink.expected
        made.strokeColor, made.strokeWidth = self.ink.line, 0.5
        self.drawing.add(made)

    def rule(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draw the line that the bars stand on."""
        self.drawing.add(Line(x1, y1, x2, y2, strokeColor=self.ink.line, strokeWidth=0.6))


class _Lanes:
    """Draws one chart; a label too long for its place is set smaller, and told when it is cut."""

    def __init__(self, pen: ChartPen) -> None:
        self._pen = pen
        self._fitter = Fitter(pen.fonts)

    def draw(self, bars: Sequence[Bar], width: float) -> Drawing:
        height = LEGEND_HEIGHT + LANE * len(bars) + 2
        self._pen.begin(width, height)
        labels = [self._label(bar, width * LABEL_SHARE) for bar in bars]
        room = max((self._extent(label) for label in labels), default=0.0)
        words = max((self._pen.width(bar.words) for bar in bars), default=0.0)
        left = room + GAP
        full = max(1, *(bar.expected for bar in bars)) if bars else 1
        scale = max(0.0, width - left - words - 2 * GAP) / full
        self._legend(left, height)
        for number, (bar, label) in enumerate(zip(bars, labels, strict=True)):
            middle = height - LEGEND_HEIGHT - LANE * (number + 0.5)
            self._lane(bar, label, left=left, middle=middle, scale=scale)
        foot = height - LEGEND_HEIGHT - LANE * len(bars)
        self._pen.rule(left, foot, left, height - LEGEND_HEIGHT)
        return self._pen.drawing

    def _lane(self, bar: Bar, label: Fitted, *, left: float, middle: float, scale: float) -> None:
        size = label.size
        up = (len(label.lines) - 1) * size * LEADING / 2
        for line in label.lines:
            x = left - GAP - line.em * size
            self._pen.put(line, x=x, middle=middle + up, size=size)
            up -= size * LEADING
        self._bar(left, middle, bar.expected * scale, filled=False)
        self._bar(left, middle, bar.present * scale, filled=True)
        x = left + max(bar.expected, bar.present) * scale + GAP
        self._pen.put(self._pen.line(bar.words), x=x, middle=middle)

    def _bar(self, left: float, middle: float, length: float, *, filled: bool) -> None:
        self._pen.rect(left, middle - BAR / 2, length, BAR, filled=filled)

    def _legend(self, left: float, height: float) -> None:
        x, middle = left, height - LEGEND_HEIGHT / 2 + 2
        for words, filled in ((EXPECTED, False), (PRESENT, True)):
            self._bar(x, middle, BAR * 1.6, filled=filled)
            x += BAR * 1.6 + 4
            line = self._pen.line(words)
            self._pen.put(line, x=x, middle=middle)
            x += line.em * LABEL_SIZE + 3 * GAP

    def _label(self, bar: Bar, room: float) -> Fitted:
        self._pen.line(bar.label)
        box = Box(width=room, height=LANE, size=LABEL_SIZE)
        fitted = self._fitter.fit((bar.label,), self._pen.role, box)
        if fitted.cut:
            self._pen.report.note_cut(bar.label)
        return fitted

    def _extent(self, fitted: Fitted) -> float:
        return max(line.em for line in fitted.lines) * fitted.size

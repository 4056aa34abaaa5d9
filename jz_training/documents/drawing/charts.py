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
    chart = _Chart(fonts, report or PaperReport(), ink or ChartInk(), role)
    return chart.draw(bars, width)


class _Chart:
    """Draws one chart; all texts pass through it, so that none is cut and none goes missing."""

    def __init__(
        self, fonts: Fonts, report: PaperReport, ink: ChartInk, role: FontRole = FontRole.SONG
    ) -> None:
        self._role = role
        self._fonts = fonts
        self._report = report
        self._ink = ink
        self._fitter = Fitter(fonts)
        self._drawing = Drawing()

    def draw(self, bars: Sequence[Bar], width: float) -> Drawing:
        height = LEGEND_HEIGHT + LANE * len(bars) + 2
        face = self._fonts.face(self._role).fontName
        self._drawing = Drawing(width, height, initialFontName=face)
        labels = [self._label(bar, width * LABEL_SHARE) for bar in bars]
        room = max((self._extent(label) for label in labels), default=0.0)
        words = max((self._width(bar.words) for bar in bars), default=0.0)
        left = room + GAP
        full = max(1, *(bar.expected for bar in bars)) if bars else 1
        scale = max(0.0, width - left - words - 2 * GAP) / full
        self._legend(left, height)
        for number, (bar, label) in enumerate(zip(bars, labels, strict=True)):
            middle = height - LEGEND_HEIGHT - LANE * (number + 0.5)
            self._lane(bar, label, left=left, middle=middle, scale=scale)
        foot = height - LEGEND_HEIGHT - LANE * len(bars)
        self._drawing.add(
            Line(
                left,
                foot,
                left,
                height - LEGEND_HEIGHT,
                strokeColor=self._ink.line,
                strokeWidth=0.6,
            )
        )
        return self._drawing

    def _lane(self, bar: Bar, label: Fitted, *, left: float, middle: float, scale: float) -> None:
        size = label.size
        up = (len(label.lines) - 1) * size * LEADING / 2
        for line in label.lines:
            x = left - GAP - line.em * size
            self._text(line, x=x, middle=middle + up, size=size)
            up -= size * LEADING
        self._bar(left, middle, bar.expected * scale, filled=False)
        self._bar(left, middle, bar.present * scale, filled=True)
        x = left + max(bar.expected, bar.present) * scale + GAP
        self._text(self._line(bar.words), x=x, middle=middle, size=LABEL_SIZE)

    def _bar(self, left: float, middle: float, length: float, *, filled: bool) -> None:
        if length <= 0:
            return
        bar = Rect(left, middle - BAR / 2, length, BAR)
        bar.fillColor = self._ink.present if filled else self._ink.expected
        bar.strokeColor, bar.strokeWidth = self._ink.line, 0.5
        self._drawing.add(bar)

    def _legend(self, left: float, height: float) -> None:
        x, middle = left, height - LEGEND_HEIGHT / 2 + 2
        for words, filled in ((EXPECTED, False), (PRESENT, True)):
            self._bar(x, middle, BAR * 1.6, filled=filled)
            x += BAR * 1.6 + 4
            line = self._line(words)
            self._text(line, x=x, middle=middle, size=LABEL_SIZE)
            x += line.em * LABEL_SIZE + 3 * GAP

    def _label(self, bar: Bar, room: float) -> Fitted:
        self._line(bar.label)
        box = Box(width=room, height=LANE, size=LABEL_SIZE)
        fitted = self._fitter.fit((bar.label,), self._role, box)
        if fitted.cut:
            self._report.note_cut(bar.label)
        return fitted

    def _line(self, text: str) -> TextLine:
        self._report.note_role(self._role, self._fonts)
        line = self._fonts.line(text, self._role)
        self._report.note_missing(line, text)
        return line

    def _width(self, text: str) -> float:
        return self._line(text).em * LABEL_SIZE

    def _extent(self, fitted: Fitted) -> float:
        return max(line.em for line in fitted.lines) * fitted.size

    def _text(self, line: TextLine, *, x: float, middle: float, size: float) -> None:
        put_text(self._drawing, line, x=x, middle=middle, size=size, colour=self._ink.text)

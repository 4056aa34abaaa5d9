"""Months as columns: 应到 with 实到 inside, for paper and screen alike."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.graphics.shapes import Drawing, Line, Rect

from jz_training.documents.drawing.charts import LABEL_SIZE, Bar, ChartInk
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.drawing.shape_text import put_text
from jz_training.documents.fonts import Fonts
from jz_training.documents.fonts.files import FontRole
from jz_training.labels import EXPECTED, PRESENT

HEIGHT = 150.0
FOOT, HEAD = 18.0, 34.0
WIDEST = 34.0
GAP = 4.0


def month_chart(
    bars: Sequence[Bar],
    *,
    width: float,
    fonts: Fonts,
    report: PaperReport | None = None,
    ink: ChartInk | None = None,
    role: FontRole = FontRole.SONG,
) -> Drawing:
    """Return a column for each bar, in the order given; `words` stand above it.

    `width` is in points; every other label is left out where they would run into each other.
    """
    return _Months(fonts, report or PaperReport(), ink or ChartInk(), role).draw(bars, width)


class _Months:
    """Draws one chart."""

    def __init__(self, fonts: Fonts, report: PaperReport, ink: ChartInk, role: FontRole) -> None:
        self._fonts, self._report, self._ink, self._role = fonts, report, ink, role
        self._drawing = Drawing()

    def draw(self, bars: Sequence[Bar], width: float) -> Drawing:
        face = self._fonts.face(self._role).fontName
        self._drawing = Drawing(width, HEIGHT, initialFontName=face)
        self._legend()
        full = max((bar.expected for bar in bars), default=0) or 1
        step = min(width / max(1, len(bars)), 3 * WIDEST)
        scale = (HEIGHT - FOOT - HEAD) / full
        words = max((self._width(bar.words) for bar in bars), default=0.0)
        labels = max((self._width(bar.label) for bar in bars), default=0.0)
        for at, bar in enumerate(bars):
            middle = (at + 0.5) * step
            self._column(middle, min(WIDEST, step * 0.6), bar, scale)
            if at % self._every(words, step) == 0:
                above = FOOT + max(bar.expected, bar.present) * scale + LABEL_SIZE * 0.7
                self._centred(bar.words, middle, above)
            if at % self._every(labels, step) == 0:
                self._centred(bar.label, middle, FOOT / 2)
        line = Line(0, FOOT, max(step * len(bars), 1), FOOT)
        line.strokeColor, line.strokeWidth = self._ink.line, 0.6
        self._drawing.add(line)
        return self._drawing

    def _column(self, middle: float, wide: float, bar: Bar, scale: float) -> None:
        for amount, filled in ((bar.expected, False), (bar.present, True)):
            self._rect(middle - wide / 2, FOOT, wide, amount * scale, filled=filled)

    def _rect(self, x: float, y: float, wide: float, high: float, *, filled: bool) -> None:
        if high <= 0:
            return
        made = Rect(x, y, wide, high)
        made.fillColor = self._ink.present if filled else self._ink.expected
        made.strokeColor, made.strokeWidth = self._ink.line, 0.5
        self._drawing.add(made)

    def _legend(self) -> None:
        x = 0.0
        for word, filled in ((EXPECTED, False), (PRESENT, True)):
            self._rect(x, HEIGHT - 13, 16, 9, filled=filled)
            self._text(word, x + 20, HEIGHT - 8.5)
            x += 20 + self._width(word) + 16

    def _every(self, widest: float, step: float) -> int:
        return max(1, -int(-(widest + GAP) // step))

    def _centred(self, text: str, middle: float, height: float) -> None:
        self._text(text, max(0.0, middle - self._width(text) / 2), height)

    def _text(self, text: str, x: float, middle: float) -> None:
        line = self._fonts.line(text, self._role)
        self._report.note_role(self._role, self._fonts)
        self._report.note_missing(line, text)
        put_text(self._drawing, line, x=x, middle=middle, size=LABEL_SIZE, colour=self._ink.text)

    def _width(self, text: str) -> float:
        return self._fonts.line(text, self._role).em * LABEL_SIZE

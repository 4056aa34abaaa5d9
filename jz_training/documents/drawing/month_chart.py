"""Months as columns: 应到 with 实到 inside, for paper and screen alike."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.graphics.shapes import Drawing

from jz_training.documents.drawing.charts import LABEL_SIZE, Bar, ChartInk, ChartPen
from jz_training.documents.drawing.paper_report import PaperReport
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
    pen = ChartPen(fonts, report or PaperReport(), ink or ChartInk(), role)
    return _Months(pen).draw(bars, width)


class _Months:
    """Draws one chart."""

    def __init__(self, pen: ChartPen) -> None:
        self._pen = pen

    def draw(self, bars: Sequence[Bar], width: float) -> Drawing:
        self._pen.begin(width, HEIGHT)
        self._legend()
        full = max((bar.expected for bar in bars), default=0) or 1
        step = min(width / max(1, len(bars)), 3 * WIDEST)
        scale = (HEIGHT - FOOT - HEAD) / full
        words = max((self._pen.width(bar.words) for bar in bars), default=0.0)
        labels = max((self._pen.width(bar.label) for bar in bars), default=0.0)
        for at, bar in enumerate(bars):
            middle = (at + 0.5) * step
            self._column(middle, min(WIDEST, step * 0.6), bar, scale)
            if at % self._every(words, step) == 0:
                above = FOOT + max(bar.expected, bar.present) * scale + LABEL_SIZE * 0.7
                self._centred(bar.words, middle, above)
            if at % self._every(labels, step) == 0:
                self._centred(bar.label, middle, FOOT / 2)
        self._pen.rule(0, FOOT, max(step * len(bars), 1), FOOT)
        return self._pen.drawing

    def _column(self, middle: float, wide: float, bar: Bar, scale: float) -> None:
        for amount, filled in ((bar.expected, False), (bar.present, True)):
            self._pen.rect(middle - wide / 2, FOOT, wide, amount * scale, filled=filled)

    def _legend(self) -> None:
        x = 0.0
        for word, filled in ((EXPECTED, False), (PRESENT, True)):
            self._pen.rect(x, HEIGHT - 13, 16, 9, filled=filled)
            self._pen.put(self._pen.line(word), x=x + 20, middle=HEIGHT - 8.5)
            x += 20 + self._pen.width(word) + 16

    def _every(self, widest: float, step: float) -> int:
        return max(1, -int(-(widest + GAP) // step))

    def _centred(self, text: str, middle: float, height: float) -> None:
        x = max(0.0, middle - self._pen.width(text) / 2)
        self._pen.put(self._pen.line(text), x=x, middle=height)

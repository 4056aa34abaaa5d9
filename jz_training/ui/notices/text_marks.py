"""The marks on a notice's text: which words they cover, and how they are painted behind them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextDocument

from jz_training.ui.style.look import theme
from jz_training.ui.style.theme import Tone

#: How far a tint reaches beyond the letters, above and below.
_BEYOND = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words of the text with a meaning: `start`–`end` are places in the notice's text.

    `words` say it in the tooltip. `tone` is the state of an obligation; None is a place nobody
    sorted yet, which is only underlined.
    """

    key: Hashable
    start: int
    end: int
    words: str = ""
    tone: Tone | None = None


class Places:
    """Turns places of a Python text into those of a Qt document (UTF-16) and back."""

    def __init__(self, text: str) -> None:
        self._wide = [at for at, letter in enumerate(text) if ord(letter) > 0xFFFF]

    def to_qt(self, at: int) -> int:
        """Return the document's position of a place in the text."""
        return at + sum(wide < at for wide in self._wide)

    def from_qt(self, position: int) -> int:
        """Return the place in the text of a position in the document."""
        before = 0
        for wide in self._wide:
            if wide + before >= position:
                break
            before += 1
        return position - before


def marks_at(marks: Sequence[Mark], at: int) -> list[Mark]:
    """Return the marks over a place, the shortest first: it is what the eye picks."""
    over = [mark for mark in marks if mark.start <= at < mark.end]
    return sorted(over, key=lambda mark: mark.end - mark.start)


def line_boxes(document: QTextDocument, start: int, end: int) -> Iterator[QRectF]:
    """Yield the boxes, one a line, around the letters between two positions of a document."""
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        yield from _boxes_in(block, start - block.position(), end - block.position())
        block = block.next()


def _boxes_in(block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
    layout = block.layout()
    origin = layout.position()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first >= last:
            continue
        left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
        letters = line.ascent() + line.descent()
        top = origin.y() + line.y() + line.height() - letters
        yield QRectF(origin.x() + left, top, right - left, letters)


def _x(found: object) -> float:
    """Return the x of `cursorToX`, which hands back the cursor as well in some bindings."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


def paint_mark(painter: QPainter, boxes: Sequence[QRectF], tone: Tone | None) -> None:
    """Paint a tint behind words; dashes around what has not begun, dots under what is unsorted."""
    roles = theme().roles
    for box in boxes:
        if tone is None:
            painter.setPen(QPen(QColor(roles.amber), 1.5, Qt.PenStyle.DotLine))
            painter.drawLine(box.bottomLeft(), box.bottomRight())
            continue
        tint = roles.grey_tint if tone is Tone.DASHED else roles.tone(tone)[1]
        painter.setPen(_dashes() if tone is Tone.DASHED else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint))
        painter.drawRoundedRect(_around(box), 2, 2)


def paint_frame(painter: QPainter, boxes: Sequence[QRectF], tone: Tone | None) -> None:
    """Paint the frame around the words that are chosen."""
    roles = theme().roles
    text = roles.amber if tone is None else roles.tone(tone)[0]
    painter.setPen(QPen(QColor(text), 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for box in boxes:
        painter.drawRoundedRect(_around(box).adjusted(-1, -0.5, 1, 0.5), 3, 3)


def _dashes() -> QPen:
    pen = QPen(QColor(theme().roles.outline), 1, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([3, 2])
    return pen


def _around(box: QRectF) -> QRectF:
    return box.adjusted(0, -_BEYOND + 2, 0, _BEYOND - 2)

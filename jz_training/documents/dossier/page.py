"""The page that the dossier's own leaves share: A4 upright, an upper edge left to the number."""

from __future__ import annotations

from collections.abc import Callable

from jz_training.documents.drawing.fitting import Box
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.drawing.pen import MM, Pen, finish, new_canvas
from jz_training.documents.fonts import Fonts
from jz_training.documents.fonts.files import FontRole

WIDTH, HEIGHT = 210 * MM, 297 * MM
LEFT, RIGHT = 25 * MM, WIDTH - 25 * MM
TOP, BOTTOM = HEIGHT - 22 * MM, 20 * MM


class Drawing:
    """What every leaf is drawn with: faces, and the list of what could not be written."""

    def __init__(self, *, author: str, fonts: Fonts, report: PaperReport) -> None:
        self.author = author
        self.fonts = fonts
        self.report = report

    def leaf(self, title: str, draw: Callable[[Pen], None]) -> bytes:
        """Return a document that `draw` fills; it ends all of its pages but the last itself."""
        canvas, buffer = new_canvas(
            title=title, author=self.author, subject="学习档案", fonts=self.fonts
        )
        draw(Pen(canvas, fonts=self.fonts, report=self.report))
        canvas.showPage()
        return finish(canvas, buffer)


def put(
    pen: Pen,
    text: str,
    role: FontRole,
    size: float,
    *,
    middle: float,
    height: float,
    align: float = 0.0,
    left: float = LEFT,
    right: float = RIGHT,
) -> None:
    """Write a text in a band; must be inside `pen.writing()`."""
    box = Box(width=right - left, height=height, size=size)
    pen.write(text, role=role, box=box, x=left, middle=middle, align=align)

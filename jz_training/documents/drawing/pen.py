"""Text on a reportlab canvas: every text is fitted, encoded and remembered once per document.

reportlab's own text object measures and splits a text each time it is drawn; names of units and
posts come a thousand times in a batch of sheets (speed.md §4).
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Any

from reportlab import rl_config
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from jz_training.documents.drawing.fitting import LEADING, Box, Fitter
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts, Line, storable
from jz_training.documents.fonts.files import FontRole

MM = 72 / 25.4

#: Held while a file is put together: its subsets are cut from faces that all files share, which
#: reportlab reads as one reads a tape (a place that is moved on).
_WRITING = Lock()

#: From the baseline to the middle of a Chinese character, as a share of the size.
MIDDLE = 0.38

#: Stroke added around the title's glyphs where 小标宋 is not installed, as a share of the size.
TITLE_STROKE = 0.02


@dataclass(frozen=True, slots=True)
class _Setting:
    """A fitted text as drawn: for each line how far right of the box's edge and above its middle
    it stands, and the operators that show it. `lacks` tells that 〓 is among them."""

    lines: tuple[tuple[float, float, str], ...]
    lacks: bool


class Pen:
    """Writes on one canvas in the faces of `fonts` and takes down what it could not write.

    Coordinates are points from the lower left corner, as in PDF.
    """

    def __init__(self, canvas: Canvas, *, fonts: Fonts, report: PaperReport) -> None:
        self.canvas = canvas
        self.fonts = fonts
        self.report = report
        self._fitter = Fitter(fonts)
        self._operators: list[str] = []
        self._setting = lru_cache(maxsize=32_768)(self._set)  # the people of a large union
        self._lacks = False

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Collect everything written inside into one text object."""
        self._operators = ["BT"]
        self._lacks = False
        yield
        self._operators.append("ET")
        self.canvas.addLiteral("\n".join(self._operators))

    @property
    def lacks(self) -> bool:
        """Tell whether a character had to be left to 〓 since `writing` began."""
        return self._lacks

    def line(self, text: str, role: FontRole) -> Line:
        """Prepare a text, taking down its face and missing characters."""
        self.report.note_role(role, self.fonts)
        line = self.fonts.line(text, role)
        if line.missing:
            self.report.note_missing(line, text)
        return line

    def put(self, line: Line, *, x: float, y: float, size: float, spacing: float = 0.0) -> None:
        """Write a prepared line from x on the baseline y; `spacing` is added to each advance."""
        shown = self._encode(line, size)
        if spacing:
            shown = f"{spacing:.4f} Tc {shown} 0 Tc"
        self._operators.append(f"1 0 0 1 {x:.3f} {y:.3f} Tm {shown}")

    def put_apart(self, line: Line, *, x: float, y: float, size: float, step: float) -> None:
        """Write a prepared line of full-width characters, each `step` right of the one before.

        Every change of font is placed anew: readers differ in whether the step goes before it.
        """
        self._operators.append(f"{step - size:.4f} Tc")
        for shown, count in self._pieces(line, size):
            self._operators.append(f"1 0 0 1 {x:.3f} {y:.3f} Tm {shown}")
            x += count * step
        self._operators.append("0 Tc")

    def put_middle(self, line: Line, *, x: float, middle: float, size: float) -> None:
        """Write a prepared line from x, its characters centred on the height `middle`."""
        self.put(line, x=x, y=middle - size * MIDDLE, size=size)

    def write(
        self,
        *parts: str,
        role: FontRole,
        box: Box,
        x: float,
        middle: float,
        align: float = 0.0,
    ) -> None:
        """Fit parts into a box from x, centred on `middle`; align 0 left, 0.5 centred, 1 right.

        Each part begins a line. What is missing or cut is taken down.
        """
        setting = self._setting(parts, role, box, align)
        self._lacks |= setting.lacks
        for right, up, operators in setting.lines:
            self._operators.append(f"1 0 0 1 {x + right:.3f} {middle + up:.3f} Tm {operators}")

    @contextmanager
    def thickened(self, role: FontRole, size: float) -> Iterator[None]:
        """Thicken what is written inside, where the face of the role needs it."""
        if not self.fonts.needs_weight(role):
            yield
            return
        self._operators.append(f"{size * TITLE_STROKE:.3f} w 2 Tr")
        yield
        self._operators.append("0 Tr")

    @contextmanager
    def narrowed(self, share: float) -> Iterator[None]:
        """Set what is written inside to this share of its width, its height unchanged."""
        self._operators.append(f"{share * 100:.2f} Tz")
        yield
        self._operators.append("100 Tz")

    def _set(self, parts: tuple[str, ...], role: FontRole, box: Box, align: float) -> _Setting:
        self.report.note_role(role, self.fonts)
        fitted = self._fitter.fit(parts, role, box)
        if fitted.cut:
            self.report.note_cut(" ".join(parts))
        size = fitted.size
        up = (len(fitted.lines) - 1) * size * LEADING / 2 - size * MIDDLE
        lines = []
        for line in fitted.lines:
            self.report.note_missing(line, " ".join(parts))
            right = (box.width - line.em * size) * align
            lines.append((right, up, self._encode(line, size)))
            up -= size * LEADING
        return _Setting(tuple(lines), any(line.missing for line in fitted.lines))

    def _encode(self, line: Line, size: float) -> str:
        """Return the operators that show a line."""
        return " ".join(shown for shown, _ in self._pieces(line, size))

    def _pieces(self, line: Line, size: float) -> Iterator[tuple[str, int]]:
        """Yield the operators that show a line's runs, split by reportlab into subsets, and how
        many characters each shows."""
        document: Any = self.canvas._doc  # type: ignore[attr-defined]  # where subsets are kept
        for run in line.runs:
            font: Any = pdfmetrics.getFont(run.face)
            for subset, codes in font.splitString(run.text, document):
                name = font.getSubsetInternalName(subset, document)
                yield f"{name} {size:g} Tf ({escapePDF(codes)}) Tj", len(codes)


def new_canvas(
    *, title: str, author: str, subject: str, fonts: Fonts, on_its_side: bool = False
) -> tuple[Canvas, io.BytesIO]:
    """Return an A4 canvas on a buffer. It carries no clock: the same drawing, the same bytes.

    A first face of our own keeps Helvetica, which would not be embedded, out of the file.
    """
    buffer = io.BytesIO()
    rl_config.useA85 = 0  # streams are binary: ASCII85 would add a quarter
    canvas = Canvas(
        buffer,
        pagesize=landscape(A4) if on_its_side else A4,
        invariant=1,
        pageCompression=1,
        initialFontName=fonts.face(FontRole.SONG).fontName,  # type: ignore[arg-type]  # a str
        lang="zh-CN",
    )
    canvas.setTitle(storable(title))
    canvas.setAuthor(storable(author))
    canvas.setSubject(storable(subject))
    canvas.setCreator("jz-training")
    return canvas, buffer


class _Offsets(dict[str, int]):
    """Where each object of a file stands; somebody is told whenever one more is written."""

    def __init__(self, step: Callable[[], object]) -> None:
        super().__init__()
        self._step = step

    def __setitem__(self, name: str, offset: int) -> None:
        self._step()
        super().__setitem__(name, offset)


def finish(canvas: Canvas, buffer: io.BytesIO, step: Callable[[], object] | None = None) -> bytes:
    """Close a canvas and return the file. One file at a time is put together.

    `step` is called with every object that is written; a long file is given up when it raises.
    """
    if step is not None:
        canvas._doc.idToOffset = _Offsets(step)  # type: ignore[attr-defined]
    with _WRITING:
        canvas.save()
    return buffer.getvalue()

"""What an office adjusted of its sign-in sheet (版式): words, columns that are left out, a picture.

Corner marks, page codes and lines of the table are no matter of taste: they stay where they are.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

from reportlab.lib.utils import ImageReader

from jz_training.documents.drawing.pen import MM, Pen
from jz_training.documents.listing.adjusting import adjusted_title, signature_places
from jz_training.documents.sheet.frame import from_top
from jz_training.domain.paper_style import AS_MADE, PaperLayout
from jz_training.domain.sheet_geometry import SheetField
from jz_training.domain.sheet_paper import LEFT, SheetPaper

#: Who signs: the first at the foot of every page, the others below the totals.
SIGNATURES = ("签到负责人", "记录人", "审核人")

#: The columns a sheet can do without; number, name and signature are what it is for.
OPTIONAL = (SheetField.UNIT, SheetField.POST, SheetField.NOTE)

#: The picture stands at the left of the title, clear of the corner mark, in mm.
LOGO_LEFT, LOGO_TOP, LOGO_WIDTH, LOGO_HEIGHT = LEFT + 4.0, 13.0, 34.0, 13.0


@dataclass(frozen=True, slots=True)
class SheetDress:
    """The layout of one kind of paper, as a sign-in sheet understands it."""

    layout: PaperLayout = AS_MADE.layout

    def title(self, ours: str) -> str:
        """Return the title; {title} in the office's stands for ours."""
        return adjusted_title(ours, self.layout)

    @property
    def left_out(self) -> frozenset[SheetField]:
        """Return the columns that are not printed."""
        shown = {one.key for one in self.layout.columns}
        return frozenset(field for field in OPTIONAL if shown and field.value not in shown)

    @property
    def page_signer(self) -> str:
        """Return who signs at the foot of every page, empty for nobody."""
        return next(iter(self._signers), "")

    @property
    def signers(self) -> tuple[str, ...]:
        """Return who signs below the totals."""
        return self._signers[1:]

    @property
    def footer(self) -> str:
        """Return what is printed at the foot of every page."""
        return self.layout.footer.strip()

    @property
    def _signers(self) -> tuple[str, ...]:
        return signature_places(SIGNATURES, self.layout)


def draw_logo(pen: Pen, content: bytes | None) -> float:
    """Draw the office's picture; return how much of the title's line, in mm, it takes.

    Raises OSError when it cannot be read.
    """
    if content is None:
        return 0.0
    image = ImageReader(io.BytesIO(content))
    wide, high = image.getSize()
    scale = min(LOGO_WIDTH / wide, LOGO_HEIGHT / high)
    bottom = from_top(LOGO_TOP + (LOGO_HEIGHT + high * scale) / 2)
    pen.canvas.drawImage(
        image, LOGO_LEFT * MM, bottom,
        width=wide * scale * MM, height=high * scale * MM, mask="auto",
    )  # fmt: skip
    return wide * scale + 2.0


def title_edges(paper: SheetPaper, *, inside: float, logo: float) -> tuple[float, float]:
    """Return the left and right edge of the title in mm, in the middle of the page."""
    return LEFT + inside + logo, paper.right - inside - logo

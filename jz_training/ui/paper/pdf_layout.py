"""Where the pages of a preview stand: one below the other, in the middle, on whole pixels."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF

from jz_training.ui.paper.pdf_pages import PageSize

#: Between pages and around them.
GAP = 16

#: Logical pixels per point at 100 %: a logical inch has 96 pixels, a real one 72 points.
FULL = 96 / 72


@dataclass(frozen=True, slots=True)
class Anchor:
    """A point of a page, in shares of its size, so that it can be found again after zooming."""

    page: int
    x: float
    y: float


class PdfLayout:
    """The places of all pages for one size of the view. Lengths in logical pixels."""

    def __init__(self, sizes: tuple[PageSize, ...]) -> None:
        self._sizes = sizes
        self.scale = FULL
        self.ratio = 1.0
        self.rects: list[QRectF] = []
        self.size = QSizeF()

    @property
    def count(self) -> int:
        """Return the number of pages."""
        return len(self._sizes)

    def arrange(self, view: QSize, *, factor: float | None, whole_page: bool, ratio: float) -> None:
        """Place the pages for a zoom factor, or as wide (or as high) as the view."""
        if not self._sizes:
            return
        self.ratio = ratio
        self.scale = factor * FULL if factor is not None else self._fitting(view, whole_page)
        widest = max(self._logical(page).width() for page in range(self.count))
        width = max(view.width(), widest + 2 * GAP)
        self.rects, y = [], float(GAP)
        for page in range(self.count):
            size = self._logical(page)
            self.rects.append(QRectF(self._snap((width - size.width()) / 2), self._snap(y),
                                     size.width(), size.height()))  # fmt: skip
            y += size.height() + GAP
        self.size = QSizeF(width, y)

    def pixels(self, page: int) -> tuple[int, int]:
        """Return how large a page is drawn in device pixels."""
        size, scale = self._sizes[page], self.scale * self.ratio
        return max(1, round(size.width * scale)), max(1, round(size.height * scale))

    def page_at(self, y: float) -> int:
        """Return the page, from 1, at a height of the whole; 0 when there is none."""
        for page, rect in enumerate(self.rects, start=1):
            if y < rect.bottom() + GAP:
                return page
        return len(self.rects)

    def anchor(self, point: QPointF) -> Anchor | None:
        """Return which point of which page stands at a point of the whole."""
        page = self.page_at(point.y()) - 1
        if page < 0:
            return None
        rect = self.rects[page]
        return Anchor(page, (point.x() - rect.x()) / rect.width(),
                      (point.y() - rect.y()) / rect.height())  # fmt: skip

    def place(self, anchor: Anchor) -> QPointF:
        """Return where a point of a page stands now."""
        rect = self.rects[min(anchor.page, len(self.rects) - 1)]
        return QPointF(rect.x() + anchor.x * rect.width(), rect.y() + anchor.y * rect.height())

    def _logical(self, page: int) -> QSizeF:
        width, height = self.pixels(page)
        return QSizeF(width / self.ratio, height / self.ratio)

    def _fitting(self, view: QSize, whole_page: bool) -> float:
        wide = (view.width() - 2 * GAP) / max(size.width for size in self._sizes)
        high = (view.height() - 2 * GAP) / max(size.height for size in self._sizes)
        return max(0.1, min(wide, high) if whole_page else wide)

    def _snap(self, length: float) -> float:
        return round(length * self.ratio) / self.ratio

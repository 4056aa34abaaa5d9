"""How large a preview is drawn and which page is in sight: the left part of its line."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from jz_training.ui.paper.pdf_view import Fit, PdfView
from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import ElidedLabel, button, plain_tip
from jz_training.ui.widgets.segmented import Segmented

_FITS = (("width", "适合宽度"), ("page", "适合整页"), ("full", "100%"))


class ZoomLine(QWidget):
    """适合宽度, 适合整页, 100 %, smaller, larger, and the page in sight."""

    def __init__(self, view: PdfView) -> None:
        super().__init__()
        self._view = view
        self.fits = Segmented(_FITS)
        self.smaller, self.larger = button("", "quiet"), button("", "quiet")
        for made, name, tip in (
            (self.smaller, "zoom-out", "缩小（Ctrl+-）"),
            (self.larger, "zoom-in", "放大（Ctrl++）"),
        ):
            set_icon(made, name)
            plain_tip(made, tip)
            made.setAccessibleName(tip)
        self.place = ElidedLabel("", "small")
        self.place.setMinimumWidth(theme().sizes.of(112))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for widget in (self.fits, self.smaller, self.larger):
            line.addWidget(widget)
        line.addWidget(self.place, 1)
        self._connect()

    def _connect(self) -> None:
        self.fits.chosen.connect(self.fit)
        self.smaller.clicked.connect(lambda: self._view.zoom_by(-1))
        self.larger.clicked.connect(lambda: self._view.zoom_by(1))
        self._view.moved.connect(self._show_place)
        self._view.zoomed.connect(self._show_zoom)

    def fit(self, key: str) -> None:
        """Draw the pages as a choice says."""
        if key == "full":
            self._view.zoom_to(1.0)
        else:
            self._view.fit(Fit.WIDTH if key == "width" else Fit.PAGE)

    def _show_zoom(self, words: str) -> None:
        self._show_place(self._view.page, self._view.pages)
        key = {word: key for key, word in _FITS}.get(words)
        if key is None:
            self.fits.clear()
        else:
            self.fits.set_value(key)

    def _show_place(self, page: int, pages: int) -> None:
        words = f"第 {page}/{pages} 页　{self._view.scale:.0%}" if pages else ""
        self.place.setText(words)

"""The preview: the PDF itself, page below page, sharp at every zoom and scaling."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea

from jz_training.ui.paper.pdf_layout import PdfLayout
from jz_training.ui.paper.pdf_renderer import BAND, Band, PdfRenderer, Sizes
from jz_training.ui.style.fonts import ui_font
from jz_training.ui.style.look import theme

STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)


class Fit(Enum):
    """How large the pages are drawn when no zoom is chosen."""

    WIDTH = "适合宽度"
    PAGE = "适合整页"


class PdfView(QAbstractScrollArea):
    """Shows a PDF. Ctrl+wheel, Ctrl++ and Ctrl+- zoom; PgUp, PgDn, Home, End move.

    Signals: moved(int, int): the page in sight, from 1, and the number of pages;
    zoomed(str): the zoom in words.
    """

    moved = Signal(int, int)
    zoomed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._renderer: PdfRenderer | None = None
        self._layout = PdfLayout(())
        self._zoom: Fit | float = Fit.WIDTH
        self._message = ""
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("预览")
        self.verticalScrollBar().valueChanged.connect(lambda _: self._tell_page())

    # --- for the page --------------------------------------------------------------------------

    def show_pdf(self, data: bytes) -> None:
        """Show another PDF; the place in the document is kept."""
        self.clear("正在生成预览…")
        self._renderer = PdfRenderer(data)
        self._renderer.opened.connect(self._take_sizes)
        self._renderer.failed.connect(lambda: self._say("无法显示这份文件。"))
        self._renderer.ready.connect(self.viewport().update)
        self._renderer.open()

    def clear(self, message: str = "") -> None:
        """Show nothing but a sentence."""
        if self._renderer is not None:
            self._renderer.close()
            self._renderer = None
        self._say(message)

    @property
    def pages(self) -> int:
        """Return the number of pages."""
        return self._layout.count

    @property
    def page(self) -> int:
        """Return the page in sight, from 1; 0 when there is none."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        return self._layout.page_at(middle)

    @property
    def scale(self) -> float:
        """Return the zoom as a factor of the size on paper."""
        return self._layout.scale * 72 / 96

    @property
    def is_sharp(self) -> bool:
        """Tell whether everything in sight is drawn at its own size."""
        renderer = self._renderer
        bands = [band for band, _ in self._bands_in_sight()]
        return bool(bands) and renderer is not None and all(map(renderer.picture, bands))

    def fit(self, fit: Fit) -> None:
        """Draw pages as wide, or as high, as the view."""
        self._zoom = fit
        self._arrange()

    def zoom_to(self, factor: float, *, around: QPointF | None = None) -> None:
        """Draw pages at a factor of their size on paper, keeping a point in its place."""
        self._zoom = min(STEPS[-1], max(STEPS[0], factor))
        self._arrange(around)

    def zoom_by(self, steps: int, *, around: QPointF | None = None) -> None:
        """Go to the next larger or smaller zoom."""
        scale = self.scale
        if steps > 0:
            wanted = next((step for step in STEPS if step > scale + 0.005), STEPS[-1])
        else:
            wanted = next((step for step in reversed(STEPS) if step < scale - 0.005), STEPS[0])
        self.zoom_to(wanted, around=around)

    def go_to(self, page: int) -> None:
        """Bring a page, from 1, into sight."""
        if 1 <= page <= self.pages:
            self.verticalScrollBar().setValue(int(self._layout.rects[page - 1].top() - 16))

    # --- arranging -----------------------------------------------------------------------------

    def _say(self, message: str) -> None:
        self._message = message
        self.viewport().update()

    def _take_sizes(self, sizes: Sizes) -> None:
        self._message = ""
        self._layout = PdfLayout(sizes)
        self._arrange()

    def _arrange(self, around: QPointF | None = None) -> None:
        view = self.viewport().size()
        point = around or QPointF(view.width() / 2, view.height() / 2)
        anchor = self._layout.anchor(point + self._offset())
        factor = self._zoom if isinstance(self._zoom, float) else None
        self._layout.arrange(
            view, factor=factor, whole_page=self._zoom is Fit.PAGE, ratio=self.devicePixelRatioF()
        )
        self._set_bars()
        if anchor is not None:
            moved = self._layout.place(anchor) - point
            self.horizontalScrollBar().setValue(round(moved.x()))
            self.verticalScrollBar().setValue(round(moved.y()))
        words = self._zoom.value if isinstance(self._zoom, Fit) else f"{self.scale:.0%}"
        self.zoomed.emit(words)
        self._tell_page()
        self.viewport().update()

    def _set_bars(self) -> None:
        view, whole = self.viewport().size(), self._layout.size
        for bar, inner, outer in (
            (self.horizontalScrollBar(), whole.width(), view.width()),
            (self.verticalScrollBar(), whole.height(), view.height()),
        ):
            bar.setRange(0, max(0, round(inner) - outer))
            bar.setPageStep(outer)
            bar.setSingleStep(48)

    def _tell_page(self) -> None:
        if self.pages:
            self.moved.emit(self.page, self.pages)

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(theme().roles.ground))
        if self._message:
            self._paint_message(painter)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page, rect in self._pages_in_sight():
            self._paint_page(painter, page, rect)
        bands = self._bands_in_sight()
        for band, place in bands:
            picture = self._renderer.picture(band) if self._renderer else None
            if picture is not None:
                painter.drawImage(place, picture)
        if self._renderer is not None:
            self._renderer.want(band for band, _ in bands)

    def _paint_message(self, painter: QPainter) -> None:
        painter.setFont(ui_font(theme().sizes.text))
        painter.setPen(QColor(theme().roles.secondary))
        painter.drawText(self.viewport().rect(), int(Qt.AlignmentFlag.AlignCenter), self._message)

    def _paint_page(self, painter: QPainter, page: int, rect: QRectF) -> None:
        """Paint paper (white in the dark too: it is paper) and what there is of another size."""
        painter.fillRect(rect, Qt.GlobalColor.white)
        painter.setPen(QColor(theme().roles.hairline))
        painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))
        width, _ = self._layout.pixels(page)
        for band, picture in self._renderer.pictures_of(page) if self._renderer else ():
            if band.width != width:
                share = rect.height() / band.height
                place = QRectF(rect.x(), rect.y() + band.top * share, rect.width(),
                               band.rows * share)  # fmt: skip
                painter.drawImage(place, picture)

    def _pages_in_sight(self) -> list[tuple[int, QRectF]]:
        view = QRectF(self.viewport().rect()).translated(self._offset())
        return [
            (page, rect.translated(-self._offset()))
            for page, rect in enumerate(self._layout.rects)
            if rect.intersects(view)
        ]

    def _bands_in_sight(self) -> list[tuple[Band, QRectF]]:
        view, ratio = QRectF(self.viewport().rect()), self._layout.ratio
        found = []
        for page, rect in self._pages_in_sight():
            width, height = self._layout.pixels(page)
            for at in range(-(-height // BAND)):
                band = Band(page, width, height, at)
                place = QRectF(rect.x(), rect.y() + band.top / ratio, width / ratio,
                               band.rows / ratio)  # fmt: skip
                if place.intersects(view):
                    found.append((band, place))
        return found

    # --- moving --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._renderer is not None:
            self._renderer.rest()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = 1 if event.angleDelta().y() > 0 else -1
            self.zoom_by(steps, around=event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal) and control:
            self.zoom_by(1)
        elif event.key() == Qt.Key.Key_Minus and control:
            self.zoom_by(-1)
        elif event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

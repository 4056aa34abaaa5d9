"""Renders bands of pages on a thread of its own and keeps the latest of them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from jz_training.ui.paper.pdf_pages import PageSize, PdfPages

#: Rows of a band in device pixels: small enough to be quick, large enough to be few.
BAND = 1024

#: So many bytes of pictures are kept.
_KEPT = 96 * 2**20


@dataclass(frozen=True, slots=True)
class Band:
    """A horizontal part of a page drawn at a size in device pixels."""

    page: int
    width: int
    height: int
    at: int

    @property
    def top(self) -> int:
        """Return the first row."""
        return self.at * BAND

    @property
    def rows(self) -> int:
        """Return how many rows it has; the last one of a page is shorter."""
        return min(BAND, self.height - self.top)


class PdfRenderer(QObject):
    """Opens a PDF and renders what is wanted, the newest wish first.

    Signals: opened(tuple of PageSize); failed(); ready(): another band is there.
    """

    opened = Signal(object)
    failed = Signal()
    ready = Signal()
    _done = Signal(object, object)

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="pdf")
        self._pages: PdfPages | None = None
        self._closing = Event()
        self._wanted: set[Band] = set()
        self._asked: set[Band] = set()
        self._kept: OrderedDict[Band, QImage] = OrderedDict()
        self._done.connect(self._keep, Qt.ConnectionType.QueuedConnection)
        self._data = data

    def open(self) -> None:
        """Begin: once the signals are connected, for a small file is open at once."""
        self._pool.submit(self._open, self._data)

    def picture(self, band: Band) -> QImage | None:
        """Return a band if it is there."""
        found = self._kept.get(band)
        if found is not None:
            self._kept.move_to_end(band)
        return found

    def pictures_of(self, page: int) -> Iterable[tuple[Band, QImage]]:
        """Return what there is of a page at its latest other size: a stand-in while waiting."""
        bands = [band for band in self._kept if band.page == page]
        if not bands:
            return
        width = bands[-1].width
        for band in bands:
            if band.width == width:
                yield band, self._kept[band]

    def want(self, bands: Iterable[Band]) -> None:
        """Tell which bands are in sight; older wishes that have not begun are dropped."""
        self._wanted = set(bands)
        for band in self._wanted - self._asked - self._kept.keys():
            self._asked.add(band)
            self._pool.submit(self._render, band)

    def rest(self) -> None:
        """Give the document back for as long as nobody looks; the pictures stay."""
        self._pool.submit(self._close)

    def close(self) -> None:
        """Stop and give the document back."""
        self._closing.set()
        self._wanted = set()
        self._pool.submit(self._close)
        self._pool.shutdown(wait=True)

    # --- on the thread -------------------------------------------------------------------------

    def _open(self, data: bytes) -> None:
        try:
            self._pages = PdfPages(data)
        except Exception:  # whatever PDFium says, the page shows one sentence
            self.failed.emit()
            raise
        self.opened.emit(self._pages.sizes)

    def _render(self, band: Band) -> None:
        picture = None
        if band in self._wanted and not self._closing.is_set():
            if self._pages is None:
                self._pages = PdfPages(self._data)
            picture = self._pages.render(
                band.page, width=band.width, height=band.height, top=band.top, rows=band.rows
            )
        if not self._closing.is_set():
            self._done.emit(band, picture)

    def _close(self) -> None:
        if self._pages is not None:
            self._pages.close()
            self._pages = None

    # --- on the main thread --------------------------------------------------------------------

    def _keep(self, band: Band, picture: QImage | None) -> None:
        self._asked.discard(band)
        if picture is not None:
            self._kept[band] = picture
            self._shrink()
        self.ready.emit()

    def _shrink(self) -> None:
        total = sum(picture.sizeInBytes() for picture in self._kept.values())
        while total > _KEPT and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            total -= dropped.sizeInBytes()


Sizes = tuple[PageSize, ...]

"""Printing our own PDFs at the printer's resolution, life-size, page after page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jz_training.domain.page_ranges import printed_order
from jz_training.errors import JzError, Stopped
from jz_training.ui.paper.pdf_pages import POINTS_PER_INCH, PageSize, PdfPages

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtPrintSupport import QPrinter

    from jz_training.ui.shell.progress import Progress

#: Finer than this no eye and no office printer is; a page of 1200 dpi would take 560 MB.
FINEST = 600

#: Rows rendered at once, in pixels.
_BAND = 1024


class CannotPrint(JzError):
    """The printer does not take the pages."""

    def __str__(self) -> str:
        return "打印机没有接受这份文件。请检查打印机是否开机、联机、有纸，再打印一次。"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintWish:
    """How a paper is printed: its pages, from 1, so many copies, on one side or on both."""

    pages: tuple[int, ...]
    copies: int = 1
    both_sides: bool = False


def prepare(
    printer: QPrinter, sizes: Sequence[PageSize], *, title: str, wish: PrintWish | None = None
) -> None:
    """Set paper, direction, copies and sides as they are wanted. On the main thread."""
    wish = wish or PrintWish(pages=tuple(range(1, len(sizes) + 1)))
    kinds = type(printer)
    _take_size(printer, sizes[wish.pages[0] - 1])
    printer.setFullPage(True)  # the PDF has its own margins: corner marks must stay in place
    printer.setDocName(title)
    printer.setDuplex(
        kinds.DuplexMode.DuplexLongSide if wish.both_sides else kinds.DuplexMode.DuplexNone
    )
    printer.setCollateCopies(True)
    printer.setCopyCount(wish.copies)


def print_pages(
    printer: QPrinter, data: bytes, progress: Progress, *, wish: PrintWish | None = None
) -> int:
    """Print pages of a PDF and return how many; runs off the main thread.

    Raises CannotPrint, or Stopped when the user stops it: then the printer is told to forget
    what it was given.
    """
    from PySide6.QtGui import QPainter

    pages = PdfPages(data)
    painter = QPainter()
    try:
        order = _order(printer, wish or PrintWish(pages=tuple(range(1, len(pages.sizes) + 1))))
        _take_size(printer, _size_of(order[0], pages.sizes))
        if not painter.begin(printer):
            raise CannotPrint
        for done, page in enumerate(order):
            progress(done, len(order), f"正在打印第 {done + 1} 页，共 {len(order)} 页…")
            if done:
                _take_size(printer, _size_of(page, pages.sizes))
                if not printer.newPage():
                    raise CannotPrint
            if page is not None:
                _print_page(painter, printer.resolution(), pages, page - 1)
        return sum(page is not None for page in order)
    except Stopped:
        printer.abort()
        raise
    finally:
        if painter.isActive():
            painter.end()
        pages.close()


def _order(printer: QPrinter, wish: PrintWish) -> tuple[int | None, ...]:
    """Return the pages in the order they are sent; a printer may make the copies itself."""
    copies = 1 if printer.supportsMultipleCopies() else wish.copies
    return printed_order(wish.pages, copies=copies, both_sides=wish.both_sides)


def _size_of(page: int | None, sizes: Sequence[PageSize]) -> PageSize | None:
    return None if page is None else sizes[page - 1]


def _take_size(printer: QPrinter, size: PageSize | None) -> None:
    """Let the next page have the size and direction of a page; an empty one has the last."""
    from PySide6.QtCore import QSizeF
    from PySide6.QtGui import QPageLayout, QPageSize

    if size is None:
        return
    paper = QSizeF(min(size.width, size.height), max(size.width, size.height))
    way = QPageLayout.Orientation
    printer.setPageSize(
        QPageSize(paper, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    )
    printer.setPageOrientation(way.Landscape if size.width > size.height else way.Portrait)


def _print_page(painter: QPainter, resolution: int, pages: PdfPages, page: int) -> None:
    from PySide6.QtCore import QRectF

    size = pages.sizes[page]
    fine = min(resolution, FINEST)
    width = round(size.width * fine / POINTS_PER_INCH)
    height = round(size.height * fine / POINTS_PER_INCH)
    share = resolution / fine
    for top in range(0, height, _BAND):
        rows = min(_BAND, height - top)
        picture = pages.render(page, width=width, height=height, top=top, rows=rows)
        painter.drawImage(QRectF(0, top * share, width * share, rows * share), picture)

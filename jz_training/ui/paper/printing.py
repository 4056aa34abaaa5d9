"""Printing our own PDFs through the system's dialog, at the printer's resolution, life-size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jz_training.errors import JzError
from jz_training.ui.paper.pdf_pages import POINTS_PER_INCH, PageSize, PdfPages

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from jz_training.ui.shell.progress import Progress

#: Finer than this no eye and no office printer is; a page of 1200 dpi would take 560 MB.
FINEST = 600

#: Rows rendered at once, in pixels.
_BAND = 1024


class CannotPrint(JzError):
    """The printer does not take the pages."""

    def __str__(self) -> str:
        return "打印机没有接受这份文件。请检查打印机是否开机、联机、有纸，再打印一次。"


def ask_printer(parent: QWidget, data: bytes, *, title: str) -> QPrinter | None:
    """Let the user choose a printer for a PDF; None when cancelled. On the main thread."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    pages = PdfPages(data)
    prepare(printer, pages.sizes, title=title)
    pages.close()
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(f"打印 {title}")
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def prepare(printer: QPrinter, sizes: tuple[PageSize, ...], *, title: str) -> None:
    """Set paper, direction and range as the PDF wants them; the dialog may change them."""
    from PySide6.QtCore import QSizeF
    from PySide6.QtGui import QPageLayout, QPageSize

    first = sizes[0]
    size = QSizeF(min(first.width, first.height), max(first.width, first.height))
    across = first.width > first.height
    way = QPageLayout.Orientation
    printer.setPageSize(
        QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    )
    printer.setPageOrientation(way.Landscape if across else way.Portrait)
    printer.setFullPage(True)  # the PDF has its own margins: corner marks must stay in place
    printer.setDocName(title)
    printer.setFromTo(1, len(sizes))


def print_pages(printer: QPrinter, data: bytes, progress: Progress) -> int:
    """Print the chosen pages and return how many; runs off the main thread.

    Raises CannotPrint, or Stopped when the user stops it.
    """
    from PySide6.QtGui import QPainter

    pages = PdfPages(data)
    painter = QPainter()
    try:
        if not painter.begin(printer):
            raise CannotPrint
        chosen = _chosen(printer, len(pages.sizes))
        for done, page in enumerate(chosen):
            progress(done, len(chosen), f"正在打印第 {done + 1} 页，共 {len(chosen)} 页…")
            if done and not printer.newPage():
                raise CannotPrint
            _print_page(painter, printer.resolution(), pages, page)
        return len(chosen)
    finally:
        if painter.isActive():
            painter.end()
        pages.close()


def _chosen(printer: QPrinter, count: int) -> list[int]:
    """Return the pages to print, from 0; several copies where the printer cannot make them."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    once = list(range(first - 1, min(last, count)))
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    return once * copies


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

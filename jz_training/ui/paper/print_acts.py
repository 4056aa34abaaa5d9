"""From 打印 to the printer: asked, drawn again where sides change the paper, then printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from jz_training.ui.context import Context
from jz_training.ui.paper.offer import MadePaper, PaperOffer
from jz_training.ui.paper.pdf_pages import PdfPages
from jz_training.ui.paper.print_dialog import PrintDialog
from jz_training.ui.paper.printing import PrintWish, prepare, print_pages


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintRun:
    """A paper on its way to a printer; `sent` is called once it got there.

    Dialogs stand over `owner`, which may be closed before that.
    """

    ctx: Context
    owner: QWidget
    offer: PaperOffer
    made: MadePaper
    sent: Callable[[], object]


def begin_printing(run: PrintRun) -> None:
    """Ask how a paper is printed, then print it in the background."""
    count, both = _count(run.made.pdf), run.made.both_sides
    dialog = PrintDialog(run.owner, title=run.offer.title, pages=count, both_sides=both)
    dialog.accepted.connect(lambda: _print_wish(run, dialog))
    dialog.system_asked.connect(lambda: _ask_system(run, dialog))
    dialog.finished.connect(lambda _: dialog.deleteLater())
    dialog.open()


def _print_wish(run: PrintRun, dialog: PrintDialog) -> None:
    wish = dialog.wish()
    if wish is not None:
        print_wish(run, dialog.printer(), wish)


def _ask_system(run: PrintRun, dialog: PrintDialog) -> None:
    """Let the system's dialog go on from what was chosen; it prints when it is accepted."""
    wish = dialog.wish()
    if wish is None:
        return
    printer = dialog.printer()
    _prepare(run, printer, run.made.pdf, wish)
    asked = QPrintDialog(printer, dialog)
    asked.setWindowTitle(f"打印 {run.offer.title}")
    if asked.exec() == QDialog.DialogCode.Accepted:
        both = printer.duplex() is not QPrinter.DuplexMode.DuplexNone
        again = PrintWish(pages=wish.pages, copies=printer.copyCount(), both_sides=both)
        dialog.done(QDialog.DialogCode.Rejected)
        print_wish(run, printer, again)


def print_wish(run: PrintRun, printer: QPrinter, wish: PrintWish) -> None:
    """Print as wished: where other sides make another paper it is drawn again before."""
    sided = run.offer.sided
    if sided is None or wish.both_sides == run.made.both_sides:
        _send(run, printer, run.made.pdf, wish)
        return

    def draw(_: object) -> bytes:
        from jz_training.documents.drawing.paper_report import PaperReport

        return sided(wish.both_sides, PaperReport())

    run.ctx.work.long(
        f"生成{run.offer.title}",
        draw,
        lambda data: _send(run, printer, data, _of_other_pages(wish, run.made.pdf, data)),
        owner=run.ctx.work,
        on_desk=run.offer.on_desk,
    )


def _of_other_pages(wish: PrintWish, before: bytes, after: bytes) -> PrintWish:
    """Return a wish for a paper drawn again: all its pages where all were wished for."""
    count = _count(after)
    every = tuple(range(1, count + 1))
    if wish.pages == tuple(range(1, _count(before) + 1)):
        return replace(wish, pages=every)
    return replace(wish, pages=tuple(page for page in wish.pages if page <= count) or every)


def _count(data: bytes) -> int:
    pages = PdfPages(data)
    pages.close()
    return len(pages.sizes)


def _send(run: PrintRun, printer: QPrinter, data: bytes, wish: PrintWish) -> None:
    _prepare(run, printer, data, wish)
    run.ctx.work.long(
        "打印",
        lambda progress: print_pages(printer, data, progress, wish=wish),
        lambda count: _tell(run, count),
        owner=run.ctx.work,
    )


def _prepare(run: PrintRun, printer: QPrinter, data: bytes, wish: PrintWish) -> None:
    pages = PdfPages(data)
    prepare(printer, pages.sizes, title=run.made.file_name, wish=wish)
    pages.close()


def _tell(run: PrintRun, count: int) -> None:
    run.ctx.toast(f"已送往打印机，共 {count} 页。")
    run.sent()

"""打印 asks for copies, pages and sides; other sides draw the paper again."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.domain.paper_kind import FileForm
from jz_training.ui.context import Context
from jz_training.ui.paper.offer import MadePaper, PaperOffer
from jz_training.ui.paper.print_acts import PrintRun, print_wish
from jz_training.ui.paper.print_dialog import PrintDialog, sheets_words
from jz_training.ui.paper.printing import PrintWish
from tests.ui.conftest import Said


def pdf(*sizes: tuple[float, float]) -> bytes:
    writer = PdfWriter()
    for size in sizes:
        writer.add_blank_page(*size)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


UPRIGHT, LYING = (595.28, 841.89), (841.89, 595.28)


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(owner: QWidget) -> PrintDialog:
    return PrintDialog(owner, title="签到表", pages=5, both_sides=True)


def test_what_is_chosen_is_printed(dialog: PrintDialog) -> None:
    dialog.range.setText("1,3-5")
    dialog.copies.setValue(2)
    assert dialog.wish() == PrintWish(pages=(1, 3, 4, 5), copies=2, both_sides=True)
    assert sheets_words(PrintWish(pages=(1, 2, 3), copies=2, both_sides=True)).endswith("4 张")


def test_nonsense_is_told_with_a_way_to_write_it(dialog: PrintDialog) -> None:
    dialog.range.setText("1,9")
    assert dialog.wish() is None
    assert not dialog._is_ready()
    said = "“9”不是这份文件的页码。请写 1 到 5 之间的页码，例如 1,3-5。"
    assert dialog.form.error("range") == said
    dialog.range.setText("1")
    assert dialog.form.error("range") == ""


def to_file(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(72)
    return printer


def test_on_both_sides_the_paper_is_drawn_again_and_pages_keep_their_direction(
    ctx: Context, owner: QWidget, said: Said, settle: Callable[[], None], tmp_path: Path
) -> None:
    drawn: list[bool] = []

    def sided(both: bool, report: PaperReport) -> bytes:
        drawn.append(both)
        return pdf(UPRIGHT, LYING, UPRIGHT)

    one = pdf(UPRIGHT)
    offer = PaperOffer(name="通知", forms={FileForm.PDF: lambda _: one}, sided=sided)
    sent: list[bool] = []
    run = PrintRun(
        ctx=ctx,
        owner=owner,
        offer=offer,
        made=MadePaper(pdf=one, file_name="通知", report=PaperReport()),
        sent=lambda: sent.append(True),
    )
    wish = PrintWish(pages=(1, 2), copies=2, both_sides=True)
    print_wish(run, to_file(tmp_path / "out.pdf"), wish)
    settle()
    printed = PdfReader(tmp_path / "out.pdf").pages
    lying = [page.mediabox.width > page.mediabox.height for page in printed]
    assert lying == [False, True] * (len(printed) // 2)
    assert drawn == [True]
    assert sent == [True]
    assert said.toasts[0].startswith("已送往打印机")


@pytest.mark.parametrize(("before", "after"), [(2, 3), (3, 2)])
def test_all_pages_are_all_of_the_paper_that_is_drawn_again(
    ctx: Context,
    owner: QWidget,
    settle: Callable[[], None],
    tmp_path: Path,
    before: int,
    after: int,
) -> None:
    shown, again = (pdf(*[UPRIGHT] * count) for count in (before, after))
    run = PrintRun(
        ctx=ctx,
        owner=owner,
        offer=PaperOffer(
            name="证书", forms={FileForm.PDF: lambda _: shown}, sided=lambda both, report: again
        ),
        made=MadePaper(pdf=shown, file_name="证书", report=PaperReport()),
        sent=lambda: None,
    )
    wish = PrintWish(pages=tuple(range(1, before + 1)), both_sides=True)
    print_wish(run, to_file(tmp_path / "out.pdf"), wish)
    settle()
    assert len(PdfReader(tmp_path / "out.pdf").pages) == after

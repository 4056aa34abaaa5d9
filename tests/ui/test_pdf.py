"""The preview is the PDF itself, sharp at every zoom; printing is life-size."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.domain.paper_kind import FileForm
from jz_training.errors import Stopped
from jz_training.ui.context import Context
from jz_training.ui.paper.offer import MadePaper, PaperOffer
from jz_training.ui.paper.pdf_pages import PdfPages
from jz_training.ui.paper.pdf_view import Fit, PdfView
from jz_training.ui.paper.preview_pane import PreviewPane
from jz_training.ui.paper.printing import CannotPrint, PrintWish, prepare, print_pages
from jz_training.ui.shell.progress import Progress
from tests.ui.conftest import Answers, Heartbeat, Said

A4 = (595.28, 841.89)
MM = 72 / 25.4


@pytest.fixture(scope="module")
def data() -> bytes:
    """Return three pages of A4 with a black square of 20 mm, 30 mm from the left and the top."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1)
    for _ in range(3):
        canvas.rect(30 * MM, A4[1] - 50 * MM, 20 * MM, 20 * MM, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


@pytest.fixture
def view(qtbot: QtBot, data: bytes) -> Iterator[PdfView]:
    made = PdfView()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.show_pdf(data)
    qtbot.waitUntil(lambda: made.pages == 3)
    yield made
    made.clear()


def paper(data: bytes) -> tuple[PaperOffer, MadePaper]:
    offer = PaperOffer(name="签到表", forms={FileForm.PDF: lambda _: data})
    return offer, MadePaper(pdf=data, file_name="签到表", report=PaperReport())


def sharp(view: PdfView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: view.grab() is not None and view.is_sharp, timeout=10_000)


def test_bands_of_a_page_fit_without_a_seam(data: bytes) -> None:
    pages = PdfPages(data)
    whole = pages.render(0, width=413, height=585, top=0, rows=585)
    for top, rows in ((0, 200), (200, 200), (400, 185)):
        band = pages.render(0, width=413, height=585, top=top, rows=rows)
        assert band == whole.copy(0, top, 413, rows)
    pages.close()


def test_the_pages_are_drawn_and_become_sharp(view: PdfView, qtbot: QtBot) -> None:
    view.zoom_to(1.0)
    view.go_to(1)
    sharp(view, qtbot)
    picture = view.viewport().grab().toImage()
    inside = 40 * MM * 96 / 72
    at = view._layout.rects[0].topLeft() - view._offset() + QPointF(inside, inside)
    assert picture.pixelColor(at.toPoint()) == QColor(Qt.GlobalColor.black)


@pytest.mark.parametrize("factor", [0.25, 0.5, 1.0, 1.37, 2.0, 4.0])
def test_every_zoom_is_rendered_at_its_own_size(view: PdfView, qtbot: QtBot, factor: float) -> None:
    view.zoom_to(factor)
    sharp(view, qtbot)
    assert view.scale == pytest.approx(factor)
    width, _ = view._layout.pixels(0)
    assert width == round(A4[0] * factor * 96 / 72)


def test_a_page_fits_the_width_or_the_whole_view(view: PdfView) -> None:
    view.fit(Fit.WIDTH)
    assert view._layout.rects[0].width() == pytest.approx(view.viewport().width() - 32, abs=1)
    assert view.horizontalScrollBar().maximum() == 0
    view.fit(Fit.PAGE)
    assert view._layout.rects[0].height() <= view.viewport().height()


def test_the_page_in_sight_is_told(view: PdfView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.moved):
        view.go_to(3)
    assert view.page == 3
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 1
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == 3


def test_ctrl_wheel_zooms_around_the_mouse(view: PdfView) -> None:
    view.zoom_to(1.0)
    where = QPointF(200, 100)
    before = view._layout.anchor(where + view._offset())
    QApplication.sendEvent(view.viewport(), wheel(where, 120))
    assert view.scale == pytest.approx(1.1)
    after = view._layout.anchor(where + view._offset())
    assert before is not None
    assert after is not None
    assert after.y == pytest.approx(before.y, abs=0.01)


def wheel(where: QPointF, angle: int) -> QWheelEvent:
    return QWheelEvent(
        where, where, QPoint(), QPoint(0, angle), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip


def test_keys_zoom(view: PdfView, qtbot: QtBot) -> None:
    view.zoom_to(1.0)
    qtbot.keyClick(view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert view.scale == pytest.approx(0.9)
    qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.scale == pytest.approx(1.0)


def test_what_is_no_pdf_is_said(qtbot: QtBot) -> None:
    view = PdfView()
    qtbot.addWidget(view)
    view.show_pdf(b"no pdf")
    qtbot.waitUntil(lambda: view._message == "无法显示这份文件。")
    view.clear()


@pytest.mark.soak  # a time: only on a machine with nothing else to do
def test_rendering_does_not_hold_up_the_window(
    view: PdfView, qtbot: QtBot, heartbeat: Heartbeat
) -> None:
    heartbeat.start()
    view.zoom_to(4.0)
    sharp(view, qtbot)
    assert heartbeat.stop() < 100


# --- printing --------------------------------------------------------------------------------


def to_file(path: Path, data: bytes, *, resolution: int = 300) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(resolution)
    pages = PdfPages(data)
    prepare(printer, pages.sizes, title="签到表")
    pages.close()
    return printer


def test_what_is_printed_stands_where_the_pdf_has_it_to_the_tenth_of_a_millimetre(
    data: bytes, tmp_path: Path, qapp: QApplication
) -> None:
    path = tmp_path / "printed.pdf"
    assert print_pages(to_file(path, data), data, Progress()) == 3
    printed = PdfPages(path.read_bytes())
    assert len(printed.sizes) == 3
    width, height = 2100, 2970  # ten pixels a millimetre
    page = printed.render(2, width=width, height=height, top=0, rows=height)
    row = [page.pixelColor(x, 400).lightness() < 128 for x in range(width)]
    column = [page.pixelColor(400, y).lightness() < 128 for y in range(height)]
    printed.close()
    for line in (row, column):
        assert line.index(True) == pytest.approx(300, abs=2)
        assert sum(line) == pytest.approx(200, abs=2)


def test_the_chosen_pages_are_printed(data: bytes, tmp_path: Path, qapp: QApplication) -> None:
    path = tmp_path / "printed.pdf"
    printer = to_file(path, data, resolution=72)
    wish = PrintWish(pages=(3, 1))
    assert print_pages(printer, data, Progress(), wish=wish) == 2
    printed = PdfPages(path.read_bytes())
    assert len(printed.sizes) == 2
    printed.close()


def test_printing_can_be_stopped(data: bytes, tmp_path: Path, qapp: QApplication) -> None:
    progress = Progress()
    progress.stop()
    with pytest.raises(Stopped):
        print_pages(to_file(tmp_path / "printed.pdf", data, resolution=72), data, progress)


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_refuses_is_said(data: bytes, tmp_path: Path, qapp: QApplication) -> None:
    printer = to_file(tmp_path / "no" / "such" / "folder.pdf", data, resolution=72)
    with pytest.raises(CannotPrint):
        print_pages(printer, data, Progress())


def test_the_preview_saves_under_a_chosen_name_and_offers_to_open(
    ctx: Context,
    answers: Answers,
    said: Said,
    settle: Callable[[], None],
    data: bytes,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    pane = PreviewPane(ctx)
    qtbot.addWidget(pane)
    assert not pane.saver.isEnabled()
    pane.show_paper(*paper(data))
    answers.paths = [tmp_path / "签到表.pdf"]
    qtbot.mouseClick(pane.saver, Qt.MouseButton.LeftButton)
    settle()
    assert (tmp_path / "签到表.pdf").read_bytes() == data
    assert answers.asked == ["签到表.pdf"]
    assert said.toasts == ["已保存“签到表.pdf”。"]
    pane.view.clear()


def test_the_preview_shows_page_and_zoom(ctx: Context, data: bytes, qtbot: QtBot) -> None:
    pane = PreviewPane(ctx)
    qtbot.addWidget(pane)
    pane.resize(800, 600)
    pane.show()
    pane.show_paper(*paper(data))
    qtbot.waitUntil(lambda: "第 1/3 页" in pane.zoom.place.text())
    pane.view.zoom_to(2.0)
    assert pane.zoom.place.text().endswith("200%")
    assert pane.zoom.fits.value() == ""
    pane.zoom.fit("page")
    assert pane.zoom.fits.value() == "page"
    pane.view.clear()

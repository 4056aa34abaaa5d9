"""A PDF to look at, with 打印, 另存为 and 打开; stands in a tab or in a window of its own."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jz_training.ui.context import Context
from jz_training.ui.paper.desktop import file_actions, open_in_system
from jz_training.ui.paper.pdf_view import Fit, PdfView
from jz_training.ui.shell.toast import Action
from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.text import button, plain_label, plain_tip
from jz_training.ui.widgets.segmented import Segmented

_FITS = (("width", "适合宽度"), ("page", "适合整页"), ("full", "100%"))


class PreviewPane(QWidget):
    """The preview with its line of buttons. `add_left` puts options before them.

    Signals: sent() once what is shown went to a printer or into a file.
    """

    sent = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._data = b""
        self._name = ""
        self._folder: TemporaryDirectory[str] | None = None
        self.view = PdfView()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._make_line())
        column.addWidget(self.view, 1)
        self._connect()
        self._enable()

    def show_pdf(self, data: bytes, *, name: str) -> None:
        """Show a PDF; `name` is offered as its file name, without the ending."""
        self._data, self._name = data, name
        self.view.show_pdf(data)
        self._enable()

    def clear(self, message: str) -> None:
        """Show a sentence instead."""
        self._data = b""
        self.view.clear(message)
        self._enable()

    def add_left(self, widget: QWidget) -> None:
        """Add an option at the left end of the line."""
        self._left.addWidget(widget)

    # --- doing ---------------------------------------------------------------------------------

    def print(self) -> None:
        """Print through the system's dialog (Ctrl+P)."""
        from jz_training.ui.paper.printing import ask_printer, print_pages

        if not self._data:
            return
        data = self._data
        printer = ask_printer(self, data, title=self._name)
        if printer is not None:
            self._ctx.work.long(
                "打印",
                lambda progress: print_pages(printer, data, progress),
                lambda count: self._tell_sent(f"已送往打印机，共 {count} 页。"),
                owner=self,
            )

    def save(self) -> None:
        """Save under a name the user chooses."""
        from jz_training.safe_files import is_pdf, save

        path = self._ctx.ask.save_file("另存为", name=f"{self._name}.pdf", kinds="PDF 文件 (*.pdf)")
        if path is None:
            return
        data = self._data
        self._ctx.work.long(
            "保存文件",
            lambda _: save(path, data, check=is_pdf),
            lambda _: self._tell_sent(f"已保存“{path.name}”。", *file_actions(path)),
            owner=self,
        )

    def open(self) -> None:
        """Open with the system's viewer, from a folder that goes away with this pane."""
        self._folder = TemporaryDirectory(prefix="jz-training-", ignore_cleanup_errors=True)
        path = Path(self._folder.name) / f"{self._name}.pdf"
        path.write_bytes(self._data)
        if not open_in_system(path):
            self._ctx.ask.tell("这台电脑没有可以打开 PDF 的程序。可以先“另存为”，再用 WPS 打开。")

    def _tell_sent(self, words: str, *actions: Action) -> None:
        self._ctx.toast(words, actions=actions)
        self.sent.emit()

    # --- construction --------------------------------------------------------------------------

    def _make_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        self._left = QHBoxLayout()
        self._left.setSpacing(12)
        self.fits = Segmented(_FITS)
        self.smaller = button("", "quiet")
        self.larger = button("", "quiet")
        for made, name, tip in (
            (self.smaller, "zoom-out", "缩小（Ctrl+-）"),
            (self.larger, "zoom-in", "放大（Ctrl++）"),
        ):
            set_icon(made, name)
            plain_tip(made, tip)
            made.setAccessibleName(tip)
        self.place = plain_label("", "small")
        self.saver, self.opener = button("另存为"), button("打开")
        self.printer = button("打印", "primary")
        set_icon(self.printer, "printer", role="on_accent")
        line.addLayout(self._left)
        for widget in (self.fits, self.smaller, self.larger, self.place):
            line.addWidget(widget)
        line.addStretch(1)
        for widget in (self.opener, self.saver, self.printer):
            line.addWidget(widget)
        return line

    def _connect(self) -> None:
        self.fits.chosen.connect(self._fit)
        self.smaller.clicked.connect(lambda: self.view.zoom_by(-1))
        self.larger.clicked.connect(lambda: self.view.zoom_by(1))
        self.saver.clicked.connect(self.save)
        self.opener.clicked.connect(self.open)
        self.printer.clicked.connect(self.print)
        self.view.moved.connect(self._show_place)
        self.view.zoomed.connect(self._show_zoom)

    def _fit(self, key: str) -> None:
        if key == "full":
            self.view.zoom_to(1.0)
        else:
            self.view.fit(Fit.WIDTH if key == "width" else Fit.PAGE)

    def _show_zoom(self, words: str) -> None:
        self._show_place(self.view.page, self.view.pages)
        key = {word: key for key, word in _FITS}.get(words)
        if key is None:
            self.fits.clear()
        else:
            self.fits.set_value(key)

    def _show_place(self, page: int, pages: int) -> None:
        self.place.setText(f"第 {page} 页，共 {pages} 页　{self.view.scale:.0%}" if pages else "")

    def _enable(self) -> None:
        for widget in (self.saver, self.opener, self.printer):
            widget.setEnabled(bool(self._data))

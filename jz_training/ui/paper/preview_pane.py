"""A paper to look at, with 打印, 另存为 and 打开; stands in a tab or in a window of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from jz_training.domain.paper_kind import FileForm
from jz_training.errors import JzError
from jz_training.ui.context import Context
from jz_training.ui.paper.desktop import file_actions, open_in_system
from jz_training.ui.paper.offer import (
    MadePaper,
    PaperOffer,
    ask_target,
    save_archived,
    save_named,
    save_whole,
)
from jz_training.ui.paper.pdf_view import PdfView
from jz_training.ui.paper.print_acts import begin_printing
from jz_training.ui.paper.report_strip import ReportStrip
from jz_training.ui.paper.zoom_line import ZoomLine
from jz_training.ui.shell.toast import Action
from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.text import button, plain_tip
from jz_training.ui.widgets.filled_flow import FilledFlow

#: The forms besides the PDF that is shown.
_OTHERS = {
    FileForm.WORD: "Word 文件（可以修改）",
    FileForm.EXCEL: "Excel 工作簿",
}
_ARCHIVE = "归档 PDF（PDF/A-2b，长期保存）"


class PreviewPane(QWidget):
    """The preview with its line of buttons and, above the pages, what could not be set.

    `failed` takes the trouble of saving where the main window cannot tell it.
    Signals: sent() once what is shown went to a printer or into a PDF.
    """

    sent = Signal()

    def __init__(self, ctx: Context, *, failed: Callable[[JzError], bool] | None = None) -> None:
        super().__init__()
        self._ctx, self._failed = ctx, failed
        self._offer: PaperOffer | None = None
        self._made: MadePaper | None = None
        self._folder: TemporaryDirectory[str] | None = None
        self.view = PdfView()
        self.zoom = ZoomLine(self.view)
        self.strip = ReportStrip()
        self._forms = QMenu(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._make_line())
        column.addWidget(self.strip)
        column.addWidget(self.view, 1)
        self._connect()
        self._enable()

    def show_paper(self, offer: PaperOffer, made: MadePaper) -> None:
        """Show a paper that was made, and offer its other forms."""
        self._offer, self._made = offer, made
        self.view.show_pdf(made.pdf)
        self.strip.show_report(made.report)
        self._offer_forms(offer)
        self._enable()

    def clear(self, message: str) -> None:
        """Show a sentence instead."""
        self._offer = self._made = None
        self.view.clear(message)
        self.strip.show_report(None)
        self._enable()

    # --- doing ---------------------------------------------------------------------------------

    def print(self) -> None:
        """Ask how and where to print (Ctrl+P)."""
        if self._offer is not None and self._made is not None:
            begin_printing(self._ctx, self, self._offer, self._made, sent=self.sent.emit)

    def save(self, form: FileForm = FileForm.PDF) -> None:
        """Save one of the forms under a name the user chooses."""
        offer, made = self._offer, self._made
        if offer is None or made is None:
            return
        if form is FileForm.PDF:
            self._save_shown(made)
        else:
            save_named(self._ctx, self, offer, form, name=made.file_name, failed=self._failed)

    def archive(self) -> None:
        """Save as PDF/A-2b under a name the user chooses."""
        offer, made = self._offer, self._made
        if offer is None or made is None:
            return
        path = ask_target(self._ctx, FileForm.PDF, name=f"{made.file_name} 归档")
        if path is not None:
            desk = self._ctx.desk
            self._ctx.work.long(
                "保存归档文件",
                lambda _: save_archived(desk, offer, made, path),
                lambda _: self._tell_saved(f"已保存“{path.name}”。", *file_actions(path)),
                owner=self,
                failed=self._failed,
            )

    def open(self) -> None:
        """Open with the system's viewer, from a folder that goes away with this pane."""
        if self._made is None:
            return
        self._folder = TemporaryDirectory(prefix="jz-training-", ignore_cleanup_errors=True)
        path = Path(self._folder.name) / f"{self._made.file_name}.pdf"
        path.write_bytes(self._made.pdf)
        if not open_in_system(path):
            self._ctx.ask.tell("这台电脑没有可以打开 PDF 的程序。可以先“另存为”，再用 WPS 打开。")

    def _save_shown(self, made: MadePaper) -> None:
        path = ask_target(self._ctx, FileForm.PDF, name=made.file_name)
        if path is not None:
            self._ctx.work.long(
                "保存文件",
                lambda _: save_whole(path, made.pdf),
                lambda _: self._tell_saved(f"已保存“{path.name}”。", *file_actions(path)),
                owner=self,
                failed=self._failed,
            )

    def _tell_saved(self, words: str, *actions: Action) -> None:
        self._ctx.toast(words, actions=actions)
        self.sent.emit()

    # --- construction --------------------------------------------------------------------------

    def _make_line(self) -> QWidget:
        """Return zoom and buttons side by side, or below each other where there is no room."""
        bar, acts = QWidget(), QWidget()
        self._make_acts()
        line = QHBoxLayout(acts)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for widget in self._acts():
            line.addWidget(widget)
        flow = FilledFlow()
        bar.setLayout(flow)
        flow.put(self.zoom, grow=1)
        flow.put(acts)
        return bar

    def _make_acts(self) -> None:
        self.saver, self.others = button("另存为 PDF"), button("其他格式")
        self.opener, self.printer = button("", "quiet"), button("打印", "primary")
        self.others.setMenu(self._forms)
        for made, name, tip in (
            (self.opener, "external-link", "用电脑里的 PDF 程序打开"),
            (self.saver, "save", "把看到的这份保存为 PDF"),
            (self.others, "chevron-down", "存为可以修改的文件，或长期保存的归档文件"),
        ):
            plain_tip(made, tip)
            set_icon(made, name)
        self.others.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # its mark after its word
        self.opener.setAccessibleName("用电脑里的 PDF 程序打开")
        plain_tip(self.printer, "打印（Ctrl+P）")
        set_icon(self.printer, "printer", role="on_accent")

    def _acts(self) -> tuple[QPushButton, ...]:
        return self.opener, self.others, self.saver, self.printer

    def _connect(self) -> None:
        self.saver.clicked.connect(lambda: self.save())
        self.opener.clicked.connect(self.open)
        self.printer.clicked.connect(self.print)

    def _offer_forms(self, offer: PaperOffer) -> None:
        """Offer the forms besides the one that is shown."""
        self._forms.clear()
        for form, words in _OTHERS.items():
            if form in offer.forms:
                act = self._forms.addAction(words)
                act.triggered.connect(lambda _=False, form=form: self.save(form))
        self._forms.addAction(_ARCHIVE, self.archive)

    def _enable(self) -> None:
        for widget in self._acts():
            widget.setEnabled(self._made is not None)

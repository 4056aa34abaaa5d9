"""A paper to look at, with 打印, 另存为 and 打开; stands in a tab or in a window of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from jz_training.domain.paper_dress import PaperDress
from jz_training.domain.paper_kind import FileForm
from jz_training.errors import JzError
from jz_training.ui.context import Context
from jz_training.ui.paper.desktop import Copy, copy_to_open, file_actions, open_in_system
from jz_training.ui.paper.dress_line import DressLine
from jz_training.ui.paper.offer import (
    MadePaper,
    PaperOffer,
    ask_target,
    make_paper,
    save_archived,
    save_named,
    save_whole,
)
from jz_training.ui.paper.pdf_view import PdfView
from jz_training.ui.paper.print_acts import PrintRun, begin_printing
from jz_training.ui.paper.report_strip import ReportStrip
from jz_training.ui.paper.worn import Worn
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
_NO_VIEWER = "这台电脑没有可以打开 PDF 的程序。可以先“另存为”，再用 WPS 打开。"


class _Going(QObject):
    """Tells what went out, also when the pane it was sent from was closed meanwhile."""

    sent = Signal()

    def tell(self) -> None:
        self.sent.emit()


class PreviewPane(QWidget):
    """The preview with its line of buttons and, above the pages, what could not be set.

    `failed` takes the trouble of saving where the main window cannot tell it.
    Signals: sent() once what is shown went to a printer or into a PDF.
    """

    def __init__(self, ctx: Context, *, failed: Callable[[JzError], bool] | None = None) -> None:
        super().__init__()
        self._ctx, self._failed = ctx, failed
        self._going = _Going()
        self.sent = self._going.sent
        self._offer: PaperOffer | None = None
        self._made: MadePaper | None = None
        self._copy: Copy | None = None
        self.worn = Worn(ctx)
        self.view = PdfView()
        self.zoom = ZoomLine(self.view)
        self.line = DressLine()
        self.strip = ReportStrip()
        self._forms = QMenu(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._make_line())
        column.addWidget(self.line)
        column.addWidget(self.strip)
        column.addWidget(self.view, 1)
        self._connect()
        self._enable()

    def show_paper(self, offer: PaperOffer, made: MadePaper) -> None:
        """Show a paper that was made, and offer its other forms."""
        self._offer, self._made = offer, made
        self.view.show_pdf(made.pdf)
        self.strip.show_report(made.report)
        self.line.show_style(offer.kind, made.style, own=self.worn.is_own(offer))
        self._offer_forms(offer)
        self._enable()

    def clear(self, message: str) -> None:
        """Show a sentence instead."""
        self._offer = self._made = None
        self.view.clear(message)
        self.strip.show_report(None)
        self.line.show_style(None, None, own=False)
        self._enable()

    # --- dressing ------------------------------------------------------------------------------

    def wear(self, dress: PaperDress) -> None:
        """Dress the paper that is shown, and the next one of its kind, and draw it again."""
        if self._offer is not None:
            self.worn.wear(self._offer, dress)
            self._redraw()

    def _reset(self) -> None:
        """Dress the paper that is shown as the office set it."""
        if self._offer is not None:
            self.worn.reset(self._offer)
            self._redraw()

    def _redraw(self) -> None:
        """Make the paper that is shown once more, dressed as was chosen."""
        desk, before = self._ctx.desk, self._offer
        if before is None:
            return
        offer = self.worn.dressed(before)

        def show(made: MadePaper) -> None:
            if self._offer is before:
                self.show_paper(offer, made)
            else:  # it was drawn with other words while it was being dressed
                self._redraw()

        def keep(_: JzError) -> bool:
            self.line.show_again()
            return False

        make = partial(make_paper, desk, offer)
        self._ctx.work.read(make, show, owner=self, key="dress", failed=keep)

    # --- doing ---------------------------------------------------------------------------------

    def print(self) -> None:
        """Ask how and where to print (Ctrl+P)."""
        run = self.print_run()
        if run is not None:
            begin_printing(run)

    def print_run(self) -> PrintRun | None:
        """Return what is shown on its way to a printer; None when nothing is shown."""
        if self._offer is None or self._made is None:
            return None
        return PrintRun(
            ctx=self._ctx, owner=self, offer=self._offer, made=self._made, sent=self._going.tell
        )

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
                owner=self._going,
                failed=self._failed,
            )

    def open(self) -> None:
        """Open with the system's viewer, from a folder that goes away with this pane."""
        made = self._made
        if made is None:
            return

        def show(copy: Copy) -> None:
            self._copy = copy
            if not open_in_system(copy.path):
                self._ctx.ask.tell(_NO_VIEWER)

        self._ctx.work.long(
            "打开文件",
            lambda _: copy_to_open(made.pdf, f"{made.file_name}.pdf"),
            show,
            owner=self,
            failed=self._failed,
        )

    def _save_shown(self, made: MadePaper) -> None:
        path = ask_target(self._ctx, FileForm.PDF, name=made.file_name)
        if path is not None:
            self._ctx.work.long(
                "保存文件",
                lambda _: save_whole(path, made.pdf),
                lambda _: self._tell_saved(f"已保存“{path.name}”。", *file_actions(path)),
                owner=self._going,
                failed=self._failed,
            )

    def _tell_saved(self, words: str, *actions: Action) -> None:
        self._ctx.toast(words, actions=actions)
        self._going.tell()

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
        self.line.chosen.connect(self.wear)
        self.line.reset.connect(self._reset)

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

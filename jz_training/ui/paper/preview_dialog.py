"""A preview in a window of its own, beside the main window rather than in its way."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jz_training.ui.context import Context
from jz_training.ui.paper.offer import MadePaper, PaperOffer
from jz_training.ui.paper.preview_pane import PreviewPane
from jz_training.ui.shell.own_toast import own_teller
from jz_training.ui.style.text import plain_tip


class PreviewDialog(QDialog):
    """Not modal: several previews may stand open. Ctrl+P prints, Ctrl+S saves, Esc closes.

    What was saved or went wrong is told over this window, which hides the main one.
    """

    def __init__(
        self, ctx: Context, parent: QWidget, *, offer: PaperOffer, made: MadePaper
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setWindowTitle(offer.title)
        self.resize(960, 800)
        teller = own_teller(self, ctx.toast)
        self.toast = teller.toast
        self.pane = PreviewPane(replace(ctx, toast=teller), failed=teller.warn)
        plain_tip(self.pane.saver, "把看到的这份保存为 PDF（Ctrl+S）")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.addWidget(self.pane)
        self.pane.show_paper(offer, made)
        self.finished.connect(lambda _: self.pane.view.clear())  # its thread has to end before it
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self.pane.print)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(lambda: self.pane.save())

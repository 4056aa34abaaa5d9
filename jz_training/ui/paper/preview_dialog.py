"""A preview in a window of its own, beside the main window rather than in its way."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jz_training.ui.context import Context
from jz_training.ui.paper.offer import MadePaper, PaperOffer
from jz_training.ui.paper.preview_pane import PreviewPane


class PreviewDialog(QDialog):
    """Not modal: several previews may stand open. Ctrl+P prints, Esc closes."""

    def __init__(
        self, ctx: Context, parent: QWidget, *, offer: PaperOffer, made: MadePaper
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setWindowTitle(offer.title)
        self.resize(960, 800)
        self.pane = PreviewPane(ctx)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.addWidget(self.pane)
        self.pane.show_paper(offer, made)
        self.finished.connect(lambda _: self.pane.view.clear())  # its thread has to end before it
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self.pane.print)

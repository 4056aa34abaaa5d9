"""A calm line above a paper: what could not be set as asked for, with 详情."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from jz_training.ui.paper.report_words import is_serious, strip_words
from jz_training.ui.style.icons import draw_icon
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import ElidedLabel, button, dress

if TYPE_CHECKING:
    from jz_training.documents.drawing.paper_report import PaperReport


class ReportStrip(QFrame):
    """Hidden while there is nothing to tell. Amber where text is lacking, else as a card is."""

    def __init__(self) -> None:
        super().__init__()
        self._report: PaperReport | None = None
        self._mark = _Mark()
        self.words = ElidedLabel("", "secondary")
        self.more = button("详情", "link", tip="哪些字体有代替，哪些字没有字形，出现在哪里")
        self.more.clicked.connect(self.show_details)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 4, 8, 4)
        line.setSpacing(8)
        line.addWidget(self._mark)
        line.addWidget(self.words, 1)
        line.addWidget(self.more)
        self.hide()

    def show_report(self, report: PaperReport | None) -> None:
        """Show what a report says, or nothing."""
        self._report = report
        words = strip_words(report) if report is not None else ""
        self.words.setText(words)
        if report is not None:
            serious = is_serious(report)
            self._mark.show_kind(serious=serious)
            dress(self, "notice" if serious else "note")
        self.setVisible(bool(words))

    def show_details(self) -> None:
        """Open the whole list."""
        from jz_training.ui.paper.report_dialog import ReportDialog

        if self._report is not None:
            ReportDialog(self, self._report).open()


class _Mark(QWidget):
    """The sign at the left."""

    def __init__(self) -> None:
        super().__init__()
        self._serious = False
        self.setFixedSize(QSize(theme().sizes.of(16), theme().sizes.of(16)))

    def show_kind(self, *, serious: bool) -> None:
        self._serious = serious
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        name, role = ("circle-alert", "amber") if self._serious else ("info", "faint")
        draw_icon(painter, name, QRectF(self.rect()), role=role)

"""The import while it reads, compares or saves: what it does, how far, 停止."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from jz_training.ui.shell.progress import Progress
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.widgets.card import Card


class WaitingStep(QWidget):
    """One long job with a bar and a way to stop it."""

    def __init__(self) -> None:
        super().__init__()
        self._progress: Progress | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._make_card())
        column.addStretch(1)

    def watch(self, words: str, progress: Progress) -> None:
        """Show a job that has just begun."""
        self._progress = progress
        self._words.setText(words)
        self._bar.setRange(0, 0)
        self.stopping.setEnabled(True)
        progress.moved.connect(self._move)

    def _make_card(self) -> Card:
        card = Card()
        centre = Qt.AlignmentFlag.AlignHCenter
        card.body.setContentsMargins(24, 64, 24, 56)
        card.body.setSpacing(16)
        self._words = plain_label("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(theme().sizes.of(320))
        self.stopping = button("停止")
        self.stopping.clicked.connect(lambda: self._stop())
        card.body.addWidget(self._words, 0, centre)
        card.body.addWidget(self._bar, 0, centre)
        card.body.addWidget(self.stopping, 0, centre)
        return card

    def _move(self, done: int, total: int, _words: str) -> None:
        if self.sender() is self._progress or self.sender() is None:
            self._bar.setRange(0, total)
            self._bar.setValue(done)

    def _stop(self) -> None:
        if self._progress is not None:
            self._progress.stop()
            self.stopping.setEnabled(False)
            self._words.setText("正在停止…")

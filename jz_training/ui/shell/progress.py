"""How a long job tells how far it is, and the bar that shows it with 停止."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar

from jz_training.errors import Stopped
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import ElidedLabel, button


class Progress(QObject):
    """Given to a long job: call it with (done, total) now and then; it may raise `Stopped`.

    Signals: moved(int, int, str): done, total, words. It reaches the window at most once per
    percent, however often the job calls.
    """

    moved = Signal(int, int, str)

    def __init__(self) -> None:
        super().__init__()
        self._stop = threading.Event()
        self._last = -1

    def __call__(self, done: int, total: int, words: str = "") -> None:
        """Report and learn whether to go on. Raises `Stopped` once the user stopped the job."""
        if self._stop.is_set():
            raise Stopped
        share = 100 * done // total if total else 0
        if share != self._last or words:
            self._last = share
            self.moved.emit(done, total, words)

    @property
    def stopped(self) -> bool:
        """Tell whether the user asked to stop."""
        return self._stop.is_set()

    def stop(self) -> None:
        """Ask the job to stop at its next report."""
        self._stop.set()


class JobBar(QFrame):
    """A line at the bottom of the window: what is being done, how far, 停止.

    Signals: stop_requested().
    """

    stop_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 8, 8)
        line.setSpacing(16)
        self._words = ElidedLabel("", "secondary")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(theme().sizes.of(200))
        self._stop = button("停止", "quiet")
        self._stop.clicked.connect(self.stop_requested)
        line.addWidget(self._words, 1)
        line.addWidget(self._bar)
        line.addWidget(self._stop)
        self.hide()

    def begin(self, title: str, *, can_stop: bool) -> None:
        """Show a job whose length is not known yet."""
        self._title = title
        self._words.setText(f"正在{title}…")
        self._bar.setRange(0, 0)
        self._stop.setVisible(can_stop)
        self._stop.setEnabled(True)
        self.show()

    def show_progress(self, done: int, total: int, words: str) -> None:
        """Show how far the job is."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._words.setText(words or f"正在{self._title}… {done}/{total}")

    def stopping(self) -> None:
        """Show that the wish to stop was heard."""
        self._words.setText(f"正在停止{self._title}…")
        self._stop.setEnabled(False)

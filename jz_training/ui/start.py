"""Opening the window: paint first, then the inside, then the data; a clean end.

Before the first paint next to nothing is imported; a test counts the modules.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from jz_training import PROGRAM
from jz_training.ui.memory import Memory
from jz_training.ui.shell.main_window import MainWindow
from jz_training.ui.shell.one_window import ring
from jz_training.ui.style.first_theme import remembered_theme

if TYPE_CHECKING:
    from pathlib import Path

    from jz_training.ui.opening import Opening, Plan


def open_window(folder: Path) -> int:
    """Show the window of a workspace until it is closed and return the exit code.

    A second start for the same workspace raises the first window and returns at once.
    """
    if ring(folder):
        return 0
    app = QApplication.instance()
    app = app if isinstance(app, QApplication) else QApplication([PROGRAM])
    start = Start(app, folder)
    start.show()
    code = app.exec()
    sys.excepthook = sys.__excepthook__
    return code


class Start(QObject):
    """The window from its first paint to its end; `opening` is there after the first paint."""

    def __init__(
        self,
        app: QApplication,
        folder: Path,
        *,
        plan: Plan | None = None,
        memory: Memory | None = None,
    ) -> None:
        super().__init__()
        self._app, self._folder, self._plan = app, folder, plan
        self.opening: Opening | None = None
        self.memory = memory or Memory()
        self.window = MainWindow(remembered_theme(self.memory), self.memory)
        self.window.painted.connect(self._fill_soon)
        self.window.closed.connect(self._end)

    def show(self) -> None:
        """Show the window; everything else comes after its first paint."""
        self.window.show()

    def _fill_soon(self) -> None:
        QTimer.singleShot(0, self, self._fill)

    def _fill(self) -> None:
        from jz_training.ui.opening import Opening, usual_plan

        self.opening = Opening(
            self._app, self.window, self.memory, self._plan or usual_plan(self._folder)
        )
        self.opening.begin()

    def _end(self) -> None:
        if self.opening is not None:
            self.opening.end()

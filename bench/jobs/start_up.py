"""From the start of the process to the first painted window, beside a bare Qt window."""

from __future__ import annotations

import sys
from pathlib import Path

from bench.clock import since_birth
from bench.job import Job, Line, Measures

#: What must not be loaded before the window is painted (speed.md §1).
HEAVY = ("sqlalchemy", "openpyxl", "reportlab", "docx", "pypinyin", "lxml", "numpy", "PIL")


def ours(folder: Path, size: int) -> Measures:
    """Open the program's window on a new workspace, as far as its first paint."""
    from PySide6.QtWidgets import QApplication

    from jz_training.ui.start import Start

    app = QApplication(["jz-training"])
    start = Start(app, folder / "workspace")
    found: Measures = {}

    def note() -> None:
        found["whole"] = since_birth()
        found["modules"] = len(sys.modules)
        found["heavy"] = sum(name in sys.modules for name in HEAVY)
        app.exit()

    start.window.painted.connect(note)
    start.show()
    app.exec()
    start.window.close()
    return found


def bare(folder: Path, size: int) -> Measures:
    """Open an empty window of Qt."""
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    found: Measures = {}
    app = QApplication(["bare"])

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
            super().paintEvent(event)
            found["whole"] = since_birth()
            found["modules"] = len(sys.modules)
            app.exit()

    window = Window()
    window.resize(1280, 800)
    window.show()
    app.exec()
    return found


JOB = Job(
    about="first painted window",
    sides={"ours": ours, "floor": bare},
    lines=(
        Line(name="first painted window", ours="ours.whole", floor="floor.whole", target=1.15),
        Line(name="heavy libraries at first paint", ours="ours.heavy", target=0, unit=""),
        Line(name="modules at first paint", ours="ours.modules", target=220, unit=""),
    ),
    rounds=9,
)

"""Another window of this program, on another workspace."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QProcess


def command_for(folder: Path) -> tuple[str, list[str]]:
    """Return the program and the words that open the window of a workspace."""
    # -P: a file of the current folder must never stand in for one of ours
    return sys.executable, ["-P", "-m", "jz_training", "--workspace", str(folder)]


def open_second_window(folder: Path) -> bool:
    """Open a workspace in a window that lives on after this one; False when it did not start.

    Where the workspace has a window already, that one comes to the front.
    """
    program, words = command_for(folder)
    started = QProcess.startDetached(program, words)
    return bool(started[0] if isinstance(started, tuple) else started)

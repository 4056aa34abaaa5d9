"""Handing files to the system: open them, or show them in their folder."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from jz_training.safe_files import faults_of


def open_in_system(path: Path) -> bool:
    """Open a file or folder with what the system has for it; False when there is nothing."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A file to look at; its folder goes away with it."""

    path: Path
    folder: TemporaryDirectory[str]


def copy_to_open(content: bytes, name: str) -> Copy:
    """Write a file for the system's viewer; on a worker. Raises DiskFull or CannotWrite."""
    with faults_of(Path(name)):
        folder = TemporaryDirectory(prefix="jz-training-", ignore_cleanup_errors=True)
    path = Path(folder.name) / name
    try:
        with faults_of(path):
            path.write_bytes(content)
    except BaseException:
        folder.cleanup()
        raise
    return Copy(path=path, folder=folder)


def show_in_folder(path: Path) -> bool:
    """Open the folder of a file, with the file marked where the system can do that."""
    if sys.platform == "win32":
        # explorer wants the path after a comma in the same word
        subprocess.Popen(f'explorer /select,"{path}"')
        return True
    return open_in_system(path.parent)


def file_actions(path: Path) -> tuple[tuple[str, Callable[[], object]], ...]:
    """Return 打开 and 打开所在文件夹 for a finished export."""
    return (
        ("打开", lambda: open_in_system(path)),
        ("打开所在文件夹", lambda: show_in_folder(path)),
    )

"""A roster file dropped on a page is taken for import."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

#: What the file dialog offers; the reader itself looks into the file, not at its name.
KINDS = "名册 (*.xlsx *.xlsm *.xls *.et *.csv *.tsv *.txt *.html *.htm);;所有文件 (*)"


def take_rosters(target: QWidget, take: Callable[[Path], object]) -> None:
    """Let a widget take one dropped file, whatever its ending: the reader judges by content."""
    target.setAcceptDrops(True)
    target.installEventFilter(_Drop(target, take))


class _Drop(QObject):
    def __init__(self, target: QWidget, take: Callable[[Path], object]) -> None:
        super().__init__(target)
        self._take = take

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            if dropped_file(event.mimeData()) is not None:
                event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop:
            path = dropped_file(event.mimeData())
            if path is not None:
                event.acceptProposedAction()
                self._take(path)
            return True
        return False


def dropped_file(data: QMimeData) -> Path | None:
    """Return the one local file of a drop, None for anything else."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.is_file() else None

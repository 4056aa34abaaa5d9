"""Files dropped on a part of the window, one or several at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from jz_training.ui.publicity.row_drop import dropped_files


def take_files(target: QWidget, take: Callable[[list[Path]], object]) -> None:
    """Let a widget take dropped files; folders are left out."""
    target.setAcceptDrops(True)
    target.installEventFilter(_Drop(target, take))


class _Drop(QObject):
    def __init__(self, target: QWidget, take: Callable[[list[Path]], object]) -> None:
        super().__init__(target)
        self._take = take

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            if dropped_files(event.mimeData()):
                event.acceptProposedAction()
            return True
        if event.type() is QEvent.Type.Drop and isinstance(event, QDropEvent):
            files = dropped_files(event.mimeData())
            if files:
                event.acceptProposedAction()
                self._take(files)
            return True
        return False

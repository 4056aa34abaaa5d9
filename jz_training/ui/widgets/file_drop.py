"""Local files dropped on a part of the window: one alone, or several at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


def take_file(target: QWidget, take: Callable[[Path], object]) -> None:
    """Let a widget take one dropped file, whatever its ending: readers judge by content."""
    _take_drops(target, _only_file, lambda files: take(files[0]))


def take_files(target: QWidget, take: Callable[[list[Path]], object]) -> None:
    """Let a widget take dropped files; folders are left out."""
    _take_drops(target, dropped_files, take)


def take_paths(target: QWidget, take: Callable[[list[Path]], object]) -> None:
    """Let a widget take dropped files and folders."""
    _take_drops(target, dropped_paths, take)


def dropped_paths(data: QMimeData) -> list[Path]:
    """Return the local files and folders of a drop; things of the network are left out."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def dropped_files(data: QMimeData) -> list[Path]:
    """Return the local files of a drop; folders and things of the network are left out."""
    return [path for path in dropped_paths(data) if path.is_file()]


def _only_file(data: QMimeData) -> list[Path]:
    """Return the one local file of a drop; nothing when more or something else was dropped."""
    return dropped_files(data) if len(data.urls()) == 1 else []


def _take_drops(
    target: QWidget,
    find: Callable[[QMimeData], list[Path]],
    take: Callable[[list[Path]], object],
) -> None:
    target.setAcceptDrops(True)
    target.installEventFilter(_Drop(target, find, take))


class _Drop(QObject):
    def __init__(
        self,
        target: QWidget,
        find: Callable[[QMimeData], list[Path]],
        take: Callable[[list[Path]], object],
    ) -> None:
        super().__init__(target)
        self._find, self._take = find, take

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            if self._find(event.mimeData()):
                event.acceptProposedAction()
            return True
        if event.type() is QEvent.Type.Drop and isinstance(event, QDropEvent):
            files = self._find(event.mimeData())
            if files:
                event.acceptProposedAction()
                self._take(files)
            return True
        return False

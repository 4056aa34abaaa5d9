"""Files dropped on a row of a table belong to that row."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from jz_training.ui.widgets.file_drop import dropped_files
from jz_training.ui.widgets.table import Table


def take_files_on_rows(table: Table[Any], take: Callable[[Any, list[Path]], object]) -> None:
    """Let the rows of a table take files: `take(row id, files)`; beside the rows nothing is."""
    viewport = table.view.viewport()
    viewport.setAcceptDrops(True)
    viewport.installEventFilter(_Drop(table, take))


class _Drop(QObject):
    def __init__(self, table: Table[Any], take: Callable[[Any, list[Path]], object]) -> None:
        super().__init__(table)
        self._table, self._take = table, take

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            event.setAccepted(bool(dropped_files(event.mimeData())))
            return True
        if event.type() is QEvent.Type.DragMove and isinstance(event, QDragMoveEvent):
            event.setAccepted(self._point_at(event.position()) >= 0)
            return True
        if event.type() is QEvent.Type.Drop and isinstance(event, QDropEvent):
            self._drop(event)
            return True
        return False

    def _point_at(self, place: QPointF) -> int:
        """Select the row under the pointer, so that it is seen where the file will go."""
        at = self._table.view.rowAt(place.toPoint().y())
        if at >= 0 and at != self._table.view.currentIndex().row():
            self._table.view.selectRow(at)
        return at

    def _drop(self, event: QDropEvent) -> None:
        at, files = self._point_at(event.position()), dropped_files(event.mimeData())
        if at >= 0 and files:
            event.acceptProposedAction()
            self._take(self._table.model.id_at(at), files)

"""The box to choose whose sheet is printed: all on one list, the main hall, or one room."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from jz_training.domain.viewpoint import Rooms, ViewpointRow
from jz_training.ui.trainings.event.rooms_reading import MAIN_HALL


class RoomBox(QComboBox):
    """Hidden where there are no viewing points.

    Signals: chosen() when another room was taken.
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("会场")
        self._wanted: UUID | Rooms | None = Rooms.ALL
        self.show_rooms(())
        self.activated.connect(self._take)

    def value(self) -> UUID | Rooms | None:
        """Return a viewing point, None for the main hall, or all rooms together."""
        return self._wanted

    def show_rooms(self, rooms: Sequence[ViewpointRow]) -> None:
        """Offer other rooms; a chosen one that is gone gives way to all together."""
        places: list[tuple[str, UUID | Rooms | None]] = [("全部人员一份", Rooms.ALL)]
        places.append((f"{MAIN_HALL}一份", None))
        places += [(f"{row.draft.name}一份", row.id) for row in rooms]
        self._places = [place for _, place in places]
        if self._wanted not in self._places or not rooms:
            self._wanted = Rooms.ALL
        self.clear()
        self.addItems([words for words, _ in places])
        self.setCurrentIndex(self._places.index(self._wanted))
        self.setVisible(bool(rooms))

    def _take(self, at: int) -> None:
        if self._places[at] != self._wanted:
            self._wanted = self._places[at]
            self.chosen.emit()

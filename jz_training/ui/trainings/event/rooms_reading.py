"""The rooms of a broadcast with who is where; read on the worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from jz_training.domain.attendance import AttendeeRow
from jz_training.domain.tally import Tally
from jz_training.domain.training import TrainingState, TrainingView
from jz_training.domain.viewpoint import ViewpointRow

if TYPE_CHECKING:
    from jz_training.services.desk import Desk

#: Stands for the main hall where a key is needed; in the services it is None.
MAIN = "main"
MAIN_HALL = "主会场"

Key = UUID | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A room as the table shows it; the main hall has no `row`."""

    key: Key
    name: str
    people: int
    row: ViewpointRow | None = None

    @property
    def viewpoint_id(self) -> UUID | None:
        """Return the viewing point, None for the main hall."""
        return self.row.id if self.row is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomsReading:
    """A training's rooms, the main hall first, and the lines of each."""

    training: TrainingView
    rooms: tuple[Room, ...]
    lines: dict[Key, tuple[AttendeeRow, ...]]

    @property
    def total(self) -> int:
        """Return how many are expected in all rooms together."""
        return sum(room.people for room in self.rooms)

    @property
    def has_list(self) -> bool:
        """Tell whether the list is fixed, so that lines can be moved."""
        return self.training.list_frozen_at is not None

    @property
    def is_open(self) -> bool:
        """Tell whether anything may be changed."""
        return self.training.state is TrainingState.PLANNED


def read_rooms(desk: Desk, training_id: UUID) -> RoomsReading:
    """Read the rooms of a training. Raises NotFound."""
    training = desk.trainings.get(training_id)
    rows = desk.viewpoints.of_training(training_id)
    main = desk.viewpoints.main_hall(training_id)
    rooms = (_main(main), *(_room(row) for row in rows))
    lines: dict[Key, list[AttendeeRow]] = {room.key: [] for room in rooms}
    if training.list_frozen_at is not None:
        places = desk.viewpoints.places(training_id)
        for line in desk.attendance.sheet(training_id).expected:
            lines[places.get(line.number) or MAIN].append(line)
    return RoomsReading(
        training=training,
        rooms=rooms,
        lines={key: tuple(found) for key, found in lines.items()},
    )


def _main(tally: Tally) -> Room:
    return Room(key=MAIN, name=MAIN_HALL, people=tally.expected)


def _room(row: ViewpointRow) -> Room:
    return Room(key=row.id, name=row.draft.name, people=row.tally.expected, row=row)

"""A viewing point (分会场): a room that watches a broadcast, with its own list and sheet."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from uuid import UUID

from jz_training.domain.tally import Tally


class Rooms(Enum):
    """Said in the place of a viewing point: the list of all rooms, the main hall (None) too."""

    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewpointDraft:
    """What the secretary enters for a viewing point; `units` are watched there by default."""

    name: str
    room: str = ""
    responsible: str = ""
    contact: str = ""
    units: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewpointRow:
    """A viewing point with the counts of its own lines.

    Every line of the training's list is in one viewing point or in the main hall, so that the
    tallies of all add up to the tally of the training.
    """

    id: UUID
    version: int
    training_id: UUID
    position: int
    draft: ViewpointDraft
    tally: Tally = field(default_factory=Tally)

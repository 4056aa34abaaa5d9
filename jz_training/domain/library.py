"""The libraries of a unit: its venues, its speakers (师资库), its study materials."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from jz_training.domain.training import TrainingState


class VenueKind(StrEnum):
    """What kind of place a venue is."""

    CULTURE_PALACE = "culture_palace"  # 工人文化宫
    BOOK_HOUSE = "book_house"  # 职工书屋
    MEETING_ROOM = "meeting_room"  # 会议室
    WORKSHOP = "workshop"  # 车间
    ONLINE = "online"  # 线上
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueDraft:
    """What the secretary enters for a venue; a training names it by its name, as on paper."""

    name: str
    kind: VenueKind = VenueKind.MEETING_ROOM
    capacity: int | None = None
    address: str = ""
    contact: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueRow:
    """A venue with how often it was used and when it is used next."""

    id: UUID
    version: int
    draft: VenueDraft
    trainings: int = 0
    next_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerDraft:
    """What the secretary enters for a speaker; a training names speakers by name."""

    name: str
    title: str = ""
    unit: str = ""
    topics: tuple[str, ...] = ()
    contact: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerRow:
    """A speaker with the trainings given that were held, and their 学时."""

    id: UUID
    version: int
    draft: SpeakerDraft
    trainings: int = 0
    hours: Decimal = Decimal(0)
    last_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialDraft:
    """What the secretary enters for a study material."""

    title: str
    issuer: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialRow:
    """A study material with its file, if it has one, and how many trainings used it."""

    id: UUID
    version: int
    draft: MaterialDraft
    document_id: UUID | None = None
    trainings: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A training that uses a venue, a speaker or a material."""

    training_id: UUID
    title: str
    start: datetime
    state: TrainingState


def several(names: str) -> tuple[str, ...]:
    """Return the single names of a field that may hold several: 秦晓峰、范德海."""
    for mark in "，,；;/ \u3000":
        names = names.replace(mark, "、")
    return tuple(dict.fromkeys(name for name in names.split("、") if name))

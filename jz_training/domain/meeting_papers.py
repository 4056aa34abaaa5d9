"""The papers around a training, as plain facts: what a notice, a card, a plan of seats says.

Services fill these views; documents/meeting makes papers of them. What nobody entered stays empty:
a paper leaves it out or prints （待补）, and never guesses.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from jz_training.domain.agenda import TimedItem
from jz_training.domain.calendar_entry import CalendarEntry, chips
from jz_training.domain.parts import TrainingPart
from jz_training.domain.training import SheetOrder, TrainingForm, TrainingState, TrainingView
from jz_training.domain.working_calendar import WorkingCalendar


class NameTentSize(StrEnum):
    """How large the card on the table is (domain.md §2, 席卡); each prints on A4."""

    FOLDED = "folded"  # A4 folded in half: two faces of 210 × 148.5 mm
    STAND = "stand"  # for the stand of 200 × 100 mm: cut out, folded once
    LARGE = "large"  # for the usual stand of 210 × 140 mm: cut out, folded once
    THREE_FOLD = "three_fold"  # A4 folded in three: two faces of 210 × 99 mm and what it stands on


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPerson:
    """Somebody as a paper names them."""

    name: str
    unit: str = ""
    post: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperHead:
    """What stands at the head of every paper around a training."""

    title: str
    organiser: str
    start: datetime
    end: datetime
    venue: str = ""
    parts: tuple[TrainingPart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingNotice(PaperHead):
    """A notice of a training (会议通知). `addressees` is 主送; `audience` says who is to come.

    `content` are the topics, `requirements` one paragraph each; `issued_on` is 成文日期.
    """

    form: TrainingForm
    addressees: str
    address: str = ""
    link: str = ""
    chair: str = ""
    speaker: str = ""
    audience: str = ""
    content: tuple[str, ...] = ()
    agenda: tuple[TimedItem, ...] = ()
    requirements: tuple[str, ...] = ()
    contact: str = ""
    issued_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPaper(PaperHead):
    """The agenda of a training (议程), to be laid on the table."""

    chair: str = ""
    items: tuple[TimedItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RostrumPaper(PaperHead):
    """Who sits on the rostrum (主席台), each row ranked; `back` is the row behind."""

    front: tuple[PaperPerson, ...] = ()
    back: tuple[PaperPerson, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorSign(PaperHead):
    """The sign on the door (门签)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorRoster(PaperHead):
    """The list at the door (入场名册): who is expected, in the order of `order`."""

    order: SheetOrder
    people: tuple[PaperPerson, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthEntry:
    """A training on the page of a month."""

    title: str
    start: datetime
    end: datetime
    venue: str = ""
    state: TrainingState = TrainingState.PLANNED


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthPaper:
    """A month (月历) with its trainings, holidays and 调休 days."""

    year: int
    month: int
    organiser: str
    calendar: WorkingCalendar
    entries: tuple[MonthEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """A training for the calendar of a computer or a telephone; times are local wall time.

    `version` grows with every change, so that a calendar knows the later of two. `remind` asks
    for a reminder one day before. A training of several parts is an event for each of them.
    """

    training_id: UUID
    version: int
    title: str
    start: datetime
    end: datetime
    venue: str = ""
    address: str = ""
    link: str = ""
    organiser: str = ""
    chair: str = ""
    speaker: str = ""
    cancelled: bool = False
    remind: bool = True
    part_id: UUID | None = None


def events_of(
    training: TrainingView, *, organiser: str = "", address: str = ""
) -> tuple[CalendarEvent, ...]:
    """Return what a calendar is told of a training: one event, or one for each of its parts."""
    whole = event_of(training, organiser=organiser, address=address)
    return tuple(
        replace(
            whole,
            part_id=part.id,
            title=f"{whole.title}（{part.name}）",
            start=part.start,
            end=part.end,
        )
        for part in training.draft.parts
    ) or (whole,)


def event_of(training: TrainingView, *, organiser: str = "", address: str = "") -> CalendarEvent:
    """Return a training as one event; the training's own organiser comes first."""
    draft = training.draft
    return CalendarEvent(
        training_id=training.id,
        version=training.version,
        title=draft.title,
        start=draft.start,
        end=draft.end,
        venue=draft.venue,
        address=address,
        link=draft.link,
        organiser=draft.organiser or organiser,
        chair=draft.chair,
        speaker=draft.speaker,
        cancelled=training.state is TrainingState.CANCELLED,
    )


def month_entries(entries: Iterable[CalendarEntry]) -> tuple[MonthEntry, ...]:
    """Return trainings for the page of a month; one of several parts stands on each of its days."""
    return tuple(
        MonthEntry(
            title=one.headline, start=one.start, end=one.end, venue=one.venue, state=one.state
        )
        for one in chips(entries)
    )

"""The trainings of a span of days as the calendar shows them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, Text, cast, false, func, select, true
from sqlalchemy.orm import Session

from jz_training.domain.calendar_entry import CalendarEntry, EntryPart
from jz_training.domain.parts import LONGEST_WITH_PARTS
from jz_training.domain.training import AudienceRule, TrainingForm, TrainingState
from jz_training.services.clash_marks import clash_counts
from jz_training.services.rows import audience_rule
from jz_training.services.units import with_parts
from jz_training.storage.tables import Person, Training, TrainingTally, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFilter:
    """Which trainings the calendar shows; None: any.

    A training is of a unit when its audience takes in people of it or of its parts.
    """

    notice_id: UUID | None = None
    form: TrainingForm | None = None
    unit_id: UUID | None = None


def calendar_entries(
    db: Session, start: date, end: date, only: CalendarFilter, *, now: datetime
) -> tuple[CalendarEntry, ...]:
    """Return the trainings that touch the days from `start` to `end`, in order of time.

    What is filtered out still counts as a clash of what is shown.
    """
    rows = db.execute(_selection(start, end, only.notice_id)).all()
    counts = clash_counts(db, rows)
    shown = _shown(db, rows, only)
    return tuple(_entry(row, counts, now) for row in shown)


def _selection(start: date, end: date, notice_id: UUID | None) -> Select[*tuple[Any, ...]]:
    """Return the query; none lasts longer than LONGEST_WITH_PARTS: the index on start serves."""
    first = datetime.combine(start, time.min)
    return (
        select(
            *(getattr(Training, name) for name in _COLUMNS),
            func.coalesce(TrainingTally.expected, 0).label("expected"),
            _answers(notice_id).label("answers"),
        )
        .outerjoin(TrainingTally, TrainingTally.training_id == Training.id)
        .where(
            Training.start >= first - LONGEST_WITH_PARTS,
            Training.start <= datetime.combine(end, time.max),
            Training.end > first,
        )
        .order_by(Training.start, Training.id)
    )


def _answers(notice_id: UUID | None) -> ColumnElement[bool]:
    """Return whether a training answers the notice asked for; where none is, all do."""
    return true() if notice_id is None else func.coalesce(Training.notice_id == notice_id, false())


_COLUMNS = (
    "id", "version", "title", "form", "start", "end", "venue", "speaker", "chair", "state",
    "series_id", "parts",
)  # fmt: skip


def _shown(
    db: Session, rows: Sequence[Row[*tuple[Any, ...]]], only: CalendarFilter
) -> list[Row[*tuple[Any, ...]]]:
    form = None if only.form is None else only.form.value
    found = [row for row in rows if row.answers and form in (None, row.form)]
    if only.unit_id is None or not found:
        return found
    wanted = _of_unit(db, only.unit_id, found[0].start, found[-1].start)
    return [row for row in found if row.id in wanted]


def _of_unit(db: Session, unit_id: UUID, first: datetime, last: datetime) -> set[UUID]:
    """Return the trainings of a span whose audience takes in people of a unit."""
    as_text = cast(Training.audience, Text)  # read as JSON once for each that differs
    query = select(Training.id, as_text).where(Training.start.between(first, last))
    reach = _Reach(db, unit_id)
    return {training for training, stored in db.execute(query) if reach.holds(stored)}


class _Reach:
    """Tells whether audiences take in people of one unit; alike ones are asked about once."""

    def __init__(self, db: Session, unit_id: UUID) -> None:
        parts = with_parts(db, {unit_id})
        self._parts = parts
        self._named = parts | _above(db, unit_id)
        query = select(Person.id).where(Person.unit_id.in_(parts))
        self._people = frozenset(db.scalars(query))
        self._known: dict[str, bool] = {}

    def holds(self, stored: str) -> bool:
        if stored not in self._known:
            self._known[stored] = self._takes_in(audience_rule(json.loads(stored)))
        return self._known[stored]

    def _takes_in(self, rule: AudienceRule) -> bool:
        if not self._people.isdisjoint(rule.added):
            return True
        if not rule.everyone:
            return False
        named = self._named if rule.with_parts else self._parts
        return not rule.units or not named.isdisjoint(rule.units)


def _above(db: Session, unit_id: UUID) -> set[UUID]:
    parents = {unit: parent for unit, parent in db.execute(select(Unit.id, Unit.parent_id))}
    found: set[UUID] = set()
    above = parents.get(unit_id)
    while above is not None and above not in found:
        found.add(above)
        above = parents.get(above)
    return found


_FORMS = {form.value: form for form in TrainingForm}
_STATES = {state.value: state for state in TrainingState}


def _entry(row: Row[*tuple[Any, ...]], clashes: Counter[UUID], now: datetime) -> CalendarEntry:
    (
        row_id,
        version,
        title,
        form,
        start,
        end,
        venue,
        speaker,
        _,
        state,
        series_id,
        parts,
        expected,
        _,
    ) = row
    return CalendarEntry(
        id=row_id,
        version=version,
        title=title,
        form=_FORMS[form],
        start=start,
        end=end,
        venue=venue,
        speaker=speaker,
        state=_STATES[state],
        held=state != TrainingState.CANCELLED.value and start <= now,
        series_id=series_id,
        expected=expected,
        clashes=clashes[row_id],
        parts=() if not parts else tuple(map(_part, parts)),
    )


def _part(stored: dict[str, str]) -> EntryPart:
    start, end = (datetime.fromisoformat(stored[key]) for key in ("start", "end"))
    return EntryPart(stored["name"], start, end)

"""The figures of the trainings of a period, from one pass of the database over their lines.

The lines are what the rows of the lists said on the day; no counter holds them by unit and layer.
Grouped by person they are few enough to be added up here (docs/decisions/0008-speed.md).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session

from jz_training.domain.attendance import CAME, AttendanceStatus, AttendeeRow
from jz_training.domain.summary import GroupRow, LedgerRow
from jz_training.domain.tally import Rate, from_counts
from jz_training.services.rows import ATTENDEE_COLUMNS, attendee_row
from jz_training.services.tallies import EXPECTED, MISSED
from jz_training.storage.tables import Attendee, MakeUp, Training


@dataclass(slots=True)
class _Sums:
    """What is added up of one group: lines by status, and persons."""

    lines: Counter[AttendanceStatus] = field(default_factory=Counter)
    stand_ins: int = 0
    made_up: int = 0
    persons: set[UUID] = field(default_factory=set)
    came: set[UUID] = field(default_factory=set)

    def row(self, name: str) -> GroupRow:
        """Return the figures as shown."""
        whole = from_counts(self.lines, stand_ins=self.stand_ins, made_up=self.made_up)
        reached = Rate(len(self.came), len(self.persons), whole.unrecorded)
        return GroupRow(name=name, tally=whole, persons=reached)


class PeriodFigures:
    """The figures of the trainings that a condition names, all of them held."""

    def __init__(
        self, db: Session, held: Sequence[ColumnElement[bool]], *, stand_in_counts: bool
    ) -> None:
        self._db = db
        self._lines = and_(EXPECTED, Attendee.training_id.in_(select(Training.id).where(*held)))
        self._all = _Sums()
        self._groups: dict[str, dict[str, _Sums]] = {
            "unit": defaultdict(_Sums),
            "layer": defaultdict(_Sums),
            "category": defaultdict(_Sums),
        }
        self._add_up(stand_in_counts)
        self._add_make_ups()

    def persons(self) -> Rate:
        """Return 人数: distinct persons who came or made up over those expected."""
        return Rate(len(self._all.came), len(self._all.persons))

    def groups(self, column: str, order: list[str]) -> tuple[GroupRow, ...]:
        """Return the tallies (人次) and rates (人数) by unit, layer or category."""
        found = self._groups[column]
        return tuple(found[name].row(name) for name in in_order(found, order))

    def absentees(
        self, held: Sequence[LedgerRow]
    ) -> tuple[tuple[LedgerRow, tuple[AttendeeRow, ...]], ...]:
        """Return, per training, who was on leave or absent, in the order of the sheet."""
        missed = (int(AttendanceStatus.LEAVE), int(AttendanceStatus.ABSENT))
        query = (
            select(Attendee.training_id, *ATTENDEE_COLUMNS)
            .where(self._lines, Attendee.status.in_(missed))
            .order_by(Attendee.training_id, Attendee.number)
        )
        by_training: dict[UUID, list[AttendeeRow]] = defaultdict(list)
        for row in self._db.execute(query):
            by_training[row.training_id].append(attendee_row(row))
        return tuple(
            (row, tuple(by_training[row.training_id]))
            for row in held
            if row.training_id in by_training
        )

    def _add_up(self, stand_in_counts: bool) -> None:
        statuses = {int(status): status for status in AttendanceStatus}
        units, layers, categories = self._groups.values()
        for person, unit, layer, category, code, stood_in, count in self._db.execute(
            self._counted()
        ):
            status = statuses[code]
            came = status in CAME
            reached = came and (stand_in_counts or not stood_in)
            for sums in (self._all, units[unit], layers[layer], categories[category]):
                sums.lines[status] += count
                if came and stood_in:
                    sums.stand_ins += count
                if person is not None:
                    sums.persons.add(person)
                    if reached:
                        sums.came.add(person)

    def _add_make_ups(self) -> None:
        """Add what was made up, asked for on its own: there are few make-ups beside the lines."""
        units, layers, categories = self._groups.values()
        columns = (Attendee.person_id, Attendee.unit, Attendee.layer, Attendee.category)
        done = (
            select(*columns)
            .join(MakeUp, MakeUp.attendee_id == Attendee.id)
            .where(self._lines, MISSED, MakeUp.done_on.is_not(None))
        )
        for person, unit, layer, category in self._db.execute(done):
            for sums in (self._all, units[unit], layers[layer], categories[category]):
                sums.made_up += 1
                if person is not None:
                    sums.came.add(person)

    def _counted(self) -> Select[*tuple[Any, ...]]:
        """Return the query that counts the lines of a person which say the same."""
        columns: tuple[Any, ...] = (
            Attendee.person_id,
            Attendee.unit,
            Attendee.layer,
            Attendee.category,
            Attendee.status,
            Attendee.stands_in,
        )
        return select(*columns, func.count()).where(self._lines).group_by(*columns)


def in_order(names: Iterable[str], order: list[str]) -> list[str]:
    """Return group names: units as on paper, others by name, the nameless last."""
    place = {name: index for index, name in enumerate(order)}
    return sorted(names, key=lambda name: (not name, place.get(name, len(place)), name))

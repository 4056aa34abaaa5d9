"""What the persons a filter means were expected at, came to and earned.

Whole years of all trainings are read from PersonTally, without an attendance row; what was already
listed for trainings still to come is taken off again. Any other period, notice or form is one pass
over the covering index of the lines (speed.md §5).
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Subquery,
    and_,
    case,
    func,
    literal,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session

from jz_training.domain.attendance import AttendanceStatus
from jz_training.domain.statistics import NONE, StatisticsFilter
from jz_training.domain.training import TrainingState
from jz_training.services.tallies import (
    EXPECTED,
    HAS_COME,
    NO_HOURS,
    PERSON_COLUMNS,
    STUDIED,
    TRAINING_OF_LINE,
    made_up_counts,
    number_of,
    person_counts,
)
from jz_training.services.training_cells import chosen_words, held_by
from jz_training.services.unit_groups import UnitGroups
from jz_training.storage.tables import Attendee, Person, PersonTally, Training, TrainingTally
from jz_training.storage.types import Hundredths

#: What is added up per person: numbers of trainings, then hours.
NUMBERS = ("expected", "present", "unrecorded", "made_up")
HOURS = ("hours", "online_hours", "made_up_hours")
#: Looking a line up by its training costs so many times what reading it in passing does.
ONE_PASS = 8
#: More trainings than anybody has: a subquery with a limit is made once and not taken apart.
_ALL = 1_000_000_000

Query = Select[*tuple[Any, ...]]
Conditions = tuple[ColumnElement[bool], ...]


class PersonCounts:
    """Builds the query of one filter."""

    def __init__(
        self,
        db: Session,
        chosen: StatisticsFilter,
        groups: UnitGroups,
        *,
        now: datetime,
        stand_in_counts: bool,
    ) -> None:
        self._db = db
        self._chosen = chosen
        self._groups = groups
        self._now = now
        self._stand_in_counts = stand_in_counts

    def meant(self) -> list[ColumnElement[bool]]:
        """Return the conditions on Person: unit, layer and category of now."""
        found = chosen_words(Person, self._chosen)
        if self._chosen.unit_id == NONE:
            found.append(Person.unit_id.is_(None))
        elif self._chosen.unit_id is not None:
            found.append(Person.unit_id.in_(select(self._groups.mapping.c.unit_id)))
        return found

    def per_person(self) -> Subquery:
        """Return person_id, NUMBERS and HOURS of everybody who has any, one row each.

        Whoever joins Person to it asks for `meant` too: others may be among them.
        """
        return self._of_years() if self._chosen.of_whole_years else self._of_lines()

    # --- whole years ---------------------------------------------------------------------------

    def _of_years(self) -> Subquery:
        first, last = self._chosen.start.year, self._chosen.end.year
        ahead = self._ahead()
        listed_ahead = self._db.scalar(self._listed_ahead(ahead)) is not None
        columns = {name: getattr(PersonTally, name) for name in (*NUMBERS, *HOURS)}
        if listed_ahead:
            later = self._listed_per_person(ahead)
            columns = {name: _less(column, later.c[name]) for name, column in columns.items()}
        if first != last:
            columns = {name: func.sum(column) for name, column in columns.items()}
        kept = select(PersonTally.person_id, *(c.label(name) for name, c in columns.items()))
        kept = kept.where(PersonTally.year.between(first, last))
        if listed_ahead:
            same_year = later.c.year == PersonTally.year
            kept = kept.outerjoin(
                later, and_(later.c.person_id == PersonTally.person_id, same_year)
            )
        if first != last:
            kept = kept.group_by(PersonTally.person_id)
        if (listed_ahead or first != last) and self.meant():
            # else it is asked where persons are joined
            kept = kept.where(PersonTally.person_id.in_(select(Person.id).where(*self.meant())))
        return kept.subquery("kept")

    def _ahead(self) -> Conditions:
        """Return what makes a training of these years one that is still to come."""
        first, last = self._chosen.start.year, self._chosen.end.year
        return (
            Training.start > self._now,
            Training.start >= datetime(first, 1, 1),
            Training.start <= datetime(last, 12, 31, 23, 59, 59, 999999),
            Training.state != TrainingState.CANCELLED.value,
        )

    def _listed_ahead(self, ahead: Conditions) -> Query:
        listed = or_(TrainingTally.expected > 0, TrainingTally.others > 0)
        joined = select(Training.id).join(TrainingTally, TrainingTally.training_id == Training.id)
        return joined.where(*ahead, listed).limit(1)

    def _listed_per_person(self, ahead: Conditions) -> Subquery:
        its = Attendee.training_id.in_(select(Training.id).where(*ahead))
        counted = person_counts(
            and_(self._known(), its, *ahead), stand_in_counts=self._stand_in_counts
        ).subquery()
        columns = (counted.c[at].label(name) for at, name in enumerate(PERSON_COLUMNS))
        return select(*columns).subquery("later")

    # --- any other period ----------------------------------------------------------------------

    def _of_lines(self) -> Subquery:
        """Return what the lines say; make-ups, of which there are few, are looked up apart."""
        lines = self._lines()
        made_up = made_up_counts(held_by(self._chosen, self._now)).subquery("made_up")
        missing = {"made_up": literal(0), "made_up_hours": NO_HOURS}
        return (
            select(
                lines.c.person_id,
                *(lines.c[name] for name in NUMBERS if name not in missing),
                *(lines.c[name] for name in HOURS if name not in missing),
                *(func.coalesce(made_up.c[name], zero).label(name)
                  for name, zero in missing.items()),
            )
            .outerjoin(made_up, made_up.c.person_id == lines.c.person_id)
            .subquery("counted")
        )  # fmt: skip

    def _lines(self) -> Subquery:
        held = held_by(self._chosen, self._now)
        in_one_pass = self._are_many(held)
        # each line finds its training in this small table, which is made once
        its = select(Training.id, func.coalesce(Training.hours, NO_HOURS).label("hours"))
        of_line = its.where(*held).limit(_ALL).subquery("of_line")
        own = HAS_COME if self._stand_in_counts else and_(HAS_COME, ~Attendee.stands_in)
        online = and_(own, Attendee.status == int(AttendanceStatus.ONLINE))
        unrecorded = and_(EXPECTED, Attendee.status == int(AttendanceStatus.UNRECORDED))
        earned = func.coalesce(Attendee.hours, of_line.c.hours)
        training_id = TRAINING_OF_LINE if in_one_pass else Attendee.training_id
        return (
            select(
                Attendee.person_id,
                number_of(EXPECTED).label("expected"),
                number_of(and_(EXPECTED, own)).label("present"),
                number_of(unrecorded).label("unrecorded"),
                _hours_of(own, earned).label("hours"),
                _hours_of(online, earned).label("online_hours"),
            )
            .join(of_line, of_line.c.id == training_id)
            .where(STUDIED, self._known())
            .group_by(Attendee.person_id)
            .subquery("lines")
        )

    def _known(self) -> ColumnElement[bool]:
        """Return the condition on lines: of a person of the roster whom the filter means."""
        if self.meant():
            return Attendee.person_id.in_(select(Person.id).where(*self.meant()))
        return Attendee.person_id.is_not(None)

    def _are_many(self, held: Conditions) -> bool:
        """Tell from the counters whether so many lines are meant that one pass is the quicker."""
        lines = func.coalesce(func.sum(TrainingTally.expected), 0)
        joined = select(lines).join(Training, Training.id == TrainingTally.training_id)
        some, all_of_them = self._db.scalar(joined.where(*held)), self._db.scalar(select(lines))
        return (some or 0) * ONE_PASS > (all_of_them or 0)


def _hours_of(condition: ColumnElement[bool], hours: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.sum(case((condition, hours), else_=NO_HOURS))


def _less(column: Any, other: Any) -> ColumnElement[Any]:
    kind = column.type
    zero = NO_HOURS if isinstance(kind, Hundredths) else literal(0)
    return type_coerce(column - func.coalesce(other, zero), kind)

"""What the persons a filter means were expected at, came to and earned.

Whole years of all trainings are read from PersonTally, without an attendance row; what was already
listed for trainings still to come is taken off again. Any other period, notice or form is one pass
over the covering index of the lines (speed.md §5).
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, and_, func, or_, select, union_all
from sqlalchemy.orm import Session

from jz_training.domain.statistics import NONE, StatisticsFilter
from jz_training.domain.training import TrainingState
from jz_training.services.tallies import PERSON_COLUMNS, TRAINING_OF_LINE, person_counts
from jz_training.services.training_cells import chosen_words, held_by
from jz_training.services.unit_groups import UnitGroups
from jz_training.storage.tables import Attendee, Person, PersonTally, Training, TrainingTally

#: What is added up per person.
FIELDS = ("expected", "present", "absent", "unrecorded", "made_up", "hours", "online_hours",
          "made_up_hours")  # fmt: skip
#: Looking a line up by its training costs so many times what reading it in passing does.
ONE_PASS = 8

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
        self._one_row_each = False  # one year's counters need no adding up

    def meant(self) -> list[ColumnElement[bool]]:
        """Return the conditions on Person: unit, layer and category of now."""
        found = chosen_words(Person, self._chosen)
        if self._chosen.unit_id == NONE:
            found.append(Person.unit_id.is_(None))
        elif self._chosen.unit_id is not None:
            found.append(Person.unit_id.in_(select(self._groups.mapping.c.unit_id)))
        return found

    def per_person(self) -> Subquery:
        """Return person_id and FIELDS of everybody who has any, one row each.

        Whoever joins Person to it asks for `meant` too: others may be among them.
        """
        source = self._of_years() if self._chosen.of_whole_years else self._of_lines()
        if self._one_row_each:
            return source
        sums = (func.sum(source.c[name]).label(name) for name in FIELDS)
        return select(source.c.person_id, *sums).group_by(source.c.person_id).subquery("counted")

    def _of_years(self) -> Subquery:
        first, last = self._chosen.start.year, self._chosen.end.year
        kept = select(*(getattr(PersonTally, name) for name in PERSON_COLUMNS)).where(
            PersonTally.year.between(first, last)
        )
        ahead = self._ahead()
        listed_ahead = self._db.scalar(self._listed_ahead(ahead)) is not None
        if first == last and not listed_ahead:
            self._one_row_each = True  # who is meant is asked where persons are joined
            return kept.subquery("kept")
        if self.meant():
            kept = kept.where(PersonTally.person_id.in_(select(Person.id).where(*self.meant())))
        if not listed_ahead:
            return kept.subquery("kept")
        later = self._counted(ahead, in_one_pass=False).subquery()
        person_id, *columns = (later.c[at] for at in range(len(PERSON_COLUMNS)))
        year, *counts = columns
        negative = select(person_id, year, *(-count for count in counts))
        return union_all(kept, negative).subquery()

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

    def _of_lines(self) -> Subquery:
        held = held_by(self._chosen, self._now)
        found = self._counted(held, in_one_pass=self._are_many(held)).subquery()
        return select(
            *(found.c[at].label(name) for at, name in enumerate(PERSON_COLUMNS))
        ).subquery()

    def _counted(self, of_training: Conditions, *, in_one_pass: bool) -> Query:
        known = Attendee.person_id.is_not(None)
        if self.meant():
            known = Attendee.person_id.in_(select(Person.id).where(*self.meant()))
        training_id = TRAINING_OF_LINE if in_one_pass else Attendee.training_id
        its = training_id.in_(select(Training.id).where(*of_training))
        return person_counts(
            and_(known, its, *of_training),
            stand_in_counts=self._stand_in_counts,
            in_order_of_persons=in_one_pass,
        )

    def _are_many(self, held: Conditions) -> bool:
        """Tell from the counters whether so many lines are meant that one pass is the quicker."""
        lines = func.coalesce(func.sum(TrainingTally.expected), 0)
        joined = select(lines).join(Training, Training.id == TrainingTally.training_id)
        some, all_of_them = self._db.scalar(joined.where(*held)), self._db.scalar(select(lines))
        return (some or 0) * ONE_PASS > (all_of_them or 0)

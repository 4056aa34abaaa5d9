"""Taking a roster in: compared with what is stored, decided by the user, kept in one act."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from operator import attrgetter
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jz_training.domain.person_name import printable
from jz_training.domain.roster import UnitKind
from jz_training.domain.roster_reading import (
    ColumnChoice,
    Decision,
    ImportLine,
    Likeness,
    RosterField,
    RosterPerson,
    RosterReading,
)
from jz_training.errors import Refused
from jz_training.services.people import derived
from jz_training.services.roster_comparison import compare
from jz_training.services.rows import PERSON_FIELDS
from jz_training.storage.bulk import add_many
from jz_training.storage.store import Store, Work
from jz_training.storage.tables import Act, ColumnMemory, Person, Unit

Progress = Callable[[int, int], None]

#: The columns of a new person, in the order in which `_add` fills them.
COLUMNS = ("name", "name_key", "pinyin", "initials", "unit_id", *PERSON_FIELDS, "retired_on")
_fields = attrgetter(*PERSON_FIELDS)

#: What happens to a line unless the user says otherwise; a doubtful one has to be decided.
USUAL: dict[Likeness, Decision] = {
    Likeness.NEW: Decision.ADD,
    Likeness.CHANGED: Decision.UPDATE,
    Likeness.SAME: Decision.SKIP,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOutcome:
    """What an import did; `act_id` undoes it as a whole (None when nothing was to be done)."""

    act_id: UUID | None
    added: int
    updated: int
    skipped: int


class RosterImports:
    """Imports of rosters into one workspace."""

    def __init__(self, store: Store, *, back_up: Callable[[], None]) -> None:
        self._store = store
        self._back_up = back_up

    # --- columns -----------------------------------------------------------------------------

    def remembered(self, signature: str) -> ColumnChoice | None:
        """Return the columns chosen before for files with this header, or None."""
        query = select(ColumnMemory).where(ColumnMemory.signature == signature)
        with self._store.read() as db:
            row = db.scalars(query).one_or_none()
        if row is None:
            return None
        return {(sheet, index): RosterField(field) for sheet, index, field in row.choice}

    def remember(self, signature: str, choice: ColumnChoice) -> None:
        """Keep the user's choice of columns for files with this header."""
        stored = [[sheet, index, field.value] for (sheet, index), field in choice.items()]
        with self._store.write("roster.remember") as db:
            query = select(ColumnMemory).where(ColumnMemory.signature == signature)
            row = db.scalars(query).one_or_none()
            if row is None:
                db.add(ColumnMemory(signature=signature, choice=stored))
            else:
                row.choice = stored

    # --- comparing ---------------------------------------------------------------------------

    def preview(self, reading: RosterReading) -> tuple[ImportLine, ...]:
        """Put every person of the file beside the stored ones: see `compare`."""
        with self._store.read() as db:
            return compare(db, reading.people)

    # --- carrying out ------------------------------------------------------------------------

    def carry_out(
        self,
        reading: RosterReading,
        lines: Sequence[ImportLine],
        decisions: Mapping[int, Decision] | None = None,
        *,
        progress: Progress | None = None,
    ) -> ImportOutcome:
        """Import in one act and one commit; `decisions` by index of the line.

        An import into data that is worked with is backed up first. Raises Refused while a doubtful
        line is undecided; then nothing is imported.
        """
        chosen = _chosen(lines, decisions or {})
        adding = [line.person for line, what in zip(lines, chosen, strict=True) if what == "add"]
        updating = [line for line, what in zip(lines, chosen, strict=True) if what == "update"]
        if (adding or updating) and self._has_acts():
            self._back_up()
        with self._store.write("roster.import", subject=printable(reading.file_name)) as db:
            named = chain((line.person.unit for line in updating), (one.unit for one in adding))
            units = _unit_ids(db, named, stamp=self._store.stamp())
            for line in updating:
                self._update(db, line, units)
            self._add(db, adding, units, progress)
            db.info["count"] = len(adding) + len(updating)
            act_id = db.act_id
        done = len(adding) + len(updating)
        return ImportOutcome(
            act_id=act_id if done else None,
            added=len(adding),
            updated=len(updating),
            skipped=len(lines) - done,
        )

    def _has_acts(self) -> bool:
        with self._store.read() as db:
            return db.scalar(select(Act.id).limit(1)) is not None

    def _update(self, db: Work, line: ImportLine, units: Mapping[str, UUID]) -> None:
        if len(line.matches) != 1:
            raise Refused("decision", "several_matches", name=line.person.name)
        person = db.get_one(Person, UUID(hex=line.matches[0]))
        if line.person.unit:
            person.unit_id = units[line.person.unit]
        for field, (_, value) in line.differences.items():
            setattr(person, field, value)

    def _add(
        self,
        db: Work,
        people: list[RosterPerson],
        units: Mapping[str, UUID],
        progress: Progress | None,
    ) -> None:
        whole = len(people)

        def rows() -> Iterator[tuple[Any, ...]]:
            for done, person in enumerate(people):
                if progress is not None and done % 1000 == 0:
                    progress(done, whole)
                name, unit = person.name, units.get(person.unit)
                yield (name, *derived(name).values(), unit, *_fields(person), None)

        add_many(db, Person, COLUMNS, rows(), stamp=self._store.stamp())
        if progress is not None:
            progress(whole, whole)


def _unit_ids(db: Work, names: Iterable[str], *, stamp: datetime) -> dict[str, UUID]:
    """Return the units by name; those not there yet are made at the end of the order."""
    known = _units(db)
    missing = [name for name in dict.fromkeys(names) if name and name not in known]
    if not missing:
        return known
    last = db.scalar(select(func.max(Unit.position)))
    start = 0 if last is None else last + 1
    rows = ((name, UnitKind.BRANCH.value, None, at) for at, name in enumerate(missing, start))
    add_many(db, Unit, ("name", "kind", "parent_id", "position"), rows, stamp=stamp)
    return _units(db)


def _units(db: Session) -> dict[str, UUID]:
    return {name: unit_id for name, unit_id in db.execute(select(Unit.name, Unit.id))}


def _chosen(lines: Sequence[ImportLine], decisions: Mapping[int, Decision]) -> list[Decision]:
    chosen = [decisions.get(index) or USUAL.get(line.likeness) for index, line in enumerate(lines)]
    undecided = chosen.count(None)
    if undecided:
        raise Refused("decision", "undecided", count=undecided)
    return [what for what in chosen if what is not None]

"""The frozen list of a training: who is expected, numbered as of the day it was fixed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.attendance import AttendeeRow
from jz_training.domain.list_order import OrderedList, order_people
from jz_training.domain.roster import PersonRow
from jz_training.domain.strokes import StrokeConvention
from jz_training.domain.training import AudienceRule, SheetOrder
from jz_training.errors import Refused
from jz_training.services import tallies
from jz_training.services.audience import audience
from jz_training.services.leave_marks import pre_mark
from jz_training.services.list_lines import (
    as_person,
    expected_lines,
    has_moved,
    last_number,
    lines_by_id,
    new_line,
    renumber,
    update_lines,
)
from jz_training.services.make_ups import forget_make_ups
from jz_training.services.name_order import name_tables
from jz_training.services.part_marks import has_marks
from jz_training.services.people import person_rows
from jz_training.services.rows import attendee_row, audience_rule
from jz_training.services.settings import WorkspaceSettings
from jz_training.services.trainings import open_training, the_training
from jz_training.services.viewpoint_places import staying
from jz_training.storage.store import Store
from jz_training.storage.tables import Attendee, Training, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class ListChanges:
    """How the roster has moved since a list was fixed: offered to the secretary, never applied.

    joined are persons the rule now means; left are lines whose person it no longer means; moved
    are lines whose person has another name, unit, post, layer or category today.
    """

    joined: tuple[PersonRow, ...] = ()
    left: tuple[AttendeeRow, ...] = ()
    moved: tuple[tuple[AttendeeRow, PersonRow], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.joined or self.left or self.moved)


class AttendeeLists:
    """Fixing lists, and bringing a fixed list up to date when the secretary says so."""

    def __init__(self, store: Store, settings: WorkspaceSettings) -> None:
        self._store = store
        self._settings = settings

    def audience(self, rule: AudienceRule) -> tuple[PersonRow, ...]:
        """Return the persons a rule means today, in the order of units."""
        with self._store.read() as db:
            return audience(db, rule)

    def preview(self, rule: AudienceRule, *, order: SheetOrder) -> OrderedList[PersonRow]:
        """Return whom `freeze` would list today, in its order, and names of doubtful place."""
        with self._store.read() as db:
            return self._ordered(db, audience(db, rule), order)

    def can_renumber(self, training_id: UUID) -> bool:
        """Tell whether a fixed list may still be put in another order: see `reorder`."""
        with self._store.read() as db:
            return not is_settled(db, the_training(db, training_id))

    def freeze(self, training_id: UUID, *, order: SheetOrder = SheetOrder.UNIT) -> int:
        """Fix the list as of today, numbered from 1 in `order`; return its length.

        A list that was fixed before is made anew unless it has marks or was printed: then use
        `changes` and `apply`. Raises Refused when nobody is meant.
        """
        with self._store.write("list.freeze") as db:
            training = open_training(db, training_id)
            people = audience(db, audience_rule(training.audience))
            if not people:
                raise Refused("audience", "nobody")
            if is_settled(db, training):
                raise Refused("audience", "list_settled")
            place = staying(db, training_id)
            gone = _clear(db, training_id)
            self._fill(db, training, people, order, place)
            db.info.update(subject=training.title, count=len(people))
            self._recount(db, training_id, gone)
        return len(people)

    def _fill(
        self,
        db: Session,
        training: Training,
        people: Sequence[PersonRow],
        order: SheetOrder,
        place: Callable[[PersonRow], UUID | None],
    ) -> None:
        ordered = self._ordered(db, people, order)
        rows = [
            new_line(training.id, number, person, place(person))
            for number, person in enumerate(ordered.people, start=1)
        ]
        pre_mark(db, training, rows)
        db.add_all(rows)
        training.list_order = order.value
        training.list_frozen_at = self._store.now()

    def _ordered(
        self, db: Session, people: Sequence[PersonRow], order: SheetOrder
    ) -> OrderedList[PersonRow]:
        positions = {unit: place for unit, place in db.execute(select(Unit.id, Unit.position))}
        last = len(positions)
        convention = StrokeConvention(self._settings.get().stroke_convention)
        return order_people(
            people,
            order=order,
            tables=name_tables(convention),
            unit_position=lambda p: positions.get(p.unit_id, last) if p.unit_id else last,
        )

    def reorder(self, training_id: UUID, order: SheetOrder) -> None:
        """Number the list anew in another order. Refused once it has marks or was printed."""
        with self._store.write("list.reorder") as db:
            training = open_training(db, training_id)
            db.info["subject"] = training.title
            if is_settled(db, training):
                raise Refused("order", "list_settled")
            rows = expected_lines(db, training_id)
            people = [as_person(row) for row in rows]
            ordered = self._ordered(db, people, order).people
            place = {p.id: n for n, p in enumerate(ordered, start=1)}
            renumber(db, rows, lambda row: place[row.id])
            training.list_order = order.value

    def changes(self, training_id: UUID) -> ListChanges:
        """Compare a fixed list with the roster of today."""
        with self._store.read() as db:
            training = the_training(db, training_id)
            if training.list_frozen_at is None:
                return ListChanges()
            today = {p.id: p for p in audience(db, audience_rule(training.audience))}
            rows = [attendee_row(row) for row in expected_lines(db, training_id)]
        listed = {row.person_id for row in rows}
        return ListChanges(
            joined=tuple(p for p in today.values() if p.id not in listed),
            left=tuple(row for row in rows if row.person_id not in today),
            moved=tuple(
                (row, today[row.person_id])
                for row in rows
                if row.person_id in today and has_moved(row, today[row.person_id])
            ),
        )

    def apply(
        self,
        training_id: UUID,
        *,
        joined: Collection[UUID] = (),
        left: Collection[UUID] = (),
        moved: Collection[UUID] = (),
    ) -> None:
        """Apply the changes the secretary chose: person ids for `joined`, line ids for the others.

        New lines come after the last number, so that the numbers on paper stay true; lines that
        leave give up their number.
        """
        with self._store.write("list.change", count=len(joined) + len(left) + len(moved)) as db:
            training = open_training(db, training_id)
            db.info["subject"] = training.title
            leaving = lines_by_id(db, training_id, left)
            persons = {row.person_id for row in leaving if row.person_id is not None}
            forget_make_ups(db, leaving)
            for row in leaving:
                db.delete(row)
            update_lines(db, training_id, moved)
            number = last_number(db, training_id)
            place = staying(db, training_id)
            people = person_rows(db, list(joined))
            rows = [new_line(training_id, n, p, place(p)) for n, p in enumerate(people, number + 1)]
            pre_mark(db, training, rows)
            db.add_all(rows)
            self._recount(db, training_id, persons)

    def _recount(self, db: Session, training_id: UUID, gone: Collection[UUID] = ()) -> None:
        counts = self._settings.get().stand_in_counts
        tallies.recount(db, training_id, stand_in_counts=counts)
        if gone:
            who = Attendee.person_id.in_(gone)
            tallies.recount_persons(db, who, gone=gone, stand_in_counts=counts)


def is_settled(db: Session, training: Training) -> bool:
    """Tell whether the numbers already stand on paper or beside marks."""
    return training.sheet_version > 0 or has_marks(db, training.id)


def _clear(db: Session, training_id: UUID) -> set[UUID]:
    rows = expected_lines(db, training_id)
    forget_make_ups(db, rows)
    for row in rows:
        db.delete(row)
    db.flush()
    return {row.person_id for row in rows if row.person_id is not None}

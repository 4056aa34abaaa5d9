"""Who came without being on a list becomes somebody of the roster; two entries become one person.

Lines stay as the paper has them (name, unit and number of that day); what changes is whose they
are. Counted figures of closed trainings never change: those have to be reopened first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.attendance import PRESENT, STUDIED, AttendanceStatus, AttendeeRole, Mark
from jz_training.domain.hours import Course
from jz_training.domain.make_up import MakeUpDraft, MakeUpForm
from jz_training.domain.merging import MissedBatch, TemporaryPerson
from jz_training.domain.roster import PersonDraft
from jz_training.errors import NotFound, Refused
from jz_training.services import tallies
from jz_training.services.make_ups import put
from jz_training.services.moving_person import move_belongings, refuse_both_expected
from jz_training.services.part_marks import course_of, record, record_parts
from jz_training.services.people import checked_person, new_person
from jz_training.services.rows import mark_of, part_marks_of
from jz_training.services.settings import WorkspaceSettings
from jz_training.services.stored_row import stored_row
from jz_training.services.temporary_people import missed_batches, temporary_people
from jz_training.services.trainings import open_training
from jz_training.storage.store import Store
from jz_training.storage.tables import Attendee, Person, Training


class Merging:
    """Temporary persons and double entries of one workspace."""

    def __init__(self, store: Store, settings: WorkspaceSettings) -> None:
        self._store = store
        self._settings = settings

    # --- reading -----------------------------------------------------------------------------

    def walk_ins(self, text: str = "") -> tuple[TemporaryPerson, ...]:
        """Return who came without being on a list and is nobody of the roster yet.

        Grouped by name and unit, with whom of the roster they may be; `text` is in the name.
        """
        with self._store.read() as db:
            return temporary_people(db, text)

    def missed_batches(
        self, attendee_ids: Collection[UUID], person_id: UUID
    ) -> tuple[MissedBatch, ...]:
        """Return batches the person missed whose series they came to with these lines.

        Offered as make-ups (换批参加): `link` enters those that were agreed to.
        """
        with self._store.read() as db:
            return missed_batches(db, attendee_ids, person_id)

    # --- changing ----------------------------------------------------------------------------

    def link(
        self,
        attendee_ids: Collection[UUID],
        person_id: UUID,
        *,
        made_up: Collection[UUID] = (),
    ) -> None:
        """Make lines of temporary persons those of a person, in one act.

        Where the person was expected, that line is recorded as come and the other one goes.
        `made_up` are lines of `missed_batches` that count as made up, unless linking records them
        as come. Raises NotFound, Refused (linked_already) or, where a counted figure would change,
        TrainingIsClosed.
        """
        with self._store.write("merging.link", count=len(attendee_ids)) as db:
            person = stored_row(db, Person, person_id, "person")
            db.info["subject"] = person.name
            # before linking: a line that is joined with another one is gone afterwards
            offered = missed_batches(db, attendee_ids, person_id)
            self._link(db, attendee_ids, person)
            self._make_up(db, [_chosen(offered, one) for one in made_up], person_id)

    def make_person(self, attendee_ids: Collection[UUID], draft: PersonDraft) -> UUID:
        """Put a temporary person on the roster with the lines; return the new person's id.

        Raises Refused with the field at fault, or NotFound.
        """
        draft = checked_person(draft)
        with self._store.write("merging.make_person", count=len(attendee_ids)) as db:
            db.info["subject"] = draft.name
            person = new_person(draft)
            db.add(person)
            db.flush()
            self._link(db, attendee_ids, person)
        return person.id

    def merge(self, source_id: UUID, target_id: UUID) -> None:
        """Make two entries one person: all that is of `source_id` becomes of `target_id`.

        The source is retired. Raises NotFound, Refused (same_person, both_expected with the
        trainings) or TrainingIsClosed.
        """
        if source_id == target_id:
            raise Refused("target", "same_person")
        with self._store.write("merging.merge") as db:
            source = stored_row(db, Person, source_id, "person")
            target = stored_row(db, Person, target_id, "person")
            db.info["subject"] = f"{source.name} → {target.name}"
            refuse_both_expected(db, source_id, target_id)
            rows = db.scalars(select(Attendee).where(Attendee.person_id == source_id)).all()
            touched = self._give(db, rows, target)
            db.flush()
            move_belongings(db, source_id, target_id)
            source.retired_on = source.retired_on or self._store.now().date()
            self._recount(db, touched, [source_id, target_id])

    def _link(self, db: Session, attendee_ids: Collection[UUID], person: Person) -> None:
        rows = [stored_row(db, Attendee, one, "attendee") for one in attendee_ids]
        for row in rows:
            if row.role != AttendeeRole.WALK_IN.value:
                raise NotFound("attendee")
            if row.person_id is not None:
                raise Refused("attendee", "linked_already", name=row.name)
        touched = self._give(db, rows, person)
        self._recount(db, touched, [person.id])

    def _give(self, db: Session, rows: Iterable[Attendee], person: Person) -> set[UUID]:
        """Make lines those of a person; return the trainings whose counts moved."""
        touched = set()
        for row in rows:
            other = _line_of(db, row.training_id, person.id)
            if AttendeeRole(row.role) in STUDIED and other is not None:
                _join(db, open_training(db, row.training_id), row, other, person)
                touched.add(row.training_id)
            else:
                row.person_id = person.id
            db.flush()
        return touched

    def _make_up(self, db: Session, chosen: Sequence[MissedBatch], person_id: UUID) -> None:
        trainings = set()
        for one in chosen:
            line = db.get_one(Attendee, one.attendee_id)
            if AttendanceStatus(line.status).came:
                continue
            training = db.get_one(Training, line.training_id)
            draft = MakeUpDraft(
                form=MakeUpForm.OTHER_BATCH,
                done_on=one.instead_on,
                hours=Decimal(0),
                note=one.instead,
            )
            put(db, line, training, draft)
            trainings.add(training.id)
        self._recount(db, trainings, [person_id])

    def _recount(self, db: Session, trainings: Iterable[UUID], persons: Sequence[UUID]) -> None:
        counts = self._settings.get().stand_in_counts
        db.flush()
        for training_id in trainings:
            tallies.recount(db, training_id, persons=(), stand_in_counts=counts)
        who = Attendee.person_id.in_(persons)
        tallies.recount_persons(db, who, gone=persons, stand_in_counts=counts)


def _line_of(db: Session, training_id: UUID, person_id: UUID) -> Attendee | None:
    """Return the line of a person that counts on a training's list."""
    query = select(Attendee).where(
        Attendee.training_id == training_id,
        Attendee.person_id == person_id,
        tallies.STUDIED,
    )
    return db.scalars(query.order_by(Attendee.role)).first()


def _join(db: Session, training: Training, row: Attendee, other: Attendee, person: Person) -> None:
    """Make two lines of one person one: the expected one stays, with what either says came."""
    expected = AttendeeRole.EXPECTED.value
    kept, gone = (row, other) if row.role == expected else (other, row)
    _record_as_come(kept, course_of(training), gone)
    db.delete(gone)
    db.flush()
    kept.person_id = person.id


def _record_as_come(kept: Attendee, course: Course, walked_in: Attendee) -> None:
    """Record on a line what the other one says came; who signed in only came to the whole."""
    had, seen = part_marks_of(kept), part_marks_of(walked_in)
    came = {part: mark for part, mark in seen.items() if mark.status.came}
    if came:
        news = {part: mark for part, mark in came.items() if not _came(had.get(part))}
        record_parts(kept, news, course)
    elif not AttendanceStatus(kept.status).came:
        mark = mark_of(walked_in)
        record(kept, mark if mark.status.came else PRESENT, course)


def _came(mark: Mark | None) -> bool:
    return mark is not None and mark.status.came


def _chosen(offered: Iterable[MissedBatch], attendee_id: UUID) -> MissedBatch:
    for one in offered:
        if one.attendee_id == attendee_id:
            return one
    raise NotFound("attendee")

"""Recording attendance from the paper: marks, walk-ins, closing and reopening."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.attendance import PRESENT, AttendanceStatus, AttendeeRole, Mark
from jz_training.domain.attendance_sheet import AttendanceSheet
from jz_training.domain.parts import TrainingPart
from jz_training.domain.tally import Tally
from jz_training.domain.training import TrainingState
from jz_training.errors import ListNotFrozen, NotFound, Refused, StillUnrecorded
from jz_training.services import tallies
from jz_training.services.hours_rows import parts_of
from jz_training.services.list_lines import last_number, new_other
from jz_training.services.part_marks import course_of, record, record_rest, the_part
from jz_training.services.rows import attendee_row, tally_of
from jz_training.services.settings import WorkspaceSettings
from jz_training.services.trainings import open_training, the_training
from jz_training.services.typed_text import one_line
from jz_training.storage.store import Store
from jz_training.storage.tables import Attendee, Training, TrainingTally


class Attendance:
    """The marks of every training of one workspace."""

    def __init__(self, store: Store, settings: WorkspaceSettings) -> None:
        self._store = store
        self._settings = settings

    # --- reading -----------------------------------------------------------------------------

    def sheet(self, training_id: UUID) -> AttendanceSheet:
        """Return the list with its marks in the order of the paper."""
        with self._store.read() as db:
            return sheet_of(db, the_training(db, training_id))

    def tally(self, training_id: UUID) -> Tally:
        """Return the counts of a training, from its counters."""
        with self._store.read() as db:
            return tally_of(db.get(TrainingTally, training_id))

    # --- marking -----------------------------------------------------------------------------

    def mark(
        self, training_id: UUID, marks: Mapping[int, Mark], *, part_id: UUID | None = None
    ) -> None:
        """Record marks by the numbers on the sheet: of one part, or of the whole training.

        Raises Refused for a number that is not on it, NotFound for a part, ListNotFrozen,
        TrainingIsClosed or TrainingIsCancelled; then nothing is recorded.
        """
        with self._store.write("attendance.mark", count=len(marks)) as db:
            training = _markable(db, training_id)
            course = course_of(training)
            db.info["subject"] = _of_part(training, the_part(course, part_id))
            query = select(Attendee).where(
                Attendee.training_id == training_id, Attendee.number.in_(list(marks))
            )
            rows = {row.number: row for row in db.scalars(query)}
            for number, mark in marks.items():
                if number not in rows:
                    raise Refused("number", "not_on_sheet", number=number)
                record(rows[number], mark, course, part_id=part_id)
            self._recount(db, training_id, list(rows.values()))

    def mark_rest(self, training_id: UUID, mark: Mark, *, part_id: UUID | None = None) -> int:
        """Give every unrecorded expected person one mark; return how many there were.

        Of a training of parts those parts are marked that are not recorded yet, or only the one
        given. Raises like `mark`.
        """
        with self._store.write("attendance.mark") as db:
            training = _markable(db, training_id)
            course = course_of(training)
            part = the_part(course, part_id)
            query = select(Attendee).where(
                Attendee.training_id == training_id,
                Attendee.role == AttendeeRole.EXPECTED.value,
                Attendee.status == int(AttendanceStatus.UNRECORDED),
            )
            rows = [
                row for row in db.scalars(query) if record_rest(row, mark, course, part_id=part_id)
            ]
            db.info.update(subject=_of_part(training, part), count=len(rows))
            self._recount(db, training_id, rows)
        return len(rows)

    # --- persons outside the list ------------------------------------------------------------

    def add_walk_in(
        self,
        training_id: UUID,
        *,
        name: str,
        unit: str = "",
        role: AttendeeRole = AttendeeRole.WALK_IN,
        part_id: UUID | None = None,
    ) -> UUID:
        """Add somebody who came without being on the list, to one part or to the whole training.

        They are outside 应到.
        """
        with self._store.write("attendance.walk_in") as db:
            course = course_of(_markable(db, training_id))
            the_part(course, part_id)
            number = last_number(db, training_id) + 1
            row = new_other(training_id, number, name=name, unit=unit, role=role)
            db.info["subject"] = row.name
            record(row, PRESENT, course, part_id=part_id)
            db.add(row)
            self._recount(db, training_id, [row])
        return row.id

    def remove_other(self, training_id: UUID, attendee_id: UUID) -> None:
        """Remove a walk-in, observer, member of staff or speaker; never an expected person."""
        with self._store.write("attendance.remove") as db:
            _markable(db, training_id)
            row = db.get(Attendee, attendee_id)
            if row is None or row.role == AttendeeRole.EXPECTED.value:
                raise NotFound("attendee")
            db.info["subject"] = row.name
            db.delete(row)
            self._recount(db, training_id, [row])

    # --- closing -----------------------------------------------------------------------------

    def close(self, training_id: UUID) -> None:
        """Close a training: its identity holds from now on. Raises StillUnrecorded."""
        with self._store.write("attendance.close") as db:
            training = _markable(db, training_id)
            db.info["subject"] = training.title
            counts = tally_of(db.get(TrainingTally, training_id))
            if counts.unrecorded:
                raise StillUnrecorded(counts.unrecorded)
            training.state = TrainingState.CLOSED.value
            training.closed_at = self._store.now()

    def reopen(self, training_id: UUID, *, reason: str) -> None:
        """Open a closed training again; the reason stays in the log. Raises Refused without one.

        A training that is open already stays as it is; raises TrainingIsCancelled.
        """
        reason = one_line("reason", reason)
        if not reason:
            raise Refused("reason", "no_reason")
        with self._store.write("attendance.reopen") as db:
            training = the_training(db, training_id)
            if training.state != TrainingState.CLOSED.value:
                open_training(db, training_id)
                return
            db.info["subject"] = f"{training.title}：{reason}"
            training.state = TrainingState.PLANNED.value
            training.closed_at = None

    def _recount(self, db: Session, training_id: UUID, rows: list[Attendee]) -> None:
        tallies.recount(
            db,
            training_id,
            persons=[row.person_id for row in rows if row.person_id is not None],
            stand_in_counts=self._settings.get().stand_in_counts,
        )


def sheet_of(db: Session, training: Training) -> AttendanceSheet:
    """Return a training's list in the order of the paper, expected persons first."""
    query = select(Attendee).where(Attendee.training_id == training.id).order_by(Attendee.number)
    parts = parts_of(training)
    rows = [attendee_row(row, parts) for row in db.scalars(query)]
    rows.sort(key=lambda row: (row.role is not AttendeeRole.EXPECTED, row.number))
    return AttendanceSheet(
        training_id=training.id, version=training.version, rows=tuple(rows), parts=parts
    )


def _markable(db: Session, training_id: UUID) -> Training:
    training = open_training(db, training_id)
    if training.list_frozen_at is None:
        raise ListNotFrozen
    return training


def _of_part(training: Training, part: TrainingPart | None) -> str:
    return training.title if part is None else f"{training.title} · {part.name}"

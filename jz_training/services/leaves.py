"""Leave (请假) asked for before the event; entering it marks the lists it covers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from jz_training.domain.leave import LeaveDraft, LeaveList, LeaveRow, LeaveSlip, OnLeave, faults
from jz_training.domain.training import TrainingState
from jz_training.errors import Refused
from jz_training.services import tallies
from jz_training.services.leave_marks import (
    Line,
    excuse,
    leaves_of,
    lines_of,
    lines_on_leave,
    take_back,
    unrecorded_lines,
)
from jz_training.services.leave_papers import leave_list, slip_of
from jz_training.services.leave_rows import leave_rows
from jz_training.services.person_search import fits
from jz_training.services.settings import WorkspaceSettings
from jz_training.services.stored_row import must_exist, shown_row, stored_row
from jz_training.services.tallies import TRAINING_OF_LINE
from jz_training.services.trainings import open_training
from jz_training.services.typed_text import lines, one_line
from jz_training.services.used_before import used_before
from jz_training.storage.store import Store
from jz_training.storage.tables import Attachment, Attendee, Leave, Person, Training

#: The words of faults that mean something else for a leave than for a training.
_FAULTS = {"ends_before_start": "last_before_first", "too_long_lasting": "leave_too_long"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveQuery:
    """Which leaves to list, newest first; empty means any. `current` leaves out those over."""

    text: str = ""
    person_id: UUID | None = None
    training_id: UUID | None = None
    current: bool = False


class Leaves:
    """The leaves of one workspace."""

    def __init__(self, store: Store, settings: WorkspaceSettings) -> None:
        self._store = store
        self._settings = settings

    # --- reading -----------------------------------------------------------------------------

    def list(self, query: LeaveQuery) -> tuple[LeaveRow, ...]:
        """Return the leaves a query means; of a training, those asked for it alone."""
        found = select(Leave.id).join(Person, Person.id == Leave.person_id)
        if query.text.strip():
            found = found.where(fits(query.text))
        if query.person_id is not None:
            found = found.where(Leave.person_id == query.person_id)
        if query.training_id is not None:
            found = found.where(Leave.training_id == query.training_id)
        if query.current:
            today = self._store.now().date()
            begin = datetime.combine(today, time.min)
            found = found.outerjoin(Training, Training.id == Leave.training_id).where(
                or_(
                    Leave.training_id.is_(None) & (Leave.last >= today),
                    (Training.end >= begin) & (Training.state == TrainingState.PLANNED.value),
                )
            )
        with self._store.read() as db:
            return leave_rows(db, Leave.id.in_(found))

    def get(self, leave_id: UUID) -> LeaveRow:
        """Return one leave. Raises NotFound."""
        with self._store.read() as db:
            stored_row(db, Leave, leave_id, "leave")
            return leave_rows(db, Leave.id == leave_id)[0]

    def of_training(self, training_id: UUID) -> tuple[LeaveRow, ...]:
        """Return every leave that stands on a training's list or was asked for it alone."""
        marked = select(Attendee.leave_id).where(
            Attendee.training_id == training_id, Attendee.leave_id.is_not(None)
        )
        with self._store.read() as db:
            return leave_rows(db, Leave.id.in_(marked) | (Leave.training_id == training_id))

    def approvers(self) -> tuple[str, ...]:
        """Return who approved leaves before, most often first."""
        with self._store.read() as db:
            return used_before(db, Leave.approver)

    def soon(self) -> tuple[OnLeave, ...]:
        """Return who is on leave at the trainings of today and tomorrow."""
        begin = datetime.combine(self._store.now().date(), time.min)
        held_then = select(Training.id).where(
            Training.state == TrainingState.PLANNED.value,
            Training.start >= begin,
            Training.start < begin + timedelta(days=2),
        )
        query = (
            select(Training.id, Training.title, Training.start, Attendee.name)
            .join(Attendee, Training.id == TRAINING_OF_LINE)
            .where(*lines_on_leave(held_then))
            .order_by(Training.start, Training.id, Attendee.number)
        )
        names: dict[UUID, list[str]] = {}
        held: dict[UUID, tuple[str, datetime]] = {}
        with self._store.read() as db:
            for training_id, title, start, name in db.execute(query):
                names.setdefault(training_id, []).append(name)
                held[training_id] = (title, start)
        return tuple(
            OnLeave(training_id=key, title=title, start=start, names=tuple(names[key]))
            for key, (title, start) in held.items()
        )

    def slip(self, leave_id: UUID) -> LeaveSlip:
        """Return what the slip of a leave says. Raises NotFound."""
        with self._store.read() as db:
            return slip_of(db, leave_id, organiser=self._settings.get().organiser)

    def on_paper(self, training_id: UUID) -> LeaveList:
        """Return who is on leave at a training, for paper. Raises NotFound."""
        with self._store.read() as db:
            return leave_list(
                db,
                training_id,
                self.of_training(training_id),
                organiser=self._settings.get().organiser,
                as_of=self._store.now().date(),
            )

    # --- changing ----------------------------------------------------------------------------

    def ask(self, draft: LeaveDraft) -> UUID:
        """Enter a leave and mark the fixed lists it covers, in one act; return its id.

        Lines that are recorded already, and closed or cancelled trainings, stay as they are.
        Raises Refused with its field, NotFound, TrainingIsClosed or TrainingIsCancelled.
        """
        with self._store.write("leave.ask") as db:
            draft = _checked(db, draft)
            leave = Leave(**_columns(draft))
            db.add(leave)
            db.flush()
            self._excuse(db, leave)
        return leave.id

    def change(self, leave_id: UUID, *, version: int, draft: LeaveDraft) -> None:
        """Change a leave: marks made from it follow. Raises like `ask`, or ChangedMeanwhile."""
        with self._store.write("leave.change") as db:
            leave = shown_row(db, Leave, leave_id, "leave", version=version)
            draft = _checked(db, draft, but=leave_id)
            freed = _take_back_all(db, leave)
            for name, value in _columns(draft).items():
                setattr(leave, name, value)
            db.flush()
            self._excuse(db, leave, freed)

    def remove(self, leave_id: UUID) -> None:
        """Remove a leave with its slip; marks made from it that still say leave are taken back.

        On closed trainings they stay as marks of their own. Raises NotFound.
        """
        with self._store.write("leave.remove") as db:
            leave = stored_row(db, Leave, leave_id, "leave")
            freed = _take_back_all(db, leave)
            for row in db.scalars(select(Attendee).where(Attendee.leave_id == leave_id)):
                row.leave_id = None
            for slip in db.scalars(select(Attachment).where(Attachment.leave_id == leave_id)):
                _let_go(db, slip)
            db.flush()
            db.delete(leave)
            db.flush()
            self._excuse(db, leave, freed)

    def _excuse(self, db: Session, leave: Leave, freed: Sequence[Line] = ()) -> None:
        """Mark what leaves cover now of lines taken back and of those this leave may cover.

        Count the trainings and persons that were touched.
        """
        db.info["subject"] = db.get_one(Person, leave.person_id).name
        touched = {training.id for _, training in freed}
        persons = {row.person_id for row, _ in freed if row.person_id} | {leave.person_id}
        leaves: Mapping[UUID | None, list[Leave]] = {one: leaves_of(db, one) for one in persons}
        for row, training in (*freed, *unrecorded_lines(db, leave)):
            if excuse(row, training, leaves[row.person_id]):
                touched.add(training.id)
        counts = self._settings.get().stand_in_counts
        for training_id in touched:
            tallies.recount(db, training_id, persons=persons, stand_in_counts=counts)


def _take_back_all(db: Session, leave: Leave) -> list[Line]:
    """Take back the marks of a leave on trainings that are open; return these lines."""
    lines, leaves = lines_of(db, leave), leaves_of(db, leave.person_id)
    for row, training in lines:
        take_back(row, training, leaves)
    return lines


def _let_go(db: Session, slip: Attachment) -> None:
    """Take out a slip with its leave; one filed with a training stays in its dossier."""
    slip.leave_id = None
    if slip.training_id is None and slip.notice_id is None:
        db.flush()
        db.delete(slip)


def _columns(draft: LeaveDraft) -> dict[str, object]:
    return {
        "person_id": draft.person_id,
        "training_id": draft.training_id,
        "first": draft.first,
        "last": draft.last,
        "reason": draft.reason.value,
        "approver": draft.approver,
        "note": draft.note,
    }


def _checked(db: Session, draft: LeaveDraft, *, but: UUID | None = None) -> LeaveDraft:
    """Return a leave as it is stored; one for a single training has the days of that training."""
    must_exist(db, Person, draft.person_id, "person")
    if draft.training_id is not None:
        training = open_training(db, draft.training_id)
        draft = replace(draft, first=training.start.date(), last=training.end.date())
    for field, code in faults(draft).items():
        raise Refused(field, _FAULTS[code])
    same = select(func.count()).where(
        Leave.person_id == draft.person_id,
        Leave.training_id.is_not_distinct_from(draft.training_id),
        Leave.first == draft.first,
        Leave.last == draft.last,
        Leave.id != but if but is not None else Leave.id.is_not(None),
    )
    if db.scalar(same):
        raise Refused("person_id", "same_leave")
    approver = one_line("approver", draft.approver)
    return replace(draft, approver=approver, note=lines("note", draft.note))

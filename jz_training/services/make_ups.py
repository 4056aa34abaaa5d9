"""Make-up study (补学): what somebody did later for a training that was missed.

It is entered for lines of a training's list, also (and mostly) once the training is closed: it
raises 覆盖率 and hours and never moves a mark (DESIGN §5).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.hours import hours_fault
from jz_training.domain.make_up import MakeUpDraft, MakeUpForm, MissedRow
from jz_training.errors import NotFound, Refused
from jz_training.services import tallies
from jz_training.services.missed import (
    TO_MAKE_UP,
    MissedQuery,
    held,
    missed_count,
    missed_lines,
    missed_rows,
)
from jz_training.services.settings import WorkspaceSettings
from jz_training.services.stored_row import must_exist, shown_row
from jz_training.services.typed_text import lines
from jz_training.storage.store import Store
from jz_training.storage.tables import Attachment, Attendee, MakeUp, MakeUpGroup, Training

NAMED = 3


class MakeUps:
    """The make-ups of one workspace."""

    def __init__(self, store: Store, settings: WorkspaceSettings) -> None:
        self._store = store
        self._settings = settings

    # --- reading -----------------------------------------------------------------------------

    def missed(self, query: MissedQuery) -> tuple[MissedRow, ...]:
        """Return who missed what at trainings that were held, newest training first."""
        with self._store.read() as db:
            return missed_rows(db, query, now=self._store.now())

    def count(self, query: MissedQuery) -> int:
        """Return how many lines a query means, whatever its limit."""
        with self._store.read() as db:
            return missed_count(db, query, now=self._store.now())

    def of_training(self, training_id: UUID) -> tuple[MissedRow, ...]:
        """Return everybody who missed a training or parts of it, in the order of its sheet."""
        return self.missed(MissedQuery(training_id=training_id, limit=None))

    def of_lines(self, attendee_ids: Collection[UUID]) -> tuple[MissedRow, ...]:
        """Return lines by their ids, in order of unit and name; those gone are left out."""
        with self._store.read() as db:
            return missed_lines(db, attendee_ids)

    # --- changing ----------------------------------------------------------------------------

    def record(self, attendee_ids: Collection[UUID], draft: MakeUpDraft) -> tuple[UUID, ...]:
        """Enter one make-up for each line, in one act; return their ids in the lines' order.

        What was only planned for a line is replaced. Raises Refused (form fields; nobody_missed,
        not_missed, made_up_already) or NotFound; then nothing is entered.
        """
        with self._store.write("make_up.record", count=len(attendee_ids)) as db:
            draft = checked(draft, today=self._store.now().date())
            must_exist(db, MakeUpGroup, draft.group_id, "make_up_group")
            found = missed_now(db, attendee_ids, store=self._store)
            db.info["subject"] = names_of([line for line, _ in found])
            made = [put(db, line, training, draft) for line, training in found]
            recount(db, made, self._settings)
        return tuple(row.id for row in made)

    def change(self, make_up_id: UUID, *, version: int, draft: MakeUpDraft) -> None:
        """Change a make-up. Raises Refused, ChangedMeanwhile or NotFound."""
        with self._store.write("make_up.change") as db:
            row = shown_row(db, MakeUp, make_up_id, "make_up", version=version)
            draft = checked(draft, today=self._store.now().date())
            must_exist(db, MakeUpGroup, draft.group_id, "make_up_group")
            line = db.get_one(Attendee, row.attendee_id)
            _refuse_before(draft, db.get_one(Training, row.training_id))
            db.info["subject"] = line.name
            set_draft(row, draft)
            recount(db, [row], self._settings)

    def remove(self, make_up_ids: Collection[UUID]) -> None:
        """Take make-ups out; documents filed with them stay in the training's dossier."""
        with self._store.write("make_up.remove", count=len(make_up_ids)) as db:
            rows = list(db.scalars(select(MakeUp).where(MakeUp.id.in_(make_up_ids))))
            if len(rows) != len(set(make_up_ids)):
                raise NotFound("make_up")
            db.info["subject"] = names_of([db.get_one(Attendee, row.attendee_id) for row in rows])
            take_out(db, rows)
            recount(db, rows, self._settings)


# --- shared with make-up groups and lists ----------------------------------------------------


def checked(draft: MakeUpDraft, *, today: date) -> MakeUpDraft:
    """Return what was entered as it is stored. Raises Refused with the field at fault."""
    if draft.done_on is not None and draft.done_on > today:
        raise Refused("done_on", "in_future")
    if code := hours_fault(draft.hours):
        raise Refused("hours", code)
    return replace(draft, note=lines("note", draft.note))


def missed_now(
    db: Session, attendee_ids: Collection[UUID], *, store: Store
) -> list[tuple[Attendee, Training]]:
    """Return lines of which something can be made up, in their order on the sheets.

    Raises Refused (nobody_missed, not_missed) or NotFound.
    """
    if not attendee_ids:
        raise Refused("attendees", "nobody_missed")
    query = (
        select(Attendee, Training, TO_MAKE_UP & held(store.now()))
        .join(Training, Training.id == Attendee.training_id)
        .where(Attendee.id.in_(attendee_ids))
        .order_by(Training.start, Training.id, Attendee.number)
    )
    found = db.execute(query).all()
    if len(found) != len(set(attendee_ids)):
        raise NotFound("attendee")
    for line, _, missed in found:
        if not missed:
            raise Refused("attendees", "not_missed", name=line.name)
    return [(line, training) for line, training, _ in found]


def put(db: Session, line: Attendee, training: Training, draft: MakeUpDraft) -> MakeUp:
    """Give a line its make-up, in the place of one that was only planned. Raises Refused."""
    _refuse_before(draft, training)
    row = db.scalar(select(MakeUp).where(MakeUp.attendee_id == line.id))
    if row is None:
        row = MakeUp(attendee_id=line.id, training_id=training.id, person_id=line.person_id)
        db.add(row)
    elif row.done_on is not None:
        raise Refused("attendees", "made_up_already", name=line.name)
    set_draft(row, draft)
    return row


def set_draft(row: MakeUp, draft: MakeUpDraft) -> None:
    """Store what was entered for a make-up."""
    row.form = draft.form.value
    row.done_on, row.planned_on = draft.done_on, draft.planned_on
    row.hours, row.note, row.group_id = draft.hours, draft.note, draft.group_id


def take_out(db: Session, rows: Sequence[MakeUp]) -> None:
    """Remove make-ups; documents filed with them belong to the training's dossier from then on."""
    gone = [row.id for row in rows]
    for document in db.scalars(select(Attachment).where(Attachment.make_up_id.in_(gone))):
        document.make_up_id = None
    db.flush()
    for row in rows:
        db.delete(row)
    db.flush()


def forget_make_ups(db: Session, lines: Collection[Attendee]) -> None:
    """Remove the make-ups of lines that leave a list."""
    gone = [line.id for line in lines]
    take_out(db, db.scalars(select(MakeUp).where(MakeUp.attendee_id.in_(gone))).all())


def recount(db: Session, rows: Collection[MakeUp], settings: WorkspaceSettings) -> None:
    """Count the trainings and persons of make-ups anew."""
    counts = settings.get().stand_in_counts
    for training_id in {row.training_id for row in rows}:
        persons = {
            row.person_id
            for row in rows
            if row.training_id == training_id and row.person_id is not None
        }
        tallies.recount(db, training_id, persons=persons, stand_in_counts=counts)


def names_of(lines: Collection[Attendee]) -> str:
    """Return the first few names for the log: 张三、李四、王五等."""
    names = list(dict.fromkeys(line.name for line in lines))
    return "、".join(names[:NAMED]) + ("等" if len(names) > NAMED else "")


def _refuse_before(draft: MakeUpDraft, training: Training) -> None:
    """Refuse a make-up before what was missed; another batch may have come first."""
    missed = training.start.date()
    early = draft.done_on is not None and draft.done_on < missed
    if early and draft.form is not MakeUpForm.OTHER_BATCH:
        raise Refused("done_on", "before_missed", day=f"{missed.month}月{missed.day}日")

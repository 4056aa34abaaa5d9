"""The change log as a secretary reads it, and undoing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from jz_training.domain.parts import TrainingPart
from jz_training.domain.training import TrainingState
from jz_training.errors import CannotUndo, NotFound, StillUnrecorded
from jz_training.services import tallies
from jz_training.services.act_reach import made_up_of, persons_of, trainings_of
from jz_training.services.attendee_lists import is_settled
from jz_training.services.hours_rows import parts_of
from jz_training.services.part_marks import settle
from jz_training.services.settings import WorkspaceSettings
from jz_training.services.trainings import changeable_talk, open_training, the_training
from jz_training.storage.store import Store
from jz_training.storage.tables import Act, Attendee, Change, Training
from jz_training.storage.undo import undo


@dataclass(frozen=True, slots=True, kw_only=True)
class ActRow:
    """One line of the change log; labels.act_words puts verb, subject and count in words."""

    id: UUID
    at: datetime  # local time
    operator: str
    verb: str
    subject: str
    count: int
    undone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """What an act did to one row: column → value before and after; None: made or removed."""

    entity: str
    row_id: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


#: Acts that cannot be undone on their own.
FINAL = ("undo", "sheet.keep", "sheet.keep_many")
#: Acts that gave a list its numbers.
NUMBERING = ("list.freeze", "list.reorder")
#: Acts that move a training between its states.
OF_STATE = ("attendance.close", "attendance.reopen", "training.cancel", "training.revive")
#: Acts that may correct a head count, also of a talk that the count has closed.
OF_HEADS = ("outreach.change",)


class History:
    """What was done in this workspace, newest first."""

    def __init__(self, store: Store, settings: WorkspaceSettings) -> None:
        self._store = store
        self._settings = settings

    def acts(self, *, limit: int = 200, offset: int = 0) -> tuple[ActRow, ...]:
        """Return a page of the change log, in the order of writing: a clock may be set back."""
        query = select(Act).order_by(Act.id.desc()).limit(limit).offset(offset)
        with self._store.read() as db:
            return tuple(_act_row(act) for act in db.scalars(query))

    def changes(self, act_id: UUID) -> tuple[ChangeRow, ...]:
        """Return every row an act touched."""
        query = select(Change).where(Change.act_id == act_id).order_by(Change.position)
        with self._store.read() as db:
            return tuple(
                ChangeRow(entity=change.entity, row_id=row_id, before=before, after=after)
                for change in db.scalars(query)
                for row_id, before, after in change.rows
            )

    def undo(self, act_id: UUID) -> ActRow:
        """Undo one act and return it. Raises NotFound or CannotUndo; then nothing changed."""
        return self._undo(lambda db: db.get(Act, act_id))

    def undo_last(self) -> ActRow | None:
        """Undo the newest act that was not undone yet; None when there is none.

        Said again it goes one act further back: undoing is never undone (0002-storage-and-undo).
        """
        query = (
            select(Act)
            .where(Act.undone_by_id.is_(None), Act.verb.not_in(FINAL))
            .order_by(Act.id.desc())
            .limit(1)
        )
        with self._store.read() as db:
            last = db.scalars(query).first()
        return None if last is None else self.undo(last.id)

    def _undo(self, find: Callable[[Session], Act | None]) -> ActRow:
        with self._store.read() as db:
            act = find(db)
        if act is None:
            raise NotFound("act")
        _refuse_final(act)
        subject = f"{act.verb}|{act.subject}"
        try:
            with self._store.write("undo", subject=subject, count=act.count, undoes=act.id) as db:
                again = db.get_one(Act, act.id)
                _refuse_final(again)
                trainings = trainings_of(db, act.id)
                made_up = made_up_of(db, act.id)
                _refuse_on_paper(db, again, trainings)
                had = _parts_of(db, trainings)
                stand_ins = self._stand_ins(db)
                undo(db, again)
                again.undone_by_id = db.act_id
                _settle(db, had)
                counted = trainings | made_up | trainings_of(db, act.id)
                self._recount(db, act.id, counted, ruled_before=stand_ins)
                _refuse_settled(db, again, trainings)
        except IntegrityError as error:  # something newer points at a row that would go
            raise CannotUndo(act.subject) from error
        self._settings.forget()
        return _act_row(act)

    def _stand_ins(self, db: Session) -> bool:
        return self._settings.stored(db).stand_in_counts

    def _recount(
        self, db: Session, act_id: UUID, trainings: Iterable[UUID], *, ruled_before: bool
    ) -> None:
        """Count what an undone act touched; everything where it changed the rule of stand-ins."""
        counts = self._stand_ins(db)
        if counts is not ruled_before:
            tallies.rebuild(db, stand_in_counts=counts)
            return
        persons = persons_of(db, act_id)
        for training_id in trainings:
            tallies.recount(db, training_id, stand_in_counts=counts)
        if persons:
            who = Attendee.person_id.in_(persons)
            tallies.recount_persons(db, who, gone=persons, stand_in_counts=counts)


def _refuse_final(act: Act) -> None:
    """Refuse what was undone before, and what is never undone."""
    if act.undone_by_id is not None:
        raise CannotUndo(act.subject, "done_already")
    if act.verb in FINAL:
        raise CannotUndo(act.subject.rpartition("|")[2], "final")


def _refuse_on_paper(db: Session, act: Act, trainings: Iterable[UUID]) -> None:
    """A list whose numbers stand on paper or beside marks keeps them, however it was made."""
    if act.verb in NUMBERING:
        for training_id in trainings:
            if is_settled(db, the_training(db, training_id)):
                raise CannotUndo(act.subject, "on_paper")


def _parts_of(db: Session, trainings: Iterable[UUID]) -> dict[UUID, tuple[TrainingPart, ...]]:
    found = (db.get(Training, training_id) for training_id in trainings)
    return {training.id: parts_of(training) for training in found if training is not None}


def _settle(db: Session, had: Mapping[UUID, Sequence[TrainingPart]]) -> None:
    """Bring marks in step with parts and hours: these may be older than marks that stay."""
    for training_id, parts in had.items():
        training = db.get(Training, training_id)
        if training is not None:
            settle(db, training, had=parts)


def _refuse_settled(db: Session, act: Act, trainings: Iterable[UUID]) -> None:
    """What is closed or cancelled stays as it is, also by way of undoing an older act.

    Raises TrainingIsClosed, TrainingIsCancelled or StillUnrecorded.
    """
    for training_id in trainings:
        training = db.get(Training, training_id)
        if training is None:
            continue
        if act.verb in OF_HEADS:
            changeable_talk(training)
        elif act.verb not in OF_STATE:
            open_training(db, training_id)
        unrecorded = tallies.unrecorded(db, training_id)
        if training.state == TrainingState.CLOSED.value and unrecorded:
            raise StillUnrecorded(unrecorded)


def _act_row(act: Act) -> ActRow:
    return ActRow(
        id=act.id,
        at=act.at.replace(tzinfo=UTC).astimezone().replace(tzinfo=None),
        operator=act.operator,
        verb=act.verb,
        subject=act.subject,
        count=act.count,
        undone=act.undone_by_id is not None,
    )

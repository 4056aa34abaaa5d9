"""Trainings (场次): scheduling, changing, cancelling, copying, listing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.obligation import ObligationKind
from jz_training.domain.parts import renewed
from jz_training.domain.summary import LedgerRow
from jz_training.domain.training import TrainingDraft, TrainingState, TrainingView, moved
from jz_training.errors import (
    ChangedMeanwhile,
    NotFound,
    TrainingIsCancelled,
    TrainingIsClosed,
)
from jz_training.services import tallies
from jz_training.services.clash_check import refuse_clashes, takes_up
from jz_training.services.leave_marks import pre_mark_again
from jz_training.services.ledger import TrainingQuery, ledger_rows
from jz_training.services.rows import training_view
from jz_training.services.settings import WorkspaceSettings
from jz_training.services.training_writing import (
    checked,
    copy_surroundings,
    counted_otherwise,
    new_training,
    rewrite,
)
from jz_training.services.typed_text import one_line
from jz_training.services.used_before import offered, used_before
from jz_training.storage.store import Store
from jz_training.storage.tables import (
    Material,
    Obligation,
    Speaker,
    Topic,
    Training,
    TrainingTopic,
    Venue,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """What the form offers: what was entered before, most used first, then the libraries.

    `topics` are also those that notices name; `of_notices` has these by notice, in its order.
    """

    venues: tuple[str, ...]
    speakers: tuple[str, ...]
    chairs: tuple[str, ...]
    recorders: tuple[str, ...]
    topics: tuple[str, ...]
    materials: tuple[str, ...] = ()
    of_notices: Mapping[UUID, tuple[str, ...]] = field(default_factory=dict)

    def topics_for(self, notice_id: UUID | None) -> tuple[str, ...]:
        """Return the topics to offer, those of a notice first."""
        first = self.of_notices.get(notice_id, ()) if notice_id is not None else ()
        return tuple(dict.fromkeys((*first, *self.topics)))


class Trainings:
    """The trainings of one workspace."""

    def __init__(self, store: Store, settings: WorkspaceSettings) -> None:
        self._store = store
        self._settings = settings

    # --- reading -----------------------------------------------------------------------------

    def get(self, training_id: UUID) -> TrainingView:
        """Return one training. Raises NotFound."""
        with self._store.read() as db:
            return view_of(db, the_training(db, training_id))

    def list(self, query: TrainingQuery) -> tuple[LedgerRow, ...]:
        """Return the trainings a query means with their counts, numbered in the order given."""
        with self._store.read() as db:
            return ledger_rows(db, query, now=self._store.now())

    def search(self, text: str, *, limit: int = 20) -> tuple[LedgerRow, ...]:
        """Return trainings whose title, venue or speaker holds the text, newest first."""
        return self.list(TrainingQuery(text=text))[:limit] if text.strip() else ()

    def suggestions(self) -> Suggestions:
        """Return what was used before, asked for by notices, or kept in the libraries."""
        with self._store.read() as db:
            asked = _topics_of_notices(db)
            used = db.scalars(select(Topic.name).order_by(Topic.created_at))
            return Suggestions(
                venues=offered(db, Training.venue, Venue.name),
                speakers=offered(db, Training.speaker, Speaker.name),
                chairs=used_before(db, Training.chair),
                recorders=used_before(db, Training.recorder),
                topics=tuple(dict.fromkeys((*used, *(one for of in asked.values() for one in of)))),
                of_notices=asked,
                materials=tuple(db.scalars(select(Material.title).order_by(Material.id.desc()))),
            )

    # --- changing ----------------------------------------------------------------------------

    def schedule(self, draft: TrainingDraft) -> UUID:
        """Enter a new training and return its id. Raises Refused with its field, or ClashFound."""
        return self._enter("training.schedule", draft)

    def copy(self, training_id: UUID, *, start: datetime) -> UUID:
        """Enter the same training at another time: everything but list, marks, heads and sheets."""
        draft = self.get(training_id).draft
        copied = replace(moved(draft, start), parts=renewed(moved(draft, start).parts))
        return self._enter("training.copy", copied, like=training_id)

    def _enter(self, verb: str, draft: TrainingDraft, *, like: UUID | None = None) -> UUID:
        draft = checked(draft)
        with self._store.write(verb, subject=draft.title) as db:
            refuse_clashes(db, [(None, draft)], rule=self._settings.get().clash_rule)
            training = new_training(db, draft)
            if like is not None:
                copy_surroundings(db, like, training.id)
        return training.id

    def change(self, training_id: UUID, *, version: int, draft: TrainingDraft) -> None:
        """Change a training.

        Raises Refused, ChangedMeanwhile, ClashFound, TrainingIsClosed or TrainingIsCancelled.
        """
        self._change("training.change", training_id, version, lambda _: draft)

    def move(self, training_id: UUID, *, version: int, start: datetime, end: datetime) -> None:
        """Put a training at another time, its parts with it. Raises like `change`."""
        self._change("training.move", training_id, version, lambda old: moved(old, start, end))

    def _change(
        self,
        verb: str,
        training_id: UUID,
        version: int,
        changed: Callable[[TrainingDraft], TrainingDraft],
    ) -> None:
        with self._store.write(verb) as db:
            training = open_training(db, training_id)
            if training.version != version:
                raise ChangedMeanwhile("training", training.title)
            old = view_of(db, training).draft
            draft = checked(changed(old))
            db.info["subject"] = draft.title
            if takes_up(old) != takes_up(draft):
                refuse_clashes(db, [(training_id, draft)], rule=self._settings.get().clash_rule)
            rewrite(db, training, draft)
            if counted_otherwise(old, draft):
                self._recount(db, training_id)

    def cancel(self, training_id: UUID, *, reason: str) -> None:
        """Cancel a training: it stays on the ledger and is counted nowhere."""
        reason = one_line("reason", reason)
        with self._store.write("training.cancel") as db:
            training = open_training(db, training_id)
            db.info["subject"] = training.title
            training.state = TrainingState.CANCELLED.value
            training.cancel_reason = reason
            self._recount(db, training_id)

    def revive(self, training_id: UUID) -> None:
        """Take a cancellation back; what was not cancelled stays as it is. Raises ClashFound."""
        with self._store.write("training.revive") as db:
            training = the_training(db, training_id)
            if training.state != TrainingState.CANCELLED.value:
                return
            db.info["subject"] = training.title
            draft = view_of(db, training).draft
            refuse_clashes(db, [(training_id, draft)], rule=self._settings.get().clash_rule)
            training.state = TrainingState.PLANNED.value
            training.cancel_reason = ""
            pre_mark_again(db, training)
            self._recount(db, training_id)

    def _recount(self, db: Session, training_id: UUID) -> None:
        counts = self._settings.get().stand_in_counts
        tallies.recount(db, training_id, stand_in_counts=counts)


def the_training(db: Session, training_id: UUID) -> Training:
    """Return a stored training. Raises NotFound."""
    training = db.get(Training, training_id)
    if training is None:
        raise NotFound("training")
    return training


def open_training(db: Session, training_id: UUID) -> Training:
    """Return a training that may still be changed. Raises TrainingIsClosed or …Cancelled."""
    training = the_training(db, training_id)
    if training.state == TrainingState.CLOSED.value:
        raise TrainingIsClosed
    if training.state == TrainingState.CANCELLED.value:
        raise TrainingIsCancelled
    return training


def changeable_talk(training: Training) -> None:
    """Refuse changing a talk that is over for good: a count that closed it may be corrected.

    Where a list of names is kept its rules hold. Raises TrainingIsClosed or TrainingIsCancelled.
    """
    if training.state == TrainingState.CANCELLED.value:
        raise TrainingIsCancelled
    if training.state == TrainingState.CLOSED.value and training.list_frozen_at is not None:
        raise TrainingIsClosed


def view_of(db: Session, training: Training) -> TrainingView:
    """Return a stored training as shown, with its topics in order."""
    topics = (
        select(Topic.name)
        .join(TrainingTopic, TrainingTopic.topic_id == Topic.id)
        .where(TrainingTopic.training_id == training.id)
        .order_by(TrainingTopic.position)
    )
    return training_view(training, tuple(db.scalars(topics)))


def _topics_of_notices(db: Session) -> dict[UUID, tuple[str, ...]]:
    """Return what each notice wants to be studied, in the order of its obligations."""
    query = (
        select(Obligation.notice_id, Obligation.topics)
        .where(Obligation.kind == ObligationKind.TOPICS.value)
        .order_by(Obligation.notice_id.desc(), Obligation.position)
    )
    found: dict[UUID, tuple[str, ...]] = {}
    for notice_id, topics in db.execute(query):
        found[notice_id] = tuple(dict.fromkeys((*found.get(notice_id, ()), *topics)))
    return found

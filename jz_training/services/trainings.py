"""Trainings (场次): scheduling, changing, cancelling, copying, listing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.summary import LedgerRow
from jz_training.domain.training import (
    FIELD_LIMIT,
    SheetOrder,
    TrainingDraft,
    TrainingState,
    TrainingView,
    faults,
)
from jz_training.errors import (
    ChangedMeanwhile,
    NotFound,
    Refused,
    TrainingIsCancelled,
    TrainingIsClosed,
)
from jz_training.services import tallies
from jz_training.services.ledger import TrainingQuery, ledger_rows
from jz_training.services.rows import audience_json, training_view
from jz_training.services.settings import WorkspaceSettings
from jz_training.services.typed_text import lines, one_line
from jz_training.services.used_before import offered, used_before
from jz_training.storage.store import Store
from jz_training.storage.tables import (
    Material,
    Outreach,
    Speaker,
    Topic,
    Training,
    TrainingMaterial,
    TrainingTopic,
    Venue,
    Viewpoint,
)

#: The texts of a training that take one line each.
LINES = ("title", "venue", "chair", "speaker", "recorder", "organiser")

#: What a copied viewing point takes along; who sits there follows from the list.
ROOM_FIELDS = ("position", "name", "room", "responsible", "contact", "units")


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """What the form offers: what was entered before, most used first, then the libraries."""

    venues: tuple[str, ...]
    speakers: tuple[str, ...]
    chairs: tuple[str, ...]
    recorders: tuple[str, ...]
    topics: tuple[str, ...]
    materials: tuple[str, ...] = ()


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
        """Return what was used before and what the libraries of venues and speakers hold."""
        with self._store.read() as db:
            return Suggestions(
                venues=offered(db, Training.venue, Venue.name),
                speakers=offered(db, Training.speaker, Speaker.name),
                chairs=used_before(db, Training.chair),
                recorders=used_before(db, Training.recorder),
                topics=tuple(db.scalars(select(Topic.name).order_by(Topic.created_at))),
                materials=tuple(db.scalars(select(Material.title).order_by(Material.id.desc()))),
            )

    # --- changing ----------------------------------------------------------------------------

    def schedule(self, draft: TrainingDraft) -> UUID:
        """Enter a new training and return its id. Raises Refused with the field at fault."""
        return self._enter("training.schedule", draft)

    def copy(self, training_id: UUID, *, start: datetime) -> UUID:
        """Enter the same training at another time: everything but list, marks, heads and sheets."""
        draft = self.get(training_id).draft
        moved = replace(draft, start=start, end=start + (draft.end - draft.start))
        return self._enter("training.copy", moved, like=training_id)

    def _enter(self, verb: str, draft: TrainingDraft, *, like: UUID | None = None) -> UUID:
        draft = _checked(draft)
        with self._store.write(verb, subject=draft.title) as db:
            training = Training(
                **_columns(draft),
                state=TrainingState.PLANNED.value,
                list_order=SheetOrder.UNIT.value,
                list_frozen_at=None,
                closed_at=None,
            )
            db.add(training)
            _set_topics(db, training.id, draft.topics)
            if like is not None:
                _copy_place(db, like, training.id)
                copy_surroundings(db, like, training)
        return training.id

    def change(self, training_id: UUID, *, version: int, draft: TrainingDraft) -> None:
        """Change a training. Raises Refused, ChangedMeanwhile, TrainingIsClosed or …Cancelled."""
        draft = _checked(draft)
        with self._store.write("training.change", subject=draft.title) as db:
            training = open_training(db, training_id)
            if training.version != version:
                raise ChangedMeanwhile("training", training.title)
            hours_moved = training.hours != draft.hours
            for name, value in _columns(draft).items():
                setattr(training, name, value)
            _set_topics(db, training_id, draft.topics)
            if hours_moved:
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
        """Take a cancellation back; what was not cancelled stays as it is."""
        with self._store.write("training.revive") as db:
            training = the_training(db, training_id)
            if training.state != TrainingState.CANCELLED.value:
                return
            db.info["subject"] = training.title
            training.state = TrainingState.PLANNED.value
            training.cancel_reason = ""
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


def _columns(draft: TrainingDraft) -> dict[str, Any]:
    return {
        "form": draft.form.value,
        "start": draft.start,
        "end": draft.end,
        "hours": draft.hours,
        "required": draft.required,
        "audience": audience_json(draft.audience),
        "notice_id": draft.notice_id,
        "plan_item_id": draft.plan_item_id,
        "phase": draft.phase,
        "batch": draft.batch,
        **{name: getattr(draft, name) for name in (*LINES, "note")},
    }


def _checked(draft: TrainingDraft) -> TrainingDraft:
    """Return what was entered as it is stored. Raises Refused with the field at fault."""
    for field, code in faults(draft).items():
        raise Refused(field, code, limit=FIELD_LIMIT)
    texts: dict[str, Any] = {one: one_line(one, getattr(draft, one)) for one in LINES}
    topics = tuple(one_line("topics", topic) for topic in draft.topics)
    return replace(draft, **texts, topics=topics, note=lines("note", draft.note))


def _copy_place(db: Session, like: UUID, training_id: UUID) -> None:
    """Let a copied talk go to the same place and the same groups; nobody was counted there yet."""
    talk = db.scalars(select(Outreach).where(Outreach.training_id == like)).first()
    if talk is not None:
        db.add(
            Outreach(
                training_id=training_id,
                place_kind=talk.place_kind,
                unit_id=talk.unit_id,
                groups=list(talk.groups),
            )
        )


def copy_surroundings(db: Session, like: UUID, training: Training) -> None:
    """Let a copied training have the link, agenda, rooms and materials of the one it is like."""
    first = the_training(db, like)
    training.link, training.agenda = first.link, first.agenda
    rooms = select(Viewpoint).where(Viewpoint.training_id == like)
    for room in db.scalars(rooms.order_by(Viewpoint.position)):
        same = {name: getattr(room, name) for name in ROOM_FIELDS}
        db.add(Viewpoint(training_id=training.id, **same))
    studied = select(TrainingMaterial).where(TrainingMaterial.training_id == like)
    for link in db.scalars(studied.order_by(TrainingMaterial.position)):
        same = {"material_id": link.material_id, "position": link.position}
        db.add(TrainingMaterial(training_id=training.id, **same))


def _set_topics(db: Session, training_id: UUID, topics: tuple[str, ...]) -> None:
    names = list(dict.fromkeys(name for name in topics if name))
    had = select(TrainingTopic).where(TrainingTopic.training_id == training_id)
    linked = {link.topic_id: link for link in db.scalars(had)}
    known = {topic.name: topic for topic in db.scalars(select(Topic).where(Topic.name.in_(names)))}
    for position, name in enumerate(names):
        topic = known.get(name)
        if topic is None:
            topic = Topic(name=name)
            db.add(topic)
        link = linked.pop(topic.id, None)
        if link is None:
            db.add(TrainingTopic(training_id=training_id, topic_id=topic.id, position=position))
        else:
            link.position = position
    for link in linked.values():
        db.delete(link)

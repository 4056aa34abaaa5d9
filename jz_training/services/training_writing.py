"""Storing what was entered for a training: its columns, its topics, and what a copy takes along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.parts import MOST_PARTS, NAME_LIMIT, TrainingPart, part_fault
from jz_training.domain.training import (
    FIELD_LIMIT,
    LINK_LIMIT,
    SheetOrder,
    TrainingDraft,
    TrainingState,
    faults,
    settled,
)
from jz_training.errors import Refused
from jz_training.services.hours_rows import hours_rule_json, parts_json
from jz_training.services.leave_marks import pre_mark_again, release
from jz_training.services.part_marks import course_of, settle
from jz_training.services.rows import audience_json
from jz_training.services.typed_text import lines, one_line
from jz_training.storage.tables import (
    Outreach,
    Topic,
    Training,
    TrainingMaterial,
    TrainingTopic,
    Viewpoint,
)

#: The columns that say when a training is held.
_TIMES = ("start", "end", "parts")
#: The texts of a training that take one line each.
LINES = ("title", "venue", "chair", "speaker", "recorder", "organiser")


def checked(draft: TrainingDraft) -> TrainingDraft:
    """Return what was entered as it is stored. Raises Refused with the field at fault.

    The times follow the parts, the hours follow the rule set.
    """
    draft = settled(_with_clean_parts(draft))
    if found := part_fault(draft.parts):
        raise _part_refusal(draft.parts, *found)
    for field, code in faults(draft).items():
        raise Refused(field, code, limit=FIELD_LIMIT)
    texts: dict[str, Any] = {one: one_line(one, getattr(draft, one)) for one in LINES}
    topics = tuple(one_line("topics", topic) for topic in draft.topics)
    link = one_line("link", draft.link, limit=LINK_LIMIT)
    return replace(draft, **texts, topics=topics, link=link, note=lines("note", draft.note))


def _with_clean_parts(draft: TrainingDraft) -> TrainingDraft:
    named = [replace(part, name=one_line("parts", part.name)) for part in draft.parts]
    return replace(draft, parts=tuple(named)) if named else draft


def _part_refusal(parts: Sequence[TrainingPart], place: int, code: str) -> Refused:
    """Return the refusal that says which of the parts is at fault, by name and place."""
    name = parts[place].name
    return Refused(
        "parts", f"part_{code}", number=place + 1, name=name, limit=NAME_LIMIT, most=MOST_PARTS
    )


def new_training(db: Session, draft: TrainingDraft, *, series_id: UUID | None = None) -> Training:
    """Store a checked draft as a new training and return it."""
    training = Training(
        **_columns(draft),
        state=TrainingState.PLANNED.value,
        list_order=SheetOrder.UNIT.value,
        list_frozen_at=None,
        closed_at=None,
        series_id=series_id,
    )
    db.add(training)
    _set_topics(db, training.id, draft.topics)
    return training


def rewrite(db: Session, training: Training, draft: TrainingDraft) -> None:
    """Give a stored training the values of a checked draft; its marks follow its parts and hours.

    Marks made ahead from leaves follow it to its new days. Raises Refused when a part that has
    marks would go.
    """
    before, new = course_of(training), _columns(draft)
    moves = any(getattr(training, name) != new[name] for name in _TIMES)
    if moves:
        release(db, training)
    for name, value in new.items():
        setattr(training, name, value)
    _set_topics(db, training.id, draft.topics)
    if course_of(training) != before and (before.parts or draft.parts):
        settle(db, training, had=before.parts)
    if moves:
        db.flush()
        pre_mark_again(db, training)


def counted_otherwise(old: TrainingDraft, new: TrainingDraft) -> bool:
    """Tell whether a change of a training may move a counter: of marks, of hours, of days.

    Another time is enough: marks from leaves are made anew then.
    """
    return _counted(old) != _counted(new)


def _counted(draft: TrainingDraft) -> tuple[Any, ...]:
    return draft.hours, draft.hours_rule, draft.form, draft.parts, draft.start, draft.end


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
        "link": draft.link or None,
        "parts": parts_json(draft.parts),
        "hours_rule": hours_rule_json(draft.hours_rule) if draft.hours_rule else None,
        **{name: getattr(draft, name) for name in (*LINES, "note")},
    }


def copy_surroundings(db: Session, like: UUID, training_id: UUID) -> None:
    """Let a copy have the place of a talk, the materials, the viewing points and the agenda.

    Nobody was counted there yet, and no list is taken along.
    """
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
    _copy_materials(db, like, training_id)
    _copy_viewpoints(db, like, training_id)
    agenda = db.get_one(Training, like).agenda
    if agenda is not None:
        db.get_one(Training, training_id).agenda = list(agenda)


def _copy_materials(db: Session, like: UUID, training_id: UUID) -> None:
    used = select(TrainingMaterial).where(TrainingMaterial.training_id == like)
    for link in db.scalars(used.order_by(TrainingMaterial.position)):
        db.add(
            TrainingMaterial(
                training_id=training_id, material_id=link.material_id, position=link.position
            )
        )


def _copy_viewpoints(db: Session, like: UUID, training_id: UUID) -> None:
    rooms = select(Viewpoint).where(Viewpoint.training_id == like).order_by(Viewpoint.position)
    for room in db.scalars(rooms):
        db.add(
            Viewpoint(
                training_id=training_id,
                position=room.position,
                name=room.name,
                room=room.room,
                responsible=room.responsible,
                contact=room.contact,
                units=list(room.units),
            )
        )


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

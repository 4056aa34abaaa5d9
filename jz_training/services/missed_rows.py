"""Missed lines as views: with topics, the parts that were missed, the make-up and its evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from jz_training.domain.attendance import MISSED, AttendanceStatus, LeaveReason
from jz_training.domain.dossier import DossierPart
from jz_training.domain.make_up import MakeUpDraft, MakeUpForm, MissedRow
from jz_training.services.hours_rows import parts_of
from jz_training.services.rows import part_marks_of
from jz_training.storage.tables import (
    Attachment,
    Attendee,
    MakeUp,
    Topic,
    Training,
    TrainingTopic,
)


def rows_of(db: Session, found: Iterable[Row[*tuple[Any, ...]]]) -> tuple[MissedRow, ...]:
    """Return lines as shown, each given with its training, make-up and the title of its group."""
    lines = list(found)
    topics = _topics(db, {training.id for _, training, *_ in lines})
    evidence, shared = _evidence(db, {training.id for _, training, *_ in lines})
    return tuple(
        _row(
            line,
            training,
            make_up,
            topics=tuple(topics[training.id]),
            evidence=0 if make_up is None else evidence[make_up.id] + shared[training.id],
            group=group or "",
        )
        for line, training, make_up, group in lines
    )


def _row(
    line: Attendee,
    training: Training,
    make_up: MakeUp | None,
    *,
    topics: tuple[str, ...],
    evidence: int,
    group: str,
) -> MissedRow:
    status = AttendanceStatus(line.status)
    earned = (line.hours or 0) if status.came else 0
    return MissedRow(
        attendee_id=line.id,
        person_id=line.person_id,
        name=line.name,
        unit=line.unit,
        layer=line.layer,
        category=line.category,
        training_id=training.id,
        title=training.title,
        day=training.start.date(),
        status=status,
        reason=LeaveReason(line.reason) if line.reason else None,
        required=training.required,
        topics=topics,
        notice_id=training.notice_id,
        hours=None if training.hours is None else max(training.hours - earned, training.hours * 0),
        make_up_id=None if make_up is None else make_up.id,
        make_up_version=0 if make_up is None else make_up.version,
        make_up=None if make_up is None else draft_of(make_up),
        evidence=evidence,
        parts=_missed_parts(line, training) if status.came else (),
        group=group,
    )


def draft_of(row: MakeUp) -> MakeUpDraft:
    """Return what was entered for a make-up."""
    return MakeUpDraft(
        form=MakeUpForm(row.form),
        done_on=row.done_on,
        planned_on=row.planned_on,
        hours=row.hours,
        note=row.note,
        group_id=row.group_id,
    )


def _missed_parts(line: Attendee, training: Training) -> tuple[str, ...]:
    marks = part_marks_of(line)
    return tuple(
        part.name
        for part in parts_of(training)
        if part.id in marks and marks[part.id].status in MISSED
    )


def _topics(db: Session, trainings: Collection[UUID]) -> dict[UUID, list[str]]:
    query = (
        select(TrainingTopic.training_id, Topic.name)
        .join(Topic, Topic.id == TrainingTopic.topic_id)
        .where(TrainingTopic.training_id.in_(trainings))
        .order_by(TrainingTopic.position)
    )
    found: dict[UUID, list[str]] = defaultdict(list)
    for training_id, name in db.execute(query):
        found[training_id].append(name)
    return found


def _evidence(db: Session, trainings: Collection[UUID]) -> tuple[dict[UUID, int], dict[UUID, int]]:
    """Return how many documents were filed per make-up, and per training for all of its."""
    query = (
        select(Attachment.training_id, Attachment.make_up_id, func.count())
        .where(
            Attachment.training_id.in_(trainings),
            Attachment.dossier_part == DossierPart.MAKE_UP.value,
        )
        .group_by(Attachment.training_id, Attachment.make_up_id)
    )
    own: dict[UUID, int] = defaultdict(int)
    shared: dict[UUID, int] = defaultdict(int)
    for training_id, make_up_id, count in db.execute(query):
        if make_up_id is not None:
            own[make_up_id] += count
        elif training_id is not None:
            shared[training_id] += count
    return own, shared

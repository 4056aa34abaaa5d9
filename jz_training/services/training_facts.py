"""The trainings of notices as facts: from the counters, and who came by layer and category."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, exists, func, literal, or_, select
from sqlalchemy.orm import Session

from jz_training.domain.attendance import AttendeeRole
from jz_training.domain.evidence import GroupCount, TrainingFact
from jz_training.domain.outreach import OUTREACH_FORMS, PlaceKind
from jz_training.domain.training import AudienceRule, TrainingForm, TrainingState
from jz_training.services.roster_groups import Group, roster_groups
from jz_training.services.rows import audience_rule
from jz_training.services.tallies import HAS_COME, MADE_UP
from jz_training.storage.tables import (
    Attendee,
    Notice,
    Outreach,
    Person,
    Topic,
    Training,
    TrainingGroup,
    TrainingTally,
    TrainingTopic,
)

#: Who listened, on the list or not; those who spoke or helped were there for another reason.
LISTENED = Attendee.role.not_in([AttendeeRole.SPEAKER.value, AttendeeRole.STAFF.value])

_PLAIN = ("id", "title", "start", "phase", "batch", "required", "venue", "speaker")


def training_facts(
    db: Session, notices: Collection[UUID], *, now: datetime
) -> dict[UUID, list[TrainingFact]]:
    """Return the trainings of each notice in order of time; cancelled ones are left out."""
    roster = roster_groups(db)
    listed = _listed_groups(db, notices)
    topics = _topics(db, notices)
    found: dict[UUID, list[TrainingFact]] = defaultdict(list)
    for row in _rows(db, notices):
        groups = listed.get(row.id)
        if groups is None:
            groups = _meant_groups(audience_rule(row.audience), roster)
        found[row.notice_id].append(_fact(row, groups, topics.get(row.id, ()), now))
    return found


def of_notices(notices: Collection[UUID]) -> ColumnElement[bool]:
    """Return the condition on trainings that count at all."""
    return and_(Training.notice_id.in_(notices), Training.state != TrainingState.CANCELLED.value)


def _rows(db: Session, notices: Collection[UUID]) -> Iterable[Row[*tuple[Any, ...]]]:
    counts = (
        func.coalesce(getattr(TrainingTally, name), 0).label(name)
        for name in ("expected", "present", "unrecorded")
    )
    return db.execute(
        select(
            *(getattr(Training, name) for name in _PLAIN),
            Training.notice_id,
            Training.form,
            Training.audience,
            Outreach.place_kind,
            Outreach.unit_id,
            Outreach.head_count,
            Outreach.online_views,
            *counts,
        )
        .outerjoin(TrainingTally, TrainingTally.training_id == Training.id)
        .outerjoin(Outreach, Outreach.training_id == Training.id)
        .where(of_notices(notices))
        .order_by(Training.start, Training.id)
    )


def _fact(
    row: Row[*tuple[Any, ...]],
    groups: tuple[GroupCount, ...],
    topics: tuple[str, ...],
    now: datetime,
) -> TrainingFact:
    form = TrainingForm(row.form)
    return TrainingFact(
        **{name: getattr(row, name) for name in _PLAIN},
        form=form,
        held=row.start <= now,
        topics=topics,
        expected=row.expected,
        present=row.present,
        unrecorded=row.unrecorded,
        groups=groups,
        place_kind=_place_kind(form, row.place_kind),
        unit_id=row.unit_id,
        head_count=row.head_count,
        online_views=row.online_views,
    )


def _place_kind(form: TrainingForm, stored: str | None) -> PlaceKind | None:
    """Return where a talk went; one scheduled like any training went somewhere, nobody said where.

    None: it is no talk.
    """
    if stored is not None:
        return PlaceKind(stored)
    return PlaceKind.OTHER if form in OUTREACH_FORMS else None


def _topics(db: Session, notices: Collection[UUID]) -> dict[UUID, tuple[str, ...]]:
    query = (
        select(TrainingTopic.training_id, Topic.name)
        .join(Topic, Topic.id == TrainingTopic.topic_id)
        .join(Training, Training.id == TrainingTopic.training_id)
        .where(of_notices(notices))
        .order_by(TrainingTopic.position)
    )
    found: dict[UUID, list[str]] = defaultdict(list)
    for training_id, name in db.execute(query):
        found[training_id].append(name)
    return {training_id: tuple(names) for training_id, names in found.items()}


# --- who came --------------------------------------------------------------------------------


def _listed_groups(db: Session, notices: Collection[UUID]) -> dict[UUID, tuple[GroupCount, ...]]:
    """Return how many of each group were expected and came, for trainings with a fixed list."""
    query = (
        select(
            TrainingGroup.training_id,
            TrainingGroup.layer,
            TrainingGroup.category,
            TrainingGroup.expected,
            TrainingGroup.present,
        )
        .join(Training, Training.id == TrainingGroup.training_id)
        .where(of_notices(notices))
        .order_by(TrainingGroup.training_id, TrainingGroup.layer, TrainingGroup.category)
    )
    found: dict[UUID, list[GroupCount]] = defaultdict(list)
    for training_id, layer, category, expected, present in db.execute(query):
        found[training_id].append(
            GroupCount(layer=layer, category=category, expected=expected, present=present)
        )
    return {training_id: tuple(groups) for training_id, groups in found.items()}


def _meant_groups(rule: AudienceRule, roster: Mapping[Group, int]) -> tuple[GroupCount, ...]:
    """Return the groups an audience rule means while no list is fixed, with zero counts."""
    if not rule.everyone:
        return ()
    return tuple(
        GroupCount(layer=layer, category=category, expected=0, present=0)
        for layer, category in roster
        if (not rule.layers or layer in rule.layers)
        and (not rule.categories or category in rule.categories)
    )


def people_reached(
    db: Session, notices: Collection[UUID], *, now: datetime, stand_in_counts: bool
) -> dict[UUID, dict[Group, int]]:
    """Return how many active persons of each group came to a training marked 必修 (R06), or made
    one up.

    A stand-in is not the person's own presence unless the setting says so (DESIGN §5).
    """
    if not notices:
        return {}
    came = HAS_COME if stand_in_counts else and_(HAS_COME, ~Attendee.stands_in)
    required = (
        select(Training.id)
        .where(Training.notice_id == Notice.id, Training.required, Training.start <= now)
        .where(Training.state != TrainingState.CANCELLED.value)
    )
    # asked person by person: the index on the person ends at the first training that fits
    has_come = exists().where(
        Attendee.person_id == Person.id,
        LISTENED,
        or_(came, MADE_UP),
        Attendee.training_id.in_(required),
    )
    query = (
        select(Notice.id, Person.layer, Person.category, func.count())
        .join(Person, literal(True))
        .where(Notice.id.in_(notices), Person.retired_on.is_(None), exists(required), has_come)
        .group_by(Notice.id, Person.layer, Person.category)
    )
    found: dict[UUID, dict[Group, int]] = defaultdict(dict)
    for notice_id, layer, category, people in db.execute(query):
        found[notice_id][layer, category] = people
    return found

"""The talks on the list of outreach (宣讲), read with one query: facts, place and heads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, func, or_, select
from sqlalchemy.orm import Session

from jz_training.domain.outreach import OUTREACH_FORMS, OutreachDraft, OutreachRow, PlaceKind
from jz_training.domain.training import TrainingForm, TrainingState
from jz_training.services.ledger import about, between_days
from jz_training.storage.tables import Outreach, Training, TrainingTally

#: What makes a training a talk: its row of outreach, or its form when it came by the timetable.
IS_TALK: ColumnElement[bool] = or_(
    Outreach.id.is_not(None), Training.form.in_([form.value for form in OUTREACH_FORMS])
)
#: Stored value → member: on a list of thousands looking up is much quicker than making.
FORMS = {form.value: form for form in TrainingForm}
#: A talk that came by the timetable has no place yet.
PLACE_KINDS: dict[str | None, PlaceKind] = {kind.value: kind for kind in PlaceKind} | {
    None: PlaceKind.OTHER
}
NOT_CANCELLED: ColumnElement[bool] = Training.state != TrainingState.CANCELLED.value


@dataclass(frozen=True, slots=True, kw_only=True)
class OutreachQuery:
    """Which talks to list; `start` and `end` are days, both included, `limit` the most."""

    notice_id: UUID | None = None
    place_kind: PlaceKind | None = None
    start: date | None = None
    end: date | None = None
    text: str = ""
    limit: int | None = None


def outreach_rows(db: Session, query: OutreachQuery, *, now: datetime) -> tuple[OutreachRow, ...]:
    """Return the talks a query means, newest first; cancelled ones are left out."""
    found = _filtered(_selection(), query).where(NOT_CANCELLED)
    found = found.order_by(Training.start.desc(), Training.id.desc())
    return tuple(_row(row, now) for row in db.execute(found.limit(query.limit)))


def outreach_row(db: Session, training_id: UUID, *, now: datetime) -> OutreachRow | None:
    """Return one talk, cancelled or not; None when the training is none or is not there."""
    row = db.execute(_selection().where(Training.id == training_id)).first()
    return None if row is None else _row(row, now)


def _selection() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Training.id,
            (Training.version + func.coalesce(Outreach.version, 0)).label("version"),
            Training.title,
            Training.form,
            Training.start,
            Training.end,
            Training.state,
            Training.venue,
            Training.speaker,
            Training.note,
            Training.notice_id,
            Outreach.place_kind,
            Outreach.unit_id,
            Outreach.head_count,
            Outreach.groups,
            Outreach.online_views,
            TrainingTally.expected,
            TrainingTally.present,
        )
        .outerjoin(Outreach, Outreach.training_id == Training.id)
        .outerjoin(TrainingTally, TrainingTally.training_id == Training.id)
        .where(IS_TALK)
    )


def _filtered(found: Select[*tuple[Any, ...]], query: OutreachQuery) -> Select[*tuple[Any, ...]]:
    if query.notice_id is not None:
        found = found.where(Training.notice_id == query.notice_id)
    if query.place_kind is not None:
        kind = func.coalesce(Outreach.place_kind, PlaceKind.OTHER.value)
        found = found.where(kind == query.place_kind.value)
    return about(between_days(found, query.start, query.end), query.text)


def _row(row: Row[*tuple[Any, ...]], now: datetime) -> OutreachRow:
    """Return a talk as shown; taking a row apart at once is twice as quick as by name."""
    training_id, version, title, form, start, end, state, venue, speaker, note, *others = row
    notice_id, place_kind, unit_id, head_count, groups, online_views, expected, present = others
    draft = OutreachDraft(
        title=title,
        form=FORMS[form],
        start=start,
        end=end,
        place_kind=PLACE_KINDS[place_kind],
        place=venue,
        unit_id=unit_id,
        speaker=speaker,
        head_count=head_count,
        groups=tuple(groups or ()),
        online_views=online_views,
        note=note,
        notice_id=notice_id,
    )
    return OutreachRow(
        training_id=training_id,
        version=version,
        draft=draft,
        held=state != TrainingState.CANCELLED.value and start <= now,
        named=present if expected else None,
    )

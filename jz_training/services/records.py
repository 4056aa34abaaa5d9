"""The records of trainings (会议记录、学习记录): what was said, written by the secretary."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.attendance import MISSED, AttendeeRole
from jz_training.domain.tally import tally
from jz_training.domain.training import TrainingState
from jz_training.domain.training_record import (
    HEADING_LIMIT,
    TEXT_LIMIT,
    PointKind,
    RecordDraft,
    RecordPoint,
    TrainingRecord,
    faults,
    outline,
)
from jz_training.errors import ChangedMeanwhile, Refused, TrainingIsCancelled
from jz_training.services.agendas import agenda_of
from jz_training.services.attendance import sheet_of
from jz_training.services.settings import WorkspaceSettings
from jz_training.services.trainings import the_training, view_of
from jz_training.services.typed_text import lines, one_line
from jz_training.storage import tables
from jz_training.storage.store import Store

_NO_POINT = RecordPoint(kind=PointKind.OTHER, heading="")


class Records:
    """The records of one workspace."""

    def __init__(self, store: Store, settings: WorkspaceSettings) -> None:
        self._store = store
        self._settings = settings

    def get(self, training_id: UUID) -> TrainingRecord:
        """Return the record of a training, with who came and who did not. Raises NotFound.

        While nothing was written (`version` 0) it begins with what the training knows: chair,
        recorder, who sat in, and a point for each line of the agenda.
        """
        with self._store.read() as db:
            stored = the_training(db, training_id)
            rows = sheet_of(db, stored).rows
            row = _row_of(db, training_id)
            training = view_of(db, stored)
            expected = [one for one in rows if one.role is AttendeeRole.EXPECTED]
            others = tuple(one for one in rows if one.role is not AttendeeRole.EXPECTED)
            begun = RecordDraft(
                chair=training.draft.chair,
                recorder=training.draft.recorder,
                observers="、".join(o.name for o in others if o.role is AttendeeRole.OBSERVER),
                points=outline(agenda_of(stored)),
            )
            return TrainingRecord(
                training=training,
                organiser=training.draft.organiser or self._settings.get().organiser,
                draft=begun if row is None else _draft_of(row),
                present=tuple(one for one in expected if one.mark.status.came),
                missed=tuple(one for one in expected if one.mark.status in MISSED),
                others=others,
                tally=tally(rows),
                version=0 if row is None else row.version,
                id=None if row is None else row.id,
            )

    def write(self, training_id: UUID, *, version: int, draft: RecordDraft) -> int:
        """Keep what was written and return its version; `version` is the one that was shown.

        A closed training may still be written about: its figures do not move. Raises Refused,
        NotFound, ChangedMeanwhile or TrainingIsCancelled.
        """
        draft = _checked(draft)
        with self._store.write("record.write") as db:
            training = the_training(db, training_id)
            if training.state == TrainingState.CANCELLED.value:
                raise TrainingIsCancelled
            db.info["subject"] = training.title
            row = _row_of(db, training_id)
            if version != (0 if row is None else row.version):
                raise ChangedMeanwhile("record", training.title)
            if row is None:
                row = tables.TrainingRecord(training_id=training_id)
                db.add(row)
            for name, value in _columns(draft).items():
                setattr(row, name, value)
            db.flush()
            return row.version


def _row_of(db: Session, training_id: UUID) -> tables.TrainingRecord | None:
    query = select(tables.TrainingRecord).where(tables.TrainingRecord.training_id == training_id)
    return db.scalars(query).first()


def _draft_of(row: tables.TrainingRecord) -> RecordDraft:
    return RecordDraft(
        chair=row.chair,
        recorder=row.recorder,
        observers=row.observers,
        began=row.began,
        ended=row.ended,
        points=tuple(
            RecordPoint(**(point | {"kind": PointKind(point["kind"])})) for point in row.points
        ),
    )


def _columns(draft: RecordDraft) -> dict[str, Any]:
    return {
        "chair": draft.chair,
        "recorder": draft.recorder,
        "observers": draft.observers,
        "began": draft.began,
        "ended": draft.ended,
        "points": [
            {"kind": p.kind.value, "heading": p.heading, "who": p.who, "text": p.text}
            for p in draft.points
        ],
    }


def _checked(draft: RecordDraft) -> RecordDraft:
    """Return what was written as it is stored. Raises Refused with the field at fault."""
    for field, code in faults(draft).items():
        raise Refused(field, code, limit=TEXT_LIMIT)
    return replace(
        draft,
        chair=one_line("chair", draft.chair),
        recorder=one_line("recorder", draft.recorder),
        observers=lines("observers", draft.observers),
        points=tuple(_points(draft.points)),
    )


def _points(points: Iterable[RecordPoint]) -> Iterable[RecordPoint]:
    """Return the points that say something, their texts made tidy."""
    for point in points:
        tidy = replace(
            point,
            heading=one_line("points", point.heading, limit=HEADING_LIMIT),
            who=one_line("points", point.who),
            text=lines("points", point.text, limit=TEXT_LIMIT),
        )
        if replace(tidy, kind=PointKind.OTHER) != _NO_POINT:
            yield tidy

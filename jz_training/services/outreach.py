"""Outreach (宣讲): entered in seconds, counted by heads or by a list of names."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.outreach import (
    MonthOfOutreach,
    OutreachDraft,
    OutreachRow,
    by_month,
    faults,
)
from jz_training.domain.training import AudienceRule, SheetOrder, TrainingState
from jz_training.errors import ChangedMeanwhile, NotFound, Refused
from jz_training.services.outreach_rows import (
    IS_TALK,
    OutreachQuery,
    outreach_row,
    outreach_rows,
)
from jz_training.services.publicity import PublicityQuery, published_days
from jz_training.services.rows import audience_json
from jz_training.services.stored_row import must_exist
from jz_training.services.trainings import Trainings, changeable_talk, the_training
from jz_training.services.typed_text import lines, one_line, words
from jz_training.services.used_before import MOST_OFFERED, used_before
from jz_training.storage.store import Store
from jz_training.storage.tables import Notice, Outreach, Training, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class OutreachSuggestions:
    """What was entered before for talks, for the form to offer; most used first."""

    speakers: tuple[str, ...]
    places: tuple[str, ...]
    groups: tuple[str, ...]


class OutreachLog:
    """The talks of one workspace."""

    def __init__(self, store: Store, trainings: Trainings) -> None:
        self._store = store
        self._trainings = trainings

    # --- reading -----------------------------------------------------------------------------

    def list(self, query: OutreachQuery) -> tuple[OutreachRow, ...]:
        """Return the talks a query means, newest first; cancelled ones are left out."""
        with self._store.read() as db:
            return outreach_rows(db, query, now=self._store.now())

    def get(self, training_id: UUID) -> OutreachRow:
        """Return one talk, also a cancelled one. Raises NotFound."""
        with self._store.read() as db:
            return self._row(db, training_id)

    def _row(self, db: Session, training_id: UUID) -> OutreachRow:
        row = outreach_row(db, training_id, now=self._store.now())
        if row is None:
            raise NotFound("outreach")
        return row

    def months(
        self,
        start: date | None = None,
        end: date | None = None,
        *,
        notice_id: UUID | None = None,
    ) -> tuple[MonthOfOutreach, ...]:
        """Return what each month came to, both days included; months between are not left out."""
        talks = OutreachQuery(notice_id=notice_id, start=start, end=end)
        articles = PublicityQuery(notice_id=notice_id, start=start, end=end)
        with self._store.read() as db:
            rows = outreach_rows(db, talks, now=self._store.now())
            return by_month(rows, published_days(db, articles))

    def suggestions(self) -> OutreachSuggestions:
        """Return speakers, places and groups of listeners that were entered before."""
        talks = select(Training.id).outerjoin(Outreach, Outreach.training_id == Training.id)
        of_talks = Training.id.in_(talks.where(IS_TALK))
        with self._store.read() as db:
            return OutreachSuggestions(
                speakers=used_before(db, Training.speaker, of_talks),
                places=used_before(db, Training.venue, of_talks),
                groups=_groups_used(db),
            )

    # --- changing ----------------------------------------------------------------------------

    def record(self, draft: OutreachDraft) -> UUID:
        """Enter a talk in one act and return its training's id. Raises Refused or NotFound.

        It is closed at once when it is over and a head count is given: that is its record.
        """
        draft = self._checked(draft)
        with self._store.write("outreach.record", subject=draft.title) as db:
            _check_links(db, draft)
            training = Training(
                **_training_columns(draft),
                state=TrainingState.PLANNED.value,
                audience=audience_json(_audience(draft)),
                list_order=SheetOrder.UNIT.value,
            )
            self._close_or_open(training, draft)
            db.add(training)
            db.add(Outreach(training_id=training.id, **_outreach_columns(draft)))
        return training.id

    def change(self, training_id: UUID, *, version: int, draft: OutreachDraft) -> None:
        """Change a talk, also one that its head count closed: that count may be corrected.

        Where a list of names is kept its rules hold. Raises Refused, NotFound, ChangedMeanwhile,
        TrainingIsClosed or TrainingIsCancelled.
        """
        draft = self._checked(draft)
        with self._store.write("outreach.change", subject=draft.title) as db:
            before = self._row(db, training_id)
            if before.version != version:
                raise ChangedMeanwhile("outreach", before.draft.title)
            _check_links(db, draft)
            training = _changeable(db, training_id)
            if training.list_frozen_at is None:
                self._close_or_open(training, draft)
                _follow_unit(training, before.draft, draft)
            elif draft.head_count not in (None, before.draft.head_count):
                raise Refused("head_count", "has_list")
            for name, value in _training_columns(draft).items():
                setattr(training, name, value)
            _set_outreach(db, training_id, draft)

    def cancel(self, training_id: UUID, *, reason: str) -> None:
        """Cancel a talk, also one that its head count closed; a list of names keeps its rules.

        Raises Refused, NotFound, TrainingIsClosed or TrainingIsCancelled.
        """
        if self._trainings.get(training_id).list_frozen_at is not None:
            self._trainings.cancel(training_id, reason=reason)
            return
        reason = one_line("reason", reason)
        with self._store.write("training.cancel") as db:
            training = _changeable(db, training_id)
            db.info["subject"] = training.title
            training.state, training.closed_at = TrainingState.CANCELLED.value, None
            training.cancel_reason = reason

    def _close_or_open(self, training: Training, draft: OutreachDraft) -> None:
        """Close a talk without a list that is over and was counted; open it when it is not."""
        now = self._store.now()
        if draft.head_count is None or draft.end > now:
            training.state, training.closed_at = TrainingState.PLANNED.value, None
        elif training.state != TrainingState.CLOSED.value:
            training.state, training.closed_at = TrainingState.CLOSED.value, now

    def _checked(self, draft: OutreachDraft) -> OutreachDraft:
        """Return what was entered as it is stored. Raises Refused with the field at fault."""
        for field, code in faults(draft, now=self._store.now()).items():
            raise Refused(field, code)
        texts: dict[str, Any] = {
            one: one_line(one, getattr(draft, one)) for one in ("title", "place", "speaker")
        }
        groups = words("groups", draft.groups)
        return replace(draft, groups=groups, note=lines("note", draft.note), **texts)


def _changeable(db: Session, training_id: UUID) -> Training:
    """Return a talk that may be changed. Raises NotFound, TrainingIsClosed or …Cancelled."""
    training = the_training(db, training_id)
    changeable_talk(training)
    return training


def _audience(draft: OutreachDraft) -> AudienceRule:
    """Return whom a list of names would begin with: the unit visited, else nobody yet."""
    if draft.unit_id is None:
        return AudienceRule(everyone=False)
    return AudienceRule(units=(draft.unit_id,))


def _follow_unit(training: Training, before: OutreachDraft, now: OutreachDraft) -> None:
    """Let the audience go to another unit with the talk, unless somebody chose it otherwise."""
    if training.audience == audience_json(_audience(before)):
        training.audience = audience_json(_audience(now))


def _training_columns(draft: OutreachDraft) -> dict[str, Any]:
    return {
        "title": draft.title,
        "form": draft.form.value,
        "start": draft.start,
        "end": draft.end,
        "venue": draft.place,
        "speaker": draft.speaker,
        "note": draft.note,
        "notice_id": draft.notice_id,
    }


def _outreach_columns(draft: OutreachDraft) -> dict[str, Any]:
    return {
        "place_kind": draft.place_kind.value,
        "unit_id": draft.unit_id,
        "head_count": draft.head_count,
        "groups": list(draft.groups),
        "online_views": draft.online_views,
    }


def _set_outreach(db: Session, training_id: UUID, draft: OutreachDraft) -> None:
    """Store place and heads; a talk that came by the timetable has no row for them yet."""
    row = db.scalars(select(Outreach).where(Outreach.training_id == training_id)).first()
    if row is None:
        db.add(Outreach(training_id=training_id, **_outreach_columns(draft)))
        return
    for name, value in _outreach_columns(draft).items():
        setattr(row, name, value)


def _check_links(db: Session, draft: OutreachDraft) -> None:
    must_exist(db, Notice, draft.notice_id, "notice")
    must_exist(db, Unit, draft.unit_id, "unit")


def _groups_used(db: Session) -> tuple[str, ...]:
    used = Counter(group for groups in db.scalars(select(Outreach.groups)) for group in groups)
    return tuple(group for group, _ in used.most_common(MOST_OFFERED))

"""Make-up groups (补学班): those who missed the same thing meet once more."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from jz_training.domain.make_up import (
    MakeUpDraft,
    MakeUpForm,
    MakeUpGroupDraft,
    MakeUpGroupRow,
    MakeUpState,
    MissedRow,
)
from jz_training.domain.make_up_proposal import GroupProposal, ProposeBy, proposals
from jz_training.errors import Refused
from jz_training.services.make_ups import missed_now, put, recount, take_out
from jz_training.services.missed import MissedQuery, group_members, missed_rows
from jz_training.services.settings import WorkspaceSettings
from jz_training.services.stored_row import shown_row, stored_row
from jz_training.services.typed_text import lines, one_line
from jz_training.services.used_before import used_before
from jz_training.storage.store import Store
from jz_training.storage.tables import MakeUp, MakeUpGroup

_TEXTS = ("title", "venue", "leader")


class MakeUpGroups:
    """The make-up groups of one workspace."""

    def __init__(self, store: Store, settings: WorkspaceSettings) -> None:
        self._store = store
        self._settings = settings

    # --- reading -----------------------------------------------------------------------------

    def list(self) -> tuple[MakeUpGroupRow, ...]:
        """Return every group: those still to be held by day (undated last), then finished ones."""
        with self._store.read() as db:
            found = list(db.scalars(select(MakeUpGroup)))
            members = group_members(db, [group.id for group in found])
        rows = [_group_row(group, members.get(group.id, ())) for group in found]
        rows.sort(key=lambda row: (row.draft.day or date.max, row.draft.title, row.id))
        to_come = [row for row in rows if not row.finished]
        return (*to_come, *reversed([row for row in rows if row.finished]))

    def due(self) -> tuple[MakeUpGroupRow, ...]:
        """Return the groups whose day has come and in which somebody still waits."""
        today = self._store.now().date()
        waits = exists().where(MakeUp.group_id == MakeUpGroup.id, MakeUp.done_on.is_(None))
        query = select(MakeUpGroup).where(MakeUpGroup.day <= today, waits)
        with self._store.read() as db:
            found = list(db.scalars(query.order_by(MakeUpGroup.day, MakeUpGroup.id)))
            members = group_members(db, [group.id for group in found])
        return tuple(_group_row(group, members[group.id]) for group in found)

    def get(self, group_id: UUID) -> MakeUpGroupRow:
        """Return one group. Raises NotFound."""
        with self._store.read() as db:
            group = stored_row(db, MakeUpGroup, group_id, "make_up_group")
            return _group_row(group, group_members(db, [group_id])[group_id])

    def venues(self) -> tuple[str, ...]:
        """Return where groups met before, most used first."""
        with self._store.read() as db:
            return used_before(db, MakeUpGroup.venue)

    def leaders(self) -> tuple[str, ...]:
        """Return who led groups before, most often first."""
        with self._store.read() as db:
            return used_before(db, MakeUpGroup.leader)

    def propose(
        self, query: MissedQuery, *, by: ProposeBy = ProposeBy.TRAINING
    ) -> tuple[GroupProposal, ...]:
        """Return groups of those who still miss the same thing, the largest first."""
        still = replace(query, state=MakeUpState.OPEN, limit=None)
        with self._store.read() as db:
            return proposals(missed_rows(db, still, now=self._store.now()), by=by)

    # --- changing ----------------------------------------------------------------------------

    def make_group(self, draft: MakeUpGroupDraft, attendee_ids: Collection[UUID]) -> UUID:
        """Make a group of lines; each is then arranged for its day. Raises Refused or NotFound."""
        draft = _checked(draft)
        with self._store.write(
            "make_up_group.make", subject=draft.title, count=len(attendee_ids)
        ) as db:
            group = MakeUpGroup(**_columns(draft))
            db.add(group)
            db.flush()
            self._arrange(db, group, attendee_ids)
        return group.id

    def add(self, group_id: UUID, attendee_ids: Collection[UUID]) -> None:
        """Let more lines make it up in a group. Raises Refused or NotFound."""
        with self._store.write("make_up_group.add", count=len(attendee_ids)) as db:
            group = stored_row(db, MakeUpGroup, group_id, "make_up_group")
            db.info["subject"] = group.title
            self._arrange(db, group, attendee_ids)

    def change(self, group_id: UUID, *, version: int, draft: MakeUpGroupDraft) -> None:
        """Change a group; those who still wait follow its day and form.

        Raises Refused, ChangedMeanwhile or NotFound.
        """
        draft = _checked(draft)
        with self._store.write("make_up_group.change", subject=draft.title) as db:
            group = shown_row(db, MakeUpGroup, group_id, "make_up_group", version=version)
            for name, value in _columns(draft).items():
                setattr(group, name, value)
            for row in _waiting(db, group_id):
                row.form, row.planned_on = draft.form.value, draft.day

    def remove(self, group_id: UUID) -> None:
        """Dissolve a group: what was only planned goes, what was done stays. Raises NotFound."""
        with self._store.write("make_up_group.remove") as db:
            group = stored_row(db, MakeUpGroup, group_id, "make_up_group")
            db.info["subject"] = group.title
            waiting = _waiting(db, group_id)
            take_out(db, waiting)
            recount(db, waiting, self._settings)
            for row in db.scalars(select(MakeUp).where(MakeUp.group_id == group_id)):
                row.group_id = None
            db.flush()
            db.delete(group)

    def finish_group(self, group_id: UUID, done_on: date, came: Collection[UUID]) -> int:
        """Enter who of those waiting came (line ids); the others are free to be arranged anew.

        Return how many came. Raises Refused (nobody_came, in_future, before_missed) or NotFound.
        """
        if done_on > self._store.now().date():
            raise Refused("done_on", "in_future")
        with self._store.write("make_up_group.finish") as db:
            group = stored_row(db, MakeUpGroup, group_id, "make_up_group")
            waiting = _waiting(db, group_id)
            done = [row for row in waiting if row.attendee_id in came]
            if not done:
                raise Refused("came", "nobody_came")
            db.info.update(subject=group.title, count=len(done))
            self._finish(db, group, done, done_on)
            take_out(db, [row for row in waiting if row.attendee_id not in came])
            recount(db, waiting, self._settings)
        return len(done)

    def _finish(
        self, db: Session, group: MakeUpGroup, rows: Sequence[MakeUp], done_on: date
    ) -> None:
        missed = missed_now(db, [row.attendee_id for row in rows], store=self._store)
        for line, training in missed:
            put(db, line, training, _planned(group, done_on=done_on))

    def _arrange(self, db: Session, group: MakeUpGroup, attendee_ids: Collection[UUID]) -> None:
        missed = missed_now(db, attendee_ids, store=self._store)
        planned = [put(db, line, training, _planned(group)) for line, training in missed]
        recount(db, planned, self._settings)


def _planned(group: MakeUpGroup, *, done_on: date | None = None) -> MakeUpDraft:
    return MakeUpDraft(
        form=MakeUpForm(group.form), planned_on=group.day, done_on=done_on, group_id=group.id
    )


def _waiting(db: Session, group_id: UUID) -> list[MakeUp]:
    query = select(MakeUp).where(MakeUp.group_id == group_id, MakeUp.done_on.is_(None))
    return list(db.scalars(query.order_by(MakeUp.id)))


def _checked(draft: MakeUpGroupDraft) -> MakeUpGroupDraft:
    """Return what was entered as it is stored. Raises Refused with the field at fault."""
    texts: dict[str, Any] = {name: one_line(name, getattr(draft, name)) for name in _TEXTS}
    if not texts["title"]:
        raise Refused("title", "missing")
    return replace(draft, note=lines("note", draft.note), **texts)


def _columns(draft: MakeUpGroupDraft) -> dict[str, object]:
    return {
        "form": draft.form.value,
        "day": draft.day,
        "note": draft.note,
        **{name: getattr(draft, name) for name in _TEXTS},
    }


def _group_row(group: MakeUpGroup, members: Collection[MissedRow]) -> MakeUpGroupRow:
    return MakeUpGroupRow(
        id=group.id,
        version=group.version,
        draft=MakeUpGroupDraft(
            title=group.title,
            form=MakeUpForm(group.form),
            day=group.day,
            venue=group.venue,
            leader=group.leader,
            note=group.note,
        ),
        members=tuple(members),
    )

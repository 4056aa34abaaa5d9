"""Short stories for plans, tasks, publicity and talks: a notice that is already there."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from jz_training.services.desk import Desk
from jz_training.services.history import ActRow
from jz_training.storage.tables import Notice, Obligation
from tests.duties_factories import talk_draft
from tests.services.test_undo_stories import kept_rows


def a_notice(desk: Desk, title: str = "关于开展冬季学习的通知") -> UUID:
    """Put a notice without duties into the workspace."""
    notice = Notice(
        title=title, addressees=[], copies=[], attachments=[], text=title, sections=[],
        event=None, left_over=[], received_on=date(2026, 11, 1),
    )  # fmt: skip
    with desk._workspace.store.write("notice.add", subject=title) as db:
        db.add(notice)
    return notice.id


def a_duty(desk: Desk, notice_id: UUID, kind: str, **changes: Any) -> UUID:
    """Put a duty into a notice."""
    lists = ("forms", "audience", "channels", "genres", "places", "venues", "topics")
    facts: dict[str, Any] = {"position": 0, **{name: [] for name in lists}}
    duty = Obligation(notice_id=notice_id, kind=kind, **(facts | changes))
    with desk._workspace.store.write("obligation.add") as db:
        db.add(duty)
    return duty.id


def a_talk(desk: Desk, **changes: Any) -> UUID:
    """Record a talk."""
    return desk.outreach.record(talk_draft(**changes))


class Before:
    """A workspace before an act: `undone` takes the act back and tells whether all is as before."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._rows = kept_rows(desk)

    def undone(self, verb: str) -> bool:
        """Undo the newest act, which must be of this verb, and compare."""
        last = self._desk.history.undo_last()
        assert isinstance(last, ActRow)
        assert last.verb == verb
        return kept_rows(self._desk) == self._rows and self._desk.check() == ()

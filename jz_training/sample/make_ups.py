"""Make-ups of the sample union: some done, some planned in a group, some still open."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from jz_training.domain.make_up import MakeUpDraft, MakeUpForm, MakeUpGroupDraft, MissedRow
from jz_training.domain.make_up_proposal import group_title
from jz_training.services.missed import MissedQuery

if TYPE_CHECKING:
    from jz_training.services.desk import Desk

#: How those did it who made it up by themselves, one after the other.
_FORMS = (MakeUpForm.RECORDING, MakeUpForm.SELF_STUDY, MakeUpForm.REFLECTION)
#: A make-up is done so long after the training, a group meets so long after today.
_DAYS_AFTER, _DAYS_AHEAD = timedelta(days=4), timedelta(days=5)


def make_up(desk: Desk) -> None:
    """Let the first third make it up, put those who missed the last training into a group."""
    rows = sorted(desk.make_ups.missed(MissedQuery(limit=None)), key=lambda row: row.day)
    today = desk.now().date()
    early = [row for row in rows[: len(rows) // 3] if row.day + _DAYS_AFTER <= today]
    for place, row in enumerate(early):
        form = _FORMS[place % len(_FORMS)]
        note = "学习体会一篇" if form is MakeUpForm.REFLECTION else ""
        draft = MakeUpDraft(form=form, done_on=row.day + _DAYS_AFTER, note=note)
        desk.make_ups.record([row.attendee_id], draft)
    _meet(desk, [row for row in rows if row not in early])


def _meet(desk: Desk, waiting: list[MissedRow]) -> None:
    if not waiting:
        return
    last = [row for row in waiting if row.training_id == waiting[-1].training_id]
    draft = MakeUpGroupDraft(
        title=group_title(last),
        form=MakeUpForm.LESSON,
        day=desk.now().date() + _DAYS_AHEAD,
        venue="职工书屋",
        leader="叶静",
    )
    desk.make_up_groups.make_group(draft, [row.attendee_id for row in last])

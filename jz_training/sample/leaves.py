"""Who of the sample union is away on the day of its story, and who works in turns."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from jz_training.domain.attendance import LeaveReason
from jz_training.domain.leave import LeaveDraft
from jz_training.domain.roster import PersonDraft
from jz_training.services.people import PeopleQuery

if TYPE_CHECKING:
    from jz_training.services.desk import Desk

#: The workshop whose first people work in turns, and how many of them do.
WORKSHOP, IN_TURNS = "织造车间", 8
SHIFTS = ("甲班", "乙班")


def ask_leaves(desk: Desk, training: UUID, *, approver: str) -> None:
    """Enter two leaves: one for a training to come, one until a day; nothing for a short list."""
    rows = desk.attendance.sheet(training).expected
    today = desk.now().date()
    if len(rows) < 5:
        return
    one, other = rows[2].person_id, rows[4].person_id
    if one is None or other is None:
        return
    official = LeaveDraft(
        person_id=one, reason=LeaveReason.OFFICIAL, first=today, last=today,
        training_id=training, approver=approver, note="赴兄弟单位学习交流",
    )  # fmt: skip
    annual = LeaveDraft(
        person_id=other, reason=LeaveReason.ANNUAL, first=today,
        last=today + timedelta(days=18), approver=approver,
    )  # fmt: skip
    desk.leaves.ask(official)
    desk.leaves.ask(annual)


def work_in_turns(desk: Desk) -> None:
    """Put the first people of a workshop into two shifts, if there is such a workshop."""
    unit = next((one for one in desk.units.all() if one.name == WORKSHOP), None)
    if unit is None:
        return
    people = desk.people.rows(desk.people.ids(PeopleQuery(unit_id=unit.id))[:IN_TURNS])
    for at, person in enumerate(people):
        entered = {one.name: getattr(person, one.name) for one in fields(PersonDraft)}
        draft = replace(PersonDraft(**entered), shift=SHIFTS[at % len(SHIFTS)])
        desk.people.change(person.id, version=person.version, draft=draft)

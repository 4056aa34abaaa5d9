"""Two courses of several parts: one that was held, and one to come. Nobody is marked in them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from jz_training.domain.parts_making import made_parts
from jz_training.domain.repetition import Slot
from jz_training.domain.training import AudienceRule, TrainingDraft, TrainingForm
from jz_training.labels.hours import RULE_EXAMPLES

if TYPE_CHECKING:
    from jz_training.services.desk import Desk

_SLOTS = (
    Slot(start=time(8, 30), end=time(11, 30), name="上午"),
    Slot(start=time(14, 30), end=time(17, 30), name="下午"),
)
_LAYER = "中层干部"


def hold_courses(desk: Desk, as_of: datetime) -> tuple[UUID, UUID]:
    """Enter a course of two days before a day, with its list, and one after it.

    Both follow a rule set that is taken over from the examples.
    """
    rule, _ = RULE_EXAMPLES[1]
    desk.hours.add_rule(rule)
    days = (_weekend_before(as_of.date()), _workday(as_of.date(), 10))
    audience = AudienceRule(layers=(_LAYER,))
    if not desk.lists.audience(audience):  # a roster of one's own may have none of them
        audience = AudienceRule()
    drafts = [_course(day, number, audience) for number, day in enumerate(days, start=1)]
    held, to_come = (desk.trainings.schedule(draft) for draft in drafts)
    for course in (held, to_come):
        desk.lists.freeze(course)
    return held, to_come


def _course(day: date, number: int, audience: AudienceRule) -> TrainingDraft:
    parts = made_parts(day, days=2, slots=_SLOTS)
    return TrainingDraft(
        title=f"基层工会干部业务培训班（第{number}期）",
        form=TrainingForm.COURSE,
        start=parts[0].start,
        end=parts[-1].end,
        venue="培训中心一号教室",
        parts=parts,
        hours_rule=RULE_EXAMPLES[1][0],
        audience=audience,
    )


def _weekend_before(day: date) -> date:
    """Return the last Saturday whose Sunday is over: production goes on during the week."""
    return day - timedelta(days=day.weekday() + 2)


def _workday(day: date, by: int) -> date:
    """Return the Monday to Thursday nearest after so many days: a course of two days fits."""
    found = day + timedelta(days=by)
    return found + timedelta(days=max(0, 7 - found.weekday()) if found.weekday() > 3 else 0)

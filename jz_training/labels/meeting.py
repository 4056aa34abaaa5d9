"""The words of the papers before a training: what one does with each form, days off and worked."""

from __future__ import annotations

from collections.abc import Sequence

from jz_training.domain.training import TrainingForm
from jz_training.domain.working_calendar import DayKind

#: What an organiser does with a training of a form: a meeting is called, the rest is held.
HOLDING: dict[TrainingForm, str] = {
    TrainingForm.STUDY: "召开",
    TrainingForm.REPORT: "召开",
    TrainingForm.SEMINAR: "召开",
    TrainingForm.BROADCAST: "收看",
    TrainingForm.LECTURE: "举办",
    TrainingForm.CENTRE_GROUP: "召开",
    TrainingForm.THEORY: "召开",
    TrainingForm.OUTREACH: "开展",
    TrainingForm.MICRO_OUTREACH: "开展",
    TrainingForm.CLOUD_OUTREACH: "开展",
    TrainingForm.COURSE: "举办",
    TrainingForm.OTHER: "举办",
}

#: What the calendars on Chinese walls write beside a day that the State Council's table names.
DAY_MARKS: dict[DayKind, str] = {
    DayKind.WORKDAY: "",
    DayKind.WEEKEND: "",
    DayKind.HOLIDAY: "休",
    DayKind.MAKEUP: "班",
}

#: So many units are named one by one; more are 各有关单位.
UNITS_NAMED = 12


def addressees_words(units: Sequence[tuple[str, int]]) -> str:
    """Return whom a notice is sent to: 织造车间、印染车间; nobody while no unit is known."""
    if len(units) > UNITS_NAMED:
        return "各有关单位"
    return "、".join(name for name, _ in units)


def audience_words(units: Sequence[tuple[str, int]]) -> str:
    """Return who is to come: 织造车间12人、印染车间8人，共20人."""
    if not units:
        return ""
    total = sum(count for _, count in units)
    if len(units) > UNITS_NAMED:
        return f"{len(units)}个单位，共{total}人"
    each = "、".join(f"{name}{count}人" for name, count in units)
    return each if len(units) == 1 else f"{each}，共{total}人"

"""The words of the papers before a training: what one does with each form, days off and worked."""

from __future__ import annotations

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

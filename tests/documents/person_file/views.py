"""Files of invented persons."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from jz_training.domain.attendance import AttendanceStatus, AttendeeRole, LeaveReason, Mark
from jz_training.domain.hours import HoursRequirement
from jz_training.domain.make_up import MakeUpDraft, MakeUpForm
from jz_training.domain.parts import TrainingPart
from jz_training.domain.person_file import PersonFile, PersonFileLine, PersonStanding
from jz_training.domain.training_form import TrainingForm
from tests.factories import AS_OF, ORGANISER, attendee, identity

Status = AttendanceStatus
FIRST = datetime(2026, 1, 12, 14, 30)


def line(number: int = 1, status: Status = Status.PRESENT, **changes: Any) -> PersonFileLine:
    """Return the person's line at one training, a fortnight after the one before."""
    marked = {"reason": LeaveReason.SICK} if status is Status.LEAVE else {}
    told = {"name": "卞国栋", "unit": "织造车间"} | changes.pop("row", {})
    row = attendee(number, status=status, **marked, **told)
    start = FIRST + timedelta(weeks=2 * (number - 1))
    facts: dict[str, Any] = {
        "training_id": identity(number, kind=3),
        "title": f"代表大会精神专题学习会（第{number}次）",
        "form": TrainingForm.STUDY,
        "start": start,
        "end": start + timedelta(hours=2),
        "row": row,
        "own": status.came and not row.mark.stand_in,
        "hours": Decimal(2) if status.came else Decimal(0),
    }
    return PersonFileLine(**(facts | changes))


def course(number: int = 5) -> PersonFileLine:
    """Return a course of three days of which one part was missed."""
    start = FIRST + timedelta(weeks=2 * (number - 1))
    parts = tuple(
        TrainingPart(
            id=identity(day, kind=9),
            name=f"{(start + timedelta(days=day)).day}日下午",
            start=start + timedelta(days=day),
            end=start + timedelta(days=day, hours=3),
        )
        for day in range(3)
    )
    came = Mark(status=Status.PRESENT)
    marks = (came, came, Mark(status=Status.LEAVE, reason=LeaveReason.OFFICIAL))
    return line(
        number,
        title="工会干部业务培训班（第1期）",
        form=TrainingForm.COURSE,
        end=parts[-1].end,
        parts=parts,
        row={"part_marks": marks, "hours": Decimal("5.3")},
        hours=Decimal("5.3"),
    )


def person_file(*lines: PersonFileLine, **changes: Any) -> PersonFile:
    """Return the file of somebody; without `lines` one with a little of everything."""
    made_up = MakeUpDraft(form=MakeUpForm.RECORDING, done_on=FIRST.date() + timedelta(days=20))
    facts: dict[str, Any] = {
        "organiser": ORGANISER,
        "person_id": identity(7),
        "name": "卞国栋",
        "unit": "织造车间",
        "post": "车间工会主席",
        "layer": "中层干部",
        "category": "兼职工会干部",
        "year": 2026,
        "as_of": AS_OF.date(),
        "lines": lines
        or (
            line(1),
            line(2, Status.LEAVE, make_up=made_up, made_up_hours=Decimal(2)),
            line(3, Status.ABSENT),
            line(4, Status.ONLINE, form=TrainingForm.BROADCAST),
            course(5),
            line(6, row={"role": AttendeeRole.SPEAKER}, hours=Decimal(0)),
        ),
        "standings": (
            PersonStanding(
                requirement=HoursRequirement(
                    name="乡科级及以下每年 90 学时",
                    hours=Decimal(90),
                    basis="《干部教育培训工作条例》（2023 年修订）",
                ),
                first_year=2026,
                last_year=2026,
                hours=Decimal("11.3"),
            ),
        ),
    }
    return PersonFile(**(facts | changes))

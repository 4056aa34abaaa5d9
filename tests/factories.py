"""Small builders of invented people and trainings: a test names only what it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from jz_training.domain.attendance import (
    AttendanceStatus,
    AttendeeRole,
    AttendeeRow,
    LeaveReason,
    Mark,
)
from jz_training.domain.attendance_sheet import AttendanceSheet
from jz_training.domain.make_up import MakeUpDraft, MakeUpForm, MissedRow
from jz_training.domain.roster import PersonDraft, PersonRow
from jz_training.domain.sheet import SheetOptions, SignInSheet
from jz_training.domain.summary import (
    FormRow,
    GroupRow,
    Ledger,
    LedgerRow,
    PeriodSummary,
    TrainingSummary,
)
from jz_training.domain.tally import Rate, Tally, tally
from jz_training.domain.training import (
    SheetOrder,
    TrainingDraft,
    TrainingForm,
    TrainingState,
    TrainingView,
)

START = datetime(2026, 11, 20, 15, 0)
AS_OF = datetime(2026, 11, 30, 9, 0)
ORGANISER = "清河市纺织公司工会"
UNITS = ("织造车间", "印染车间", "机关科室")
LAYERS = ("领导干部", "中层干部", "一般干部", "职工")
CATEGORIES = ("专职工会干部", "兼职工会干部", "工会积极分子")
SURNAMES = "丁于万马王牛毛卞文方尹孔邓石龙卢叶申田史白包冯宁吕任华刘关江"
GIVEN = ("国栋", "静", "晓峰", "文斌", "秀兰", "远", "永胜", "曦", "雪梅", "涛")


def identity(number: int, *, kind: int = 1) -> UUID:
    """Return the same id for the same number; `kind` keeps persons and trainings apart."""
    return UUID(int=(kind << 64) + number)


def invented_name(number: int) -> str:
    """Return a name of nobody, another one for each number up to 300."""
    return SURNAMES[number % len(SURNAMES)] + GIVEN[number // len(SURNAMES) % len(GIVEN)]


def attendee(
    number: int = 1,
    *,
    status: AttendanceStatus = AttendanceStatus.UNRECORDED,
    reason: LeaveReason | None = None,
    minutes: int | None = None,
    stand_in: str = "",
    **changes: Any,
) -> AttendeeRow:
    """Return one line of a list."""
    facts: dict[str, Any] = {
        "id": identity(number, kind=2),
        "person_id": identity(number),
        "number": number,
        "name": invented_name(number),
        "unit": UNITS[number % len(UNITS)],
        "layer": LAYERS[number % len(LAYERS)],
        "category": CATEGORIES[number % len(CATEGORIES)],
        "phone": f"1300000{number:04}",
        "mark": Mark(status=status, reason=reason, minutes=minutes, stand_in=stand_in),
    }
    return AttendeeRow(**(facts | changes))


def attendees(count: int) -> tuple[AttendeeRow, ...]:
    """Return a list in which every seventh is absent, every ninth on leave, the others came."""
    return tuple(_with_some_missing(number) for number in range(1, count + 1))


def _with_some_missing(number: int) -> AttendeeRow:
    if number % 7 == 0:
        return attendee(number, status=AttendanceStatus.ABSENT)
    if number % 9 == 0:
        return attendee(number, status=AttendanceStatus.LEAVE, reason=LeaveReason.OFFICIAL)
    if number % 11 == 0:
        return attendee(number, status=AttendanceStatus.LATE, minutes=10)
    return attendee(number, status=AttendanceStatus.PRESENT)


def walk_in(number: int = 1, **changes: Any) -> AttendeeRow:
    """Return somebody who came without being on the list."""
    came = AttendanceStatus.PRESENT
    facts = {"id": identity(number, kind=5), "person_id": None, "status": came} | changes
    return attendee(number, **({"role": AttendeeRole.WALK_IN} | facts))


def made_up(number: int = 1, *, done: bool = True) -> MissedRow:
    """Return somebody who missed the training and watched the recording, or is going to."""
    line = attendee(number)
    day = START.date() + timedelta(days=3)
    return MissedRow(
        attendee_id=line.id,
        person_id=line.person_id,
        name=line.name,
        unit=line.unit,
        layer=line.layer,
        category=line.category,
        training_id=identity(1, kind=3),
        title=draft().title,
        day=START.date(),
        status=AttendanceStatus.ABSENT,
        make_up_id=identity(number, kind=6),
        make_up=MakeUpDraft(
            form=MakeUpForm.RECORDING,
            done_on=day if done else None,
            planned_on=None if done else day,
        ),
    )


def attendance(count: int) -> AttendanceSheet:
    """Return a training's list with marks."""
    return AttendanceSheet(training_id=identity(1, kind=3), version=1, rows=attendees(count))


def person(number: int = 1, **changes: Any) -> PersonRow:
    """Return somebody of the roster."""
    facts: dict[str, Any] = {
        "id": identity(number),
        "version": 1,
        "name": invented_name(number),
        "unit_id": identity(number % len(UNITS), kind=4),
        "unit": UNITS[number % len(UNITS)],
        "layer": LAYERS[number % len(LAYERS)],
        "category": CATEGORIES[number % len(CATEGORIES)],
        "phone": f"1300000{number:04}",
    }
    return PersonRow(**(facts | changes))


def person_draft(number: int = 1, **changes: Any) -> PersonDraft:
    """Return what the secretary enters for a person."""
    facts: dict[str, Any] = {"name": invented_name(number), "layer": "职工"}
    return PersonDraft(**(facts | changes))


def draft(**changes: Any) -> TrainingDraft:
    """Return what the secretary enters for a training; a changed `start` moves the end along."""
    start = changes.get("start", START)
    facts: dict[str, Any] = {
        "title": "专题学习会（第2批）",
        "form": TrainingForm.STUDY,
        "start": start,
        "end": start + timedelta(minutes=90),
        "venue": "职工之家二楼",
        "chair": "周建业",
        "speaker": "秦晓峰",
        "recorder": "叶静",
        "topics": ("把牢正确政治方向",),
        "hours": Decimal(2),
        "organiser": ORGANISER,
    }
    return TrainingDraft(**(facts | changes))


def training(number: int = 1, **changes: Any) -> TrainingView:
    """Return a stored training, closed unless `state` says otherwise; `draft` may be given."""
    facts: dict[str, Any] = {
        "id": identity(number, kind=3),
        "version": 3,
        "draft": draft(),
        "state": TrainingState.CLOSED,
        "list_frozen_at": START - timedelta(days=1),
        "order": SheetOrder.UNIT,
        "closed_at": START + timedelta(hours=2),
        "sheet_version": 1,
    }
    return TrainingView(**(facts | changes))


def sheet(count: int = 20, *, options: SheetOptions | None = None, **changes: Any) -> SignInSheet:
    """Return a sign-in sheet for `count` people, nobody marked."""
    entered = draft()
    facts: dict[str, Any] = {
        "training_id": identity(1, kind=3),
        "sheet_version": 1,
        "title": entered.title,
        "form": "专题学习会",
        "start": entered.start,
        "end": entered.end,
        "venue": entered.venue,
        "organiser": ORGANISER,
        "chair": entered.chair,
        "speaker": entered.speaker,
        "order": SheetOrder.UNIT,
        "rows": tuple(attendee(number) for number in range(1, count + 1)),
        "options": options or SheetOptions(),
        "made_on": "2026-11-19",
    }
    return SignInSheet(**(facts | changes))


def groups(rows: Iterable[AttendeeRow], key: Callable[[AttendeeRow], str]) -> tuple[GroupRow, ...]:
    """Return the tally of each group of one training's rows, where 人次 and 人数 are the same."""
    gathered: dict[str, list[AttendeeRow]] = defaultdict(list)
    for row in rows:
        gathered[key(row)].append(row)
    counted = {name: tally(members) for name, members in gathered.items()}
    return tuple(
        GroupRow(
            name=name,
            tally=own,
            persons=own.rate,
        )
        for name, own in counted.items()
    )


def training_summary(count: int = 20, **changes: Any) -> TrainingSummary:
    """Return the figures of one training of `count` people; they agree with its rows."""
    rows: tuple[AttendeeRow, ...] = changes.get("rows", attendees(count))
    facts: dict[str, Any] = {
        "training": training(),
        "organiser": ORGANISER,
        "as_of": AS_OF,
        "tally": tally(rows, made_up=_done(changes)),
        "by_unit": groups(rows, lambda row: row.unit),
        "by_layer": groups(rows, lambda row: row.layer),
        "by_category": groups(rows, lambda row: row.category),
        "rows": rows,
    }
    return TrainingSummary(**(facts | changes))


def _done(changes: dict[str, Any]) -> set[UUID]:
    return {row.attendee_id for row in changes.get("make_ups", ()) if row.done}


def ledger_row(number: int = 1, **changes: Any) -> LedgerRow:
    """Return one line of the ledger, a week after the one before."""
    start = START - timedelta(weeks=10 - number)
    facts: dict[str, Any] = {
        "number": number,
        "training_id": identity(number, kind=3),
        "title": f"专题学习会（第{number}批）",
        "form": TrainingForm.STUDY,
        "start": start,
        "end": start + timedelta(minutes=90),
        "venue": "职工之家二楼",
        "speaker": "秦晓峰",
        "state": TrainingState.CLOSED,
        "held": changes.get("state") is not TrainingState.CANCELLED,
        "tally": tally(attendees(20)),
        "hours": Decimal(2),
    }
    return LedgerRow(**(facts | changes))


def ledger(count: int = 3, **changes: Any) -> Ledger:
    """Return the ledger of a period with `count` trainings."""
    facts: dict[str, Any] = {
        "organiser": ORGANISER,
        "start": date(2026, 9, 1),
        "end": date(2026, 11, 30),
        "as_of": AS_OF,
        "rows": tuple(ledger_row(number) for number in range(1, count + 1)),
    }
    return Ledger(**(facts | changes))


def period_summary(trainings: int = 3, people: int = 20, **changes: Any) -> PeriodSummary:
    """Return the figures of a period in which the same people were expected each time."""
    rows = attendees(people)
    book = ledger(trainings, rows=tuple(_held(number, rows) for number in range(1, trainings + 1)))
    missing = training_summary(rows=rows).absentees
    facts: dict[str, Any] = {
        "ledger": book,
        "persons": tally(rows).rate,
        "by_form": (
            FormRow(
                form=TrainingForm.STUDY,
                trainings=trainings,
                tally=book.total,
            ),
        ),
        "by_unit": _times(trainings, groups(rows, lambda row: row.unit)),
        "by_layer": _times(trainings, groups(rows, lambda row: row.layer)),
        "by_category": _times(trainings, groups(rows, lambda row: row.category)),
        "hours": Decimal(2 * trainings),
        "unfinished": (),
        "absentees": tuple((row, missing) for row in book.rows),
    }
    return PeriodSummary(**(facts | changes))


def _held(number: int, rows: Iterable[AttendeeRow]) -> LedgerRow:
    return ledger_row(number, tally=tally(rows))


def _times(count: int, rows: Iterable[GroupRow]) -> tuple[GroupRow, ...]:
    """Return groups whose tallies are added up over `count` trainings, persons unchanged."""
    return tuple(
        GroupRow(
            name=row.name,
            tally=sum((row.tally for _ in range(count)), Tally()),
            persons=Rate(row.persons.part, row.persons.whole),
        )
        for row in rows
    )

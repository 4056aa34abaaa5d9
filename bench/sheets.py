"""Sign-in sheets of invented people, for the jobs that print them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING
from uuid import UUID

from bench.invented import Invented, invented_people, moments

if TYPE_CHECKING:
    from jz_training.domain.sheet import SignInSheet

PEOPLE = 200
ORGANISER = "清河市纺织公司工会"
FACTS = (
    "时间：2025年2月18日（星期二）14:30—16:30",
    "地点：职工之家二楼会议室",
    f"主办单位：{ORGANISER}",
    "主持：周建业",
    "主讲：秦晓峰",
)


def titles(count: int) -> Iterator[str]:
    """Return the titles of so many trainings."""
    return (f"职工思想政治教育专题学习会（第{n}批）" for n in range(1, count + 1))


def lists(trainings: int, people: int) -> Iterator[list[Invented]]:
    """Return so many lists of people; after twenty thousand they come again."""
    known = list(invented_people(min(20_000, trainings * people)))
    for n in range(trainings):
        start = n * people % len(known)
        yield list(islice(known + known[:people], start, start + people))


def sign_in_sheets(trainings: int, people: int) -> Iterator[SignInSheet]:
    """Return the sheets, made one by one."""
    held = zip(titles(trainings), moments(trainings), lists(trainings, people), strict=True)
    for n, (title, start, persons) in enumerate(held, start=1):
        yield _sheet(n, title, start, persons)


def _sheet(n: int, title: str, start: datetime, persons: Sequence[Invented]) -> SignInSheet:
    from jz_training.domain.attendance import AttendeeRow
    from jz_training.domain.sheet import SheetOptions, SignInSheet
    from jz_training.domain.training import SheetOrder

    rows = tuple(
        AttendeeRow(
            id=UUID(int=n << 32 | number),
            person_id=None,
            number=number,
            name=person.name,
            unit=person.unit,
            post=person.post,
        )
        for number, person in enumerate(persons, start=1)
    )
    return SignInSheet(
        training_id=UUID(int=n),
        sheet_version=1,
        title=title,
        form="专题学习会",
        start=start,
        end=start + timedelta(hours=2),
        venue="职工之家二楼会议室",
        organiser=ORGANISER,
        chair="周建业",
        speaker="秦晓峰",
        order=SheetOrder.UNIT,
        rows=rows,
        options=SheetOptions(blank_rows=0),
        made_on="2026-11-22",
    )

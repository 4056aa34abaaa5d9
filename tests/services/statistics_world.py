"""A small union with years of trainings thrown together by chance, and naive counts of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.attendance import AttendanceStatus, AttendeeRole
from jz_training.domain.statistics import NONE, PersonFigures, StatisticsFilter
from jz_training.domain.tally import Tally
from jz_training.domain.training import TrainingForm
from jz_training.services.desk import Desk
from jz_training.storage.tables import Attendee, MakeUp, Notice, Person, Training, Unit
from tests.factories import CATEGORIES, LAYERS, identity, invented_name

#: Two halves under one union; the first half has two groups below it.
TREE = {1: None, 2: 1, 3: 1, 4: 2, 5: 2, 6: 4}
FORMS = (TrainingForm.STUDY, TrainingForm.LECTURE, TrainingForm.OUTREACH)
PEOPLE = 40
_TRUANTS = tuple(map(invented_name, (7, 8, 9, 10)))
TRAININGS = 30


def unit_id(number: int) -> UUID:
    """Return the id of a unit of the tree."""
    return identity(number, kind=5)


def fill(desk: Desk) -> None:
    """Fill an empty workspace: lists, marks, make-ups, walk-ins, people who moved meanwhile."""
    chance = Random(5)
    with desk.people._store.write("test.fill") as db:
        db.add_all(
            Unit(id=unit_id(n), name=f"单位{n}", kind="branch", position=n,
                 parent_id=unit_id(up) if up else None)
            for n, up in TREE.items()
        )  # fmt: skip
        db.add(
            Notice(id=identity(1, kind=6), title="关于学习的通知", addressees=[], copies=[],
                   attachments=[], text="", sections=[], left_over=[],
                   received_on=date(2025, 1, 1))
        )  # fmt: skip
        people = [_person(n, chance) for n in range(PEOPLE)]
        trainings = [_training(n, chance) for n in range(TRAININGS)]
        db.add_all([*people, *trainings])
        lines = [line for one in trainings for line in _lines(one, people, chance)]
        db.add_all(lines)
        db.add_all(_make_ups(lines, chance))
    desk.repair()


def _person(number: int, chance: Random) -> Person:
    unit = chance.choice([None, *TREE])
    return Person(
        id=identity(number, kind=2), name=invented_name(number), name_key="", pinyin="",
        initials="", unit_id=unit and unit_id(unit), layer=chance.choice(["", *LAYERS]),
        category=chance.choice(CATEGORIES), retired_on=date(2026, 1, 1) if number < 3 else None,
    )  # fmt: skip


def _training(number: int, chance: Random) -> Training:
    start = datetime(2024, 11, 3, 9) + timedelta(days=30 * number)
    return Training(
        id=identity(number, kind=3), title=f"第{number}期", form=chance.choice(FORMS).value,
        state="cancelled" if number % 11 == 5 else "planned", start=start,
        end=start + timedelta(hours=2), hours=chance.choice([None, Decimal("1.5"), Decimal(2)]),
        audience={}, list_order="unit",
        notice_id=identity(1, kind=6) if number % 3 == 0 else None,
    )  # fmt: skip


def _lines(training: Training, people: list[Person], chance: Random) -> Iterable[Attendee]:
    """Yield a list as of that day: some were elsewhere, or of another layer, than they are now."""
    recorded = chance.random() < 0.8
    listed = chance.sample(people[:-5], 0 if training.title == "第4期" else 18)
    for number, person in enumerate(listed, start=1):
        status = chance.choice(list(AttendanceStatus)[recorded:])
        if person.name in _TRUANTS and training.start.year == 2026:
            status = AttendanceStatus.ABSENT
        elsewhere = chance.random() < 0.2
        stands_in = status.came and chance.random() < 0.1
        yield Attendee(
            training_id=training.id, person_id=person.id, number=number, name=person.name,
            unit="", unit_id=unit_id(3) if elsewhere else person.unit_id,
            layer="职工" if elsewhere else person.layer, category=person.category,
            role=AttendeeRole.WALK_IN if number > 16 else AttendeeRole.EXPECTED,
            status=int(status), stand_in="李明" if stands_in else "", stands_in=stands_in,
            hours=Decimal(1) if status.came and chance.random() < 0.1 else None,
        )  # fmt: skip


def _make_ups(lines: list[Attendee], chance: Random) -> Iterable[MakeUp]:
    missed = (AttendanceStatus.LEAVE, AttendanceStatus.ABSENT)
    for line in lines:
        if line.status in missed and line.role == "expected" and chance.random() < 0.3:
            yield MakeUp(
                attendee_id=line.id, training_id=line.training_id, person_id=line.person_id,
                form="self_study", done_on=chance.choice([None, date(2026, 3, 1)]),
                hours=chance.choice([None, Decimal("0.5")]),
            )  # fmt: skip


class World:
    """Everything that was stored, as plain rows."""

    def __init__(self, db: Session) -> None:
        self.trainings = {one.id: one for one in db.scalars(select(Training))}
        self.people = {one.id: one for one in db.scalars(select(Person))}
        self.lines = list(db.scalars(select(Attendee)))
        self.made_up = {one.attendee_id: one for one in db.scalars(select(MakeUp)) if one.done_on}


def read(desk: Desk) -> World:
    """Read the workspace whole."""
    with desk.people._store.read() as db:
        return World(db)


# --- counting row by row -------------------------------------------------------------------------


def held(world: World, chosen: StatisticsFilter, now: datetime) -> dict[UUID, Training]:
    """Return the trainings that count."""
    return {
        one.id: one
        for one in world.trainings.values()
        if one.state != "cancelled"
        and chosen.start <= one.start.date() <= chosen.end
        and one.start <= now
        and (not chosen.forms or one.form in chosen.forms)
        and chosen.notice_id in (None, one.notice_id or NONE)
    }


def means(chosen: StatisticsFilter, row: Attendee | Person) -> bool:
    """Tell whether a line, or a person, is one of the people chosen."""
    at = row.unit_id or NONE
    return (
        (chosen.unit_id is None or at in below(chosen.unit_id, itself=chosen.itself))
        and (not chosen.layers or row.layer in chosen.layers)
        and (not chosen.categories or row.category in chosen.categories)
    )


def below(unit: UUID, *, itself: bool) -> set[UUID]:
    """Return a unit with all below it, climbing up from each."""
    if itself or unit == NONE:
        return {unit}
    found = set()
    for number in TREE:
        step: int | None = number
        while step is not None and unit_id(step) != unit:
            step = TREE[step]
        if step is not None:
            found.add(unit_id(number))
    return found


def naive_tallies(world: World, chosen: StatisticsFilter, now: datetime) -> dict[UUID, Tally]:
    """Return the tally of each training that counts, line by line."""
    found = dict.fromkeys(held(world, chosen, now), Tally())
    for line in world.lines:
        if line.training_id in found and line.role == "expected" and means(chosen, line):
            found[line.training_id] += _tally(line, line.id in world.made_up)
    if chosen.of_some_people:
        return {key: tally for key, tally in found.items() if tally.expected}
    return found


def _tally(line: Attendee, made_up: bool) -> Tally:
    status = AttendanceStatus(line.status)
    missed = status in (AttendanceStatus.LEAVE, AttendanceStatus.ABSENT)
    return Tally(
        expected=1, present=status.came, leave=status is AttendanceStatus.LEAVE,
        absent=status is AttendanceStatus.ABSENT, late=status is AttendanceStatus.LATE,
        unrecorded=status is AttendanceStatus.UNRECORDED, online=status is AttendanceStatus.ONLINE,
        early=status is AttendanceStatus.EARLY, stand_ins=status.came and line.stands_in,
        made_up=missed and made_up,
    )  # fmt: skip


def naive_persons(world: World, chosen: StatisticsFilter, now: datetime) -> PersonFigures:
    """Return the figures of distinct persons, who are of the unit and layer of now."""
    trainings = held(world, chosen, now)
    lines: dict[UUID, list[Attendee]] = defaultdict(list)
    for line in world.lines:
        if line.training_id in trainings and line.person_id is not None:
            lines[line.person_id].append(line)
    found = PersonFigures()
    for person, its in lines.items():
        if means(chosen, world.people[person]):
            found += _person_figures(world, its)
    return found


def _person_figures(world: World, lines: list[Attendee]) -> PersonFigures:
    came = [line for line in lines if AttendanceStatus(line.status).came and not line.stands_in]
    missed = [line for line in lines if line.status >= 5 and line.role == "expected"]
    made_up = [line for line in missed if line.id in world.made_up]
    listed = any(line.role == "expected" for line in lines)
    was_there = any(line.role == "expected" for line in came)
    return PersonFigures(
        expected=int(listed),
        came=int(was_there),
        reached=int(was_there or bool(made_up)),
        hours=sum((_earned(world, line) for line in came), start=Decimal(0)),
        online_hours=sum(
            (_earned(world, line) for line in came if line.status == AttendanceStatus.ONLINE),
            start=Decimal(0),
        ),
        made_up_hours=sum((_made_up_hours(world, line) for line in made_up), start=Decimal(0)),
    )


def _earned(world: World, line: Attendee) -> Decimal:
    hours = world.trainings[line.training_id].hours if line.hours is None else line.hours
    return hours or Decimal(0)


def _made_up_hours(world: World, line: Attendee) -> Decimal:
    hours = world.made_up[line.id].hours
    return hours or world.trainings[line.training_id].hours or Decimal(0)

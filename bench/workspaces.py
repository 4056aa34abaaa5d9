"""Workspaces of invented people, trainings and attendance, filled without the services."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from bench.invented import invented_people, moments, unit_name

STAMP = "2026-11-22 09:00:00.000000"
EMPTY_RULE = '{"everyone":true}'
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How much a workspace holds; every training has `each` people on its list."""

    people: int
    trainings: int = 0
    each: int = 0


def fill(folder: Path, extent: Extent) -> None:
    """Make a workspace with so much in it, its counters made by the program itself."""
    from jz_training.services.desk import open_desk

    open_desk(folder).close()
    with closing(sqlite3.connect(folder / "data.sqlite")) as db, db:
        db.execute("PRAGMA cache_size=-200000")
        persons = _fill_people(db, extent.people)
        _fill_trainings(db, extent, persons)
    desk = open_desk(folder)
    desk.repair()
    desk.close()


def _fill_people(db: sqlite3.Connection, count: int) -> list[Row]:
    """Insert units and persons; return of each what a list copies."""
    from jz_training.services.people import derived

    units = (count + 39) // 40
    _insert(
        db,
        "unit",
        ("id", "name", "kind", "position"),
        ((_id(1, n), unit_name(n), "branch", n) for n in range(units)),
    )
    fields = ("unit_id", "name", "post", "layer", "category", "department", "sex", "number")
    names = ("id", *fields, "phone", "name_key", "pinyin", "initials")
    persons = [
        (
            _id(2, n), _id(1, n // 40), one.name, one.post, one.layer, one.category,
            one.department, one.sex, one.number, one.phone, *derived(one.name).values(),
        )
        for n, one in enumerate(invented_people(count))
    ]  # fmt: skip
    _insert(db, "person", names, iter(persons))
    return [person[:6] for person in persons]


def _fill_trainings(db: sqlite3.Connection, extent: Extent, persons: list[Row]) -> None:
    names = (
        "id", "title", "form", "state", "start", "end", "hours", "audience", "list_order",
        "list_frozen_at", "closed_at", "venue", "chair", "speaker", "recorder", "organiser",
        "note", "required", "cancel_reason", "sheet_version",
    )  # fmt: skip
    _insert(
        db,
        "training",
        names,
        (
            (
                _id(3, n), f"专题学习会（第{n + 1}批）", "study", "closed", _stored(start),
                _stored(start + timedelta(hours=2)), 200, EMPTY_RULE, "unit", STAMP, STAMP,
                "职工之家", "周建业", "秦晓峰", "叶静", "", "", 0, "", 1,
            )
            for n, start in enumerate(moments(extent.trainings))
        ),
    )  # fmt: skip
    lines = ("id", "training_id", "person_id", "number", "unit_id", "name", "post", "layer",
             "category", "unit", "phone", "role", "status", "reason", "stand_in",
             "stands_in")  # fmt: skip
    _insert(db, "attendee", lines, _lines(extent, persons))


def _lines(extent: Extent, persons: list[Row]) -> Iterator[Row]:
    """Yield the lists: a stretch of the roster each time, nine of ten came."""
    chance = Random(7)
    status = chance.choices((1, 2, 5, 6), weights=(90, 2, 5, 3), k=9973)
    units = {person[1]: unit_name(n // 40) for n, person in enumerate(persons)}
    for training in range(extent.trainings):
        first = chance.randrange(len(persons))
        for number in range(extent.each):
            person, unit, *copied = persons[(first + number) % len(persons)]
            how = status[(training * extent.each + number) % len(status)]
            reason = "sick" if how == 5 else ""
            yield (
                _id(4, training * extent.each + number), _id(3, training), person, number + 1,
                unit, *copied, units[unit], "", "expected", how, reason, "", 0,
            )  # fmt: skip


def _insert(
    db: sqlite3.Connection, table: str, names: tuple[str, ...], rows: Iterator[Row]
) -> None:
    kept = (*names, "version", "created_at", "changed_at")
    columns = ", ".join(f'"{name}"' for name in kept)
    places = ", ".join("?" * len(kept))
    sql = f"INSERT INTO {table} ({columns}) VALUES ({places})"
    while part := list(islice(rows, 5000)):
        db.executemany(sql, [(*row, 1, STAMP, STAMP) for row in part])


def _id(kind: int, number: int) -> bytes:
    return kind.to_bytes(8, "big") + number.to_bytes(8, "big")


def _stored(moment: Any) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S.%f}"

"""Many rows at once: stored as if one by one, logged, whatever way a driver takes parameters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, select

from jz_training.storage.bulk import CHUNK, add_many
from jz_training.storage.store import Store
from jz_training.storage.tables import Act, Base, Change, Person, Unit

NOW = datetime(2026, 11, 22, 9, 0)
COLUMNS = (
    "name", "name_key", "pinyin", "initials", "unit_id", "department", "post", "layer",
    "category", "sex", "number", "phone", "shift", "retired_on",
)  # fmt: skip


@pytest.fixture(params=["qmark", "named"])
def store(request) -> Iterator[Store]:
    engine = create_engine("sqlite://", paramstyle=request.param)
    Base.metadata.create_all(engine)
    yield Store(engine, data=Path("memory"), clock=lambda: NOW, operator=lambda: "汤秀兰")
    engine.dispose()


def add_people(store: Store, count: int) -> None:
    with store.write("roster.import", count=count) as db:
        add_many(
            db,
            Unit,
            ("name", "kind", "parent_id", "position"),
            [("织造车间", "branch", None, 0)],
            stamp=NOW,
        )
        unit = db.scalar(select(Unit.id))
        rows = (
            (
                f"张{n}",
                f"张{n}",
                "zhang",
                "z",
                unit,
                "",
                "班长",
                "",
                "",
                "",
                "",
                "",
                "甲班",
                date(2026, 1, 2),
            )
            for n in range(count)
        )
        add_many(db, Person, COLUMNS, rows, stamp=NOW)


def test_rows_are_stored_with_their_types(store):
    add_people(store, 3)
    with store.read() as db:
        people = db.scalars(select(Person).order_by(Person.id)).all()
        assert [person.name for person in people] == ["张0", "张1", "张2"]
        assert {person.unit_id for person in people} == {db.scalar(select(Unit.id))}
        assert {(one.retired_on, one.created_at, one.version) for one in people} == {
            (date(2026, 1, 2), NOW, 1)
        }


def test_every_row_stands_in_the_log_of_one_act(store):
    add_people(store, CHUNK + 1)
    with store.read() as db:
        act = db.scalars(select(Act)).one()
        changes = db.scalars(select(Change).order_by(Change.position)).all()
        assert {change.act_id for change in changes} == {act.id}
        assert [len(change.rows) for change in changes] == [1, CHUNK, 1]
        row_id, before, after = changes[-1].rows[0]
        assert (before, after["name"], after["retired_on"]) == (None, f"张{CHUNK}", "2026-01-02")
        assert (
            row_id == after["id"] == db.scalars(select(Person).order_by(Person.id)).all()[-1].id.hex
        )

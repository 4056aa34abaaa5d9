"""Backups as a secretary sees them: made by themselves when it matters, and put back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from jz_training.domain.roster import PersonDraft
from jz_training.domain.roster_reading import Decision
from jz_training.errors import DiskFull, Refused
from jz_training.services.desk import Desk
from jz_training.services.people import PeopleQuery
from tests.conftest import Clock
from tests.services.stories import reading_of, some_people


def kinds(desk: Desk) -> list[str]:
    return [backup.kind for backup in desk.backups.list()]


def take_in(desk: Desk, count: int) -> None:
    reading = reading_of(count)
    desk.imports.carry_out(reading, desk.imports.preview(reading))


def test_a_backup_is_due_half_an_hour_after_the_newest(desk: Desk, clock: Clock) -> None:
    assert desk.backups.make_if_due() is not None
    assert desk.backups.make_if_due() is None
    clock.time += timedelta(minutes=29)
    assert desk.backups.make_if_due() is None
    clock.time += timedelta(minutes=2)
    assert desk.backups.make_if_due() is not None
    assert kinds(desk) == ["auto", "auto"]


def test_a_clock_that_was_wrong_does_not_stop_the_backups_for_good(
    desk: Desk, clock: Clock
) -> None:
    clock.time += timedelta(days=400)
    desk.backups.make_if_due()
    clock.time -= timedelta(days=400)
    assert desk.backups.make_if_due() is not None


def test_an_import_into_data_that_is_worked_with_is_backed_up_first(desk: Desk) -> None:
    desk.people.add(PersonDraft(name="丁宁"))
    take_in(desk, 5)
    assert kinds(desk) == ["before_import"]
    desk.restore(desk.backups.list()[0].name)
    assert desk.people.count(PeopleQuery()) == 1


def test_the_first_import_of_all_needs_no_backup(desk: Desk) -> None:
    some_people(desk, 5)
    assert kinds(desk) == []


def test_an_import_that_changes_nothing_makes_no_backup(desk: Desk) -> None:
    some_people(desk, 5)
    take_in(desk, 5)
    assert kinds(desk) == []


def test_an_undecided_import_makes_no_backup(desk: Desk) -> None:
    some_people(desk, 2)
    reading = reading_of(2)
    twice = replace(reading, people=(replace(reading.people[0], post="甲"),
                                     replace(reading.people[0], post="乙")))  # fmt: skip
    lines = desk.imports.preview(twice)
    with pytest.raises(Refused):
        desk.imports.carry_out(twice, lines)
    desk.imports.carry_out(twice, lines, dict.fromkeys(range(2), Decision.SKIP))
    assert kinds(desk) == []


def test_an_import_that_cannot_be_backed_up_is_not_begun(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jz_training.storage import backups

    some_people(desk, 2)

    def full(*_: object, **__: object) -> None:
        raise DiskFull

    monkeypatch.setattr(backups, "make_backup", full)
    with pytest.raises(DiskFull):
        take_in(desk, 5)
    assert desk.people.count(PeopleQuery()) == 2


def test_after_a_restore_automatic_backups_rest(desk: Desk, clock: Clock) -> None:
    made = desk.backups.make()
    clock.time += timedelta(hours=5)
    desk.restore(made.name)
    assert desk.backups.make_if_due() is None
    assert kinds(desk) == ["before_restore", "hand"]


def test_old_backups_are_thinned_as_new_ones_are_made(desk: Desk, clock: Clock) -> None:
    for _ in range(20):
        desk.backups.make_if_due()
        clock.time += timedelta(hours=12)
    assert len(kinds(desk)) < 16
    assert not list((desk.folder / "backups").glob("*.part"))
    names = {path.stem for path in (desk.folder / "backups").glob("*.sha256")}
    assert names == {row.name.removesuffix(".sqlite") for row in desk.backups.list()}

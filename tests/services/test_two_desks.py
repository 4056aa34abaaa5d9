"""Two desks on one workspace: nothing is overwritten unseen."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from jz_training.domain.attendance import PRESENT
from jz_training.domain.roster import PersonDraft
from jz_training.errors import ChangedMeanwhile
from jz_training.services.desk import Desk
from tests.services.stories import a_listed_training, a_training

THREADS, EDITS = 4, 50


@pytest.fixture
def desks(desk: Desk) -> list[Desk]:
    """Return desks side by side, as windows would be."""
    return [desk, Desk(desk._workspace)]


def in_threads(desks: list[Desk], work: object) -> int:
    """Let every thread work until its edits are in; return how many conflicts were told."""
    told: list[int] = []
    faults: list[BaseException] = []

    def edit(number: int) -> None:
        conflicts = 0
        try:
            for _ in range(EDITS):
                while True:
                    try:
                        work(desks[number % len(desks)], number)  # type: ignore[operator]
                        break
                    except ChangedMeanwhile:
                        conflicts += 1
        except BaseException as error:
            faults.append(error)
        told.append(conflicts)

    threads = [threading.Thread(target=edit, args=(number,)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    return sum(told)


def test_no_edit_of_a_person_is_lost(desks: list[Desk]) -> None:
    person = desks[0].people.add(PersonDraft(name="丁宁", number="0"))

    def count_up(desk: Desk, _number: int) -> None:
        now = desk.people.get(person)
        more = PersonDraft(name="丁宁", number=str(int(now.number) + 1))
        desk.people.change(person, version=now.version, draft=more)

    conflicts = in_threads(desks, count_up)
    after = desks[1].people.get(person)
    assert (after.number, after.version) == (str(THREADS * EDITS), THREADS * EDITS + 1)
    log = [act for act in desks[0].history.acts(limit=1000) if act.verb == "person.change"]
    assert len(log) == THREADS * EDITS, f"{conflicts} conflicts were told"


def test_who_saves_over_a_newer_state_is_told(desks: list[Desk]) -> None:
    first, second = desks
    person = first.people.add(PersonDraft(name="丁宁"))
    unit = first.units.add(name="织造车间")
    training = a_training(first)
    seen = second.trainings.get(training)
    (seen_unit,) = second.units.all()
    first.people.change(person, version=1, draft=PersonDraft(name="丁宁", post="班长"))
    first.trainings.change(training, version=1, draft=replace(seen.draft, venue="礼堂"))
    moved = {"name": "织造一车间", "kind": seen_unit.kind, "parent_id": None, "position": 0}
    first.units.change(unit, version=seen_unit.version, **moved)  # type: ignore[arg-type]
    with pytest.raises(ChangedMeanwhile):
        second.people.change(person, version=1, draft=PersonDraft(name="丁宁", post="组长"))
    with pytest.raises(ChangedMeanwhile):
        second.trainings.change(training, version=1, draft=replace(seen.draft, venue="食堂"))
    with pytest.raises(ChangedMeanwhile):
        second.units.change(unit, version=seen_unit.version, **moved)  # type: ignore[arg-type]
    assert first.people.get(person).post == "班长"
    assert first.trainings.get(training).draft.venue == "礼堂"


def test_marks_of_two_desks_on_different_lines_are_all_kept(desks: list[Desk]) -> None:
    training = a_listed_training(desks[0], people=THREADS * 10)
    left = {number: list(range(number * 10 + 1, number * 10 + 11)) for number in range(THREADS)}

    def mark(desk: Desk, number: int) -> None:
        if left[number]:
            desk.attendance.mark(training, {left[number].pop(): PRESENT})

    in_threads(desks, mark)
    assert desks[0].attendance.tally(training).present == THREADS * 10
    assert desks[1].check() == ()

"""Rosters into the workspace: nobody is merged silently, one act is one act."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jz_training.domain.roster_reading import (
    Decision,
    Likeness,
    RosterField,
    RosterPerson,
    RosterReading,
)
from jz_training.errors import CannotUndo, Refused
from jz_training.services.people import PeopleQuery
from tests.services.stories import a_training, reading_of


def reading(*people: RosterPerson) -> RosterReading:
    return RosterReading(file_name="名册.xlsx", people=people)


def take_in(desk, *people: RosterPerson, **decisions: Decision):
    read = reading(*people)
    return desk.imports.carry_out(read, desk.imports.preview(read), decisions)


LI = RosterPerson(name="李文", unit="织造车间", post="班长")


def test_an_import_makes_people_and_the_units_they_name(desk):
    outcome = take_in(desk, LI, RosterPerson(name="王芳", unit="印染车间"))
    assert (outcome.added, outcome.updated, outcome.skipped) == (2, 0, 0)
    assert [unit.name for unit in desk.units.all()] == ["织造车间", "印染车间"]


def test_the_same_file_again_changes_nothing(desk):
    people = reading_of(8)
    desk.imports.carry_out(people, desk.imports.preview(people))
    acts = len(desk.history.acts())
    again = desk.imports.carry_out(people, desk.imports.preview(people))
    assert (again.added, again.updated, again.skipped, again.act_id) == (0, 0, 8, None)
    assert len(desk.history.acts()) == acts


def test_a_changed_cell_is_shown_old_and_new_and_then_updated(desk):
    take_in(desk, LI)
    promoted = replace(LI, post="车间主任")
    line = desk.imports.preview(reading(promoted))[0]
    assert line.likeness is Likeness.CHANGED
    assert line.differences == {"post": ("班长", "车间主任")}
    assert take_in(desk, promoted).updated == 1
    assert desk.people.search("李文")[0].post == "车间主任"


def test_an_empty_cell_takes_nothing_away(desk):
    take_in(desk, LI)
    assert desk.imports.preview(reading(replace(LI, post="")))[0].likeness is Likeness.SAME


def test_the_same_name_in_another_unit_is_another_person(desk):
    take_in(desk, LI)
    other = replace(LI, unit="印染车间")
    assert desk.imports.preview(reading(other))[0].likeness is Likeness.NEW


def test_the_same_name_twice_in_a_unit_is_asked_about(desk):
    twin = replace(LI, post="挡车工")
    read = reading(LI, twin)
    lines = desk.imports.preview(read)
    assert [line.likeness for line in lines] == [Likeness.DOUBTFUL] * 2
    with pytest.raises(Refused) as refused:
        desk.imports.carry_out(read, lines)
    assert "2 人待确认" in str(refused.value)
    assert desk.people.count(PeopleQuery()) == 0
    desk.imports.carry_out(read, lines, {0: Decision.ADD, 1: Decision.ADD})
    assert desk.people.count(PeopleQuery()) == 2


def test_namesakes_in_one_unit_are_told_apart_by_their_numbers(desk):
    twins = replace(LI, number="101"), replace(LI, number="102", post="挡车工")
    read = reading(*twins)
    desk.imports.carry_out(read, desk.imports.preview(read), {0: Decision.ADD, 1: Decision.ADD})
    moved = replace(twins[1], post="组长")
    lines = desk.imports.preview(reading(twins[0], moved))
    assert [line.likeness for line in lines] == [Likeness.SAME, Likeness.CHANGED]
    assert lines[1].differences == {"post": ("挡车工", "组长")}


def test_namesakes_who_agree_with_what_is_stored_are_not_asked_about_again(desk):
    twins = LI, replace(LI, post="挡车工")
    read = reading(*twins)
    desk.imports.carry_out(read, desk.imports.preview(read), {0: Decision.ADD, 1: Decision.ADD})
    assert [line.likeness for line in desk.imports.preview(read)] == [Likeness.SAME] * 2


def test_the_very_same_row_twice_stays_doubtful(desk):
    take_in(desk, LI)
    lines = desk.imports.preview(reading(LI, LI))
    assert [line.likeness for line in lines] == [Likeness.DOUBTFUL] * 2


def test_a_file_without_units_never_decides_by_name_alone(desk):
    take_in(desk, LI)
    line = desk.imports.preview(reading(RosterPerson(name="李文")))[0]
    assert line.likeness is Likeness.DOUBTFUL
    assert len(line.matches) == 1


def test_spaces_and_dots_do_not_make_another_person(desk):
    take_in(desk, RosterPerson(name="阿依·古丽", unit="织造车间"))
    line = desk.imports.preview(reading(RosterPerson(name="阿依•古丽", unit="织造车间")))[0]
    assert line.likeness is Likeness.SAME


def test_one_click_undoes_an_import_units_included(desk):
    outcome = take_in(desk, *reading_of(30).people)
    desk.history.undo(outcome.act_id)
    assert desk.people.count(PeopleQuery()) == 0
    assert desk.units.all() == ()


def test_an_import_with_people_already_on_a_list_is_not_undone(desk):
    outcome = take_in(desk, LI)
    desk.lists.freeze(a_training(desk))
    with pytest.raises(CannotUndo):
        desk.history.undo(outcome.act_id)
    assert desk.people.count(PeopleQuery()) == 1
    assert desk.check() == ()


def test_an_import_with_somebody_changed_since_is_not_undone(desk):
    outcome = take_in(desk, LI)
    person = desk.people.search("李文")[0]
    desk.people.retire(person.id)
    with pytest.raises(CannotUndo):
        desk.history.undo(outcome.act_id)


def test_a_large_import_is_one_act_with_every_person_in_the_log(desk):
    people = tuple(RosterPerson(name=f"张{n}号", unit="织造车间", row=n) for n in range(5500))
    outcome = take_in(desk, *people)
    assert outcome.added == 5500
    changes = desk.history.changes(outcome.act_id)
    assert sum(change.entity == "person" for change in changes) == 5500
    assert desk.people.search("张77号")[0].unit == "织造车间"
    desk.history.undo(outcome.act_id)
    assert desk.people.count(PeopleQuery()) == 0


def test_progress_is_told_from_none_to_all(desk):
    told = []
    read = reading_of(12)
    desk.imports.carry_out(
        read, desk.imports.preview(read), progress=lambda done, whole: told.append((done, whole))
    )
    assert told[0] == (0, 12)
    assert told[-1] == (12, 12)


def test_a_choice_of_columns_is_remembered_for_the_same_header(desk):
    assert desk.imports.remembered("signature") is None
    choice = {("Sheet1", 2): RosterField.POST}
    desk.imports.remember("signature", choice)
    desk.imports.remember("signature", choice | {("Sheet1", 3): RosterField.IGNORED})
    assert desk.imports.remembered("signature")[("Sheet1", 3)] is RosterField.IGNORED

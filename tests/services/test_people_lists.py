"""What the list of people asks for: whole searches, parts of units, several at once, the order."""

from __future__ import annotations

import pytest

from jz_training.domain.roster import PersonDraft, UnitKind
from jz_training.domain.roster_reading import Decision, Likeness, RosterPerson, RosterReading
from jz_training.labels import act_words
from jz_training.services.people import PeopleQuery
from tests.services.stories import some_people


def test_a_filter_finds_everybody_whom_the_text_fits(desk):
    people = tuple(RosterPerson(name=f"王{i:04}", row=i) for i in range(700))
    reading = RosterReading(file_name="x", people=people)
    desk.imports.carry_out(reading, desk.imports.preview(reading))
    assert len(desk.people.ids(PeopleQuery(text="王"))) == 700
    assert desk.people.count(PeopleQuery(text="wang")) == 700


@pytest.mark.parametrize("text", ["陈", "栋", "cgd", "chengu", "0001", "W7"])
def test_a_filter_finds_by_name_pinyin_phone_and_number(desk, text):
    person = desk.people.add(PersonDraft(name="陈国栋", phone="13000000001", number="w7"))
    desk.people.add(PersonDraft(name="丁静"))
    found = desk.people.ids(PeopleQuery(text=text))
    assert found == [person] or (text == "W7" and found == [])


@pytest.mark.parametrize("text", ["%", "_", "1%", "\\"])
def test_a_filter_takes_wildcards_as_plain_text(desk, text):
    some_people(desk, 5)
    assert desk.people.ids(PeopleQuery(text=text)) == []


def test_a_unit_can_be_asked_for_with_the_units_below_it(desk):
    people = desk.people
    shop = desk.units.add(name="织造车间")
    team = desk.units.add(name="一班", kind=UnitKind.TEAM, parent_id=shop)
    inside = people.add(PersonDraft(name="丁静", unit_id=team))
    assert people.ids(PeopleQuery(unit_id=shop)) == []
    assert people.ids(PeopleQuery(unit_id=shop, with_parts=True)) == [inside]


def test_several_are_retired_in_one_act_and_come_back_with_one_undo(desk):
    some_people(desk, 5)
    ids = desk.people.ids(PeopleQuery())
    desk.people.retire(*ids)
    act = desk.history.acts()[0]
    assert (act.verb, act.count) == ("person.retire", 5)
    assert act_words(act.verb, act.subject, act.count).endswith("…”")
    desk.history.undo_last()
    assert desk.people.count(PeopleQuery()) == 5


def test_updating_a_doubtful_person_takes_over_what_the_file_says(desk):
    person = desk.people.add(PersonDraft(name="丁静", post="干事"))
    twice = (
        RosterPerson(name="丁静", post="主席", row=2),
        RosterPerson(name="丁静", post="会计", row=3),
    )
    reading = RosterReading(file_name="x", people=twice)
    lines = desk.imports.preview(reading)
    assert {line.likeness for line in lines} == {Likeness.DOUBTFUL}
    desk.imports.carry_out(reading, lines, {0: Decision.UPDATE, 1: Decision.SKIP})
    assert desk.people.get(person).post == "主席"

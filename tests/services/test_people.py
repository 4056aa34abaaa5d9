"""People: found, added, changed, retired."""

from __future__ import annotations

import pytest

from jz_training.domain.roster import PersonDraft
from jz_training.errors import ChangedMeanwhile, NotFound, Refused
from jz_training.services.people import PeopleQuery
from tests.factories import identity
from tests.services.stories import some_people


def test_a_person_is_found_by_name_initials_pinyin_and_phone(desk):
    person = desk.people.add(PersonDraft(name="陈国栋", phone="13000000001"))
    for text in ("陈", "国栋", "cgd", "chenguo", "1300000", "CGD"):
        assert [row.id for row in desk.people.search(text)] == [person], text


def test_a_search_takes_wildcards_as_plain_text(desk):
    some_people(desk, 5)
    for text in ("%", "_", "'; DROP TABLE person; --", "\\"):
        assert desk.people.search(text) == ()


def test_a_person_keeps_markup_in_the_name_as_typed(desk):
    person = desk.people.add(PersonDraft(name="<img src=x>"))
    assert desk.people.get(person).name == "<img src=x>"


def test_a_person_without_a_name_is_refused(desk):
    with pytest.raises(Refused) as refused:
        desk.people.add(PersonDraft(name="　 "))
    assert refused.value.field == "name"


def test_a_name_of_two_hundred_characters_is_refused(desk):
    with pytest.raises(Refused):
        desk.people.add(PersonDraft(name="张" * 200))


def test_a_stale_change_is_told_and_not_stored(desk):
    person = desk.people.add(PersonDraft(name="李文"))
    version = desk.people.get(person).version
    desk.people.change(person, version=version, draft=PersonDraft(name="李文", post="班长"))
    with pytest.raises(ChangedMeanwhile):
        desk.people.change(person, version=version, draft=PersonDraft(name="李文", post="组长"))
    assert desk.people.get(person).post == "班长"


def test_a_retired_person_is_off_the_roster_until_brought_back(desk):
    person = desk.people.add(PersonDraft(name="李文"))
    desk.people.retire(person)
    assert desk.people.count(PeopleQuery()) == 0
    assert desk.people.ids(PeopleQuery(retired=True)) == [person]
    desk.people.bring_back(person)
    assert desk.people.count(PeopleQuery()) == 1


def test_filters_narrow_the_list(desk):
    some_people(desk, 30)
    unit = desk.units.all()[0]
    ids = desk.people.ids(PeopleQuery(unit_id=unit.id))
    assert len(ids) == unit.people == 10
    assert {row.unit for row in desk.people.rows(ids)} == {unit.name}


def test_somebody_who_is_not_there_is_said_so(desk):
    with pytest.raises(NotFound):
        desk.people.get(identity(1))


def test_rows_come_in_the_order_asked(desk):
    some_people(desk, 290)
    ids = desk.people.ids(PeopleQuery())[::-1]
    assert [row.id for row in desk.people.rows(ids)] == ids

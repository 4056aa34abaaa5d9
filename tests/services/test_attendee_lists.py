"""The frozen list: as of its day, numbered once, changed only when asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jz_training.domain.attendance import PRESENT
from jz_training.domain.roster import PersonDraft
from jz_training.domain.training import AudienceRule, SheetOrder
from jz_training.errors import Refused, TrainingIsCancelled
from tests.services.stories import a_listed_training, a_training, draft, some_people


def draft_of(person, **changes):
    names = ("name", "unit_id", "department", "post", "layer", "category", "sex", "phone")
    return replace(PersonDraft(**{name: getattr(person, name) for name in names}), **changes)


def change(desk, person, **changes):
    desk.people.change(person.id, version=person.version, draft=draft_of(person, **changes))


def names(desk, training):
    return [row.name for row in desk.attendance.sheet(training).rows]


def test_a_list_is_numbered_from_one_and_keeps_the_post_of_that_day(desk):
    training = a_listed_training(desk, people=4)
    rows = desk.attendance.sheet(training).rows
    assert [row.number for row in rows] == [1, 2, 3, 4]
    person = desk.people.get(rows[0].person_id)
    change(desk, person, post="车间主任", name="丁新名")
    assert desk.attendance.sheet(training).rows[0] == rows[0]


def test_the_rule_means_units_layers_and_categories_together(desk):
    some_people(desk, 60)
    unit = desk.units.all()[0]
    rule = AudienceRule(units=(unit.id,), layers=("职工",))
    people = desk.lists.audience(rule)
    assert people
    assert {(p.unit, p.layer) for p in people} == {(unit.name, "职工")}


def test_units_below_a_unit_are_meant_too_unless_left_out(desk):
    top = desk.units.add(name="公司工会")
    part = desk.units.add(name="织造车间", parent_id=top)
    desk.people.add(PersonDraft(name="李文", unit_id=part))
    assert len(desk.lists.audience(AudienceRule(units=(top,)))) == 1
    assert desk.lists.audience(AudienceRule(units=(top,), with_parts=False)) == ()


def test_what_is_chosen_by_hand_wins_over_the_rule(desk):
    some_people(desk, 3)
    first, second, third = desk.lists.audience(AudienceRule())
    rule = AudienceRule(layers=("没有的层级",), added=(third.id, first.id))
    assert {p.id for p in desk.lists.audience(rule)} == {first.id, third.id}
    assert second.id not in {p.id for p in desk.lists.audience(AudienceRule(removed=(second.id,)))}


def test_a_list_of_nobody_is_refused(desk):
    with pytest.raises(Refused):
        desk.lists.freeze(a_training(desk))


def test_a_cancelled_training_gets_no_list(desk):
    some_people(desk, 2)
    training = a_training(desk)
    desk.trainings.cancel(training, reason="")
    with pytest.raises(TrainingIsCancelled):
        desk.lists.freeze(training)


def test_a_list_by_strokes_begins_with_the_simplest_surname(desk):
    for name in ("魏来", "丁一", "王芳"):
        desk.people.add(PersonDraft(name=name))
    training = a_training(desk)
    desk.lists.freeze(training, order=SheetOrder.STROKES)
    assert names(desk, training) == ["丁一", "王芳", "魏来"]


def test_a_list_can_be_reordered_until_it_has_marks(desk):
    for name in ("魏来", "丁一", "王芳"):
        desk.people.add(PersonDraft(name=name))
    training = a_training(desk)
    desk.lists.freeze(training, order=SheetOrder.STROKES)
    desk.lists.reorder(training, SheetOrder.PINYIN)
    assert names(desk, training) == ["丁一", "王芳", "魏来"]
    desk.attendance.mark(training, {1: PRESENT})
    with pytest.raises(Refused):
        desk.lists.reorder(training, SheetOrder.STROKES)
    with pytest.raises(Refused):
        desk.lists.freeze(training)


def test_later_changes_are_offered_and_not_applied(desk):
    training = a_listed_training(desk, people=3)
    rows = desk.attendance.sheet(training).rows
    desk.people.add(PersonDraft(name="新来"))
    desk.people.retire(rows[0].person_id)
    change(desk, desk.people.get(rows[1].person_id), post="班长")
    offered = desk.lists.changes(training)
    assert [p.name for p in offered.joined] == ["新来"]
    assert [row.name for row in offered.left] == [rows[0].name]
    assert [(row.name, p.post) for row, p in offered.moved] == [(rows[1].name, "班长")]
    assert desk.attendance.sheet(training).rows == rows


def test_applied_changes_leave_the_other_numbers_alone(desk):
    training = a_listed_training(desk, people=3)
    before = desk.attendance.sheet(training).rows
    newcomer = desk.people.add(PersonDraft(name="新来"))
    desk.people.retire(before[0].person_id)
    desk.lists.apply(training, joined=[newcomer], left=[before[0].id])
    after = desk.attendance.sheet(training).rows
    assert [(row.number, row.name) for row in after] == [
        (2, before[1].name),
        (3, before[2].name),
        (4, "新来"),
    ]
    assert not desk.lists.changes(training)
    assert desk.check() == ()


def test_a_moved_person_is_updated_on_the_list_when_asked(desk):
    training = a_listed_training(desk, people=1)
    row = desk.attendance.sheet(training).rows[0]
    change(desk, desk.people.get(row.person_id), post="班长")
    desk.lists.apply(training, moved=[row.id])
    assert desk.attendance.sheet(training).rows[0].post == "班长"


def test_undoing_a_list_takes_it_away_with_its_counts(desk):
    some_people(desk, 4)
    training = a_training(desk)
    desk.lists.freeze(training)
    desk.history.undo_last()
    assert desk.attendance.tally(training).expected == 0
    assert desk.trainings.get(training).list_frozen_at is None
    assert desk.check() == ()


def test_a_new_audience_makes_a_new_list(desk):
    training = a_listed_training(desk, people=4)
    unit = desk.units.all()[0]
    version = desk.trainings.get(training).version
    narrowed = draft(audience=AudienceRule(units=(unit.id,)))
    desk.trainings.change(training, version=version, draft=narrowed)
    desk.lists.freeze(training)
    assert {row.unit for row in desk.attendance.sheet(training).rows} == {unit.name}
    assert desk.check() == ()

"""The rows behind the figures of a period are the rows that were counted."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from jz_training.domain.attendance import PRESENT, AttendanceStatus, Mark
from jz_training.domain.training import SheetOrder
from jz_training.errors import Refused
from jz_training.services.desk import Desk
from jz_training.services.period_lines import Group
from tests.services.stories import a_listed_training, a_training

START, END = date(2026, 11, 1), date(2026, 11, 30)


def another(desk: Desk, day: int) -> None:
    training = a_training(desk, start=datetime(2026, 11, day, 9), end=datetime(2026, 11, day, 10))
    desk.lists.freeze(training)


def test_every_group_opens_as_many_lines_as_it_counts(desk: Desk) -> None:
    desk.attendance.mark_rest(a_listed_training(desk, people=9), PRESENT)
    another(desk, 21)
    summary = desk.summaries.of_period(START, END)
    for group, rows in (
        (Group.UNIT, summary.by_unit),
        (Group.LAYER, summary.by_layer),
        (Group.CATEGORY, summary.by_category),
    ):
        for row in rows:
            lines = desk.lines.of_group(START, END, group=group, name=row.name)
            assert len(lines) == row.tally.expected
            assert sum(line.row.mark.status.came for line in lines) == row.tally.present


def test_lines_come_by_day_and_number(desk: Desk) -> None:
    a_listed_training(desk, people=9)
    another(desk, 5)
    (unit, *_) = desk.summaries.of_period(START, END).by_unit
    lines = desk.lines.of_group(START, END, group=Group.UNIT, name=unit.name)
    keys = [(line.start, line.row.number) for line in lines]
    assert keys == sorted(keys)


def test_a_cancelled_training_and_other_days_have_no_lines(desk: Desk) -> None:
    training = a_listed_training(desk, people=9)
    assert desk.lines.of_persons(date(2026, 10, 1), date(2026, 10, 31)) == ()
    desk.trainings.cancel(training, reason="停电")
    assert desk.lines.of_persons(START, END) == ()


def test_persons_are_counted_once_each(desk: Desk) -> None:
    training = a_listed_training(desk, people=9)
    another(desk, 21)
    desk.attendance.mark(training, {1: PRESENT, 2: Mark(status=AttendanceStatus.ABSENT)})
    persons = desk.lines.of_persons(START, END)
    rate = desk.summaries.of_period(START, END).persons
    assert len(persons) == rate.whole == 9
    assert sum(person.present > 0 for person in persons) == rate.part == 1
    assert {person.expected for person in persons} == {2}


def test_a_stand_in_counts_for_the_person_only_by_the_setting(desk: Desk) -> None:
    training = a_listed_training(desk, people=3)
    desk.attendance.mark(training, {1: Mark(status=AttendanceStatus.PRESENT, stand_in="何小苗")})
    assert sum(person.present for person in desk.lines.of_persons(START, END)) == 0
    desk.settings.change(stand_in_counts=True)
    assert sum(person.present for person in desk.lines.of_persons(START, END)) == 1


@pytest.mark.parametrize("order", [SheetOrder.UNIT, SheetOrder.PINYIN, SheetOrder.STROKES])
def test_the_preview_of_a_list_is_the_list_that_is_fixed(desk: Desk, order: SheetOrder) -> None:
    training = a_listed_training(desk, people=12, order=order)
    rule = desk.trainings.get(training).draft.audience
    preview = [person.name for person in desk.lists.preview(rule, order=order).people]
    assert preview == [row.name for row in desk.attendance.sheet(training).rows]


def test_a_marked_list_says_that_it_keeps_its_numbers(desk: Desk) -> None:
    training = a_listed_training(desk, people=3)
    assert desk.lists.can_renumber(training)
    desk.attendance.mark(training, {1: PRESENT})
    assert not desk.lists.can_renumber(training)
    with pytest.raises(Refused):
        desk.lists.reorder(training, SheetOrder.PINYIN)

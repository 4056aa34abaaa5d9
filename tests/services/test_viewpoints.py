"""Viewing points: every line is in one room, the counts add up, and every step is undone."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from operator import add
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jz_training.domain.attendance import PRESENT, AttendanceStatus, Mark
from jz_training.domain.finding import Problem
from jz_training.domain.page_code import read_page_code
from jz_training.domain.tally import Tally
from jz_training.domain.training import AudienceRule
from jz_training.domain.viewpoint import ViewpointDraft
from jz_training.errors import (
    ChangedMeanwhile,
    JzError,
    ListNotFrozen,
    NotFound,
    Refused,
    TrainingIsClosed,
)
from jz_training.labels import act_words, finding_words
from jz_training.storage.tables import Attendee, Viewpoint
from tests.factories import UNITS, identity
from tests.services.duties_stories import Before
from tests.services.stories import a_listed_training, a_training
from tests.services.test_sheets import geometry_of

ROOM = ViewpointDraft(name="第一分会场", room="织造车间会议室", responsible="叶静", contact="8012")


def unit(desk, name):
    return next(one.id for one in desk.units.all() if one.name == name)


def a_room(desk, training, *units, **changes):
    draft = replace(ROOM, units=tuple(unit(desk, name) for name in units), **changes)
    return desk.viewpoints.add(training, draft)


def names_in(desk, training, viewpoint):
    return {line.unit for line in desk.viewpoints.lines(training, viewpoint)}


def sum_of_rooms(desk, training):
    rooms = (row.tally for row in desk.viewpoints.of_training(training))
    return reduce(add, rooms, desk.viewpoints.main_hall(training))


def test_a_viewing_point_comes_back_as_entered_and_is_empty(desk):
    training = a_listed_training(desk, people=6)
    room = a_room(desk, training, UNITS[0])
    row = desk.viewpoints.get(room)
    assert row.draft == replace(ROOM, units=(unit(desk, UNITS[0]),))
    assert (row.training_id, row.position, row.tally) == (training, 0, Tally())
    assert desk.viewpoints.main_hall(training).expected == 6


def test_units_are_put_into_their_rooms_and_the_rest_stays_in_the_main_hall(desk):
    training = a_listed_training(desk, people=6)
    first = a_room(desk, training, UNITS[0])
    second = a_room(desk, training, UNITS[1], name="第二分会场")
    assert desk.viewpoints.assign(training) == 4
    assert names_in(desk, training, first) == {UNITS[0]}
    assert names_in(desk, training, second) == {UNITS[1]}
    assert names_in(desk, training, None) == {UNITS[2]}
    assert desk.viewpoints.assign(training) == 0


def test_the_parts_of_a_unit_go_with_it_unless_they_watch_elsewhere(desk):
    training = a_listed_training(desk, people=6)
    company = desk.units.add(name="纺织公司")
    for one in desk.units.all():
        if one.name in UNITS[:2]:
            desk.units.change(one.id, version=one.version, name=one.name, kind=one.kind,
                              parent_id=company, position=one.position)  # fmt: skip
    whole = a_room(desk, training, "纺织公司")
    part = a_room(desk, training, UNITS[1], name="第二分会场")
    desk.viewpoints.assign(training)
    assert names_in(desk, training, whole) == {UNITS[0]}
    assert names_in(desk, training, part) == {UNITS[1]}


def test_lines_are_placed_by_hand_by_their_numbers(desk):
    training = a_listed_training(desk, people=6)
    room = a_room(desk, training)
    desk.viewpoints.set_of_lines(training, [5, 2], room)
    assert [line.number for line in desk.viewpoints.lines(training, room)] == [2, 5]
    desk.viewpoints.set_of_lines(training, [2], None)
    assert desk.viewpoints.places(training) == {n: room if n == 5 else None for n in range(1, 7)}


def test_what_was_placed_by_hand_stays_when_no_unit_says_otherwise(desk):
    training = a_listed_training(desk, people=6)
    room = a_room(desk, training)
    desk.viewpoints.set_of_lines(training, [3], room)
    desk.viewpoints.assign(training)
    assert [line.number for line in desk.viewpoints.lines(training, room)] == [3]


def test_a_number_that_is_not_on_the_list_moves_nobody(desk):
    training = a_listed_training(desk, people=3)
    room = a_room(desk, training)
    with pytest.raises(Refused, match="第 9 号"):
        desk.viewpoints.set_of_lines(training, [1, 9], room)
    assert desk.viewpoints.lines(training, room) == ()


def test_a_room_of_another_training_takes_nobody(desk):
    training = a_listed_training(desk, people=3)
    other = a_room(desk, a_training(desk))
    with pytest.raises(NotFound, match="这个分会场"):
        desk.viewpoints.set_of_lines(training, [1], other)
    with pytest.raises(NotFound):
        desk.sheets.prepare(training, viewpoint_id=other)


def test_without_a_list_nobody_can_be_placed(desk):
    training = a_training(desk)
    with pytest.raises(ListNotFrozen):
        desk.viewpoints.assign(training)


def test_a_closed_training_keeps_its_rooms(desk):
    training = a_listed_training(desk, people=2)
    room = a_room(desk, training)
    desk.attendance.mark_rest(training, PRESENT)
    desk.attendance.close(training)
    for act in (
        lambda: desk.viewpoints.assign(training),
        lambda: desk.viewpoints.remove(room),
        lambda: desk.viewpoints.set_of_lines(training, [1], room),
        lambda: a_room(desk, training, name="第二分会场"),
    ):
        with pytest.raises(TrainingIsClosed):
            act()


@pytest.mark.parametrize(
    ("field", "changes"),
    [("name", {"name": " "}), ("room", {"room": "长" * 201}), ("name", {"name": "第一分会场"})],
)
def test_a_fault_names_its_field(desk, field, changes):
    training = a_listed_training(desk, people=2)
    a_room(desk, training)
    with pytest.raises(Refused) as refused:
        desk.viewpoints.add(training, replace(ROOM, **({"name": "第二分会场"} | changes)))
    assert refused.value.field == field
    assert str(refused.value)


def test_a_unit_watches_in_one_room_only(desk):
    training = a_listed_training(desk, people=3)
    a_room(desk, training, UNITS[0])
    with pytest.raises(Refused, match=UNITS[0]) as refused:
        a_room(desk, training, UNITS[0], name="第二分会场")
    assert refused.value.field == "units"
    with pytest.raises(NotFound, match="这个单位"):
        desk.viewpoints.add(training, replace(ROOM, name="丙", units=(identity(9),)))


def test_a_stale_change_is_told_and_a_room_may_keep_its_own_units(desk):
    training = a_listed_training(desk, people=3)
    room = a_room(desk, training, UNITS[0])
    draft = desk.viewpoints.get(room).draft
    desk.viewpoints.change(room, version=1, draft=replace(draft, contact="8013"))
    with pytest.raises(ChangedMeanwhile):
        desk.viewpoints.change(room, version=1, draft=draft)


def test_rooms_are_put_in_order(desk):
    training = a_listed_training(desk, people=3)
    for name in "甲乙丙":
        last = a_room(desk, training, name=name)
    desk.viewpoints.move(last, position=0)
    assert [row.draft.name for row in desk.viewpoints.of_training(training)] == ["丙", "甲", "乙"]


def test_the_lines_of_a_removed_room_go_back_to_the_main_hall(desk):
    training = a_listed_training(desk, people=6)
    room = a_room(desk, training, UNITS[0])
    desk.viewpoints.assign(training)
    before = Before(desk)
    desk.viewpoints.remove(room)
    assert desk.viewpoints.main_hall(training).expected == 6
    assert before.undone("viewpoint.remove")
    assert names_in(desk, training, room) == {UNITS[0]}


# --- the list moves --------------------------------------------------------------------------


def test_a_list_fixed_anew_keeps_the_rooms_of_those_who_stay(desk):
    training = a_listed_training(desk, people=6)
    room = a_room(desk, training)
    desk.viewpoints.set_of_lines(training, [1, 2], room)
    there = {line.person_id for line in desk.viewpoints.lines(training, room)}
    before = Before(desk)
    desk.lists.freeze(training)
    assert {line.person_id for line in desk.viewpoints.lines(training, room)} == there
    assert before.undone("list.freeze")


def test_new_persons_go_where_their_unit_watches(desk):
    training = a_listed_training(desk, people=6)
    some = desk.viewpoints.lines(training, None)[:1]
    view = desk.trainings.get(training)
    rule = AudienceRule(removed=tuple(line.person_id for line in some))
    desk.trainings.change(training, version=view.version, draft=replace(view.draft, audience=rule))
    desk.lists.freeze(training)
    room = a_room(desk, training, some[0].unit)
    desk.lists.apply(training, joined=[some[0].person_id])
    assert [line.person_id for line in desk.viewpoints.lines(training, room)] == [some[0].person_id]


def test_whoever_leaves_the_list_leaves_the_room(desk):
    training = a_listed_training(desk, people=4)
    room = a_room(desk, training)
    desk.viewpoints.set_of_lines(training, [1, 2], room)
    gone = desk.viewpoints.lines(training, room)[0]
    desk.lists.apply(training, left=[gone.id])
    assert [line.number for line in desk.viewpoints.lines(training, room)] == [2]
    assert sum_of_rooms(desk, training) == desk.attendance.tally(training)


def test_a_copied_training_is_watched_in_the_same_rooms_by_nobody_yet(desk):
    training = a_listed_training(desk, people=6)
    a_room(desk, training, UNITS[0])
    desk.viewpoints.assign(training)
    before = Before(desk)
    copy = desk.trainings.copy(training, start=desk.now())
    (row,) = desk.viewpoints.of_training(copy)
    assert (row.draft.name, row.tally) == (ROOM.name, Tally())
    desk.lists.freeze(copy)
    assert names_in(desk, copy, row.id) == {UNITS[0]}
    desk.history.undo_last()
    assert before.undone("training.copy")


# --- counts ----------------------------------------------------------------------------------

MARKS = (
    PRESENT,
    Mark(status=AttendanceStatus.ABSENT),
    Mark(status=AttendanceStatus.LATE, minutes=5),
    Mark(status=AttendanceStatus.PRESENT, stand_in="李明"),
    Mark(status=AttendanceStatus.ONLINE),
)


def live(desk, training, chance):
    """Let one thing happen to the rooms and the marks of a training."""
    rooms = [row.id for row in desk.viewpoints.of_training(training)]
    numbers = [row.number for row in desk.attendance.sheet(training).rows]
    some = chance.sample(numbers, chance.randint(0, len(numbers)))
    room = chance.choice([*rooms, None])
    steps = (
        lambda: a_room(desk, training, *chance.sample(UNITS, 1), name=f"第{chance.random()}"),
        lambda: desk.viewpoints.assign(training),
        lambda: desk.viewpoints.set_of_lines(training, some, room),
        lambda: desk.viewpoints.set_of_lines(training, some, room),
        lambda: desk.viewpoints.remove(chance.choice(rooms)),
        lambda: desk.attendance.mark(training, dict.fromkeys(some, chance.choice(MARKS))),
        lambda: desk.attendance.add_walk_in(training, name="赵来"),
        lambda: desk.history.undo_last(),
    )
    try:
        chance.choice(steps)()
    except (JzError, IndexError):  # no room yet, or a unit that watches already
        return


@given(seed=st.integers(0, 100_000), length=st.integers(3, 15))
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_rooms_add_up_and_nobody_is_counted_twice(desk, seed, length):
    while desk.history.undo_last():
        pass
    training, chance = a_listed_training(desk, people=9), Random(seed)
    for _ in range(length):
        live(desk, training, chance)
        if not desk.attendance.sheet(training).rows:  # the list itself was taken back
            break
        assert sum_of_rooms(desk, training) == desk.attendance.tally(training)
        rooms = [None, *(row.id for row in desk.viewpoints.of_training(training))]
        lines = [line.id for room in rooms for line in desk.viewpoints.lines(training, room)]
        assert sorted(lines) == sorted(row.id for row in desk.attendance.sheet(training).rows)
        assert desk.check() == ()


# --- sheets ----------------------------------------------------------------------------------


def test_the_sheet_of_a_room_has_only_its_lines_under_their_own_numbers(desk):
    training = a_listed_training(desk, people=6, venue="礼堂", chair="周建业")
    room = a_room(desk, training, UNITS[1])
    desk.viewpoints.assign(training)
    whole = desk.sheets.prepare(training)
    part = desk.sheets.prepare(training, viewpoint_id=room)
    hall = desk.sheets.prepare(training, viewpoint_id=None)
    assert {row.number for row in part.rows} | {row.number for row in hall.rows} == set(range(1, 7))
    assert len(part.rows) + len(hall.rows) == len(whole.rows)
    assert {row.unit for row in part.rows} == {UNITS[1]}
    assert (part.viewpoint, part.venue, part.responsible) == (ROOM.name, ROOM.room, "叶静")
    assert (hall.viewpoint, hall.venue) == ("", "礼堂")


def test_a_room_without_a_place_is_named_by_itself(desk):
    training = a_listed_training(desk, people=3)
    room = a_room(desk, training, room="")
    assert desk.sheets.prepare(training, viewpoint_id=room).venue == ROOM.name


def test_sheets_of_rooms_printed_together_have_codes_of_their_own(desk):
    training = a_listed_training(desk, people=6)
    rooms = [None, *(a_room(desk, training, unit, name=unit) for unit in UNITS[:2])]
    desk.viewpoints.assign(training)
    sheets = [desk.sheets.prepare(training, viewpoint_id=room) for room in rooms]
    codes = {code for sheet in sheets for code in geometry_of_numbers(sheet).codes}
    assert len({read_page_code(code).sheet_version for code in codes}) == 3
    for sheet in sheets:
        desk.sheets.keep(sheet, geometry_of_numbers(sheet))
    kept = desk.sheets.printed(training)
    assert {one.viewpoint for one in kept} == {"", *UNITS[:2]}
    assert [one.people for one in kept] == [2, 2, 2]
    assert desk.sheets.prepare(training).sheet_version > max(one.sheet_version for one in kept)


def test_the_sheets_of_all_rooms_together_hold_the_list_once(desk):
    training = a_listed_training(desk, people=6)
    with pytest.raises(NotFound):
        desk.sheets.on_paper(training)
    whole = desk.sheets.prepare(training)
    desk.sheets.keep(whole, geometry_of_numbers(whole))
    room = a_room(desk, training, UNITS[1])
    desk.viewpoints.assign(training)
    assert desk.sheets.on_paper(training) == geometry_of_numbers(whole)
    part = desk.sheets.prepare(training, viewpoint_id=room)
    desk.sheets.keep(part, geometry_of_numbers(part))
    together = desk.sheets.on_paper(training)
    places = {place.number: place.page for place in together.rows if place.number}
    assert places == {n: 1 if n in {row.number for row in part.rows} else 2 for n in range(1, 7)}
    assert len([place for place in together.rows if place.number]) == 6
    assert together.pages == 2
    again = desk.sheets.prepare(training)
    desk.sheets.keep(again, geometry_of_numbers(again))
    assert desk.sheets.on_paper(training) == geometry_of_numbers(again)


def geometry_of_numbers(sheet):
    geometry = geometry_of(sheet)
    rows = tuple(
        replace(place, number=sheet.rows[place.number - 1].number) if place.number else place
        for place in geometry.rows
    )
    return replace(geometry, rows=rows)


# --- undo and checking -----------------------------------------------------------------------

ACTS = {
    "viewpoint.add": lambda desk, training, room: a_room(desk, training, name="第二分会场"),
    "viewpoint.change": lambda desk, training, room: desk.viewpoints.change(
        room, version=1, draft=replace(ROOM, room="食堂")
    ),
    "viewpoint.remove": lambda desk, training, room: desk.viewpoints.remove(room),
    "viewpoint.assign": lambda desk, training, room: desk.viewpoints.assign(training),
    "viewpoint.set": lambda desk, training, room: desk.viewpoints.set_of_lines(
        training, [1, 3], room
    ),
}


@pytest.mark.parametrize("verb", ACTS)
def test_every_act_is_told_in_words_and_undone(desk, verb):
    training = a_listed_training(desk, people=6)
    room = a_room(desk, training, UNITS[0])
    before = Before(desk)
    ACTS[verb](desk, training, room)
    act = desk.history.acts()[0]
    assert "." not in act_words(act.verb, act.subject, act.count)
    assert before.undone(verb)


def test_a_new_order_of_rooms_is_undone(desk):
    training = a_listed_training(desk, people=2)
    a_room(desk, training)
    last = a_room(desk, training, name="第二分会场")
    before = Before(desk)
    desk.viewpoints.move(last, position=0)
    assert before.undone("viewpoint.move")


def test_a_line_in_a_room_of_another_training_is_found_by_the_check(desk):
    training = a_listed_training(desk, people=2)
    other = a_room(desk, a_training(desk))
    line = desk.viewpoints.lines(training, None)[0]
    with desk._workspace.store.write("attendance.mark") as db:
        db.get_one(Attendee, line.id).viewpoint_id = db.get_one(Viewpoint, other).id
    (finding,) = desk.check()
    assert (finding.problem, finding.count) == (Problem.VIEWPOINTS, 1)
    assert "1 人" in finding_words(finding)

"""Series and batches: previewed, created in one act, moved and changed together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jz_training.domain.attendance import PRESENT
from jz_training.domain.batches import Batch, BatchBy, Member, Split
from jz_training.domain.clashes import ClashCode
from jz_training.domain.day_warnings import DayWarningCode
from jz_training.domain.repetition import Pattern, Repetition, SeriesScope, Slot
from jz_training.domain.training import AudienceRule, TrainingState
from jz_training.errors import (
    ChangedMeanwhile,
    ClashFound,
    NotFound,
    Refused,
    TrainingIsClosed,
)
from jz_training.services.ledger import TrainingQuery
from jz_training.services.people import PeopleQuery
from tests.factories import LAYERS, UNITS, identity
from tests.services.stories import a_training, draft, some_people
from tests.services.test_undo_stories import kept_rows

AFTERNOON = Slot(start=time(15), end=time(16, 30))
FRIDAY = date(2026, 11, 27)
NOBODY = AudienceRule(everyone=False)
WEEK = timedelta(days=7)
#: One desk serves all examples: what they make adds up.
on_one_desk = partial(
    settings, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def rule(**facts: Any) -> Repetition:
    given_facts: dict[str, Any] = {
        "pattern": Pattern.WEEKLY,
        "first": FRIDAY,
        "slots": (AFTERNOON,),
        "weekdays": (4,),
        "count": 3,
    }
    return Repetition(**(given_facts | facts))


def starts(desk, ids):
    return [desk.trainings.get(one).draft.start for one in ids]


def days_of(desk, ids):
    return [start.date() for start in starts(desk, ids)]


def all_of(desk):
    return desk.trainings.list(TrainingQuery(newest_first=False))


# --- series ----------------------------------------------------------------------------------


def test_a_preview_stores_nothing_and_says_which_one_clashes(desk):
    some_people(desk, 2)
    taken = datetime.combine(FRIDAY + WEEK, time(16))
    a_training(desk, venue="甲", audience=NOBODY, start=taken, end=taken + timedelta(hours=1))
    seen = desk.series.preview(draft(venue="甲"), rule())
    assert [[clash.code for clash in found] for found in seen.clashes] == [
        [], [ClashCode.VENUE], [],
    ]  # fmt: skip
    assert seen.clashing == (datetime.combine(FRIDAY + WEEK, time(15)),)
    assert len(all_of(desk)) == 1


def test_a_preview_warns_of_each_holiday(desk):
    seen = desk.series.preview(draft(), rule(first=date(2026, 9, 25), count=2))
    assert [warned[0].code for warned in seen.warnings] == [
        DayWarningCode.HOLIDAY, DayWarningCode.HOLIDAY,
    ]  # fmt: skip


def test_a_series_is_created_in_order_and_undone_as_one(desk):
    before = kept_rows(desk)
    made = desk.series.create(draft(topics=("甲", "乙")), rule())
    assert days_of(desk, made) == [FRIDAY, FRIDAY + WEEK, FRIDAY + 2 * WEEK]
    assert desk.series.of_training(made[1]) == made
    assert {desk.trainings.get(one).series_id for one in made} != {None}
    assert desk.history.acts()[0].count == 3
    desk.history.undo_last()
    assert kept_rows(desk) == before


@pytest.mark.parametrize(
    "skip", [FRIDAY + WEEK, datetime.combine(FRIDAY + WEEK, time(15))], ids=["day", "start"]
)
def test_a_day_that_clashes_may_be_skipped(desk, skip):
    made = desk.series.create(draft(), rule(), skip=[skip])
    assert days_of(desk, made) == [FRIDAY, FRIDAY + 2 * WEEK]


def test_shifts_are_named_in_the_titles(desk):
    slots = (
        Slot(start=time(6), end=time(7), name="早班"),
        Slot(start=time(14), end=time(15), name="中班"),
    )
    made = desk.series.create(draft(title="安全学习"), rule(count=1, slots=slots))
    titles = [desk.trainings.get(one).draft.title for one in made]
    assert titles == ["安全学习（早班）", "安全学习（中班）"]


@pytest.mark.parametrize(
    ("facts", "skip", "refused"),
    [
        ({"exclude": (FRIDAY,), "count": 1}, (), ("until", "no_days")),
        ({"count": 1}, (FRIDAY,), ("skip", "all_skipped")),
        ({"pattern": Pattern.EVERY_DAYS, "count": 401}, (), ("until", "too_many_days")),
        ({"slots": (Slot(start=time(15), end=time(15)),)}, (), ("slots", "zero_length")),
        ({"slots": (Slot(start=time(22), end=time(6)),)}, (), ("slots", "over_midnight")),
    ],
)
def test_a_series_that_comes_to_nothing_is_refused_with_a_sentence(desk, facts, skip, refused):
    with pytest.raises(Refused) as told:
        desk.series.create(draft(), rule(**facts), skip=skip)
    assert (told.value.field, told.value.fault) == refused
    assert str(told.value).endswith("。")
    assert all_of(desk) == ()


def test_a_training_of_no_series_is_alone(desk):
    training = a_training(desk)
    assert desk.series.of_training(training) == (training,)
    with pytest.raises(NotFound):
        desk.series.of_training(identity(9))


# --- clashes refused -------------------------------------------------------------------------


def test_with_block_a_series_that_clashes_is_refused_whole(desk):
    desk.settings.change(clash_rule="block")
    a_training(desk, venue="甲", audience=NOBODY, start=datetime(2026, 12, 4, 15),
               end=datetime(2026, 12, 4, 16))  # fmt: skip
    with pytest.raises(ClashFound) as told:
        desk.series.create(draft(venue="甲"), rule())
    assert "12月4日 15:00 的场次有冲突" in str(told.value)
    assert "场地“甲”同一时间已安排" in str(told.value)
    assert len(all_of(desk)) == 1


def test_with_block_batches_may_not_clash_with_each_other(desk):
    some_people(desk, 4)
    desk.settings.change(clash_rule="block")
    batches = desk.series.split_audience(AudienceRule(), BatchBy.NUMBER, size=2)
    at_once = [datetime(2026, 12, 4, 15)] * 2
    with pytest.raises(ClashFound):
        desk.series.create_batches(draft(venue="甲"), batches, starts=at_once)
    assert len(desk.series.create_batches(draft(), batches, starts=at_once)) == 2


#: What hypothesis may ask for: a rule, a room and a length, a few times over.
REQUESTS = st.lists(
    st.tuples(
        st.integers(0, 6),  # the first day
        st.integers(1, 3),  # every so many days
        st.integers(8, 11),  # the hour
        st.sampled_from([30, 90, 150]),  # minutes
        st.sampled_from(["甲", "乙", ""]),
        st.sampled_from(["", "秦晓峰", "秦晓峰、叶静"]),
        st.booleans(),  # for everybody
    ),
    min_size=1,
    max_size=4,
)


@on_one_desk(max_examples=15)
@given(requests=REQUESTS)
def test_no_created_series_clashes_when_clashes_are_refused(desk, requests):
    desk.settings.change(clash_rule="block")
    if not desk.people.ids(PeopleQuery()):
        some_people(desk, 3)
    for day, every, hour, minutes, venue, speaker, everybody in requests:
        begin = datetime(2027, 1, 1, hour)
        slot = Slot(start=begin.time(), end=(begin + timedelta(minutes=minutes)).time())
        wanted = draft(venue=venue, speaker=speaker, audience=AudienceRule(everyone=everybody))
        how = rule(
            pattern=Pattern.EVERY_DAYS,
            first=date(2027, 1, 1) + timedelta(days=day),
            every=every,
            count=3,
            slots=(slot,),
        )
        free = desk.series.preview(wanted, how)
        try:
            made = desk.series.create(wanted, how)
        except ClashFound:
            assert free.clashing
        else:
            assert not free.clashing
            assert all(desk.clashes.of_training(one) == () for one in made)


# --- batches ---------------------------------------------------------------------------------

SPLITS = st.one_of(
    st.tuples(st.sampled_from([BatchBy.UNIT, BatchBy.LAYER]), st.none() | st.integers(1, 9)),
    st.tuples(st.just(BatchBy.NUMBER), st.integers(1, 9)),
)
RULES = st.builds(
    lambda layers, removed: (layers, removed),
    st.sets(st.sampled_from(LAYERS)),
    st.integers(0, 5),
)


@on_one_desk(max_examples=30)
@given(how=SPLITS, rules=RULES)
def test_batches_hold_everybody_of_a_real_audience_exactly_once(desk, how, rules):
    if not desk.people.ids(PeopleQuery()):
        some_people(desk, 23)
    layers, removed = rules
    everybody = [person.id for person in desk.lists.audience(AudienceRule())]
    rule = AudienceRule(layers=tuple(layers), removed=tuple(everybody[:removed]))
    wanted = [person.id for person in desk.lists.audience(rule)]
    by, size = how
    found = desk.series.split_audience(rule, by, size=size)
    inside = [member.id for batch in found.batches for member in batch.members]
    outside = [member.id for member in found.left_over]
    assert sorted(inside + outside) == sorted(wanted)
    assert size is None or all(len(batch.members) <= size for batch in found.batches)


def test_whoever_has_no_number_by_hand_is_left_over(desk):
    some_people(desk, 3)
    first, second, third = (person.id for person in desk.lists.audience(AudienceRule()))
    found = desk.series.split_audience(AudienceRule(), BatchBy.HAND, by_hand={third: 1, first: 2})
    assert [[one.id for one in batch.members] for batch in found.batches] == [[third], [first]]
    assert [one.id for one in found.left_over] == [second]


def test_each_batch_becomes_a_training_for_its_own_people(desk):
    some_people(desk, 9)
    before = kept_rows(desk)
    batches = desk.series.split_audience(AudienceRule(), BatchBy.UNIT)
    days = [datetime(2026, 12, day, 9) for day in (1, 2, 3)]
    made = desk.series.create_batches(draft(title="轮训（第1批）", phase=2), batches, starts=days)
    views = [desk.trainings.get(one).draft for one in made]
    assert [(one.title, one.phase, one.batch) for one in views] == [
        (f"轮训（第{number}批）", 2, number) for number in (1, 2, 3)
    ]
    assert starts(desk, made) == days
    listed = [desk.lists.audience(one.audience) for one in views]
    assert [{person.unit for person in people} for people in listed] == [
        {batch.names[0]} for batch in batches.batches
    ]
    assert {name for batch in batches.batches for name in batch.names} == set(UNITS)
    desk.history.undo_last()
    assert kept_rows(desk) == before


def test_an_audience_of_nobody_cannot_be_split(desk):
    with pytest.raises(Refused, match="没有找到应到人员"):
        desk.series.split_audience(AudienceRule(), BatchBy.UNIT)


@pytest.mark.parametrize(
    ("by", "facts", "field"),
    [
        (BatchBy.NUMBER, {}, "size"),
        (BatchBy.UNIT, {"size": 0}, "size"),
        (BatchBy.HAND, {"by_hand": {identity(1): 0}}, "by_hand"),
    ],
)
def test_a_split_that_means_nothing_names_its_field(desk, by, facts, field):
    with pytest.raises(Refused) as told:
        desk.series.split_audience(AudienceRule(), by, **facts)
    assert told.value.field == field


def test_batches_need_a_start_each_and_no_person_twice(desk):
    some_people(desk, 2)
    found = desk.series.split_audience(AudienceRule(), BatchBy.NUMBER, size=1)
    day = datetime(2026, 12, 1, 9)
    with pytest.raises(Refused, match="共 2 批"):
        desk.series.create_batches(draft(), found, starts=[day])
    with pytest.raises(Refused, match="先分批"):
        desk.series.create_batches(draft(), Split(batches=(), left_over=()), starts=[])
    member = Member(id=identity(1), name="丁静", unit="", layer="")
    twice = tuple(Batch(number=n, names=(), members=(member,)) for n in (1, 2))
    with pytest.raises(Refused, match="同时分在两批"):
        desk.series.create_batches(draft(), Split(batches=twice, left_over=()), starts=[day, day])


# --- what was made together ------------------------------------------------------------------


def a_series(desk, **changes):
    made = desk.series.create(draft(**changes), rule())
    return made, desk.trainings.get(made[0]).series_id


def test_a_series_is_copied_to_another_month_without_the_cancelled_one(desk):
    made, series_id = a_series(desk, link="https://live.example/1")
    desk.trainings.cancel(made[1], reason="停电")
    before = kept_rows(desk)
    copies = desk.series.copy_series(series_id, first=date(2027, 1, 8))
    assert days_of(desk, copies) == [date(2027, 1, 8), date(2027, 1, 22)]
    views = [desk.trainings.get(one) for one in copies]
    assert {view.draft.link for view in views} == {"https://live.example/1"}
    assert {view.series_id for view in views}.isdisjoint({series_id, None})
    desk.history.undo_last()
    assert kept_rows(desk) == before


def test_a_series_that_is_not_there_is_told(desk):
    with pytest.raises(NotFound):
        desk.series.copy_series(identity(1), first=FRIDAY)
    with pytest.raises(NotFound):
        desk.series.move_series(identity(1), by=WEEK)


def test_a_series_is_moved_from_one_training_on_and_back_by_undo(desk):
    made, series_id = a_series(desk)
    before = kept_rows(desk)
    assert desk.series.move_series(series_id, by=timedelta(days=3), from_training=made[1]) == 2
    moved = timedelta(days=3)
    assert days_of(desk, made) == [FRIDAY, FRIDAY + WEEK + moved, FRIDAY + 2 * WEEK + moved]
    desk.history.undo_last()
    assert kept_rows(desk) == before


def test_what_was_marked_or_cancelled_is_not_moved(desk):
    some_people(desk, 2)
    made, series_id = a_series(desk)
    desk.lists.freeze(made[0])
    desk.attendance.mark_rest(made[0], PRESENT)
    desk.trainings.cancel(made[1], reason="停电")
    assert desk.series.move_series(series_id, by=timedelta(days=1)) == 1
    assert days_of(desk, made)[:2] == [FRIDAY, FRIDAY + WEEK]
    desk.trainings.cancel(made[2], reason="停电")
    with pytest.raises(Refused, match="没有可以移动的"):
        desk.series.move_series(series_id, by=timedelta(days=1))
    with pytest.raises(Refused, match="移动多少"):
        desk.series.move_series(series_id, by=timedelta(0))


def changed(desk, training, scope, **changes):
    view = desk.trainings.get(training)
    new = replace(view.draft, **changes)
    return desk.series.change_following(training, version=view.version, draft=new, scope=scope)


@pytest.mark.parametrize(
    ("scope", "venues"),
    [
        (SeriesScope.ONE, ["", "丙", ""]),
        (SeriesScope.FOLLOWING, ["", "丙", "丙"]),
        (SeriesScope.ALL, ["丙", "丙", "丙"]),
    ],
)
def test_a_change_reaches_one_or_the_following_or_all_and_is_undone_as_one(desk, scope, venues):
    made, _ = a_series(desk)
    before = kept_rows(desk)
    assert changed(desk, made[1], scope, venue="丙") == venues.count("丙")
    assert [desk.trainings.get(one).draft.venue for one in made] == venues
    desk.history.undo_last()
    assert kept_rows(desk) == before


def test_another_hour_moves_the_following_by_as_much(desk):
    made, _ = a_series(desk)
    new_start = datetime.combine(FRIDAY, time(9))
    changed(desk, made[0], SeriesScope.ALL, start=new_start, end=new_start + timedelta(minutes=60))
    views = [desk.trainings.get(one).draft for one in made]
    assert days_of(desk, made) == [FRIDAY, FRIDAY + WEEK, FRIDAY + 2 * WEEK]
    assert {(one.start.time(), one.end.time()) for one in views} == {(time(9), time(10))}


def test_a_new_title_keeps_the_batch_and_the_people_of_the_others(desk):
    some_people(desk, 4)
    batches = desk.series.split_audience(AudienceRule(), BatchBy.NUMBER, size=2)
    days = [datetime(2026, 12, day, 9) for day in (1, 2)]
    made = desk.series.create_batches(draft(title="轮训"), batches, starts=days)
    own = desk.trainings.get(made[1]).draft.audience
    changed(desk, made[0], SeriesScope.ALL, title="冬训（第1批）", audience=NOBODY)
    other = desk.trainings.get(made[1]).draft
    assert (other.title, other.audience, other.batch) == ("冬训（第2批）", own, 2)


def test_a_change_of_a_series_is_guarded(desk):
    made, _ = a_series(desk)
    view = desk.trainings.get(made[0])
    changed(desk, made[0], SeriesScope.ONE, venue="乙")
    stale = {"version": view.version, "draft": view.draft, "scope": SeriesScope.ALL}
    with pytest.raises(ChangedMeanwhile):
        desk.series.change_following(made[0], **stale)
    alone = a_training(desk)
    with pytest.raises(Refused, match="不属于任何一组"):
        changed(desk, alone, SeriesScope.ALL, venue="乙")


def test_a_closed_training_of_a_series_stays_as_it_is(desk):
    some_people(desk, 1)
    made, _ = a_series(desk)
    desk.lists.freeze(made[0])
    desk.attendance.mark_rest(made[0], PRESENT)
    desk.attendance.close(made[0])
    changed(desk, made[1], SeriesScope.ALL, venue="丙")
    first = desk.trainings.get(made[0])
    assert (first.draft.venue, first.state) == ("", TrainingState.CLOSED)
    with pytest.raises(TrainingIsClosed):
        changed(desk, made[0], SeriesScope.ALL, venue="丁")

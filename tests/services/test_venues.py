"""Venues: entered, found by pinyin, counted by their trainings, and every step undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from jz_training.domain.library import VenueDraft, VenueKind
from jz_training.errors import ChangedMeanwhile, NotFound, Refused
from jz_training.labels import VENUE_KINDS, act_words
from tests.factories import identity
from tests.services.duties_stories import Before
from tests.services.stories import a_training

HALL = VenueDraft(
    name="职工之家二楼会议室", kind=VenueKind.MEETING_ROOM, capacity=60,
    address="纺织路 8 号", contact="后勤 叶静", note="有投影\n钥匙在值班室",
)  # fmt: skip
PAST = {"start": datetime(2026, 11, 10, 9), "end": datetime(2026, 11, 10, 10)}
COMING = {"start": datetime(2026, 12, 10, 9), "end": datetime(2026, 12, 10, 10)}


def names(desk, text=""):
    return [row.draft.name for row in desk.venues.list(text)]


def test_a_venue_comes_back_as_it_was_entered(desk):
    venue = desk.venues.add(HALL)
    assert desk.venues.get(venue).draft == HALL


def test_every_kind_has_a_word():
    assert set(VENUE_KINDS) == set(VenueKind)


@pytest.mark.parametrize("text", ["会议室", "zgzj", "zhigong", "ZGZJ", "纺织路", ""])
def test_a_venue_is_found_by_words_initials_and_pinyin(desk, text):
    desk.venues.add(HALL)
    desk.venues.add(VenueDraft(name="文化宫"))
    assert HALL.name in names(desk, text)


@pytest.mark.parametrize("text", ["礼堂", "lt", "\ud800"])
def test_what_does_not_fit_is_not_found(desk, text):
    desk.venues.add(HALL)
    assert names(desk, text) == []


def test_its_trainings_are_counted_and_the_next_is_told(desk):
    venue = desk.venues.add(HALL)
    a_training(desk, venue=HALL.name, **PAST)
    a_training(desk, venue=HALL.name, **COMING)
    cancelled = a_training(desk, venue=HALL.name, start=datetime(2026, 11, 25, 9),
                           end=datetime(2026, 11, 25, 10))  # fmt: skip
    desk.trainings.cancel(cancelled, reason="改期")
    row = desk.venues.get(venue)
    assert (row.trainings, row.next_day) == (2, date(2026, 12, 10))
    assert [use.start for use in desk.venues.uses(venue)] == [COMING["start"], PAST["start"]]


def test_the_most_used_venue_stands_first(desk):
    desk.venues.add(VenueDraft(name="甲"))
    desk.venues.add(VenueDraft(name="乙"))
    a_training(desk, venue="乙")
    assert names(desk) == ["乙", "甲"]


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("name", {"name": " "}),
        ("name", {"name": "长" * 201}),
        ("capacity", {"capacity": 0}),
        ("capacity", {"capacity": 100_000}),
        ("note", {"note": "a\x02"}),
    ],
)
def test_a_fault_names_its_field_and_nothing_is_stored(desk, field, changes):
    with pytest.raises(Refused) as refused:
        desk.venues.add(replace(HALL, **changes))
    assert refused.value.field == field
    assert str(refused.value)
    assert names(desk) == []


def test_two_venues_may_not_have_one_name(desk):
    desk.venues.add(HALL)
    with pytest.raises(Refused, match="已经有一条“职工之家二楼会议室”"):
        desk.venues.add(HALL)
    other = desk.venues.add(VenueDraft(name="礼堂"))
    with pytest.raises(Refused):
        desk.venues.change(other, version=1, draft=HALL)


def test_a_new_name_is_followed_by_trainings_to_come_only(desk):
    venue = desk.venues.add(HALL)
    past = a_training(desk, venue=HALL.name, **PAST)
    coming = a_training(desk, venue=HALL.name, **COMING)
    before = Before(desk)
    desk.venues.change(venue, version=1, draft=replace(HALL, name="二楼大会议室"))
    assert desk.trainings.get(past).draft.venue == HALL.name
    assert desk.trainings.get(coming).draft.venue == "二楼大会议室"
    assert before.undone("venue.change")


def test_a_venue_that_trainings_to_come_need_stays(desk):
    venue = desk.venues.add(HALL)
    a_training(desk, venue=HALL.name, **COMING)
    with pytest.raises(Refused, match="还有 1 个待召开的场次") as refused:
        desk.venues.remove(venue)
    assert (refused.value.field, refused.value.fault) == ("venue", "in_use")
    assert refused.value.facts == {"count": 1}


def test_a_venue_of_the_past_may_go(desk):
    venue = desk.venues.add(HALL)
    past = a_training(desk, venue=HALL.name, **PAST)
    desk.venues.remove(venue)
    assert desk.trainings.get(past).draft.venue == HALL.name
    with pytest.raises(NotFound, match="这个场地"):
        desk.venues.get(venue)


def test_a_stale_change_and_a_missing_venue_are_told(desk):
    venue = desk.venues.add(HALL)
    desk.venues.change(venue, version=1, draft=replace(HALL, capacity=80))
    with pytest.raises(ChangedMeanwhile):
        desk.venues.change(venue, version=1, draft=HALL)
    with pytest.raises(NotFound):
        desk.venues.remove(identity(9))


def test_venues_of_the_library_are_offered_after_those_used(desk):
    desk.venues.add(HALL)
    a_training(desk, venue="食堂")
    assert desk.trainings.suggestions().venues == ("食堂", HALL.name)


ACTS = {
    "venue.add": lambda desk, one: desk.venues.add(VenueDraft(name="礼堂")),
    "venue.change": lambda desk, one: desk.venues.change(
        one, version=1, draft=replace(HALL, capacity=None, kind=VenueKind.ONLINE)
    ),
    "venue.remove": lambda desk, one: desk.venues.remove(one),
}


@pytest.mark.parametrize("verb", ACTS)
def test_every_act_is_told_in_words_and_undone(desk, verb):
    venue = desk.venues.add(HALL)
    before = Before(desk)
    ACTS[verb](desk, venue)
    act = desk.history.acts()[0]
    assert "." not in act_words(act.verb, act.subject, act.count)
    assert before.undone(verb)

"""Clashes of stored trainings: by room, speaker and people; and a time that is free of all."""

from __future__ import annotations

from datetime import datetime, timedelta

from jz_training.domain.clashes import ClashCode
from jz_training.domain.library import VenueDraft, VenueKind
from jz_training.domain.training import AudienceRule
from jz_training.domain.working_calendar import WorkingCalendar
from tests.services.stories import a_listed_training, a_training, draft, some_people

HOUR = timedelta(hours=1)
NOBODY = AudienceRule(everyone=False)


def codes(found):
    return sorted({clash.code.value for clash in found})


def test_a_training_as_entered_says_with_what_it_clashes(desk):
    other = a_listed_training(desk, people=12, venue="二楼会议室", speaker="秦晓峰、叶静")
    found = desk.clashes.of_draft(draft(title="又一场", venue="二楼会议室", speaker="叶静"))
    assert codes(found) == ["people", "speaker", "venue"]
    people = next(clash for clash in found if clash.code is ClashCode.PEOPLE)
    assert (people.other, people.number, len(people.names)) == (other, 12, 10)


def test_people_of_an_audience_without_a_list_clash_as_well(desk):
    some_people(desk, 3)
    a_training(desk)
    assert codes(desk.clashes.of_draft(draft())) == ["people"]


def test_a_stored_training_does_not_clash_with_itself(desk):
    training = a_listed_training(desk, people=2, venue="甲")
    assert desk.clashes.of_training(training) == ()


def test_a_cancelled_training_takes_up_nothing(desk):
    training = a_listed_training(desk, people=2, venue="甲")
    desk.trainings.cancel(training, reason="停电")
    assert desk.clashes.of_draft(draft(venue="甲")) == ()


def test_the_clashes_of_a_span_are_told_of_both_trainings(desk):
    first = a_training(desk, venue="甲", audience=NOBODY)
    second = a_training(desk, venue="甲", audience=NOBODY)
    start = datetime(2026, 11, 20)
    found = desk.clashes.between(start, start + timedelta(days=1))
    assert {one: told[0].other for one, told in found.items()} == {first: second, second: first}


def test_the_next_free_time_is_after_the_other_training(desk):
    a_training(desk, venue="甲", audience=NOBODY)
    wanted = draft(venue="甲", audience=NOBODY)
    free = desk.clashes.next_free(wanted, WorkingCalendar())
    # 16:30 to 18:00 would be after hours, and the day after is a Saturday
    assert free == datetime(2026, 11, 23, 8, 30)
    assert desk.clashes.of_draft(draft(venue="甲", start=free, end=free + HOUR)) == ()


def test_what_the_library_says_of_a_venue_counts_however_its_name_is_spaced(desk):
    desk.venues.add(VenueDraft(name="线上 会议室", kind=VenueKind.ONLINE))
    a_training(desk, venue="线上会议室", audience=NOBODY)
    assert desk.clashes.of_draft(draft(venue="线上会议室", audience=NOBODY)) == ()

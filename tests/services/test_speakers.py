"""Speakers: entered, found, counted by what they gave, and every step undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from jz_training.domain.library import SpeakerDraft
from jz_training.errors import ChangedMeanwhile, NotFound, Refused
from jz_training.labels import act_words
from tests.factories import identity
from tests.services.duties_stories import Before
from tests.services.stories import a_training

QIN = SpeakerDraft(
    name="秦晓峰", title="副教授", unit="清河市委党校", topics=("劳动法", "安全生产"),
    contact="0530-1234567", note="周三不便",
)  # fmt: skip
PAST = {"start": datetime(2026, 11, 10, 9), "end": datetime(2026, 11, 10, 10)}
COMING = {"start": datetime(2026, 12, 10, 9), "end": datetime(2026, 12, 10, 10)}


def names(desk, text=""):
    return [row.draft.name for row in desk.speakers.list(text)]


def test_a_speaker_comes_back_as_entered(desk):
    assert desk.speakers.get(desk.speakers.add(QIN)).draft == QIN


@pytest.mark.parametrize("text", ["晓峰", "qxf", "qinxiao", "党校", "dx", "劳动法", "ldf"])
def test_a_speaker_is_found_by_name_pinyin_unit_and_topic(desk, text):
    desk.speakers.add(QIN)
    desk.speakers.add(SpeakerDraft(name="范德海"))
    assert names(desk, text) == ["秦晓峰"]


def test_what_was_given_is_counted_also_where_several_are_named(desk):
    qin, fan = desk.speakers.add(QIN), desk.speakers.add(SpeakerDraft(name="范德海"))
    a_training(desk, speaker="秦晓峰、范德海", hours=Decimal("1.5"), **PAST)
    a_training(desk, speaker="秦晓峰", hours=Decimal(2),
               start=datetime(2026, 11, 15, 9), end=datetime(2026, 11, 15, 11))  # fmt: skip
    a_training(desk, speaker="秦晓峰", **COMING)
    gave = desk.speakers.get(qin)
    assert (gave.trainings, gave.hours, gave.last_day) == (2, Decimal("3.5"), date(2026, 11, 15))
    assert desk.speakers.get(fan).hours == Decimal("1.5")
    assert len(desk.speakers.uses(qin)) == 3


def test_a_training_without_hours_and_a_cancelled_one_add_none(desk):
    qin = desk.speakers.add(QIN)
    a_training(desk, speaker="秦晓峰", **PAST)
    desk.trainings.cancel(a_training(desk, speaker="秦晓峰", **PAST), reason="改期")
    gave = desk.speakers.get(qin)
    assert (gave.trainings, gave.hours) == (1, Decimal(0))


def test_a_name_inside_a_longer_name_is_somebody_else(desk):
    short = desk.speakers.add(SpeakerDraft(name="秦晓"))
    a_training(desk, speaker="秦晓峰", **PAST)
    assert desk.speakers.get(short).trainings == 0
    assert desk.speakers.uses(short) == ()


def test_two_of_one_name_belong_to_two_units(desk):
    desk.speakers.add(QIN)
    with pytest.raises(Refused, match="已经有一位师资"):
        desk.speakers.add(QIN)
    desk.speakers.add(replace(QIN, unit="清河市总工会"))
    assert names(desk) == ["秦晓峰", "秦晓峰"]


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("name", {"name": ""}),
        ("name", {"name": "秦晓峰、范德海"}),
        ("title", {"title": "长" * 201}),
        ("topics", {"topics": ("a\x02",)}),
    ],
)
def test_a_fault_names_its_field(desk, field, changes):
    with pytest.raises(Refused) as refused:
        desk.speakers.add(replace(QIN, **changes))
    assert refused.value.field == field
    assert str(refused.value)
    assert names(desk) == []


def test_a_new_name_is_followed_by_trainings_to_come_only(desk):
    qin = desk.speakers.add(QIN)
    past = a_training(desk, speaker="秦晓峰", **PAST)
    coming = a_training(desk, speaker="范德海、秦晓峰", **COMING)
    before = Before(desk)
    desk.speakers.change(qin, version=1, draft=replace(QIN, name="秦小峰"))
    assert desk.trainings.get(past).draft.speaker == "秦晓峰"
    assert desk.trainings.get(coming).draft.speaker == "范德海、秦小峰"
    assert before.undone("speaker.change")


def test_a_namesakes_trainings_do_not_follow(desk):
    qin = desk.speakers.add(QIN)
    desk.speakers.add(replace(QIN, unit="清河市总工会"))
    coming = a_training(desk, speaker="秦晓峰", **COMING)
    desk.speakers.change(qin, version=1, draft=replace(QIN, name="秦小峰"))
    assert desk.trainings.get(coming).draft.speaker == "秦晓峰"


def test_a_speaker_of_trainings_to_come_stays(desk):
    qin = desk.speakers.add(QIN)
    a_training(desk, speaker="范德海、秦晓峰", **COMING)
    with pytest.raises(Refused) as refused:
        desk.speakers.remove(qin)
    assert (refused.value.field, refused.value.facts) == ("speaker", {"count": 1})


def test_a_stale_change_and_a_missing_speaker_are_told(desk):
    qin = desk.speakers.add(QIN)
    desk.speakers.change(qin, version=1, draft=replace(QIN, title="教授"))
    with pytest.raises(ChangedMeanwhile):
        desk.speakers.change(qin, version=1, draft=QIN)
    with pytest.raises(NotFound, match="这位师资"):
        desk.speakers.get(identity(9))


def test_speakers_of_the_library_are_offered_after_those_used(desk):
    desk.speakers.add(QIN)
    a_training(desk, speaker="范德海")
    assert desk.trainings.suggestions().speakers == ("范德海", "秦晓峰")


ACTS = {
    "speaker.add": lambda desk, one: desk.speakers.add(SpeakerDraft(name="范德海")),
    "speaker.change": lambda desk, one: desk.speakers.change(
        one, version=1, draft=replace(QIN, topics=("宪法",))
    ),
    "speaker.remove": lambda desk, one: desk.speakers.remove(one),
}


@pytest.mark.parametrize("verb", ACTS)
def test_every_act_is_told_in_words_and_undone(desk, verb):
    qin = desk.speakers.add(QIN)
    before = Before(desk)
    ACTS[verb](desk, qin)
    act = desk.history.acts()[0]
    assert "." not in act_words(act.verb, act.subject, act.count)
    assert before.undone(verb)

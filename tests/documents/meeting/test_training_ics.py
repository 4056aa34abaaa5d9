"""Calendar files read back by the library: the same training, the right hour, nothing broken."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from jz_training.documents.meeting.training_ics import training_ics
from jz_training.domain.meeting_papers import event_of
from jz_training.domain.training import TrainingState
from tests.documents.meeting.views import HOSTILE, TITLE, event
from tests.factories import training

STAMP = datetime(2026, 11, 13, 9, 0)


def _read(data: bytes) -> list[Any]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def _one(**changes: Any) -> Any:
    (found,) = _read(training_ics([event(**changes)], stamp=STAMP))
    return found


def test_a_training_is_at_its_hour_in_shanghai() -> None:
    found = _one()
    assert str(found["summary"]) == TITLE
    assert found["dtstart"].params["TZID"] == "Asia/Shanghai"
    assert found.decoded("dtstart").astimezone(UTC) == datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
    assert found.decoded("dtend") - found.decoded("dtstart") == timedelta(minutes=90)
    assert str(found["location"]) == "职工之家二楼（清河市建设路12号）"
    assert str(found["description"]) == "主办：清河市纺织公司工会\n主持：周建业\n主讲：秦晓峰"


def test_the_zone_is_told_in_the_file() -> None:
    (zone,) = Calendar.from_ical(training_ics([event()], stamp=STAMP)).walk("VTIMEZONE")
    assert str(zone["tzid"]) == "Asia/Shanghai"
    (standard,) = zone.subcomponents
    assert standard.decoded("tzoffsetto") == timedelta(hours=8)


def test_a_changed_training_keeps_its_id_and_counts_on() -> None:
    before, after = _one(), _one(version=4, title="改期的学习会")
    assert before["uid"] == after["uid"]
    assert after["sequence"] > before["sequence"]
    assert _one(number=2)["uid"] != before["uid"]


def test_a_cancelled_training_is_struck_out_and_rings_no_bell() -> None:
    found = _one(cancelled=True)
    assert str(found["status"]) == "CANCELLED"
    assert not found.walk("VALARM")


@pytest.mark.parametrize("remind", [True, False])
def test_a_reminder_comes_a_day_before_if_it_is_wanted(remind: bool) -> None:
    alarms = _one(remind=remind).walk("VALARM")
    assert [alarm.decoded("trigger") for alarm in alarms] == [timedelta(days=-1)] * remind


@pytest.mark.parametrize("text", [HOSTILE, "甲,乙;丙\\丁\r\nBEGIN:VEVENT\r\n", "很长的题目" * 60])
def test_any_text_is_one_value_on_folded_lines(text: str) -> None:
    data = training_ics([event(title=text, venue=text, speaker=text)], stamp=STAMP)
    assert data.count(b"\n") == data.count(b"\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    (found,) = _read(data)
    for sign in ",;\\甲很b":
        assert str(found["summary"]).count(sign) == text.count(sign)
    assert "\x00" not in str(found["summary"])


@pytest.mark.parametrize("count", [0, 1, 200])
def test_one_file_holds_any_number_of_trainings(count: int) -> None:
    events = [event(number) for number in range(1, count + 1)]
    found = _read(training_ics(events, stamp=STAMP))
    assert len({str(each["uid"]) for each in found}) == count


def test_a_broadcast_without_a_room_is_at_its_link() -> None:
    found = _one(venue="", address="", link="https://example.org/live")
    assert str(found["location"]) == "https://example.org/live"


def test_the_same_trainings_and_stamp_give_the_same_bytes() -> None:
    assert training_ics([event()], stamp=STAMP) == training_ics([event()], stamp=STAMP)
    assert b"DTSTAMP:20261113T010000Z" in training_ics([event()], stamp=STAMP)


def test_what_is_stored_of_a_training_becomes_an_event() -> None:
    view = training(state=TrainingState.CANCELLED, cancel_reason="改期")
    made = event_of(view)
    assert (made.training_id, made.version, made.title) == (view.id, view.version, view.draft.title)
    assert made.cancelled

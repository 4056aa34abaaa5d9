"""The meeting a notice calls to, and the way to a training."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from jz_training.domain.notice import Event
from jz_training.domain.training import TrainingDraft
from jz_training.ui.notices.event_strip import event_words
from jz_training.ui.notices.event_training import taken_words

TODAY = date(2026, 11, 22)


@pytest.fixture
def strip(page, meeting, settle):
    page.show_for(notice_id=meeting)
    settle()
    return page.tab("text").meeting


def test_the_meeting_is_said_with_the_year_that_was_taken(strip):
    assert strip.isVisible()
    assert strip.words.text() == (
        "会议：12月5日 9:00 · 市工人文化宫三楼会议室 · 各基层工会主席"
        "（原文没有写年份，按通知日期取为2026年）"
    )


def test_the_form_opens_with_what_the_notice_says(strip, said, settle, meeting):
    strip.make.click()
    settle()
    key, what = said.opened[-1]
    draft = what["draft"]
    assert (key, draft.venue, draft.notice_id) == (
        "training_new",
        "市工人文化宫三楼会议室",
        meeting,
    )
    assert draft.start == datetime(2026, 12, 5, 9, 0)
    assert said.toasts[-1] == ("原文没有写年份，按通知日期取为2026年。原文没有写结束时间，请填写。")


def test_a_training_made_of_it_is_opened_instead(strip, desk, said, settle, meeting, page):
    start, end = datetime(2026, 12, 5, 9, 0), datetime(2026, 12, 5, 11, 0)
    draft = desk.notices.event_draft(meeting)
    made = desk.trainings.schedule(
        TrainingDraft(title=draft.title, form=draft.form, start=start, end=end, notice_id=meeting)
    )
    page.refresh()
    settle()
    assert strip.make.text() == "查看场次"
    strip.make.click()
    assert said.opened[-1] == ("training", {"training_id": made})


def test_days_and_clock_are_said_as_far_as_they_are_known():
    assert event_words(Event(day=date(2026, 3, 5)), today=TODAY) == "会议：3月5日"
    several = Event(day=date(2027, 3, 30), last_day=date(2027, 4, 1), start=time(14, 30))
    assert event_words(several, today=TODAY) == "会议：2027年3月30日至4月1日 14:30"


def test_a_clock_that_is_missing_is_asked_for():
    assert taken_words(Event(day=TODAY)) == "原文没有写几点开始，请填写时间。"
    assert taken_words(Event(day=TODAY, start=time(9), end=time(10))) == ""

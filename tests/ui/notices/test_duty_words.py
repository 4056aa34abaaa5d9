"""How a duty stands, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from jz_training.domain.task_book import DutyState
from jz_training.ui.notices.duty_words import (
    STATE_TONES,
    due_words,
    standing_words,
    tally_words,
    whole_words,
)
from jz_training.ui.style.theme import DARK, LIGHT, contrast


@pytest.fixture
def book(desk, study):
    return desk.duties.book(study)


def test_duties_are_counted_by_state(book):
    done = replace(book.duties[0], state=DutyState.MET, gaps=())
    assert tally_words(replace(book, duties=(done, *book.duties[1:]))) == "已落实 1 · 未开始 2"


def test_a_gap_is_said_before_anything_else(book):
    assert standing_words(book.duties[0]) == "还没有培训计划"
    assert whole_words(book.duties[0]) == "未开始：还没有培训计划"


def test_what_was_declared_is_said_with_its_day(book):
    duty = book.duties[2]
    row = replace(duty.obligation, reported_on=date(2026, 12, 18))
    told = replace(duty, obligation=row, gaps=(), state=DutyState.REPORTED)
    assert standing_words(told) == "12月18日报送"


def test_the_day_due_is_shown_without_this_year(book):
    assert due_words(book.duties[2], today=date(2026, 11, 22)) == "12月20日"
    assert due_words(book.duties[2], today=date(2027, 1, 2)) == "2026年12月20日"
    assert due_words(book.duties[0], today=date(2026, 11, 22)) == ""


@pytest.mark.parametrize("roles", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("state", DutyState)
def test_words_on_a_tint_stay_readable(roles, state):
    tint = getattr(roles, f"{STATE_TONES[state].value}_tint", roles.grey_tint)
    assert contrast(roles.ink, tint) >= 4.5

"""What a training may be: its rules, one by one."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from jz_training.domain.training import (
    FIELD_LIMIT,
    LONGEST,
    AudienceRule,
    SheetOrder,
    TrainingForm,
    TrainingState,
    faults,
)
from jz_training.labels import FORMS, ORDERS, STATES
from tests.factories import START, draft


def test_a_training_as_usually_entered_may_be_saved() -> None:
    assert faults(draft()) == {}


def test_a_training_needs_nothing_but_a_title_and_its_times() -> None:
    assert faults(draft(venue="", chair="", speaker="", recorder="", hours=None)) == {}


@pytest.mark.parametrize("title", ["", "   ", "\u3000\t"])
def test_a_title_of_blanks_is_no_title(title: str) -> None:
    assert faults(draft(title=title)) == {"title": "missing"}


@pytest.mark.parametrize("name", ["title", "venue", "chair", "speaker", "recorder", "organiser"])
def test_a_text_may_be_long_but_not_endless(name: str) -> None:
    assert faults(draft(**{name: "学" * FIELD_LIMIT})) == {}
    assert faults(draft(**{name: "学" * (FIELD_LIMIT + 1)})) == {name: "too_long"}


@pytest.mark.parametrize("later", [timedelta(0), timedelta(minutes=-1), timedelta(days=-1)])
def test_a_training_ends_after_it_starts(later: timedelta) -> None:
    assert faults(draft(end=START + later)) == {"end": "ends_before_start"}


def test_a_training_of_more_than_a_day_is_several_trainings() -> None:
    assert faults(draft(end=START + LONGEST)) == {}
    assert faults(draft(end=START + LONGEST + timedelta(minutes=1))) == {"end": "too_long_lasting"}


def test_hours_may_be_nought_but_not_less() -> None:
    assert faults(draft(hours=Decimal(0))) == {}
    assert faults(draft(hours=Decimal("-0.5"))) == {"hours": "negative"}


def test_all_faults_are_told_at_once() -> None:
    wrong = draft(title="", end=START, hours=Decimal(-1))
    assert faults(wrong) == {"title": "missing", "end": "ends_before_start", "hours": "negative"}


def test_a_rule_without_conditions_means_everyone() -> None:
    rule = AudienceRule()
    assert rule.everyone
    assert (rule.units, rule.layers, rule.categories) == ((), (), ())
    assert (rule.added, rule.removed) == ((), ())


def test_every_form_state_and_order_has_its_word() -> None:
    assert set(FORMS) == set(TrainingForm)
    assert set(STATES) == set(TrainingState)
    assert set(ORDERS) == set(SheetOrder)

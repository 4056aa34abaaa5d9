"""学时: caps hold, more time never earns less, and shares add up to no more than the whole."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jz_training.domain.hours import (
    HoursRequirement,
    HoursRule,
    Span,
    credit,
    requirement_faults,
    rule_faults,
    share,
)
from jz_training.domain.parts import TrainingPart
from jz_training.domain.training_form import TrainingForm
from jz_training.labels.hours import REQUIREMENT_EXAMPLES, RULE_EXAMPLES, rule_words
from tests.factories import identity

MONDAY = datetime(2026, 11, 23)
COURSE = TrainingForm.COURSE

halves = st.integers(0, 40).map(lambda number: Decimal(number) / 2)
maybe = st.none() | halves
rules = st.builds(
    HoursRule,
    name=st.just("规则"),
    minutes=st.integers(1, 120),
    step=st.sampled_from([Decimal("0.25"), Decimal("0.5"), Decimal(1)]),
    least_minutes=st.integers(0, 90),
    half_day=maybe,
    day_cap=maybe,
    training_cap=maybe,
)


def span(day: int, hour: float, minutes: int) -> Span:
    """Return a stretch of a day of that week."""
    start = MONDAY + timedelta(days=day, hours=hour)
    return Span(start, start + timedelta(minutes=minutes))


spans = st.lists(
    st.builds(span, st.integers(0, 4), st.integers(0, 20), st.integers(0, 400)), max_size=8
)
few = settings(deadline=None, max_examples=30)


@few
@given(rules, spans)
def test_caps_hold_and_nothing_is_negative(rule, spans):
    total = credit(rule, COURSE, spans)
    days = {span.start.date() for span in spans}
    assert total >= 0
    assert rule.training_cap is None or total <= rule.training_cap
    assert rule.day_cap is None or total <= rule.day_cap * len(days)


@few
@given(rules, spans, spans)
def test_another_span_never_earns_less(rule, spans, more):
    assert credit(rule, COURSE, [*spans, *more]) >= credit(rule, COURSE, spans)


@few
@given(rules, st.integers(0, 400))
def test_time_alone_is_rounded_down_to_the_step(rule, minutes):
    plain = HoursRule(name="x", minutes=rule.minutes, step=rule.step)
    worth = credit(plain, COURSE, [span(0, 8, minutes)])
    assert worth % rule.step == 0
    assert worth * rule.minutes <= minutes < (worth + rule.step) * rule.minutes


@few
@given(halves, st.lists(st.tuples(st.integers(1, 300), st.booleans()), min_size=1, max_size=6))
def test_a_share_is_within_the_hours_and_all_of_them_for_who_came_throughout(hours, told):
    parts = [
        TrainingPart(id=identity(at), name="课", start=one.start, end=one.end)
        for at, one in enumerate(span(at, 8, minutes) for at, (minutes, _) in enumerate(told))
    ]
    came = [was for _, was in told]
    assert 0 <= share(hours, parts, came) <= hours
    assert share(hours, parts, [True] * len(parts)) == hours
    assert share(hours, parts, [False] * len(parts)) == 0


MORNING, AFTERNOON = (8.5, 180), (14.5, 180)


@pytest.mark.parametrize(
    ("example", "form", "told", "expected"),
    [
        (0, COURSE, [(0, *MORNING), (0, *AFTERNOON)], "8"),
        (0, COURSE, [(0, 8, 44)], "0"),
        (0, COURSE, [(0, 8, 600)], "8"),
        (1, COURSE, [(0, *MORNING), (0, *AFTERNOON), (1, *MORNING)], "12"),
        (1, COURSE, [(0, 8.5, 540)], "8"),  # a whole day that was entered as one span
        (1, COURSE, [(0, 15, 60)], "1"),
        (2, TrainingForm.CENTRE_GROUP, [(0, 9, 90)], "3"),
        (2, COURSE, [(day, *at) for day in range(5) for at in (MORNING, AFTERNOON)], "18"),
    ],
)
def test_the_examples_reckon_as_the_rules_they_are_taken_from(example, form, told, expected):
    rule, _ = RULE_EXAMPLES[example]
    assert credit(rule, form, [span(*one) for one in told]) == Decimal(expected)


def test_every_example_may_be_saved_and_says_what_it_does():
    assert not any(rule_faults(rule) for rule, _ in RULE_EXAMPLES)
    assert not any(map(requirement_faults, REQUIREMENT_EXAMPLES))
    assert rule_words(RULE_EXAMPLES[0][0]) == (
        "每 45 分钟 1 学时，按 1 取整；不足 45 分钟不计；每天最多 8"
    )


def test_what_is_wrong_is_told_by_field():
    bad = HoursRule(name=" ", minutes=0, step=Decimal(0), day_cap=Decimal(-1))
    assert rule_faults(bad) == {
        "name": "missing", "minutes": "not_positive", "step": "not_positive",
        "day_cap": "negative",
    }  # fmt: skip
    assert rule_faults(HoursRule(name="无", step=Decimal("NaN"))) == {"step": "not_positive"}
    wanted = HoursRequirement(name="x" * 61, hours=Decimal(1000), years=0)
    assert requirement_faults(wanted) == {
        "name": "too_long", "years": "not_positive", "hours": "too_many_hours",
    }  # fmt: skip

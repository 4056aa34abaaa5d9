"""Figures of a training and of a period: who is named, what is counted, what must agree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jz_training.domain.attendance import AttendanceStatus, AttendeeRole
from jz_training.domain.summary import identities
from jz_training.domain.tally import Tally
from jz_training.domain.training import TrainingState
from tests.factories import (
    attendee,
    ledger,
    ledger_row,
    period_summary,
    training_summary,
    walk_in,
)


def test_absentees_are_those_on_leave_or_absent_in_the_order_of_the_sheet() -> None:
    rows = (
        attendee(1, status=AttendanceStatus.ABSENT),
        attendee(2, status=AttendanceStatus.PRESENT),
        attendee(3, status=AttendanceStatus.LEAVE),
        attendee(4),
    )
    assert [row.number for row in training_summary(rows=rows).absentees] == [1, 3]


@pytest.mark.parametrize("role", [role for role in AttendeeRole if role != "expected"])
def test_who_was_not_expected_cannot_be_absent(role: AttendeeRole) -> None:
    rows = (walk_in(1, role=role, status=AttendanceStatus.ABSENT),)
    assert training_summary(rows=rows).absentees == ()


def test_a_cancelled_training_is_shown_and_not_counted() -> None:
    cancelled = ledger_row(2, state=TrainingState.CANCELLED)
    book = ledger(rows=(ledger_row(1), cancelled))
    assert book.total == ledger_row(1).tally


def test_a_period_without_trainings_is_nought() -> None:
    assert ledger(rows=()).total == Tally()


@given(st.integers(0, 60))
def test_the_identities_hold_for_a_training(people: int) -> None:
    assert all(holds for _, holds in identities(training_summary(people)))


def test_the_identities_hold_for_a_period() -> None:
    checked = identities(period_summary(trainings=4, people=30))
    assert checked == (
        ("adds_up", True),
        ("made_up", True),
        ("units_sum", True),
        ("layers_sum", True),
        ("categories_sum", True),
    )


@pytest.mark.parametrize(
    ("groups", "code"),
    [("by_unit", "units_sum"), ("by_layer", "layers_sum"), ("by_category", "categories_sum")],
)
def test_a_group_that_went_missing_is_found_out(groups: str, code: str) -> None:
    summary = training_summary(20)
    broken = replace(summary, **{groups: getattr(summary, groups)[1:]})
    assert [name for name, holds in identities(broken) if not holds] == [code]


def test_a_tally_that_contradicts_itself_is_found_out() -> None:
    summary = training_summary(20)
    broken = replace(summary, tally=replace(summary.tally, absent=summary.tally.absent + 1))
    assert ("adds_up", False) in identities(broken)

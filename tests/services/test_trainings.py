"""Trainings: scheduling, changing, cancelling, copying."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from jz_training.domain.attendance import PRESENT
from jz_training.domain.training import TrainingForm, TrainingState
from jz_training.errors import ChangedMeanwhile, NotFound, Refused, TrainingIsClosed
from jz_training.services.ledger import TrainingQuery
from tests.factories import identity
from tests.services.stories import a_listed_training, a_training, draft, some_people


def test_a_training_comes_back_as_it_was_entered(desk):
    entered = draft(topics=("维权", "改革"), hours=Decimal("1.5"), venue="职工之家", required=True)
    assert desk.trainings.get(desk.trainings.schedule(entered)).draft == entered


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("title", {"title": " "}),
        ("title", {"title": "长" * 201}),
        ("end", {"end": datetime(2026, 11, 20, 15, 0)}),
        ("end", {"end": datetime(2026, 11, 22, 15, 0)}),
        ("hours", {"hours": Decimal(-1)}),
    ],
)
def test_a_fault_names_its_field_and_nothing_is_stored(desk, field, changes):
    with pytest.raises(Refused) as refused:
        desk.trainings.schedule(draft(**changes))
    assert refused.value.field == field
    assert desk.trainings.list(TrainingQuery()) == ()


def test_a_stale_change_is_told(desk):
    training = a_training(desk)
    desk.trainings.change(training, version=1, draft=draft(venue="二楼"))
    with pytest.raises(ChangedMeanwhile):
        desk.trainings.change(training, version=1, draft=draft(venue="三楼"))


def test_topics_keep_their_order_when_changed(desk):
    training = a_training(desk, topics=("甲", "乙", "丙"))
    desk.trainings.change(training, version=1, draft=draft(topics=("丙", "甲", "丁")))
    assert desk.trainings.get(training).draft.topics == ("丙", "甲", "丁")


def test_a_copy_has_another_time_and_no_list(desk):
    training = a_listed_training(desk, venue="二楼", topics=("甲",))
    start = datetime(2026, 12, 4, 9, 0)
    copy = desk.trainings.get(desk.trainings.copy(training, start=start))
    assert copy.draft == replace(
        desk.trainings.get(training).draft, start=start, end=start + timedelta(minutes=90)
    )
    assert copy.list_frozen_at is None


def test_a_cancelled_training_stays_on_the_ledger_with_its_reason(desk):
    training = a_training(desk)
    desk.trainings.cancel(training, reason="改期")
    row = desk.trainings.list(TrainingQuery())[0]
    assert (row.state, row.note) == (TrainingState.CANCELLED, "改期")
    desk.trainings.revive(training)
    assert desk.trainings.get(training).state is TrainingState.PLANNED


def test_a_closed_training_is_not_changed(desk):
    training = a_listed_training(desk, people=1)
    desk.attendance.mark_rest(training, PRESENT)
    desk.attendance.close(training)
    with pytest.raises(TrainingIsClosed):
        desk.trainings.change(training, version=3, draft=draft())


def test_the_list_is_filtered_by_day_form_and_words(desk):
    a_training(desk, title="甲")
    later = datetime(2026, 12, 1, 9, 0)
    a_training(
        desk, title="乙%", form=TrainingForm.LECTURE, start=later, end=later + timedelta(hours=1)
    )
    titles = lambda **query: [row.title for row in desk.trainings.list(TrainingQuery(**query))]  # noqa: E731
    assert titles() == ["乙%", "甲"]
    assert titles(end=date(2026, 11, 20)) == ["甲"]
    assert titles(start=date(2026, 12, 1), end=date(2026, 12, 1)) == ["乙%"]
    assert titles(form=TrainingForm.LECTURE) == ["乙%"]
    assert titles(text="%") == ["乙%"]


def test_what_was_entered_before_is_suggested_most_used_first(desk):
    a_training(desk, venue="二楼", speaker="周老师", topics=("甲",))
    a_training(desk, venue="三楼")
    a_training(desk, venue="三楼")
    suggested = desk.trainings.suggestions()
    assert suggested.venues == ("三楼", "二楼")
    assert suggested.speakers == ("周老师",)
    assert suggested.topics == ("甲",)


def test_a_training_that_is_not_there_is_said_so(desk):
    with pytest.raises(NotFound):
        desk.trainings.get(identity(1))


def test_changed_hours_reach_the_persons_counters(desk):
    some_people(desk, 2)
    training = a_training(desk)
    desk.lists.freeze(training)
    desk.attendance.mark_rest(training, PRESENT)
    version = desk.trainings.get(training).version
    desk.trainings.change(training, version=version, draft=draft(hours=Decimal("2.5")))
    assert desk.check() == ()

"""What a period came to: counted from its rows, each figure of the same rows as the others."""

from __future__ import annotations

from datetime import date

from jz_training.domain.filing import DocumentKind
from jz_training.domain.obligation import ObligationKind
from jz_training.domain.plan import ItemState
from jz_training.domain.progress import Progress
from jz_training.domain.publicity import Channel, Genre
from jz_training.domain.task import TaskState
from tests.notice_factories import (
    TODAY,
    document,
    duty,
    plan,
    plan_item,
    planned_training,
    publication,
    talk,
    task,
    task_book,
)


def _progress(**changes: object) -> Progress:
    return Progress(**({"as_of": TODAY} | changes))  # type: ignore[arg-type]


def test_overdue_duties_come_first_and_the_sum_of_all_others_is_no_duty_of_its_own() -> None:
    late = duty(1, asked={"own_due": date(2026, 10, 1)})
    overall = duty(2, asked={"kind": ObligationKind.OVERALL})
    progress = _progress(books=(task_book(duty(3), overall, late),))
    assert progress.open_duties == (late, duty(3))
    assert progress.overdue_duties == (late,)


def test_figures_by_place_add_up_to_all_that_was_held() -> None:
    progress = _progress(talks=tuple(talk(number) for number in range(1, 30)))
    assert sum(place.talks for place in progress.by_place) == len(progress.held_talks)
    assert sum(place.listeners for place in progress.by_place) == sum(
        month.listeners for month in progress.months
    )


def test_channels_and_genres_each_count_every_publication_once() -> None:
    rows = tuple(publication(number) for number in range(1, 24))
    progress = _progress(publicity=rows)
    assert sum(count for _, count in progress.by_channel) == len(rows)
    assert sum(count for _, count in progress.by_genre) == len(rows)
    assert [channel for channel, _ in progress.by_channel] == list(Channel)
    assert [genre for genre, _ in progress.by_genre] == list(Genre)


def test_a_talk_that_was_not_held_is_in_no_sum() -> None:
    progress = _progress(talks=(talk(1), talk(2, held=False), talk(3, head_count=None)))
    assert len(progress.held_talks) == 2
    assert sum(place.listeners for place in progress.by_place) == 30


def test_documents_are_in_the_order_of_their_dates() -> None:
    rows = (
        document(1, dated=date(2026, 9, 9)),
        document(2, dated=date(2026, 9, 1)),
        document(3, kind=DocumentKind.REPORT),
        document(4, dated=None),  # filed on 6 September
    )
    progress = _progress(documents=rows)
    assert progress.filed(DocumentKind.MINUTES) == (rows[1], rows[3], rows[0])


def test_items_and_tasks_are_told_by_how_they_stand_on_the_day() -> None:
    held, open_ended = plan_item(1, trainings=(planned_training(),)), plan_item(2, last=None)
    progress = _progress(plans=(plan(held, open_ended),), tasks=(task(1), task(3), task(19)))
    assert progress.items(ItemState.HELD) == (held,)
    assert progress.items(ItemState.NOT_SCHEDULED, ItemState.OVERDUE) == (open_ended,)
    assert progress.tasks_in(TaskState.DONE) == (task(3),)
    assert progress.tasks_in(TaskState.OVERDUE, TaskState.UNDER_WAY) == (task(1), task(19))

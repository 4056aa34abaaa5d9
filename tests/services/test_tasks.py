"""Tasks: entered, moved, finished, removed, and every step undone."""

from __future__ import annotations

from datetime import date

import pytest

from jz_training.domain.task import TaskState
from jz_training.errors import ChangedMeanwhile, NotFound, Refused
from jz_training.labels import act_words
from tests.duties_factories import task_draft
from tests.factories import identity
from tests.services.duties_stories import Before, a_duty, a_notice

TODAY = date(2026, 11, 22)


def measures(desk, notice_id=None):
    return [row.draft.measure for row in desk.tasks.list(notice_id).rows]


def some_tasks(desk, *names, **changes):
    return [desk.tasks.add(task_draft(measure=name, **changes)) for name in names]


def test_a_task_comes_back_as_it_was_entered(desk):
    notice = a_notice(desk)
    entered = task_draft(
        owner="宣教部", start=date(2026, 11, 1), due=date(2026, 12, 1), progress=40,
        note="一\n二", notice_id=notice, obligation_id=a_duty(desk, notice, "measures"),
    )  # fmt: skip
    row = desk.tasks.get(desk.tasks.add(entered))
    assert (row.draft, row.done_on) == (entered, None)


def test_the_list_of_a_notice_has_its_tasks_its_title_and_the_union(desk):
    desk.settings.change(organiser="清河市纺织公司工会")
    notice = a_notice(desk, "关于冬季学习的通知")
    some_tasks(desk, "别的")
    some_tasks(desk, "甲", "乙", notice_id=notice)
    found = desk.tasks.list(notice)
    assert (found.title, found.organiser, found.as_of) == (
        "关于冬季学习的通知", "清河市纺织公司工会", TODAY,
    )  # fmt: skip
    assert measures(desk, notice) == ["甲", "乙"]


def test_all_tasks_stand_notice_by_notice_and_those_without_one_last(desk):
    first, second = a_notice(desk), a_notice(desk)
    some_tasks(desk, "无")
    some_tasks(desk, "二甲", notice_id=second)
    some_tasks(desk, "一甲", "一乙", notice_id=first)
    assert measures(desk) == ["一甲", "一乙", "二甲", "无"]
    assert desk.tasks.list().title == ""


def test_a_task_is_moved_among_those_of_its_notice_only(desk):
    notice = a_notice(desk)
    some_tasks(desk, "无一", "无二")
    first, *_ = some_tasks(desk, "甲", "乙", "丙", notice_id=notice)
    desk.tasks.move(first, position=2)
    assert measures(desk) == ["乙", "丙", "甲", "无一", "无二"]
    assert [row.position for row in desk.tasks.list(notice).rows] == [0, 1, 2]


def test_a_task_given_to_another_notice_goes_to_the_end_there(desk):
    one, other = a_notice(desk), a_notice(desk)
    task, _ = some_tasks(desk, "甲", "乙", notice_id=one)
    some_tasks(desk, "丙", notice_id=other)
    desk.tasks.change(task, version=1, draft=task_draft(measure="甲", notice_id=other))
    assert (measures(desk, one), measures(desk, other)) == (["乙"], ["丙", "甲"])


def test_the_day_a_task_was_finished_stays_while_it_is_finished(desk, clock):
    (task,) = some_tasks(desk, "甲")
    desk.tasks.progress(task, version=1, progress=100)
    clock.time = clock.time.replace(day=25)
    desk.tasks.change(task, version=2, draft=task_draft(measure="甲", progress=100, owner="叶静"))
    row = desk.tasks.get(task)
    assert (row.done_on, row.state(TODAY)) == (TODAY, TaskState.DONE)
    desk.tasks.progress(task, version=row.version, progress=99)
    assert desk.tasks.get(task).done_on is None


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("measure", {"measure": "\n"}),
        ("measure", {"measure": "长" * 501}),
        ("owner", {"owner": "控\x00制"}),
        ("due", {"start": TODAY, "due": date(2026, 11, 1)}),
        ("progress", {"progress": 101}),
    ],
)
def test_a_fault_names_its_field_and_nothing_is_stored(desk, field, changes):
    with pytest.raises(Refused) as refused:
        desk.tasks.add(task_draft(**changes))
    assert refused.value.field == field
    assert str(refused.value)
    assert desk.tasks.list().rows == ()


def test_progress_outside_a_hundred_is_refused_with_a_sentence(desk):
    (task,) = some_tasks(desk, "甲")
    with pytest.raises(Refused, match="0 到 100"):
        desk.tasks.progress(task, version=1, progress=-1)


def test_stale_changes_are_told(desk):
    (task,) = some_tasks(desk, "甲")
    desk.tasks.progress(task, version=1, progress=10)
    with pytest.raises(ChangedMeanwhile):
        desk.tasks.progress(task, version=1, progress=20)
    with pytest.raises(ChangedMeanwhile):
        desk.tasks.change(task, version=1, draft=task_draft())


def test_what_is_not_there_is_said_so(desk):
    with pytest.raises(NotFound, match="这份通知"):
        desk.tasks.list(identity(9))
    with pytest.raises(NotFound, match="这份通知"):
        some_tasks(desk, "甲", notice_id=identity(9))
    with pytest.raises(NotFound, match="这项要求"):
        some_tasks(desk, "甲", obligation_id=identity(9))
    with pytest.raises(NotFound, match="这项任务"):
        desk.tasks.remove(identity(9))


ACTS = {
    "task.add": lambda desk, task: desk.tasks.add(task_draft()),
    "task.change": lambda desk, task: desk.tasks.change(
        task, version=1, draft=task_draft(progress=100, start=TODAY)
    ),
    "task.progress": lambda desk, task: desk.tasks.progress(task, version=1, progress=100),
    "task.remove": lambda desk, task: desk.tasks.remove(task),
    "task.move": lambda desk, task: desk.tasks.move(task, position=1),
}


@pytest.mark.parametrize("verb", ACTS)
def test_every_act_is_told_in_words_and_undone(desk, verb):
    first, _ = some_tasks(desk, "甲", "乙")
    before = Before(desk)
    ACTS[verb](desk, first)
    act = desk.history.acts()[0]
    assert "." not in act_words(act.verb, act.subject, act.count)
    assert before.undone(verb)

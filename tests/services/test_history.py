"""The change log and undoing: every act whole, nothing of anybody else's lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from jz_training.domain.attendance import PRESENT, AttendanceStatus, LeaveReason, Mark
from jz_training.domain.roster import PersonDraft
from jz_training.errors import CannotUndo, NotFound
from jz_training.labels import act_words
from jz_training.storage.tables import TrainingTally
from tests.factories import identity
from tests.services.stories import a_listed_training, a_training, some_people

ABSENT = Mark(status=AttendanceStatus.ABSENT)


def test_an_act_is_logged_with_who_when_and_what(desk, clock):
    desk.settings.change(operator="周建业")
    desk.people.add(PersonDraft(name="李文"))
    act = desk.history.acts()[0]
    assert act.operator == "周建业"
    assert act.at.date() == clock.time.date()
    assert act_words(act.verb, act.subject, act.count) == "新增人员“李文”"


def test_a_change_is_logged_before_and_after(desk):
    person = desk.people.add(PersonDraft(name="李文", post="班长"))
    desk.people.change(person, version=1, draft=PersonDraft(name="李文", post="组长"))
    change = desk.history.changes(desk.history.acts()[0].id)[0]
    assert (change.entity, change.before, change.after) == (
        "person",
        {"post": "班长"},
        {"post": "组长"},
    )


def test_saving_without_a_change_is_no_act(desk):
    person = desk.people.add(PersonDraft(name="李文"))
    acts = len(desk.history.acts())
    desk.people.change(person, version=1, draft=PersonDraft(name="李文"))
    assert len(desk.history.acts()) == acts


def test_undoing_goes_back_step_by_step_to_the_beginning(desk):
    training = a_listed_training(desk, people=3)
    desk.attendance.mark(training, {1: ABSENT})
    desk.attendance.mark_rest(training, PRESENT)
    desk.attendance.close(training)
    desk.attendance.reopen(training, reason="更正")
    while desk.history.undo_last():
        assert desk.check() == ()
    assert desk.home().is_new
    with pytest.raises(NotFound):
        desk.trainings.get(training)


def test_an_undone_act_is_marked_and_not_undone_twice(desk):
    desk.people.add(PersonDraft(name="李文"))
    act = desk.history.undo_last()
    assert [row.undone for row in desk.history.acts()] == [False, True]
    with pytest.raises(CannotUndo):
        desk.history.undo(act.id)


def test_an_older_act_is_undone_while_later_ones_stay(desk):
    training = a_listed_training(desk, people=3)
    desk.attendance.mark(training, {1: ABSENT})
    first = desk.history.acts()[0]
    desk.attendance.mark(training, {2: PRESENT})
    desk.history.undo(first.id)
    statuses = [row.mark.status for row in desk.attendance.sheet(training).rows]
    assert statuses == [
        AttendanceStatus.UNRECORDED,
        AttendanceStatus.PRESENT,
        AttendanceStatus.UNRECORDED,
    ]


def test_an_act_overtaken_by_a_later_one_cannot_be_undone_alone(desk):
    training = a_listed_training(desk, people=3)
    desk.attendance.mark(training, {1: ABSENT})
    first = desk.history.acts()[0]
    desk.attendance.mark(training, {1: PRESENT})
    with pytest.raises(CannotUndo):
        desk.history.undo(first.id)
    assert desk.attendance.tally(training).present == 1


def test_a_removed_walk_in_comes_back_by_undo(desk):
    training = a_listed_training(desk, people=1)
    guest = desk.attendance.add_walk_in(training, name="赵来")
    desk.attendance.remove_other(training, guest)
    desk.history.undo_last()
    assert [row.name for row in desk.attendance.sheet(training).others] == ["赵来"]


def test_undoing_a_cancellation_brings_the_counts_back(desk):
    training = a_listed_training(desk, people=2)
    desk.attendance.mark_rest(training, PRESENT)
    desk.trainings.cancel(training, reason="误点")
    desk.history.undo_last()
    assert desk.attendance.tally(training).present == 2
    assert desk.check() == ()


def test_an_act_that_is_not_there_is_said_so(desk):
    with pytest.raises(NotFound):
        desk.history.undo(identity(1))


def test_undoing_the_rule_of_stand_ins_counts_everybody_anew(desk):
    training = a_listed_training(desk, people=1)
    desk.attendance.mark(training, {1: replace(PRESENT, stand_in="李明")})
    desk.settings.change(stand_in_counts=True)
    desk.history.undo_last()
    assert desk.check() == ()


def test_undoing_another_setting_leaves_the_counters_alone(desk):
    training = a_listed_training(desk, people=1)
    with desk.people._store.write("test.spoil") as db:
        db.execute(update(TrainingTally).values(absent=9))
    desk.settings.change(organiser="某工会")
    desk.history.undo_last()
    assert desk.attendance.tally(training).absent == 9


def test_topics_are_undone_with_their_training(desk):
    training = a_training(desk, topics=("甲", "乙"))
    view = desk.trainings.get(training)
    desk.trainings.change(training, version=view.version, draft=replace(view.draft, topics=("丙",)))
    desk.history.undo_last()
    assert desk.trainings.get(training).draft.topics == ("甲", "乙")


marks = st.builds(
    Mark,
    status=st.sampled_from(AttendanceStatus),
    reason=st.sampled_from([None, *LeaveReason]),
    minutes=st.sampled_from([None, 5, 30]),
    stand_in=st.sampled_from(["", "李明"]),
)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("mark"), st.dictionaries(st.integers(1, 4), marks, min_size=1)),
        st.tuples(st.just("rest"), marks),
        st.tuples(st.just("undo"), st.none()),
        st.tuples(st.just("cancel"), st.none()),
        st.tuples(st.just("guest"), st.none()),
    ),
    max_size=6,
)


@given(steps=steps)
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_the_counters_agree_with_the_rows_after_any_story(desk, steps):
    training = a_training(desk, title="故事")
    if not desk.units.all():
        some_people(desk, 4)
    desk.lists.freeze(training)
    for what, value in steps:
        if what == "mark":
            desk.attendance.mark(training, value)
        elif what == "rest":
            desk.attendance.mark_rest(training, value)
        elif what == "guest":
            desk.attendance.add_walk_in(training, name="赵来")
        elif what == "cancel":
            desk.trainings.cancel(training, reason="")
            desk.trainings.revive(training)
        elif desk.history.acts()[0].verb.startswith("attendance"):
            desk.history.undo_last()
    assert desk.attendance.tally(training).adds_up
    assert desk.check() == ()

"""Make-up study, through the services, on a real database."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jz_training.domain.attendance import PRESENT, AttendanceStatus, LeaveReason, Mark
from jz_training.domain.filing import DocumentKind, FiledDraft
from jz_training.domain.finding import Problem
from jz_training.domain.make_up import (
    MakeUpDraft,
    MakeUpForm,
    MakeUpGroupDraft,
    MakeUpState,
    evidence_of,
)
from jz_training.domain.make_up_proposal import ProposeBy
from jz_training.domain.training import TrainingState
from jz_training.errors import ChangedMeanwhile, JzError, Refused
from jz_training.services.desk import Desk
from jz_training.services.home import waiting_of
from jz_training.services.missed import MissedQuery
from jz_training.storage.tables import Attendee, MakeUp, PersonTally
from tests.services.stories import a_listed_training, draft

ABSENT = Mark(status=AttendanceStatus.ABSENT)
LEAVE = Mark(status=AttendanceStatus.LEAVE, reason=LeaveReason.SICK)
WATCHED = MakeUpDraft(form=MakeUpForm.RECORDING, done_on=date(2026, 11, 21))
GROUP = MakeUpGroupDraft(title="补学班", form=MakeUpForm.LESSON, day=date(2026, 11, 25))
EVERYTHING = MissedQuery()


@pytest.fixture
def training(desk: Desk) -> UUID:
    """Return a closed training of five: the first absent, the second on leave."""
    training = a_listed_training(desk, people=5, hours=Decimal(2), topics=("甲",))
    desk.attendance.mark(training, {1: ABSENT, 2: LEAVE})
    desk.attendance.mark_rest(training, PRESENT)
    desk.attendance.close(training)
    return training


def missed(desk: Desk, **query: object) -> list[UUID]:
    return [row.attendee_id for row in desk.make_ups.missed(MissedQuery(**query))]  # type: ignore[arg-type]


def person_sums(desk: Desk, attendee_id: UUID) -> tuple[int, Decimal, Decimal]:
    with desk._workspace.store.read() as db:
        person = db.get_one(Attendee, attendee_id).person_id
        row = db.get_one(PersonTally, (person, 2026))
        return row.made_up, row.hours, row.made_up_hours


# --- one by one ------------------------------------------------------------------------------


def test_who_missed_a_held_training_is_listed_with_what_it_is_worth(desk, training):
    first, second = desk.make_ups.of_training(training)
    assert (first.status, second.reason) == (AttendanceStatus.ABSENT, LeaveReason.SICK)
    assert (first.hours, first.topics, first.state) == (Decimal(2), ("甲",), MakeUpState.OPEN)


def test_trainings_to_come_and_cancelled_ones_are_not_missed(desk, clock):
    training = a_listed_training(desk, people=2)
    desk.attendance.mark(training, {1: ABSENT})
    later = _to_come(desk)
    desk.lists.freeze(later)
    desk.attendance.mark(later, {1: LEAVE})
    assert len(missed(desk)) == 1
    desk.trainings.cancel(training, reason="改期")
    assert missed(desk) == []


def _to_come(desk: Desk) -> UUID:
    start, end = datetime(2026, 12, 20, 15), datetime(2026, 12, 20, 16)
    return desk.trainings.schedule(draft(start=start, end=end))


def test_a_make_up_raises_coverage_and_hours_and_never_who_came(desk, training):
    first, _ = missed(desk)
    before = desk.attendance.tally(training)
    desk.make_ups.record([first], WATCHED)
    after = desk.attendance.tally(training)
    assert (after.present, after.rate, after.absent) == (before.present, before.rate, 1)
    assert (before.coverage.part, after.coverage.part, after.made_up) == (3, 4, 1)
    assert person_sums(desk, first) == (1, Decimal(0), Decimal(2))
    assert desk.trainings.get(training).state is TrainingState.CLOSED


def test_recording_many_is_one_act_and_is_undone_on_a_closed_training(desk, training):
    desk.make_ups.record(missed(desk), WATCHED)
    act = desk.history.acts()[0]
    assert (act.verb, act.count) == ("make_up.record", 2)
    desk.history.undo_last()
    assert desk.attendance.tally(training).made_up == 0
    assert len(missed(desk, state=MakeUpState.OPEN)) == 2
    assert desk.check() == ()


def test_a_planned_make_up_counts_nothing_yet_and_is_replaced_when_done(desk, training):
    lines = missed(desk)
    desk.make_ups.record(lines, MakeUpDraft(form=MakeUpForm.SELF_STUDY))
    assert desk.attendance.tally(training).made_up == 0
    assert missed(desk, state=MakeUpState.ARRANGED) == lines
    desk.make_ups.record(lines[:1], WATCHED)
    assert missed(desk, state=MakeUpState.DONE) == lines[:1]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"done_on": date(2026, 11, 23)}, "in_future"),
        ({"done_on": date(2026, 11, 19)}, "before_missed"),
        ({"hours": Decimal(-1)}, "negative"),
        ({"hours": Decimal(1000)}, "too_many_hours"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_entered(desk, training, changes, fault):
    with pytest.raises(Refused) as refused:
        desk.make_ups.record(missed(desk), MakeUpDraft(form=MakeUpForm.RECORDING, **changes))
    assert refused.value.fault == fault
    assert len(missed(desk, state=MakeUpState.OPEN)) == 2


def test_somebody_who_came_has_nothing_to_make_up(desk, training):
    came = next(row for row in desk.attendance.sheet(training).rows if row.mark == PRESENT)
    with pytest.raises(Refused, match=came.name):
        desk.make_ups.record([came.id], WATCHED)


def test_what_was_made_up_is_not_made_up_again(desk, training):
    desk.make_ups.record(missed(desk)[:1], WATCHED)
    with pytest.raises(Refused, match="已经补学"):
        desk.make_ups.record(missed(desk), WATCHED)


def test_another_batch_may_have_come_before(desk, training):
    early = MakeUpDraft(form=MakeUpForm.OTHER_BATCH, done_on=date(2026, 11, 12), hours=Decimal(0))
    desk.make_ups.record(missed(desk)[:1], early)
    assert person_sums(desk, missed(desk)[0]) == (1, Decimal(0), Decimal(0))


def test_a_make_up_is_changed_only_as_it_was_shown(desk, training):
    first = missed(desk)[0]
    (made,) = desk.make_ups.record([first], WATCHED)
    half = MakeUpDraft(form=MakeUpForm.REFLECTION, done_on=WATCHED.done_on, hours=Decimal("0.5"))
    desk.make_ups.change(made, version=1, draft=half)
    assert person_sums(desk, first) == (1, Decimal(0), Decimal("0.5"))
    with pytest.raises(ChangedMeanwhile):
        desk.make_ups.change(made, version=1, draft=WATCHED)


def test_a_line_marked_as_come_later_keeps_its_make_up_which_counts_no_more(desk, training):
    desk.make_ups.record(missed(desk), WATCHED)
    desk.attendance.reopen(training, reason="签到表有误")
    desk.attendance.mark(training, {1: PRESENT})
    assert desk.attendance.tally(training).made_up == 1
    (hint,) = desk.check()
    assert (hint.problem, hint.count, hint.is_hint) == (Problem.MAKE_UPS_IDLE, 1, True)


def test_a_make_up_of_another_trainings_line_is_found(desk, training):
    (made,) = desk.make_ups.record(missed(desk)[:1], WATCHED)
    other = desk.trainings.copy(training, start=draft().start)
    with desk._workspace.store.write("test") as db:
        db.get_one(MakeUp, made).training_id = other
    assert Problem.MAKE_UPS in [finding.problem for finding in desk.check()]


def test_a_person_who_leaves_the_list_takes_the_make_up_along_and_undo_brings_both_back(
    desk, training
):
    first = missed(desk)[0]
    desk.make_ups.record([first], WATCHED)
    desk.attendance.reopen(training, reason="名单有误")
    desk.lists.apply(training, left=[first])
    assert first not in missed(desk)
    assert desk.check() == ()
    desk.history.undo_last()
    assert missed(desk, state=MakeUpState.DONE) == [first]
    assert desk.check() == ()


def test_the_query_narrows_by_what_is_asked(desk, training):
    first, second = desk.make_ups.missed(EVERYTHING)
    assert missed(desk, required=True) == []
    assert missed(desk, topic="乙") == []
    assert missed(desk, start=date(2026, 11, 21)) == []
    assert missed(desk, person_id=second.person_id) == [second.attendee_id]
    assert missed(desk, text=first.name) == [first.attendee_id]
    unit = next(unit for unit in desk.units.all() if unit.name == first.unit)
    assert missed(desk, unit_id=unit.id) == [
        row.attendee_id for row in (first, second) if row.unit == first.unit
    ]
    assert desk.make_ups.count(MissedQuery(limit=1)) == 2


# --- evidence --------------------------------------------------------------------------------


def test_evidence_lies_in_the_dossier_of_the_training_that_was_made_up(desk, training):
    (made,) = desk.make_ups.record(missed(desk)[:1], WATCHED)
    filed = FiledDraft(kind=DocumentKind.OTHER, name="体会", make_up_id=made)
    document = desk.documents.get(desk.documents.file(filed)).draft
    assert (document.kind, document.training_id) == (DocumentKind.MAKE_UP, training)
    assert document.dossier_part == "make_up"
    assert desk.make_ups.of_training(training)[0].evidence == 1


def test_evidence_of_several_is_filed_once_and_shown_with_each(desk, training):
    desk.make_ups.record(missed(desk), WATCHED)
    (filed,) = evidence_of(desk.make_ups.missed(EVERYTHING), name="补学签到表")
    desk.documents.file(filed)
    first, second = desk.make_ups.missed(EVERYTHING)
    assert (first.evidence, second.evidence) == (1, 1)
    assert len(desk.documents.of_make_up(first.make_up_id)) == 1


def test_removing_a_make_up_leaves_its_evidence_in_the_dossier(desk, training):
    (made,) = desk.make_ups.record(missed(desk)[:1], WATCHED)
    document = desk.documents.file(
        FiledDraft(kind=DocumentKind.MAKE_UP, name="体会", make_up_id=made)
    )
    desk.make_ups.remove([made])
    kept = desk.documents.get(document).draft
    assert (kept.make_up_id, kept.training_id) == (None, training)
    desk.history.undo_last()
    assert desk.documents.get(document).draft.make_up_id == made


# --- groups ----------------------------------------------------------------------------------


def test_a_proposed_group_is_made_finished_and_undone(desk, training):
    (proposal,) = desk.make_up_groups.propose(EVERYTHING)
    assert (proposal.persons, proposal.size, proposal.sittings) == (2, 2, 1)
    assert proposal.draft.title == "代表大会精神专题学习会补学班"
    lines = [row.attendee_id for row in proposal.members]
    group = desk.make_up_groups.make_group(GROUP, lines)
    assert missed(desk, state=MakeUpState.ARRANGED)
    assert desk.make_up_groups.propose(EVERYTHING) == ()
    desk.make_up_groups.finish_group(group, date(2026, 11, 22), lines[:1])
    assert desk.attendance.tally(training).made_up == 1
    assert missed(desk, state=MakeUpState.OPEN) == lines[1:]  # free to be arranged anew
    assert desk.make_up_groups.get(group).finished
    desk.history.undo_last()
    assert len(desk.make_up_groups.get(group).waiting) == 2
    assert desk.check() == ()


def test_groups_are_proposed_by_topic_across_trainings(desk, training):
    other = desk.trainings.copy(training, start=draft().start.replace(day=21))
    desk.lists.freeze(other)
    desk.attendance.mark(other, {1: ABSENT})
    (proposal,) = desk.make_up_groups.propose(EVERYTHING, by=ProposeBy.TOPIC)
    assert (len(proposal.members), proposal.persons) == (3, 2)
    assert proposal.draft.title == "甲补学班"


def test_those_waiting_follow_the_day_of_their_group(desk, training):
    group = desk.make_up_groups.make_group(GROUP, missed(desk)[:1])
    desk.make_up_groups.add(group, missed(desk)[1:])
    moved = MakeUpGroupDraft(title="补课", form=MakeUpForm.LESSON, day=date(2026, 11, 30))
    desk.make_up_groups.change(group, version=1, draft=moved)
    row = desk.make_up_groups.get(group)
    assert [member.make_up.planned_on for member in row.members] == [moved.day] * 2


def test_a_dissolved_group_leaves_what_was_done(desk, training):
    lines = missed(desk)
    group = desk.make_up_groups.make_group(GROUP, lines)
    desk.make_ups.record(lines[:1], WATCHED)  # on their own after all
    desk.make_up_groups.remove(group)
    assert desk.make_up_groups.list() == ()
    assert missed(desk, state=MakeUpState.DONE) == lines[:1]
    desk.history.undo_last()
    assert len(desk.make_up_groups.list()[0].members) == 1


def test_a_group_needs_a_title_and_somebody(desk, training):
    with pytest.raises(Refused):
        desk.make_up_groups.make_group(GROUP, [])
    with pytest.raises(Refused):
        desk.make_up_groups.make_group(
            MakeUpGroupDraft(title=" ", form=MakeUpForm.LESSON), missed(desk)
        )
    assert desk.make_up_groups.list() == ()


# --- the identities --------------------------------------------------------------------------


def _mark(desk: Desk, training: UUID, number: int, mark: Mark) -> None:
    desk.attendance.mark(training, {number: mark})


def _make_up(desk: Desk, training: UUID, number: int) -> None:
    came = desk.attendance.tally(training).present
    desk.make_ups.record([desk.attendance.sheet(training).rows[number - 1].id], WATCHED)
    assert desk.attendance.tally(training).present == came


def _group(desk: Desk, training: UUID, number: int) -> None:
    line = desk.attendance.sheet(training).rows[number - 1].id
    group = desk.make_up_groups.make_group(GROUP, [line])
    came = desk.attendance.tally(training).present
    desk.make_up_groups.finish_group(group, date(2026, 11, 22), [line])
    assert desk.attendance.tally(training).present == came


def _take_out(desk: Desk, training: UUID, number: int) -> None:
    row = desk.make_ups.of_training(training)[number - 1]
    desk.make_ups.remove([row.make_up_id] if row.make_up_id else [])


STEPS = (
    lambda desk, training, number: _mark(desk, training, number, ABSENT),
    lambda desk, training, number: _mark(desk, training, number, LEAVE),
    lambda desk, training, number: _mark(desk, training, number, PRESENT),
    _make_up,
    _make_up,
    _group,
    _take_out,
    lambda desk, training, number: desk.attendance.close(training),
    lambda desk, training, number: desk.attendance.reopen(training, reason="更正"),
    lambda desk, training, number: desk.history.undo_last(),
)


@given(steps=st.lists(st.tuples(st.sampled_from(STEPS), st.integers(1, 4)), min_size=4, max_size=8))
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_identities_hold_after_any_sequence(desk, steps):
    while desk.history.undo_last():
        pass
    training = a_listed_training(desk, people=4, required=True)
    desk.attendance.mark(training, {1: ABSENT, 2: LEAVE, 3: PRESENT, 4: ABSENT})
    for step, number in steps:
        try:
            step(desk, training, number)
        except (JzError, IndexError):  # not just then
            continue
        assert desk.attendance.tally(training).adds_up
        assert desk.home().to_make_up == desk.make_ups.count(waiting_of(2026))
    assert [found for found in desk.check() if not found.is_hint] == []

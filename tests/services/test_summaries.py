"""Figures: every sum agrees with the rows, people and attendances are never mixed."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from jz_training.domain.attendance import PRESENT, AttendanceStatus, LeaveReason, Mark
from jz_training.domain.make_up import MakeUpDraft, MakeUpForm
from jz_training.domain.roster import PersonDraft
from jz_training.domain.statistics import StatisticsFilter
from jz_training.domain.summary import identities
from jz_training.domain.training import TrainingState
from tests.services.stories import a_listed_training, a_training, some_people

ABSENT = Mark(status=AttendanceStatus.ABSENT)
LEAVE = Mark(status=AttendanceStatus.LEAVE, reason=LeaveReason.SICK)
START, END = date(2026, 11, 1), date(2026, 11, 30)


def two_trainings(desk):
    """Six people, two trainings: all came to the first, four to the second."""
    first = a_listed_training(desk, people=6, hours=Decimal(2))
    desk.attendance.mark_rest(first, PRESENT)
    at = datetime(2026, 11, 21, 9, 0)
    second = a_training(desk, title="第二次", start=at, end=at + timedelta(hours=1))
    desk.lists.freeze(second)
    desk.attendance.mark(second, {1: ABSENT, 2: LEAVE})
    desk.attendance.mark_rest(second, PRESENT)
    return first, second


def test_a_training_adds_up_by_unit_by_layer_and_by_category(desk):
    training = a_listed_training(desk, people=23)
    desk.attendance.mark(training, {1: ABSENT, 5: LEAVE, 7: PRESENT})
    summary = desk.summaries.of_training(training)
    assert all(holds for _, holds in identities(summary))
    assert [row.number for row in summary.absentees] == [1, 5]


def test_units_come_in_the_order_of_paper(desk):
    training = a_listed_training(desk, people=9)
    units = [unit.name for unit in desk.units.all()]
    assert [group.name for group in desk.summaries.of_training(training).by_unit] == units


def test_attendances_and_people_of_a_period_are_counted_apart(desk):
    two_trainings(desk)
    period = desk.summaries.of_period(START, END)
    assert period.ledger.total.present == 10
    assert (period.persons.part, period.persons.whole) == (6, 6)
    assert all(holds for _, holds in identities(period))


def test_a_period_names_who_was_missing_and_why(desk):
    _, second = two_trainings(desk)
    period = desk.summaries.of_period(START, END)
    ((training, rows),) = period.absentees
    assert training.training_id == second
    assert [row.mark for row in rows] == [ABSENT, LEAVE]


def test_a_stand_in_is_present_for_the_unit_and_not_a_person_reached(desk):
    training = a_listed_training(desk, people=2)
    stand_in = Mark(status=AttendanceStatus.PRESENT, stand_in="李明")
    desk.attendance.mark(training, {1: stand_in, 2: PRESENT})
    period = desk.summaries.of_period(START, END)
    assert period.ledger.total.present == 2
    assert period.persons.part == 1
    desk.settings.change(stand_in_counts=True)
    assert desk.summaries.of_period(START, END).persons.part == 2
    assert desk.check() == ()


def test_a_training_over_and_not_recorded_is_named_as_unfinished(desk):
    training = a_listed_training(desk, people=2)
    period = desk.summaries.of_period(START, END)
    assert [row.training_id for row in period.unfinished] == [training]


def test_cancelled_trainings_are_on_the_ledger_and_in_no_figure(desk):
    _, second = two_trainings(desk)
    desk.trainings.cancel(second, reason="改期")
    period = desk.summaries.of_period(START, END)
    assert [row.state for row in period.ledger.rows] == [
        TrainingState.PLANNED,
        TrainingState.CANCELLED,
    ]
    assert period.ledger.total.present == 6
    assert period.absentees == ()
    assert sum(form.trainings for form in period.by_form) == 1


def test_the_hours_of_a_period_are_those_of_its_trainings(desk):
    two_trainings(desk)
    assert desk.summaries.of_period(START, END).hours == Decimal(2)


def test_days_outside_the_period_are_left_out(desk):
    two_trainings(desk)
    assert len(desk.summaries.ledger(date(2026, 11, 21), END).rows) == 1


def test_an_empty_period_is_all_zero_and_its_rate_is_unknown(desk):
    period = desk.summaries.of_period(START, END)
    assert period.ledger.total.rate.percent is None
    assert all(holds for _, holds in identities(period))


def test_people_without_a_unit_stand_last(desk):
    some_people(desk, 3)
    desk.people.add(PersonDraft(name="无单位"))
    training = a_training(desk)
    desk.lists.freeze(training)
    assert desk.summaries.of_training(training).by_unit[-1].name == ""


def test_home_puts_each_training_where_a_hand_is_needed(desk):
    entered = a_listed_training(desk, people=2)
    soon = datetime(2026, 11, 25, 9, 0)
    ahead = a_training(desk, title="下周", start=soon, end=soon + timedelta(hours=1))
    home = desk.home()
    assert [row.training_id for row in home.to_enter] == [entered]
    assert [row.training_id for row in home.without_list] == [ahead]
    assert [row.training_id for row in home.upcoming] == [ahead]
    desk.attendance.mark_rest(entered, PRESENT)
    assert [row.training_id for row in desk.home().to_close] == [entered]
    desk.attendance.close(entered)
    assert [row.training_id for row in desk.home().recent] == [entered]


def test_what_was_made_up_reaches_persons_and_never_raises_who_came(desk):
    _, second = two_trainings(desk)
    before = desk.summaries.of_period(START, END)
    desk.make_ups.record(
        [row.attendee_id for row in desk.make_ups.of_training(second)],
        MakeUpDraft(form=MakeUpForm.RECORDING, done_on=date(2026, 11, 22)),
    )
    period, one = desk.summaries.of_period(START, END), desk.summaries.of_training(second)
    assert period.ledger.total.present == before.ledger.total.present
    assert (period.ledger.total.made_up, len(period.make_ups)) == (2, 2)
    assert [group.persons.part for group in one.by_unit] == [
        group.persons.whole for group in one.by_unit
    ]
    assert one.tally.coverage.percent == 100
    for summary in (period, one):
        assert all(holds for _, holds in identities(summary))


def test_persons_reached_are_those_who_came_or_made_up(desk):
    training = a_listed_training(desk, people=2)
    desk.attendance.mark(training, {1: ABSENT, 2: ABSENT})
    first, _ = desk.make_ups.of_training(training)
    draft = MakeUpDraft(form=MakeUpForm.SELF_STUDY, done_on=date(2026, 11, 22))
    desk.make_ups.record([first.attendee_id], draft)
    period = desk.summaries.of_period(START, END)
    people = desk.statistics.people(StatisticsFilter(start=START, end=END))
    assert period.persons.part == 1
    assert sorted((person.present, person.made_up) for person in people) == [(0, 0), (0, 1)]

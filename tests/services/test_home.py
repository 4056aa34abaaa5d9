"""The home page and the ledger read counters, however many lines there are."""

from __future__ import annotations

from datetime import date

import pytest

from jz_training.domain.attendance import PRESENT, AttendanceStatus, Mark
from jz_training.domain.make_up import MakeUpForm, MakeUpGroupDraft
from jz_training.services.desk import Desk
from jz_training.services.home import waiting_of
from jz_training.services.ledger import TrainingQuery
from jz_training.services.missed import MissedQuery
from tests.services.query_plans import steps_on_lines
from tests.services.stories import a_listed_training


@pytest.fixture
def busy(desk: Desk) -> Desk:
    """Return a desk with a required training, two absent from it, one of them in a group."""
    training = a_listed_training(desk, people=6, required=True)
    desk.attendance.mark(training, dict.fromkeys((2, 5), Mark(status=AttendanceStatus.ABSENT)))
    desk.attendance.mark_rest(training, PRESENT)
    desk.attendance.close(training)
    group = MakeUpGroupDraft(title="补学班", form=MakeUpForm.LESSON, day=date(2027, 1, 25))
    lines = [row.attendee_id for row in desk.make_ups.missed(MissedQuery())]
    desk.make_up_groups.make_group(group, lines[:1])
    return desk


#: Who is on leave is found by the leaves of those days: no list is read for it.
OF_LEAVES = "SEARCH attendee USING INDEX ix_attendee_leave_id (leave_id=?)"
#: And whether a make-up still counts by its own line: as many steps as there are make-ups.
OF_MAKE_UPS = "SEARCH attendee USING PRIMARY KEY (id=?)"


def test_home_reads_no_attendance_row(busy: Desk) -> None:
    assert set(steps_on_lines(busy, busy.home)) <= {OF_LEAVES, OF_MAKE_UPS}
    assert busy.home().to_make_up == busy.make_ups.count(waiting_of(busy.now().year)) == 1


def test_a_group_that_is_due_reads_its_members_alone(busy: Desk) -> None:
    group = MakeUpGroupDraft(title="补学班", form=MakeUpForm.LESSON, day=date(2026, 11, 21))
    lines = [row.attendee_id for row in busy.make_ups.missed(MissedQuery())]
    busy.make_up_groups.make_group(group, lines[1:])
    assert [row.draft.title for row in busy.home().groups_due] == ["补学班"]
    steps = set(steps_on_lines(busy, busy.make_up_groups.due))
    assert steps == {OF_MAKE_UPS}


def test_the_ledger_and_the_list_of_trainings_read_no_attendance_row(busy: Desk) -> None:
    days = date(2026, 1, 1), date(2026, 12, 31)
    assert set(steps_on_lines(busy, lambda: busy.summaries.ledger(*days))) <= {
        OF_LEAVES,
        OF_MAKE_UPS,
    }
    assert steps_on_lines(busy, lambda: busy.trainings.list(TrainingQuery())) == []

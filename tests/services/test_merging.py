"""Temporary persons become somebody of the roster, two entries one person; figures stay true."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from jz_training.domain.attendance import PRESENT, AttendanceStatus, LeaveReason, Mark
from jz_training.domain.batches import BatchBy
from jz_training.domain.leave import LeaveDraft
from jz_training.domain.merging import LikenessReason
from jz_training.domain.parts import TrainingPart
from jz_training.domain.roster import PersonDraft
from jz_training.domain.training import AudienceRule
from jz_training.errors import NotFound, Refused, TrainingIsClosed
from jz_training.services.desk import Desk
from jz_training.services.leaves import LeaveQuery
from jz_training.services.ledger import TrainingQuery
from jz_training.services.people import PeopleQuery
from jz_training.storage.tables import PersonTally
from tests.services.stories import a_listed_training, a_training, draft, some_people

ABSENT = Mark(status=AttendanceStatus.ABSENT)


def closed_with_a_guest(desk: Desk, name: str = "赵来", unit: str = "") -> tuple[UUID, UUID]:
    training = a_listed_training(desk, people=2, hours=Decimal(2))
    guest = desk.attendance.add_walk_in(training, name=name, unit=unit)
    desk.attendance.mark_rest(training, PRESENT)
    desk.attendance.close(training)
    return training, guest


def two_batches(desk: Desk) -> tuple[UUID, UUID]:
    some_people(desk, 4)
    split = desk.series.split_audience(AudienceRule(), BatchBy.NUMBER, size=2)
    starts = [datetime(2026, 11, day, 9) for day in (18, 19)]
    desk.series.create_batches(draft(), split, starts=starts)
    first, second = desk.trainings.list(TrainingQuery(newest_first=False))
    return first.training_id, second.training_id


def hours_of(desk: Desk, person: UUID) -> Decimal:
    with desk._workspace.store.read() as db:
        found = db.scalars(select(PersonTally.hours).where(PersonTally.person_id == person))
        return sum(found, start=Decimal(0))


def test_temporary_persons_are_grouped_and_offered_whom_they_may_be(desk: Desk) -> None:
    training, _ = closed_with_a_guest(desk)
    other = a_training(desk)
    desk.lists.freeze(other)
    desk.attendance.add_walk_in(other, name="赵来")
    unit = desk.units.all()[0]
    same = desk.people.add(PersonDraft(name="赵来", unit_id=unit.id))
    sounds = desk.people.add(PersonDraft(name="赵莱"))
    (guest,) = desk.merging.walk_ins()
    assert [visit.training_id for visit in guest.visits] == [other, training]
    assert [(one.person.id, one.reason) for one in guest.suggestions] == [
        (same, LikenessReason.NAME),
        (sounds, LikenessReason.SOUND),
    ]
    assert desk.merging.walk_ins("不在") == ()


def test_linking_on_a_closed_training_gives_hours_and_changes_no_count(desk: Desk) -> None:
    training, guest = closed_with_a_guest(desk)
    person = desk.people.add(PersonDraft(name="赵来"))
    before = desk.attendance.tally(training)
    desk.merging.link([guest], person)
    assert desk.attendance.tally(training) == before
    assert hours_of(desk, person) == 2
    assert desk.merging.walk_ins() == ()
    with pytest.raises(Refused, match="已经对应"):
        desk.merging.link([guest], person)
    desk.history.undo_last()
    assert hours_of(desk, person) == 0
    assert len(desk.merging.walk_ins()) == 1
    assert desk.check() == ()


def test_who_was_expected_and_signed_as_a_guest_is_recorded_as_come(desk: Desk) -> None:
    training = a_listed_training(desk, people=2)
    row = desk.attendance.sheet(training).rows[0]
    desk.attendance.mark(training, {1: ABSENT})
    guest = desk.attendance.add_walk_in(training, name=row.name)
    assert row.person_id is not None
    desk.merging.link([guest], row.person_id)
    sheet = desk.attendance.sheet(training)
    assert sheet.others == ()
    assert sheet.rows[0].mark == PRESENT
    assert desk.attendance.tally(training).present == 1
    desk.history.undo_last()
    assert desk.attendance.sheet(training).others[0].id == guest
    assert desk.attendance.tally(training).absent == 1
    assert desk.check() == ()


def test_linking_that_would_change_a_closed_count_asks_to_reopen(desk: Desk) -> None:
    training, guest = closed_with_a_guest(desk)
    person = desk.attendance.sheet(training).rows[0].person_id
    assert person is not None
    with pytest.raises(TrainingIsClosed, match="重新打开"):
        desk.merging.link([guest], person)


def test_a_new_person_is_made_of_a_temporary_one_in_one_act(desk: Desk) -> None:
    _, guest = closed_with_a_guest(desk)
    person = desk.merging.make_person([guest], PersonDraft(name="赵来", post="班长"))
    assert desk.people.get(person).post == "班长"
    assert hours_of(desk, person) == 2
    desk.history.undo_last()
    assert desk.people.rows([person]) == ()
    assert desk.check() == ()


def test_merging_moves_lines_leaves_and_choices_and_retires_the_other(desk: Desk) -> None:
    training, _ = closed_with_a_guest(desk)
    source = desk.attendance.sheet(training).rows[0].person_id
    assert source is not None
    target = desk.people.add(PersonDraft(name="赵来"))
    chosen = a_training(desk, audience=AudienceRule(added=(source,), everyone=False))
    day = datetime(2026, 12, 1).date()
    desk.leaves.ask(LeaveDraft(person_id=source, reason=LeaveReason.ANNUAL, first=day, last=day))
    desk.merging.merge(source, target)
    assert desk.attendance.sheet(training).rows[0].person_id == target
    assert desk.trainings.get(chosen).draft.audience.added == (target,)
    assert len(desk.leaves.list(LeaveQuery(person_id=target))) == 1
    assert desk.people.get(source).retired
    assert (hours_of(desk, source), hours_of(desk, target)) == (0, 2)
    assert desk.check() == ()
    desk.history.undo_last()
    assert not desk.people.get(source).retired
    assert hours_of(desk, source) == 2
    assert desk.check() == ()


def test_who_stood_on_one_list_together_are_two_people(desk: Desk) -> None:
    training, _ = closed_with_a_guest(desk)
    one, other = (row.person_id for row in desk.attendance.sheet(training).expected)
    assert one is not None
    assert other is not None
    with pytest.raises(Refused, match="1 个场次里都是应到人员（“代表大会精神专题学习会”）"):
        desk.merging.merge(one, other)


def test_coming_to_another_batch_is_offered_as_made_up(desk: Desk) -> None:
    first, second = two_batches(desk)
    for training in (first, second):
        desk.lists.freeze(training)
    row = desk.attendance.sheet(first).rows[0]
    desk.attendance.mark(first, {1: ABSENT})
    desk.attendance.mark_rest(first, PRESENT)
    desk.attendance.close(first)
    guest = desk.attendance.add_walk_in(second, name=row.name)
    assert row.person_id is not None
    (missed,) = desk.merging.missed_batches([guest], row.person_id)
    assert (missed.attendee_id, missed.instead_on) == (row.id, date(2026, 11, 19))
    desk.merging.link([guest], row.person_id, made_up=[missed.attendee_id])
    assert desk.attendance.tally(first).made_up == 1
    assert desk.check() == ()
    desk.history.undo_last()
    assert desk.attendance.tally(first).made_up == 0
    assert desk.check() == ()


def test_figures_by_unit_are_those_of_the_unit_of_that_day(desk: Desk) -> None:
    training = a_listed_training(desk, people=3)
    desk.attendance.mark_rest(training, PRESENT)
    before = desk.summaries.of_training(training).by_unit
    person = desk.people.get(desk.people.ids(PeopleQuery())[0])
    other = next(unit.id for unit in desk.units.all() if unit.id != person.unit_id)
    desk.people.change(
        person.id, version=person.version, draft=PersonDraft(name=person.name, unit_id=other)
    )
    assert desk.summaries.of_training(training).by_unit == before
    assert desk.check() == ()


def two_half_days(desk: Desk) -> tuple[UUID, tuple[TrainingPart, TrainingPart]]:
    starts = [datetime(2026, 11, 20, hour) for hour in (9, 14)]
    morning, afternoon = (
        TrainingPart(id=uuid4(), name=name, start=start, end=start + timedelta(hours=3))
        for name, start in zip(("上午", "下午"), starts, strict=True)
    )
    parts = (morning, afternoon)
    return a_listed_training(desk, people=2, parts=parts, hours=Decimal(6)), parts


def test_who_walked_in_to_each_half_day_keeps_both_of_them(desk: Desk) -> None:
    training, parts = two_half_days(desk)
    guests = [desk.attendance.add_walk_in(training, name="赵来", part_id=one.id) for one in parts]
    person = desk.people.add(PersonDraft(name="赵来"))
    desk.merging.link(guests, person)
    (line,) = desk.attendance.sheet(training).others
    assert line.part_marks == (PRESENT, PRESENT)
    assert hours_of(desk, person) == 6
    desk.history.undo_last()
    assert len(desk.attendance.sheet(training).others) == 2
    assert desk.check() == ()


def test_who_came_to_one_part_and_signed_for_another_as_a_guest_came_to_both(desk: Desk) -> None:
    training, (morning, afternoon) = two_half_days(desk)
    row = desk.attendance.sheet(training).rows[0]
    desk.attendance.mark(training, {1: PRESENT}, part_id=morning.id)
    desk.attendance.mark(training, {1: ABSENT}, part_id=afternoon.id)
    guest = desk.attendance.add_walk_in(training, name=row.name, part_id=afternoon.id)
    assert row.person_id is not None
    desk.merging.link([guest], row.person_id)
    assert desk.attendance.sheet(training).rows[0].part_marks == (PRESENT, PRESENT)
    assert hours_of(desk, row.person_id) == 6


def test_a_guest_of_the_roster_who_is_taken_off_again_loses_the_hours(desk: Desk) -> None:
    training = a_listed_training(desk, people=2, hours=Decimal(2))
    guest = desk.attendance.add_walk_in(training, name="赵来")
    person = desk.merging.make_person([guest], PersonDraft(name="赵来"))
    desk.attendance.remove_other(training, guest)
    assert hours_of(desk, person) == 0
    desk.history.undo_last()
    assert hours_of(desk, person) == 2
    assert desk.check() == ()


def test_a_batch_stays_made_up_though_the_guest_was_expected_in_the_other_one_too(
    desk: Desk,
) -> None:
    first, second = two_batches(desk)
    for training in (first, second):
        desk.lists.freeze(training)
    missed = desk.attendance.sheet(first).rows[0]
    assert missed.person_id is not None
    desk.attendance.mark(first, {1: ABSENT})
    desk.lists.apply(second, joined=[missed.person_id])
    guest = desk.attendance.add_walk_in(second, name=missed.name)
    (offered,) = desk.merging.missed_batches([guest], missed.person_id)
    desk.merging.link([guest], missed.person_id, made_up=[offered.attendee_id])
    assert desk.attendance.tally(first).made_up == 1
    assert desk.attendance.tally(second).others == 0
    assert desk.check() == ()
    with pytest.raises(NotFound):
        desk.merging.link([], missed.person_id, made_up=[guest])

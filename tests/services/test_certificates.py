"""Certificates come from real attendance, keep their numbers, and can be looked up."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

import pytest

from jz_training.domain.attendance import PRESENT, AttendanceStatus, AttendeeRole, LeaveReason, Mark
from jz_training.domain.batches import BatchBy
from jz_training.domain.certificate import CertificateKind
from jz_training.domain.certificate_ground import CertificateRefusal as Why
from jz_training.domain.make_up import MakeUpDraft, MakeUpForm
from jz_training.domain.roster import PersonDraft
from jz_training.domain.training import AudienceRule
from jz_training.errors import CodeMistyped, CodeUnknown, NotFound, Refused
from jz_training.services.certificate_list import CertificateQuery
from jz_training.services.desk import Desk
from jz_training.services.ledger import TrainingQuery
from tests.services.stories import a_listed_training, draft, some_people

TODAY = date(2026, 11, 22)
STATUSES = (
    Mark(status=AttendanceStatus.PRESENT),
    Mark(status=AttendanceStatus.ONLINE, minutes=90),
    Mark(status=AttendanceStatus.LATE, minutes=5),
    Mark(status=AttendanceStatus.LEAVE, reason=LeaveReason.SICK),
    Mark(status=AttendanceStatus.ABSENT),
    Mark(status=AttendanceStatus.PRESENT, stand_in="钱代"),
)


def a_closed_training(desk: Desk, *marks: Mark, people: int = 3) -> UUID:
    """Hold a training of two hours; who has no mark came."""
    desk.settings.change(organiser="江城市总工会")
    training = a_listed_training(desk, people=max(people, len(marks)), hours=Decimal(2))
    desk.attendance.mark(training, dict(enumerate(marks, start=1)))
    desk.attendance.mark_rest(training, PRESENT)
    desk.attendance.close(training)
    return training


def persons(desk: Desk, training: UUID) -> list[UUID]:
    return [one.person_id for one in desk.certificates.candidates(training) if one.person_id]


def issue(desk: Desk, training: UUID, *who: UUID) -> tuple[UUID, ...]:
    return desk.certificates.issue(training, who or persons(desk, training), issued_on=TODAY)


def test_only_who_came_to_a_closed_training_is_entitled(desk: Desk) -> None:
    training = a_closed_training(desk, *STATUSES)
    found = desk.certificates.candidates(training)
    assert [one.refusal for one in found] == [None, None, None, Why.LEAVE, Why.ABSENT, Why.STAND_IN]
    assert [one.hours for one in found[:3]] == [2, 2, 2]
    with pytest.raises(Refused, match="请假"):
        issue(desk, training)
    assert desk.certificates.list() == ()
    desk.attendance.reopen(training, reason="补登")
    assert {one.refusal for one in desk.certificates.candidates(training)} == {Why.NOT_CLOSED}


def test_guests_have_to_be_linked_first_and_staff_get_none(desk: Desk) -> None:
    training = a_listed_training(desk, people=1, hours=Decimal(2))
    guest = desk.attendance.add_walk_in(training, name="赵来")
    desk.attendance.add_walk_in(training, name="孙务", role=AttendeeRole.STAFF)
    desk.attendance.mark_rest(training, PRESENT)
    desk.attendance.close(training)
    assert [one.refusal for one in desk.certificates.candidates(training)] == [
        None,
        Why.NO_PERSON,
        Why.NOT_STUDYING,
    ]
    desk.merging.link([guest], desk.people.add(PersonDraft(name="赵来")))
    assert desk.certificates.candidates(training)[1].entitled
    with pytest.raises(Refused, match="发证"):
        issue(desk, training, desk.certificates.candidates(training)[1].person_id or training)


def test_make_ups_count_where_the_secretary_allows_it(desk: Desk) -> None:
    training = a_closed_training(desk, Mark(status=AttendanceStatus.ABSENT))
    line = desk.attendance.sheet(training).rows[0]
    made = MakeUpDraft(form=MakeUpForm.RECORDING, done_on=date(2026, 11, 21), hours=Decimal(1))
    desk.make_ups.record([line.id], made)
    assert desk.certificates.candidates(training)[0].refusal is Why.MADE_UP
    allowed = desk.certificates.candidates(training, with_made_up=True)[0]
    assert (allowed.entitled, allowed.made_up, allowed.hours) == (True, True, Decimal(1))
    (one,) = desk.certificates.issue(
        training, [line.person_id or training], issued_on=TODAY, with_made_up=True
    )
    assert desk.certificates.get([one])[0].facts.made_up


def test_numbers_follow_the_list_and_are_never_used_twice(desk: Desk) -> None:
    training = a_closed_training(desk)
    first, second, third = persons(desk, training)
    issue(desk, training, third, first)
    numbers = {one.person_id: one.number for one in desk.certificates.list()}
    assert numbers == {first: "工培〔2026〕1号", third: "工培〔2026〕2号"}
    desk.history.undo_last()
    assert desk.certificates.list() == ()
    (again,) = issue(desk, training, second)
    assert desk.certificates.get([again])[0].number == "工培〔2026〕3号"
    with pytest.raises(Refused, match="已发放 工培〔2026〕3号"):
        issue(desk, training, second)
    desk.certificates.withdraw(again, reason="姓名有误")
    (anew,) = issue(desk, training, second)
    assert desk.certificates.get([anew])[0].number == "工培〔2026〕4号"


def test_each_kind_has_its_own_series_in_the_pattern_of_the_office(desk: Desk) -> None:
    training = a_closed_training(desk)
    who = persons(desk, training)
    issue(desk, training)
    desk.certificates.issue_hours(
        who[:1], first=date(2026, 1, 1), last=date(2026, 12, 31), issued_on=TODAY
    )
    (proof,) = desk.certificates.list(CertificateQuery(kind=CertificateKind.HOURS))
    assert proof.number == "工培学时〔2026〕1号"
    assert (proof.facts.hours, len(proof.facts.trainings)) == (Decimal(2), 1)
    desk.settings.change(certificate_pattern="{year}-{number}")
    desk.certificates.issue_hours(
        who[1:2], first=date(2026, 1, 1), last=date(2026, 12, 31), issued_on=TODAY
    )
    numbers = [one.number for one in desk.certificates.list(CertificateQuery(year=2026))]
    assert numbers[-2:] == ["工培学时〔2026〕1号", "学时2026-2"]


def test_who_is_not_on_the_list_is_not_passed_over(desk: Desk) -> None:
    training = a_closed_training(desk)
    other = desk.people.add(PersonDraft(name="郑外"))
    with pytest.raises(NotFound, match="名单里的这个人"):
        issue(desk, training, *persons(desk, training), other)
    year = {"first": date(2026, 1, 1), "last": date(2026, 12, 31)}
    with pytest.raises(NotFound, match="这位人员"):
        desk.certificates.issue_hours([other, training], **year, issued_on=TODAY)
    assert desk.certificates.list() == ()


def test_a_proof_of_the_same_hours_is_not_given_twice(desk: Desk) -> None:
    training = a_closed_training(desk)
    who = persons(desk, training)[:1]
    year = {"first": date(2026, 1, 1), "last": date(2026, 12, 31)}
    desk.certificates.issue_hours(who, **year, issued_on=TODAY)
    assert desk.certificates.hours_candidates(who, **year)[0].refusal is Why.ISSUED
    nobody = desk.people.add(PersonDraft(name="周未"))
    assert desk.certificates.hours_candidates([nobody], **year)[0].refusal is Why.NOTHING
    with pytest.raises(Refused, match="截止"):
        desk.certificates.hours_candidates(who, first=year["last"], last=year["first"])


@pytest.mark.parametrize(
    ("day", "sentence"),
    [(date(2026, 11, 23), "不能晚于今天"), (date(2026, 11, 19), "2026年11月20日")],
)
def test_the_day_of_issue_lies_between_training_and_today(
    desk: Desk, day: date, sentence: str
) -> None:
    training = a_closed_training(desk)
    with pytest.raises(Refused, match=sentence):
        desk.certificates.issue(training, persons(desk, training), issued_on=day)
    with pytest.raises(Refused, match="勾选"):
        desk.certificates.issue(training, [], issued_on=TODAY)


def test_what_was_printed_stays_when_the_person_is_renamed(desk: Desk) -> None:
    training = a_closed_training(desk)
    who = persons(desk, training)[0]
    (one,) = issue(desk, training, who)
    before = desk.certificates.get([one])[0]
    person = desk.people.get(who)
    desk.people.change(who, version=person.version, draft=PersonDraft(name="改名"))
    desk.people.retire(who)
    assert desk.certificates.get([one]) == (before,)


def test_a_code_is_looked_up_as_typed_and_withdrawing_shows(desk: Desk) -> None:
    training = a_closed_training(desk)
    (one,) = issue(desk, training, persons(desk, training)[0])
    code = desk.certificates.get([one])[0].code
    typed = f" {code[:4].lower()}-{code[4:8]} {code[8:]}"
    assert desk.certificates.verify(typed).id == one
    desk.certificates.withdraw(one, reason="发错人")
    found = desk.certificates.verify(code)
    assert (found.withdrawn, found.withdrawn_on, found.reason) == (True, TODAY, "发错人")
    with pytest.raises(Refused, match="作废过"):
        desk.certificates.withdraw(one, reason="再一次")
    with pytest.raises(CodeMistyped):
        desk.certificates.verify(code[:-1] + ("0" if code[-1] != "0" else "1"))
    with pytest.raises(CodeUnknown):
        desk.certificates.verify("0000000000")


def test_a_corrected_attendance_is_flagged(desk: Desk) -> None:
    training = a_closed_training(desk)
    issue(desk, training)
    desk.attendance.reopen(training, reason="登错了一人")
    assert not any(one.ground_lost for one in desk.certificates.list())
    desk.attendance.mark(training, {2: Mark(status=AttendanceStatus.ABSENT)})
    desk.attendance.close(training)
    assert [one.ground_lost for one in desk.certificates.list()] == [False, True, False]
    (lost,) = desk.certificates.list(CertificateQuery(ground_lost=True))
    desk.certificates.withdraw(lost.id, reason="考勤更正")
    assert desk.certificates.list(CertificateQuery(ground_lost=True)) == ()


def test_merging_persons_moves_their_certificates(desk: Desk) -> None:
    training = a_closed_training(desk)
    source = persons(desk, training)[0]
    issue(desk, training, source)
    target = desk.people.add(PersonDraft(name="另一条"))
    desk.merging.merge(source, target)
    (moved,) = desk.certificates.list(CertificateQuery(person_id=target))
    assert not moved.ground_lost
    desk.history.undo_last()
    assert desk.certificates.list(CertificateQuery(person_id=source))


def test_of_a_series_of_batches_everybody_needs_the_own_batch(desk: Desk) -> None:
    desk.settings.change(organiser="江城市总工会")
    some_people(desk, 4)
    split = desk.series.split_audience(AudienceRule(), BatchBy.NUMBER, size=2)
    starts = [datetime(2026, 11, day, 9) for day in (18, 19)]
    desk.series.create_batches(draft(hours=Decimal(3)), split, starts=starts)
    first, second = desk.trainings.list(TrainingQuery(newest_first=False))
    for each in (first, second):
        desk.lists.freeze(each.training_id)
        desk.attendance.mark_rest(each.training_id, PRESENT)
    desk.attendance.close(first.training_id)
    found = desk.certificates.candidates(second.training_id, whole_series=True)
    assert [one.refusal for one in found] == [None, None, Why.NOT_CLOSED, Why.NOT_CLOSED]
    desk.attendance.close(second.training_id)
    who = [one.person_id for one in found if one.person_id]
    desk.certificates.issue(second.training_id, who, issued_on=TODAY, whole_series=True)
    assert {one.facts.title for one in desk.certificates.list()} == {"代表大会精神专题学习会"}
    assert [one.facts.first.day for one in desk.certificates.list()] == [18, 18, 19, 19]
    assert len(desk.certificates.list(CertificateQuery(training_id=first.training_id))) == 2


def test_the_check_finds_a_code_that_was_tampered_with(desk: Desk) -> None:
    from jz_training.storage.paper_tables import Certificate

    training = a_closed_training(desk)
    (one,) = issue(desk, training, persons(desk, training)[0])
    assert desk.check() == ()
    with desk._workspace.store.write("undo") as db:
        db.get_one(Certificate, one).code = "1234567890"
    assert [finding.name for finding in desk.check()] == ["工培〔2026〕1号"]


def test_filters_and_years_and_the_register(desk: Desk) -> None:
    training = a_closed_training(desk)
    issue(desk, training)
    one = desk.certificates.list()[0]
    assert desk.certificates.list(CertificateQuery(text=one.facts.name))[0] == one
    assert desk.certificates.list(CertificateQuery(text="不在")) == ()
    assert desk.certificates.list(CertificateQuery(withdrawn=True)) == ()
    assert desk.certificates.years() == (2026,)
    register = desk.certificates.register()
    assert (register.issuer, len(register.certificates)) == ("江城市总工会", 3)

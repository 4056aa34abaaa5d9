"""Notices: taken in whole, listed with their duties, changed under guard, removed and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from jz_training.domain.attendance import PRESENT
from jz_training.domain.evidence import EvidenceKind
from jz_training.domain.filing import DocumentKind, FiledDraft
from jz_training.domain.notice import Event, NoticeHeader
from jz_training.domain.obligation import ObligationKind
from jz_training.domain.publicity import Channel, PublicityDraft
from jz_training.domain.task import TaskDraft
from jz_training.domain.training import TrainingForm, faults
from jz_training.errors import CannotFile, ChangedMeanwhile, NotFound, Refused
from jz_training.services.desk import Desk
from jz_training.services.ledger import TrainingQuery
from tests.conftest import Clock
from tests.services.notices import DUTIES, EVENT, TEXT, a_notice, duty, reading
from tests.services.stories import a_listed_training, a_training
from tests.services.test_undo_stories import kept_rows


def test_a_notice_is_kept_as_it_was_read(desk: Desk) -> None:
    notice = desk.notices.add(reading(event=EVENT))
    view = desk.notices.get(notice)
    assert (view.header, view.text, view.sections, view.event) == (
        reading().header, TEXT, reading().sections, EVENT,
    )  # fmt: skip
    assert [row.draft for row in desk.obligations.of_notice(notice)] == list(DUTIES)
    (start, end) = view.left_to_reader[0]
    assert TEXT[start:end] == "要有计划地分批进行。"
    assert (view.received_on, view.reviewed) == (date(2026, 11, 22), False)


def test_notice_and_obligations_are_one_act(desk: Desk) -> None:
    before = kept_rows(desk)
    a_notice(desk)
    (act,) = desk.history.acts()
    assert (act.verb, act.subject, act.count) == ("notice.add", reading().header.title, 3)
    desk.history.undo_last()
    assert kept_rows(desk) == before


def test_the_file_of_a_notice_is_filed_with_it(desk: Desk, tmp_path: Path) -> None:
    source = tmp_path / "学习月通知.DOCX"
    source.write_bytes(b"content")
    notice = desk.notices.add(reading(), source=source)
    (document,) = desk.documents.of_notice(notice)
    assert (document.draft.kind, document.draft.name) == (DocumentKind.NOTICE, "学习月通知")
    assert desk.documents.path_of(document.id).read_bytes() == b"content"
    assert document.draft.number == "清工发〔2026〕18号"


def test_a_notice_whose_file_is_gone_is_not_taken_in(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(CannotFile, match="已经不在"):
        desk.notices.add(reading(), source=tmp_path / "没有.docx")
    assert desk.notices.list() == ()


def test_a_notice_without_text_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused):
        desk.notices.add(reading(text=" \n"))


def test_characters_that_cannot_be_kept_leave_every_place_where_it_was(desk: Desk) -> None:
    odd = TEXT.replace("各分工会：", "各分工会\x07")
    notice = desk.notices.add(reading(text=odd))
    text = desk.notices.get(notice).text
    assert len(text) == len(odd)
    for row in desk.obligations.of_notice(notice):
        assert text[row.draft.start : row.draft.end] == row.draft.phrase


def test_a_title_longer_than_a_field_is_cut_and_not_refused(desk: Desk) -> None:
    header = NoticeHeader(title="长" * 500)
    notice = desk.notices.add(reading(header=header))
    assert len(desk.notices.get(notice).header.title) == 200


# --- listing ---------------------------------------------------------------------------------


def test_the_list_counts_how_the_duties_stand(desk: Desk) -> None:
    notice = a_notice(desk)
    a_training(desk, notice_id=notice)
    desk.publicity.add(
        PublicityDraft(
            title="推送", day=date(2026, 11, 20), channel=Channel.WECHAT, notice_id=notice
        )
    )
    (row,) = desk.notices.list()
    assert (row.obligations, row.met, row.begun, row.overdue) == (3, 1, 1, 0)
    assert row.next_due == date(2026, 12, 10)


def test_a_duty_past_its_day_is_overdue_on_the_list(desk: Desk, clock: Clock) -> None:
    a_notice(desk)
    clock.time = datetime(2026, 12, 11, 9)
    (row,) = desk.notices.list()
    assert (row.overdue, row.next_due) == (1, None)


def test_the_newest_notice_stands_first(desk: Desk, clock: Clock) -> None:
    first = a_notice(desk)
    clock.time += timedelta(days=1)
    second = a_notice(desk, header=NoticeHeader(title="另一份"))
    assert [row.id for row in desk.notices.list()] == [second, first]


@pytest.mark.parametrize("text", ["学习月", "清工发", "清河市总"])
def test_a_notice_is_found_by_title_number_and_issuer(desk: Desk, text: str) -> None:
    notice = a_notice(desk)
    assert [row.id for row in desk.notices.search(text)] == [notice]


@pytest.mark.parametrize("text", ["", "  ", "%", "消防"])
def test_nothing_is_found_by_nothing(desk: Desk, text: str) -> None:
    a_notice(desk)
    assert desk.notices.search(text) == ()


def test_the_same_notice_is_known_by_its_text_or_by_number_and_title(desk: Desk) -> None:
    notice = a_notice(desk)
    same_text = reading(header=NoticeHeader(title="别的"))
    same_number = reading(text="别的排版")
    another = reading(text="别的", header=replace(reading().header, number=""))
    found = [desk.notices.same_as(one) for one in (same_text, same_number)]
    assert [row and row.id for row in found] == [notice, notice]
    assert desk.notices.same_as(another) is None


# --- the meeting -----------------------------------------------------------------------------


def test_the_meeting_of_a_notice_becomes_a_training(desk: Desk) -> None:
    header = NoticeHeader(title="关于召开学习月动员报告会的通知", issuer="清河市总工会")
    notice = desk.notices.add(reading(event=EVENT, header=header))
    draft = desk.notices.event_draft(notice)
    assert draft is not None
    assert (draft.title, draft.form) == ("学习月动员报告会", TrainingForm.REPORT)
    assert (draft.start, draft.end) == (datetime(2026, 11, 27, 14, 30), datetime(2026, 11, 27, 16))
    assert (draft.venue, draft.note) == ("三楼会议室", "各分工会主席\n部署学习月活动")
    training = desk.trainings.schedule(draft)
    assert desk.notices.get(notice).event_training_id == training


def test_a_meeting_without_a_clock_is_not_given_one(desk: Desk) -> None:
    notice = desk.notices.add(reading(event=Event(day=date(2026, 11, 27))))
    draft = desk.notices.event_draft(notice)
    assert draft is not None
    assert draft.start == draft.end == datetime(2026, 11, 27)
    assert faults(draft) == {"end": "ends_before_start"}


def test_a_meeting_without_an_end_must_be_given_one(desk: Desk) -> None:
    notice = desk.notices.add(reading(event=Event(day=date(2026, 11, 27), start=time(9))))
    draft = desk.notices.event_draft(notice)
    assert draft is not None
    assert draft.start == draft.end == datetime(2026, 11, 27, 9)


def test_a_cancelled_meeting_is_not_the_one_of_the_notice(desk: Desk) -> None:
    notice = desk.notices.add(reading(event=EVENT))
    draft = desk.notices.event_draft(notice)
    assert draft is not None
    desk.trainings.cancel(desk.trainings.schedule(draft), reason="改期")
    assert desk.notices.get(notice).event_training_id is None


def test_a_notice_without_a_meeting_gives_no_training(desk: Desk) -> None:
    assert desk.notices.event_draft(a_notice(desk)) is None


# --- changing --------------------------------------------------------------------------------


def test_the_header_is_changed_under_guard(desk: Desk) -> None:
    notice = a_notice(desk)
    view = desk.notices.get(notice)
    header = replace(view.header, issuer="清河市总工会 ", number="清工发〔2026〕19号")
    desk.notices.change(notice, version=view.version, header=header, note="一\n二")
    changed = desk.notices.get(notice)
    assert (changed.header.issuer, changed.note) == ("清河市总工会", "一\n二")
    with pytest.raises(ChangedMeanwhile):
        desk.notices.change(notice, version=view.version, header=header, note="")


def test_a_notice_keeps_a_title(desk: Desk) -> None:
    notice = a_notice(desk)
    with pytest.raises(Refused) as refused:
        desk.notices.change(notice, version=1, header=NoticeHeader(title=" "), note="")
    assert (refused.value.field, refused.value.fault) == ("title", "missing")


def test_reviewing_is_noted_and_taken_back(desk: Desk) -> None:
    notice = a_notice(desk)
    desk.notices.review(notice)
    assert desk.notices.get(notice).reviewed
    desk.notices.review(notice, False)
    assert not desk.notices.get(notice).reviewed


def test_a_place_left_to_the_reader_is_sorted_out_once(desk: Desk) -> None:
    notice = a_notice(desk)
    (place,) = desk.notices.get(notice).left_to_reader
    desk.notices.sort_out(notice, *place)
    assert desk.notices.get(notice).left_to_reader == ()
    acts = len(desk.history.acts())
    desk.notices.sort_out(notice, *place)
    assert len(desk.history.acts()) == acts


def test_an_unknown_notice_is_said_so(desk: Desk) -> None:
    with pytest.raises(NotFound, match="这份通知"):
        desk.notices.get(UUID(int=1))


# --- removing --------------------------------------------------------------------------------


def test_removing_a_notice_keeps_what_was_done_for_it(desk: Desk, tmp_path: Path) -> None:
    notice = a_notice(desk, duty(ObligationKind.FORMS), duty(ObligationKind.MEASURES))
    first, second = (row.id for row in desk.obligations.of_notice(notice))
    training = a_listed_training(desk, people=2, notice_id=notice)
    plan = desk.plans.make(title="计划", notice_id=notice, items=desk.plans.propose(notice))
    task = desk.tasks.add(TaskDraft(measure="甲", notice_id=notice, obligation_id=second))
    paper = FiledDraft(kind=DocumentKind.MEASURES, name="措施", obligation_id=second)
    document = desk.documents.file(paper)
    desk.obligations.count_by_hand(first, EvidenceKind.TRAINING, training, counts=False)
    before = kept_rows(desk)
    desk.notices.remove(notice)
    assert desk.check() == ()
    assert desk.trainings.get(training).draft.notice_id is None
    assert desk.plans.get(plan).notice_id is None
    assert desk.tasks.get(task).draft.obligation_id is None
    assert desk.documents.get(document).draft.obligation_id is None
    desk.history.undo_last()
    assert kept_rows(desk) == before
    assert desk.check() == ()


def test_a_notice_with_a_closed_training_is_removed_and_comes_back(desk: Desk) -> None:
    notice = a_notice(desk)
    training = a_listed_training(desk, people=2, notice_id=notice)
    desk.attendance.mark_rest(training, PRESENT)
    desk.attendance.close(training)
    before = kept_rows(desk)
    desk.notices.remove(notice)
    desk.history.undo_last()
    assert kept_rows(desk) == before


def test_trainings_are_listed_by_notice(desk: Desk) -> None:
    notice = a_notice(desk)
    training = a_training(desk, notice_id=notice)
    a_training(desk)
    rows = desk.trainings.list(TrainingQuery(notice_id=notice))
    assert [row.training_id for row in rows] == [training]

"""The printed record: head, names, points, lines to sign; what is missing is （待补）."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime

import pdfplumber
import pytest

from jz_training.documents.record.record_paper import record_pdf
from jz_training.documents.record.record_text import fact_lines, ordinal, passages, record_title
from jz_training.domain.attendance import AttendanceStatus, AttendeeRole, LeaveReason
from jz_training.domain.tally import tally
from jz_training.domain.training import TrainingForm
from jz_training.domain.training_record import (
    PointKind,
    RecordDraft,
    RecordPoint,
    TrainingRecord,
)
from tests.factories import attendee, training
from tests.factories import draft as drafted

ROWS = (
    attendee(1, status=AttendanceStatus.PRESENT, name="汤秀兰", unit="织造车间"),
    attendee(2, status=AttendanceStatus.LEAVE, reason=LeaveReason.SICK, name="钟慧", unit="机关"),
    attendee(3, status=AttendanceStatus.ABSENT, name="廖敏", unit="机关"),
    attendee(4, status=AttendanceStatus.PRESENT, stand_in="李明", name="石坚", unit="机关"),
)
POINT = RecordPoint(
    kind=PointKind.SPEECH, heading="动员", who="周建业", text="一是学。\n\n二是做。"
)


def record(*, draft: RecordDraft | None = None, rows=ROWS, **facts) -> TrainingRecord:
    expected = [row for row in rows if row.role is AttendeeRole.EXPECTED]
    missed = (AttendanceStatus.LEAVE, AttendanceStatus.ABSENT)
    return TrainingRecord(
        training=replace(training(), draft=drafted(**facts)),
        organiser="清河市纺织公司工会",
        draft=RecordDraft(chair="周建业", points=(POINT,)) if draft is None else draft,
        present=tuple(row for row in expected if row.mark.status.came),
        missed=tuple(row for row in expected if row.mark.status in missed),
        others=tuple(row for row in rows if row.role is not AttendeeRole.EXPECTED),
        tally=tally(rows),
    )


def test_names_stand_by_unit_and_a_stand_in_beside_whom_he_stood_in_for() -> None:
    line = next(line for line in fact_lines(record()) if line.startswith("出席人"))
    assert "应到4人，实到2人，请假1人，缺席1人" in line
    assert "织造车间：汤秀兰；机关：石坚（李明代）。" in line


def test_those_on_leave_stand_first_with_their_reason() -> None:
    line = next(line for line in fact_lines(record()) if line.startswith("缺席人"))
    assert line == "缺席人及原因：钟慧（请假，病）、廖敏（缺席）"


def test_nothing_is_made_up() -> None:
    empty = record(draft=RecordDraft(), rows=())
    assert "主持人：（待补）" in fact_lines(empty)
    assert "出席人：（待补）" in fact_lines(empty)
    assert passages(empty)[0].paragraphs == ("（待补）",)
    point = RecordPoint(kind=PointKind.AGENDA, heading="领学")
    assert passages(record(draft=RecordDraft(points=(point,))))[0].paragraphs == ("（待补）",)


def test_a_point_is_numbered_named_and_split_into_paragraphs() -> None:
    passage = passages(record())[0]
    assert passage.heading == "一、讲话：动员（周建业）"
    assert passage.paragraphs == ("一是学。", "二是做。")


def test_the_times_are_those_it_really_took() -> None:
    draft = RecordDraft(began=datetime(2026, 11, 20, 15, 5), ended=datetime(2026, 11, 20, 16, 20))
    assert "15:05至16:20" in fact_lines(record(draft=draft))[0]


@pytest.mark.parametrize(
    ("place", "words"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (42, "四十二")]
)
def test_headings_are_numbered_in_chinese(place: int, words: str) -> None:
    assert ordinal(place) == words


def test_a_meeting_is_minuted_and_a_study_recorded() -> None:
    assert record_title(record(title="推进会", form=TrainingForm.SEMINAR)) == "推进会会议记录"
    assert record_title(record(title="学习会", form=TrainingForm.STUDY)) == "学习会学习记录"


def test_the_paper_ends_with_lines_to_sign_and_is_the_same_each_time() -> None:
    long = replace(POINT, text="\n".join(f"第{n}个要点，讲了很多内容。" * 4 for n in range(40)))
    made = record(draft=RecordDraft(points=(POINT, long)))
    pdf = record_pdf(made)
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        last = opened.pages[-1].extract_text()
        assert len(opened.pages) > 1
    assert "主持人（签名）：" in last
    assert "记录人（签名）：" in last
    assert pdf == record_pdf(made)

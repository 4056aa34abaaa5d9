"""The slip and the list of who is on leave, read back from the PDF."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from jz_training.documents.leave.leave_list import leave_list_pdf
from jz_training.documents.leave.slip_form import slip_pdf
from jz_training.domain.attendance import LeaveReason
from jz_training.domain.leave import LeaveDraft, LeaveList, LeaveRow, LeaveSlip
from tests.documents.pdf_reading import texts

DRAFT = LeaveDraft(
    person_id=UUID(int=1), reason=LeaveReason.OFFICIAL, first=date(2026, 11, 20),
    last=date(2026, 12, 1), approver="周建业", note="<b>赴省城</b>",
)  # fmt: skip
START, END = datetime(2026, 11, 20, 15), datetime(2026, 11, 20, 16, 30)


def _text(data: bytes) -> str:
    return "\n".join(texts(data))


def slip(**changes: Any) -> LeaveSlip:
    facts: dict[str, Any] = {"organiser": "清河市纺织公司工会", "draft": DRAFT, "name": "陈国栋"}
    return LeaveSlip(**(facts | changes))


def test_a_slip_says_who_why_and_for_which_days() -> None:
    text = _text(slip_pdf(slip(unit="织造车间")))
    for words in ("陈国栋", "织造车间", "公假", "2026年11月20日 至 2026年12月1日", "共 12 天"):
        assert words in text
    assert "批准人：周建业" in text
    assert "<b>赴省城</b>" in text


def test_a_slip_for_one_training_names_it_and_the_same_slip_gives_the_same_file() -> None:
    one = slip(training="专题学习会", start=START, end=END, venue="职工之家")
    assert slip_pdf(one) == slip_pdf(one)
    text = _text(slip_pdf(one))
    assert "专题学习会" in text
    assert "地点：职工之家" in text
    assert "至 2026年12月1日" not in text


def test_the_list_of_a_training_counts_who_is_away() -> None:
    rows = tuple(
        LeaveRow(id=UUID(int=n), version=1, draft=DRAFT, name=name, unit="织造车间")
        for n, name in enumerate(("陈国栋", "安静"))
    )
    leaves = LeaveList(
        organiser="清河市纺织公司工会", title="专题学习会", start=START, end=END, venue="",
        as_of=date(2026, 11, 22), rows=rows,
    )  # fmt: skip
    text = _text(leave_list_pdf(leaves))
    assert "共 2 人" in text
    assert text.index("陈国栋") < text.index("安静")

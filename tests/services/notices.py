"""Short stories with a notice of our own writing."""

from __future__ import annotations

from datetime import date, time
from typing import Any
from uuid import UUID

from jz_training.domain.notice import (
    Event,
    NoticeHeader,
    NoticeReading,
    NoticeRemark,
    RemarkCode,
    Section,
)
from jz_training.domain.obligation import ObligationDraft, ObligationKind
from jz_training.domain.training import TrainingForm
from jz_training.services.desk import Desk

TEXT = """关于组织开展职工学习月活动的通知
各分工会：
一、抓好学习
各分工会要召开专题学习会，不少于2场。
要有计划地分批进行。
二、加强宣传
要在微信上推送学习动态。
三、按时报告
请于12月10日前报送情况。"""

PHRASES = {
    ObligationKind.FORMS: "召开专题学习会，不少于2场",
    ObligationKind.MEDIA: "要在微信上推送学习动态",
    ObligationKind.REPORT: "请于12月10日前报送情况",
}


def section(level: int, path: str, first: str, last: str) -> Section:
    """Return a clause of the text from its heading to its last words."""
    heading = next(line for line in TEXT.splitlines() if line.startswith(first))
    end = TEXT.index(last) + len(last)
    return Section(level=level, path=path, heading=heading, start=TEXT.index(first), end=end)


SECTIONS = (
    section(1, "一、", "一、", "分批进行。"),
    section(1, "二、", "二、", "学习动态。"),
    section(1, "三、", "三、", "报送情况。"),
)


def duty(kind: ObligationKind, **changes: Any) -> ObligationDraft:
    """Return an obligation with its words in the text."""
    phrase = PHRASES.get(kind, "")
    place = {"start": TEXT.index(phrase), "end": TEXT.index(phrase) + len(phrase)} if phrase else {}
    facts: dict[str, Any] = {"kind": kind, "phrase": phrase, "wording": kind.value, **place}
    return ObligationDraft(**(facts | changes))


DUTIES = (
    duty(
        ObligationKind.FORMS, section="一、", forms=(TrainingForm.STUDY,), count=2, unit="场",
        wording="",
    ),
    duty(ObligationKind.MEDIA, section="二、"),
    duty(
        ObligationKind.REPORT, section="三、", due=date(2026, 12, 10), due_phrase="12月10日前",
    ),
)  # fmt: skip

EVENT = Event(
    day=date(2026, 11, 27), start=time(14, 30), end=time(16), venue="三楼会议室",
    audience="各分工会主席", content="部署学习月活动",
)  # fmt: skip


def reading(**changes: Any) -> NoticeReading:
    """Return what was understood of the notice; one sentence was left to the reader."""
    left = "要有计划地分批进行。"
    place = TEXT.index(left)
    remark = NoticeRemark(
        code=RemarkCode.LEFT_TO_READER, phrase=left, start=place, end=place + len(left)
    )
    facts: dict[str, Any] = {
        "source": "学习月通知.docx",
        "text": TEXT,
        "header": NoticeHeader(
            title="关于组织开展职工学习月活动的通知",
            issuer="清河市总工会",
            number="清工发〔2026〕18号",
            addressees=("各分工会",),
            dated=date(2026, 11, 2),
            attachments=("学习资料目录",),
        ),
        "sections": SECTIONS,
        "obligations": DUTIES,
        "remarks": (remark,),
    }
    return NoticeReading(**(facts | changes))


def a_notice(desk: Desk, *obligations: ObligationDraft, **changes: Any) -> UUID:
    """Take in the notice, with these obligations instead of its own if any are given."""
    return desk.notices.add(reading(**({"obligations": obligations or DUTIES} | changes)))


def only_duty(desk: Desk, notice: UUID) -> UUID:
    """Return the id of the first obligation of a notice."""
    return desk.obligations.of_notice(notice)[0].id

"""Topics that notices want studied are offered where trainings are entered."""

from __future__ import annotations

from jz_training.domain.obligation import ObligationDraft, ObligationKind
from jz_training.services.desk import Desk
from tests.services.duties_stories import a_notice
from tests.services.stories import a_training


def _wants(desk: Desk, title: str, *topics: str) -> object:
    notice = a_notice(desk, title)
    draft = ObligationDraft(kind=ObligationKind.TOPICS, wording="学习内容", topics=topics)
    desk.obligations.add(notice, draft)
    return notice


def test_topics_of_notices_come_after_those_used_before(desk: Desk) -> None:
    a_training(desk, topics=("安全生产",))
    _wants(desk, "通知", "政治方向", "安全生产")
    assert desk.trainings.suggestions().topics == ("安全生产", "政治方向")


def test_those_of_the_notice_chosen_come_first(desk: Desk) -> None:
    a_training(desk, topics=("安全生产",))
    first = desk.trainings.suggestions().topics_for(None)
    notice = a_notice(desk, "甲")
    draft = ObligationDraft(kind=ObligationKind.TOPICS, wording="内容", topics=("服务大局",))
    desk.obligations.add(notice, draft)
    _wants(desk, "乙", "政治方向")
    known = desk.trainings.suggestions()
    assert first == ("安全生产",)
    assert known.topics_for(notice) == ("服务大局", "安全生产", "政治方向")
    assert known.topics_for(None)[0] == "安全生产"


def test_other_duties_name_no_topics(desk: Desk) -> None:
    notice = a_notice(desk)
    desk.obligations.add(notice, ObligationDraft(kind=ObligationKind.OTHER, wording="其他"))
    assert desk.trainings.suggestions().topics == ()

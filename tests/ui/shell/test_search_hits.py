"""What the search box finds."""

from __future__ import annotations

from jz_training.domain.notice import NoticeHeader, NoticeReading
from jz_training.services.desk import Desk
from jz_training.ui.shell.search_hits import find_hits


def test_a_notice_is_found_by_its_number_and_opens_its_page(desk: Desk) -> None:
    header = NoticeHeader(title="学习通知", issuer="清河市总工会", number="清工文〔2026〕18号")
    added = desk.notices.add(NoticeReading(source="", text="请各单位组织学习。", header=header))
    (hit,) = find_hits(desk, "〔2026〕18")
    assert (hit.group, hit.text, hit.note) == (
        "通知",
        "学习通知",
        "清工文〔2026〕18号　清河市总工会",
    )
    assert (hit.page, hit.what) == ("notice", {"notice_id": added})


def test_nothing_is_looked_for_without_words(desk: Desk) -> None:
    assert find_hits(desk, "  ") == ()

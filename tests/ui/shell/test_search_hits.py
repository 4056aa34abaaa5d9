"""What the search box finds of notices."""

from __future__ import annotations

from jz_training.readers.notice.pasted import read_notice_text
from jz_training.services.desk import Desk
from jz_training.ui.shell.search_hits import find_hits
from tests.ui.notices.notice_words import MEETING, STUDY


def test_a_notice_is_found_by_its_title_and_opens_its_page(desk: Desk) -> None:
    desk.notices.add(read_notice_text(STUDY))
    meeting = desk.notices.add(read_notice_text(MEETING))
    (hit,) = find_hits(desk, "交流会")
    assert (hit.group, hit.page, hit.what) == ("通知", "notice", {"notice_id": meeting})
    assert hit.note == "清河市总工会"

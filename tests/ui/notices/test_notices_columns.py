"""The list of notices: its order and its filter."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from jz_training.domain.notice import NoticeRow
from jz_training.ui.notices.notices_columns import holds, notice_columns, sort_key
from tests.factories import identity


def _row(number: int = 1, **changes: Any) -> NoticeRow:
    facts: dict[str, Any] = {
        "id": identity(number),
        "version": 1,
        "title": "关于学习的通知",
        "issuer": "清河市总工会",
        "number": "清工文〔2026〕18号",
        "dated": date(2026, 10, 28),
        "received_on": date(2026, 11, 1),
        "reviewed": False,
    }
    return NoticeRow(**(facts | changes))


@pytest.mark.parametrize(
    ("text", "found"), [("", True), ("学习 18号", True), ("总工会", True), ("学习 19号", False)]
)
def test_every_word_has_to_be_there(text: str, found: bool) -> None:
    assert holds(_row(), text) is found


def test_a_notice_without_a_date_is_in_order_by_the_day_it_came() -> None:
    rows = [_row(1), _row(2, dated=None), _row(3, dated=date(2026, 11, 5))]
    assert [row.id.int % 8 for row in sorted(rows, key=sort_key("day"))] == [1, 2, 3]


def test_a_notice_with_nothing_due_comes_after_those_with_a_day() -> None:
    rows = [_row(1), _row(2, next_due=date(2026, 12, 1))]
    assert sorted(rows, key=sort_key("next"))[0].next_due == date(2026, 12, 1)


def test_every_column_that_sorts_has_an_order() -> None:
    for column in notice_columns(lambda: date(2026, 11, 22)):
        assert sorted([_row()], key=sort_key(column.sort))

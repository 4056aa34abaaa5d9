"""Titles on several lines: as few as needed, no word torn apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jz_training.documents.official.title_lines import title_lines


def _count(piece: str) -> float:
    return float(len(piece))


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("工会学习培训情况报告", ["工会学习培训情况报告"]),
        (
            "市工会第十一次代表大会精神专题学习会暨基层经验交流会小结",
            ["市工会第十一次代表大会精神", "专题学习会暨基层经验交流会小结"],
        ),
        (
            "清河区总工会2025年上半年工会学习培训情况汇总",
            ["清河区总工会2025年上半年", "工会学习培训情况汇总"],
        ),
        (
            "关于召开学习贯彻工会代表大会精神专题学习会（第2批）的通知",
            ["关于召开学习贯彻工会代表大会精神", "专题学习会（第2批）的通知"],
        ),
        ("关于开展工会干部培训的情况报告（第二期）", ["关于开展工会干部培训的情况报告（第二期）"]),
    ],
)
def test_titles_are_broken_by_sense(title: str, lines: list[str]) -> None:
    assert title_lines(title, measure=_count, limit=20) == lines


@settings(deadline=None)
@given(st.text(alphabet="工会学习培训第一次，的（）《》12年ab", max_size=120), st.integers(6, 24))
def test_lines_hold_the_whole_title_and_fit(title: str, limit: int) -> None:
    lines = title_lines(title, measure=_count, limit=limit)
    assert "".join(lines) == title
    assert all(len(line) <= limit for line in lines)
    assert title == "" or all(lines)


def test_the_longest_title_a_training_can_have_is_broken_quickly() -> None:
    lines = title_lines("长" * 200, measure=_count, limit=20)
    assert [len(line) for line in lines] == [20] * 10


def test_of_three_lines_the_middle_one_is_not_the_shortest() -> None:
    title = "关于在全市工会系统深入学习宣传贯彻会议精神认真开展工会干部专题培训活动情况的报告"
    one, two, three = title_lines(title, measure=_count, limit=16)
    assert len(two) >= min(len(one), len(three))

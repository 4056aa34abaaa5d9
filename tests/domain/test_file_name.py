"""A name that a person gave becomes one that every file system takes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jz_training.domain.file_name import NameFacts, named, safe_file_name


@pytest.mark.parametrize(
    ("name", "suffix", "expected"),
    [
        ("会议纪要", ".pdf", "会议纪要.pdf"),
        ("会议纪要.PDF", ".pdf", "会议纪要.pdf"),
        ("11/20 学习会：照片", ".jpg", "11_20 学习会：照片.jpg"),
        ("..", "", "_"),
        ("../../etc", ".txt", "_.._etc.txt"),
        ("con", ".txt", "_con.txt"),
        ("a. ", "", "a"),
    ],
)
def test_a_name_is_made_safe(name: str, suffix: str, expected: str) -> None:
    assert safe_file_name(name, suffix) == expected


@given(st.text(max_size=300), st.sampled_from(["", ".pdf", ".docx"]))
def test_any_name_fits_and_leads_nowhere(name: str, suffix: str) -> None:
    made = safe_file_name(name, suffix)
    assert made.endswith(suffix)
    assert made
    assert len(made.encode("utf-8", "replace")) <= 255
    assert not set(made) & set('/\\:*?"<>|\x00')
    assert made not in (".", "..")


STUDY = NameFacts(
    name="专题学习会",
    word="签到表",
    day=date(2025, 2, 18),
    organiser="清河市纺织公司工会",
    version=2,
)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("", "20250218 专题学习会 签到表"),
        ("{文种}-{名称}（{版次}）", "签到表-专题学习会（第2版）"),
        ("{年}{月}_{单位}_{名称}", "202502_清河市纺织公司工会_专题学习会"),
        ("{名称}{什么}", "专题学习会{什么}"),
        ("{日期}/{名称}", "20250218_专题学习会"),
    ],
)
def test_a_paper_is_named_by_the_pattern(pattern: str, expected: str) -> None:
    assert named(pattern, STUDY) == expected


def test_empty_fields_take_what_joins_them_along() -> None:
    plan = NameFacts(name="2025年培训计划", word="培训计划表")
    assert named("", plan) == "2025年培训计划"  # and a kind is not said twice
    assert named("{日期}_{名称}（{版次}）", plan) == "2025年培训计划"


def test_a_period_has_both_its_days() -> None:
    year = NameFacts(name="", word="培训台账", day=date(2025, 1, 1), until=date(2025, 12, 31))
    assert named("", year) == "20250101-20251231 培训台账"


def test_a_long_title_gives_way_to_the_rest() -> None:
    made = named("", NameFacts(name="学" * 300, word="签到表", day=date(2025, 2, 18)))
    assert made.startswith("20250218 学学")
    assert made.endswith("学 签到表")
    assert 198 <= len(made.encode()) <= 200


def test_a_title_that_fits_stays_whole() -> None:
    title = "Study session of grassroots union secretaries on labour safety 2026"
    assert named("{名称} {文种}", NameFacts(name=title, word="签到表")) == f"{title} 签到表"


@settings(max_examples=60)
@given(st.text(max_size=80), st.text(max_size=40), st.text(max_size=40), st.text(max_size=100))
def test_every_name_is_one_that_windows_takes(
    pattern: str, name: str, word: str, organiser: str
) -> None:
    facts = NameFacts(name=name, word=word, organiser=organiser)
    for wanted in (pattern, pattern + "{名称}{单位}", ""):
        made = named(wanted, facts)
        assert made
        assert len(made.encode()) <= 200
        assert not set(made) & set('/\\:*?"<>|')
        assert made == made.strip(" .")
        assert made.partition(".")[0].strip().upper() not in {"CON", "PRN", "AUX", "NUL", "COM1"}

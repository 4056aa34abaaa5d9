"""The twenty demands of a real notice (domain.md §9, R01–R20); it lies outside the project."""

from __future__ import annotations

import os
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from jz_training.domain.notice import NoticeReading, RemarkCode
from jz_training.domain.obligation import ObligationDraft, ObligationKind
from jz_training.domain.outreach import PlaceKind
from jz_training.domain.publicity import THREE_MICRO_ONE_APP, Channel, Genre
from jz_training.domain.training import TrainingForm
from jz_training.readers.notice.raw_text import RawText
from jz_training.readers.notice.understand import understand

ROOT = Path(__file__).parents[3]
REAL = Path(os.environ.get("JZ_REAL_NOTICE") or ROOT.parent / "shared/notices/jiaozuo-2025-06.txt")
K = ObligationKind
#: R-number, kind, clause, and how often.
DEMANDS = (
    ("R01", K.LEADERSHIP, "三、", 1),
    ("R02", K.OVERALL, "三、", 1),
    ("R03", K.MATERIALS, "二、", 1),
    ("R05", K.TOPICS, "三、（一）", 1),
    ("R06", K.REQUIRED, "三、（二）", 1),
    ("R07", K.PLAN, "三、（二）", 1),
    ("R08", K.FORMS, "三、（二）", 1),
    ("R09", K.LAYERS, "三、（二）", 1),
    ("R10", K.CENTRE_GROUP, "三、（二）", 1),
    ("R11", K.LEADERS_FIRST, "三、（二）", 1),
    ("R12 R13", K.MEDIA, "三、（三）", 2),
    ("R14", K.VENUES, "三、（三）", 1),
    ("R15", K.ARTICLES, "三、（三）", 1),
    ("R16", K.OUTREACH, "三、（三）", 1),
    ("R17", K.REACH, "三、（三）", 1),
    ("R18", K.MEASURES, "三、（四）", 1),
    ("R19", K.TIMETABLE, "三、（四）", 1),
    ("R20", K.REPORT, "", 1),
)


@pytest.fixture(scope="module")
def reading() -> NoticeReading:
    """Return what is read of the real notice."""
    if not REAL.is_file():
        pytest.skip(f"the real notice is not here ({REAL.name}): R01–R20 are NOT checked")
    return understand(RawText(lines=tuple(REAL.read_text("utf-8").splitlines())))


def duty(reading: NoticeReading, kind: ObligationKind) -> ObligationDraft:
    return next(d for d in reading.obligations if d.kind is kind)


def test_the_header_is_read(reading: NoticeReading) -> None:
    header = reading.header
    assert (header.issuer, header.number) == ("焦作市总工会", "焦工文〔2025〕6号")
    assert " " not in header.title
    assert len(header.addressees) == 4
    assert (header.dated, header.printed) == (None, date(2025, 1, 20))


def test_the_clauses_are_read(reading: NoticeReading) -> None:
    five = [f"一、（{number}）" for number in "一二三四五"]
    four = [f"三、（{number}）" for number in "一二三四"]
    paths = [section.path for section in reading.sections]
    assert paths == ["一、", *five, "二、", "三、", *four]


@pytest.mark.parametrize(("number", "kind", "section", "times"), DEMANDS)
def test_each_demand_is_found_where_it_stands(
    reading: NoticeReading, number: str, kind: ObligationKind, section: str, times: int
) -> None:
    found = [d for d in reading.obligations if d.kind is kind and d.section == section]
    assert len(found) == times, number


def test_r04_is_five_topics_one_a_clause(reading: NoticeReading) -> None:
    found = [d for d in reading.obligations if d.section.startswith("一、")]
    assert [d.section for d in found] == [f"一、（{number}）" for number in "一二三四五"]
    assert {(d.kind, len(d.topics)) for d in found} == {(K.TOPICS, 1)}


def test_nothing_is_invented(reading: NoticeReading) -> None:
    kinds = Counter(d.kind for d in reading.obligations)
    assert kinds == Counter(
        {K.TOPICS: 6, K.MEDIA: 2}
        | {kind: 1 for kind in K if kind not in (K.TOPICS, K.MEDIA, K.ATTEND, K.OTHER)}
    )
    assert all(d.due is None and d.count is None for d in reading.obligations)
    assert reading.event is None


def test_the_means_are_those_of_the_table(reading: NoticeReading) -> None:
    form = TrainingForm
    assert duty(reading, K.FORMS).forms == (
        form.STUDY,
        form.REPORT,
        form.SEMINAR,
        form.BROADCAST,
        form.LECTURE,
    )
    assert duty(reading, K.CENTRE_GROUP).forms == (form.CENTRE_GROUP, form.THEORY)
    assert duty(reading, K.OUTREACH).forms[:2] == (form.CLOUD_OUTREACH, form.MICRO_OUTREACH)
    assert duty(reading, K.OUTREACH).places == (
        PlaceKind.ENTERPRISE,
        PlaceKind.WORKSHOP,
        PlaceKind.TEAM,
    )
    assert duty(reading, K.ARTICLES).genres == (Genre.COLUMN, Genre.COMMENTARY, Genre.REFLECTION)
    assert duty(reading, K.VENUES).venues == ("工人文化宫", "职工书屋")
    society, union = (d for d in reading.obligations if d.kind is K.MEDIA)
    assert society.channels == (Channel.NEWS_SITE, Channel.NEW_MEDIA)
    assert union.channels == (Channel.PRESS, *THREE_MICRO_ONE_APP)


def test_for_whom_and_to_whom_is_read(reading: NoticeReading) -> None:
    assert duty(reading, K.REQUIRED).audience == ("各级工会工作者",)
    assert duty(reading, K.LAYERS).audience == ("工会工作者",)
    assert len(duty(reading, K.REPORT).audience) == 4
    assert duty(reading, K.REPORT).note == "市总工会"
    joined = [d for d in reading.obligations if d.section == "三、（一）"]
    assert [len(d.topics) for d in joined] == [3]


def test_what_is_out_of_scope_is_left_to_the_reader(reading: NoticeReading) -> None:
    left = [r.phrase for r in reading.remarks if r.code is RemarkCode.LEFT_TO_READER]
    assert any("12351" in phrase for phrase in left)
    assert all(phrase in reading.text for phrase in left)
    assert not any("12351" in d.phrase for d in reading.obligations)

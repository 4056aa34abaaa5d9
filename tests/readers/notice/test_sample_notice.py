"""The project's own sample notice has a duty of every kind, with counts and dates of its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from jz_training.domain.notice import NoticeReading
from jz_training.domain.obligation import ObligationKind
from jz_training.readers.notice.raw_text import RawText
from jz_training.readers.notice.understand import understand

SAMPLE = Path(__file__).parents[3] / "resources/sample/通知.txt"


@pytest.fixture(scope="module")
def reading() -> NoticeReading:
    """Return what is read of the sample notice."""
    return understand(RawText(lines=tuple(SAMPLE.read_text("utf-8").splitlines())))


def test_its_header_is_read(reading: NoticeReading) -> None:
    header = reading.header
    assert (header.issuer, header.number) == ("清河市总工会", "清工会〔2026〕18号")
    assert header.title.startswith("清河市总工会关于认真学习")
    assert header.dated == date(2026, 9, 1)
    assert header.copies == ("清河市委办公室", "清河市融媒体中心")


def test_it_has_a_duty_of_every_kind_but_a_meeting(reading: NoticeReading) -> None:
    kinds = {duty.kind for duty in reading.obligations}
    assert kinds == set(ObligationKind) - {ObligationKind.ATTEND, ObligationKind.OTHER}


def test_its_counts_are_read(reading: NoticeReading) -> None:
    counts = [(d.kind.value, d.count, d.unit) for d in reading.obligations if d.count]
    assert counts == [
        ("forms", 4, "场"),
        ("centre_group", 2, "次"),
        ("articles", 2, "篇"),
        ("articles", 5, "篇"),
        ("outreach", 6, "场"),
        ("outreach", 300, "人次"),
    ]


def test_its_two_dates_are_read_and_no_third(reading: NoticeReading) -> None:
    dues = [(d.kind.value, d.due) for d in reading.obligations if d.due]
    assert dues == [("plan", date(2026, 9, 20)), ("report", date(2026, 11, 30))]

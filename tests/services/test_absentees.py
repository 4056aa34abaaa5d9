"""签到率与缺席名单: the trainings and the persons are those a count by hand gives."""

from __future__ import annotations

import io
from datetime import date, datetime

import openpyxl
import pytest

from jz_training.documents.columns import in_words
from jz_training.documents.statistics.absentee_list import (
    absentee_tables,
    absentees_pdf,
    absentees_xlsx,
)
from jz_training.domain.attendance import AttendanceStatus, LeaveReason, Mark
from jz_training.domain.make_up import MakeUpDraft, MakeUpForm
from jz_training.domain.statistics import StatisticsFilter
from tests.documents.pdf_reading import texts
from tests.services.stories import a_listed_training, a_training

Status = AttendanceStatus
NOVEMBER = StatisticsFilter(start=date(2026, 11, 1), end=date(2026, 11, 30))


@pytest.fixture
def found(desk):
    """Return the lists of two trainings: one of 12 with three missing, one not recorded yet."""
    first = a_listed_training(desk, people=12)
    leave = Mark(status=Status.LEAVE, reason=LeaveReason.SICK)
    desk.attendance.mark(first, {2: Mark(status=Status.ABSENT), 5: leave, 9: leave})
    desk.attendance.mark_rest(first, Mark(status=Status.PRESENT))
    line = desk.attendance.sheet(first).rows[4]
    done = MakeUpDraft(form=MakeUpForm.RECORDING, done_on=date(2026, 11, 21))
    desk.make_ups.record((line.id,), done)
    day = datetime(2026, 11, 21, 9)
    desk.lists.freeze(a_training(desk, title="第二场", start=day, end=day.replace(hour=11)))
    return desk.absentees.of(NOVEMBER)


def test_who_missed_what_is_told_with_the_reason_and_the_make_up(found):
    _, persons = absentee_tables(found)
    rows = [
        [column.words(row, place) for column in persons.columns][-2:]
        for place, row in enumerate(persons.rows, 1)
    ]
    assert rows == [
        ["缺席", "未补"],
        ["请假·病", "2026-11-21 观看录像"],
        ["请假·病", "未补"],
    ]
    assert persons.facts == ("请假 2 人次，缺席 1 人次，涉及 3 人；已补学 1 人次，未补 2 人次。",)


def test_the_rate_is_of_what_is_wholly_recorded(found):
    rates, _ = absentee_tables(found)
    cells = [
        {column.key: column.words(row, place) for column in rates.columns}
        for place, row in enumerate(rates.rows, 1)
    ]
    assert [cell["rate"] for cell in cells] == ["75.0%", "—"]
    assert [cell["unrecorded"] for cell in cells] == ["0", "12"]
    total = {key: in_words(value) for key, value in rates.total.items()}
    assert (total["title"], total["expected"], total["rate"]) == ("合计（2 场）", "24", "75.0%")
    assert rates.facts[-1] == "其中 1 场未记录完，不计入到会率。"


def test_a_unit_has_its_own_people_alone(desk, found):
    unit = desk.units.all()[0]
    own = desk.absentees.of(
        StatisticsFilter(start=NOVEMBER.start, end=NOVEMBER.end, unit_id=unit.id)
    )
    assert [row.unit for row in own.missed] == [
        row.unit for row in found.missed if row.unit == unit.name
    ]


def test_paper_and_workbook_say_the_same(found, fonts):
    data = absentees_pdf(found, fonts=fonts)
    text = "".join(texts(data)).replace("\u3000", "")
    book = openpyxl.load_workbook(io.BytesIO(absentees_xlsx(found)))
    assert book.sheetnames == ["签到率", "缺席名单"]
    for row in found.missed:
        assert row.name in text
    names = [cell.value for cell in book["缺席名单"]["D"]]
    assert names[-3:] == [row.name for row in found.missed]
    assert absentees_pdf(found, fonts=fonts) == data


def test_a_talk_without_a_list_has_no_rate_and_is_said(desk, found):
    day = datetime(2026, 11, 19, 9)
    a_training(desk, title="进车间宣讲", start=day, end=day.replace(hour=10))
    rates, _ = absentee_tables(desk.absentees.of(NOVEMBER))
    assert [row.title for row in rates.rows] == [row.title for row in found.trainings]
    assert rates.facts[-1].startswith("另有 1 场没有名单")


def test_nobody_missing_is_said(desk, fonts):
    empty = desk.absentees.of(NOVEMBER)
    assert "没有人请假或缺席。" in "".join(texts(absentees_pdf(empty, fonts=fonts)))


@pytest.fixture(scope="module")
def fonts():
    from jz_training.documents.fonts import Fonts

    return Fonts(bundled_only=True)

"""The printed sheet of several parts: their names, days and hours, and the counts below them."""

from __future__ import annotations

from datetime import date, time

from jz_training.documents.sheet.sign_in_sheet import sign_in_sheet_pdf, sign_in_sheets_pdf
from jz_training.domain.parts_making import made_parts
from jz_training.domain.repetition import Slot
from jz_training.domain.sheet import SignInSheet
from tests.documents.pdf_reading import texts
from tests.factories import sheet

SLOTS = (
    Slot(start=time(8, 30), end=time(11, 30), name="上午"),
    Slot(start=time(14, 30), end=time(17, 30), name="下午"),
)


def course(days: int, people: int = 5) -> SignInSheet:
    parts = made_parts(date(2026, 12, 7), days=days, slots=SLOTS)
    return sheet(people, parts=parts, start=parts[0].start, end=parts[-1].end)


def test_the_heads_name_each_part_with_its_day_and_hours():
    data, geometry = sign_in_sheet_pdf(course(2))
    (text,) = texts(data)
    for word in ("第1天上午", "第2天下午", "12月8日", "14:30–17:30", "本页应到 5 人"):
        assert word in text
    assert text.count("实到") == 4
    assert geometry.page_width == 297


def test_a_sheet_that_stands_follows_one_that_lies():
    data, (lying, standing) = sign_in_sheets_pdf([course(3), course(1)])
    pages = texts(data)
    assert len(pages) == lying.pages + standing.pages
    assert (lying.page_width, standing.page_width) == (297, 210)

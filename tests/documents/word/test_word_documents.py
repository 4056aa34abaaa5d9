"""Every document that is to be had in Word says there what it says on PDF."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from docx.oxml.ns import qn

from jz_training.documents.fonts import Fonts
from jz_training.documents.meeting.agenda_paper import agenda_docx, agenda_pdf
from jz_training.documents.meeting.meeting_notice import (
    meeting_notice_docx,
    meeting_notice_writing,
)
from jz_training.documents.notice.plan import plan_docx
from jz_training.documents.notice.task_book import task_book_docx
from jz_training.documents.notice.tasks import tasks_docx
from jz_training.documents.official.paper import Writing
from jz_training.documents.official.read_back import said_in
from jz_training.documents.record.record_paper import record_docx, record_writing
from jz_training.documents.summary.period_summary import (
    period_summary_docx,
    period_summary_writing,
)
from jz_training.documents.summary.training_summary import (
    training_summary_docx,
    training_summary_writing,
)
from jz_training.domain.paper_style import PaperLayout, PaperStyle
from tests.documents.meeting.views import HOSTILE, ITEMS, agenda, notice
from tests.documents.pdf_reading import texts
from tests.documents.record.test_record_paper import record
from tests.documents.word.papers import opened, said
from tests.factories import period_summary, training_summary
from tests.notice_factories import duty, plan, plan_item, task, task_book, tasks


@pytest.mark.parametrize(
    ("make", "write", "view"),
    [
        (meeting_notice_docx, meeting_notice_writing, notice()),
        (record_docx, record_writing, record()),
        (training_summary_docx, training_summary_writing, training_summary(20)),
        (period_summary_docx, period_summary_writing, period_summary(3)),
    ],
)
def test_an_official_paper_loses_nothing_in_word(
    fonts: Fonts, make: Callable[..., bytes], write: Callable[[Any], Writing], view: Any
) -> None:
    content = make(view, fonts=fonts)
    assert content == make(view, fonts=fonts)
    whole = said(opened(content))
    for each in said_in(write(view)):
        assert each.text.replace("\n", "") in whole


def test_the_charts_of_a_summary_are_pictures_with_words_for_who_cannot_see_them(
    fonts: Fonts,
) -> None:
    (chart,) = opened(training_summary_docx(training_summary(20), fonts=fonts)).inline_shapes
    assert chart._inline.docPr.get("descr") == "图1　各单位应到、实到人数"


def test_the_plan_has_all_its_items_and_places_to_sign(fonts: Fonts) -> None:
    items = tuple(plan_item(number, title=f"第{number}讲") for number in range(1, 6))
    document = opened(plan_docx(plan(items=items), fonts=fonts))
    assert [row.cells[1].text for row in document.tables[0].rows[1:]] == [
        f"第{number}讲" for number in range(1, 6)
    ]
    assert document.paragraphs[-1].text.startswith("制表：")


def test_the_tasks_have_their_timetable_as_a_picture_on_a_page_of_its_own(fonts: Fonts) -> None:
    rows = tuple(task(number, measure=f"措施{number}") for number in range(1, 4))
    document = opened(tasks_docx(tasks(rows=rows), fonts=fonts))
    assert "措施3" in said(document)
    (timeline,) = document.inline_shapes
    assert timeline._inline.docPr.get("descr") == "时间表和路线图"
    heading = next(each for each in document.paragraphs if each.text == "时间表和路线图")
    assert heading.paragraph_format.page_break_before


def test_the_task_book_has_every_duty(fonts: Fonts) -> None:
    book = task_book(duties=tuple(duty(number) for number in range(1, 4)))
    (table,) = opened(task_book_docx(book, fonts=fonts)).tables
    assert len(table.rows) == 4


def test_the_agenda_is_a_native_table_with_its_facts_above(fonts: Fonts) -> None:
    document = opened(agenda_docx(agenda(), fonts=fonts))
    (table,) = document.tables
    assert [cell.text for cell in table.rows[1].cells] == ["15:00", ITEMS[0].what, ITEMS[0].who]
    assert table._tbl.tr_lst[0].trPr.find(qn("w:tblHeader")) is not None
    texts = [each.text for each in document.paragraphs]
    assert "地点：职工之家二楼" in texts
    assert "主持：周建业" in texts


def test_the_office_words_the_title_of_an_agenda_in_word_and_pdf_alike(fonts: Fonts) -> None:
    style = PaperStyle(layout=PaperLayout(title="{title}安排"))
    document = opened(agenda_docx(agenda(title="学习会"), style=style, fonts=fonts))
    assert document.paragraphs[0].text == "学习会议程安排"
    (page,) = texts(agenda_pdf(agenda(title="学习会"), style=style, fonts=fonts))
    assert "学习会议程安排" in page


def test_an_agenda_of_strange_text_or_of_nothing_opens(fonts: Fonts) -> None:
    assert "（暂无）" in said(opened(agenda_docx(agenda(items=()), fonts=fonts)))
    strange = opened(agenda_docx(agenda(title=HOSTILE, venue=HOSTILE), fonts=fonts))
    assert "<b>&nbsp;</b>" in said(strange)

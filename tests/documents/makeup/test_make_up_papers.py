"""The papers of make-up study: what stands on them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

from openpyxl import load_workbook

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts
from jz_training.documents.makeup.group_sheet import ROWS, group_sheet_pdf, sheet_lines
from jz_training.documents.makeup.missed_xlsx import missed_xlsx
from jz_training.documents.makeup.record import make_up_record_pdf
from jz_training.domain.make_up import MakeUpForm, MakeUpGroupDraft, MakeUpGroupRow
from tests.documents.pdf_reading import texts
from tests.factories import START, identity, made_up

DRAFT = MakeUpGroupDraft(
    title="代表大会精神补学班", form=MakeUpForm.LESSON, day=date(2026, 11, 27), venue="二楼会议室"
)


def group(people: int) -> MakeUpGroupRow:
    members = tuple(made_up(number, done=False) for number in range(1, people + 1))
    return MakeUpGroupRow(id=identity(1, kind=7), version=1, draft=DRAFT, members=members)


def test_a_sheet_names_everybody_with_what_is_made_up(fonts: Fonts) -> None:
    report = PaperReport()
    pages = texts(group_sheet_pdf(group(ROWS + 2), organiser="工会", fonts=fonts, report=report))
    assert len(pages) == 2
    assert "代表大会精神补学班签到表" in pages[0]
    assert "2026年11月27日（星期五）" in pages[0]
    assert "11-20 专题学习会（第2批）" in pages[0]
    assert "本页应补 2 人" in pages[1]
    assert not report.cut


def test_somebody_who_missed_several_trainings_signs_once() -> None:
    first = made_up(1, done=False)
    second = replace(first, attendee_id=identity(9, kind=2), day=date(2026, 11, 2), title="第一批")
    lines = sheet_lines(replace(group(0), members=(first, second, made_up(2, done=False))))
    assert [len(line.missed) for line in lines] == [2, 1]
    assert lines[0].missed[0].title == "第一批"


def test_the_record_tells_done_from_planned(fonts: Fonts) -> None:
    pdf = make_up_record_pdf(
        (made_up(1), made_up(2, done=False)),
        title="专题学习会",
        start=START,
        organiser="工会",
        as_of=date(2026, 11, 30),
        fonts=fonts,
    )
    text = "".join(texts(pdf))
    assert "专题学习会补学记录表" in text
    assert "共 2 人：已安排 1 人、已补 1 人" in text
    assert text.count("观看录像") == 2


def test_who_still_misses_what_is_a_workbook_with_real_dates() -> None:
    rows = (made_up(1, done=False), made_up(2))
    content = missed_xlsx(rows, organiser="工会", as_of=date(2026, 11, 30), asked="只看必修")
    sheet = load_workbook(BytesIO(content)).active
    cells = list(sheet.iter_rows(values_only=True))
    assert "2 人次，2 人　　范围：只看必修" in cells[1][0]
    assert cells[3][4] == datetime(2026, 11, 20)
    assert [row[10] for row in cells[3:]] == ["已安排", "已补"]

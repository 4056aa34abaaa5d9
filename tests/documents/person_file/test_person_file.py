"""The file of a person on paper: what it says is what its lines say."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.official.gb9704 import TEXT_LEFT, TEXT_RIGHT
from jz_training.documents.person_file.person_file_paper import person_file_pdf
from jz_training.documents.person_file.person_file_words import (
    attendance_words,
    days_words,
    hours_words,
    note_words,
    standing_words,
    sum_words,
)
from jz_training.documents.person_file.person_files_pdf import person_files_pdf
from jz_training.domain.attendance import AttendanceStatus
from jz_training.domain.paper_style import PaperStyle
from jz_training.errors import Stopped
from tests.documents.pdf_reading import opened, texts
from tests.documents.person_file.views import course, line, person_file


def test_a_line_says_what_was_missed_and_how_it_was_made_up() -> None:
    file = person_file()
    assert attendance_words(course()) == "到会，11日下午请假·公"
    assert days_words(course()) == "3月9日至11日"
    assert attendance_words(file.lines[1]) == "请假·病"
    assert note_words(file.lines[1], file) == "2026年2月1日补学（观看录像）"
    assert note_words(file.lines[5], file) == "授课人"
    assert note_words(line(row={}), replace(file, unit="机关")) == "时在织造车间"


def test_the_sums_are_those_of_the_lines() -> None:
    file = person_file()
    assert sum_words(file) == (
        "2026年，应到5次，参加3次，请假1次，缺席1次；请假、缺席中已补学1次；"
        "另以列席、授课等身份参加1次。"
    )
    assert hours_words(file) == "学时合计11.3，其中线上2，补学2。"
    assert standing_words(file.standings[0]).endswith(
        "已有11.3学时，尚差78.7学时。依据：《干部教育培训工作条例》（2023 年修订）。"
    )


def test_the_paper_says_it_all_inside_the_text_area(fonts) -> None:
    file = person_file()
    data = person_file_pdf(file, fonts=fonts)
    text = "".join(texts(data))
    for said in (file.name, file.unit, file.post, "授课人", *(one.title for one in file.lines)):
        assert said in text.replace("　", "")
    assert "1300000" not in text  # no telephone
    with opened(data) as pdf:
        for page in pdf.pages:
            assert min(char["x0"] for char in page.chars) >= TEXT_LEFT - 1
            assert max(char["x1"] for char in page.chars) <= TEXT_RIGHT + 1


def test_a_year_without_a_training_says_so(fonts) -> None:
    empty = replace(person_file(), lines=(), standings=())
    text = "".join(texts(person_file_pdf(empty, fonts=fonts)))
    assert "2026年没有列入名单的场次。" in text
    assert "应到0次，参加0次，请假0次，缺席0次。" in text


def test_several_files_each_begin_a_page_and_have_a_bookmark(fonts) -> None:
    long = person_file(*(line(number) for number in range(1, 27)))
    files = (person_file(), replace(long, name="丁静"), person_file())
    told: list[tuple[int, int]] = []
    data = person_files_pdf(files, fonts=fonts, progress=lambda *done: told.append(done))
    reader = PdfReader(io.BytesIO(data))
    assert [entry.title for entry in reader.outline][1] == "丁静　织造车间"
    begins = [reader.get_destination_page_number(entry) for entry in reader.outline]
    pages = texts(data)
    assert [place for place, text in enumerate(pages) if "人员学习档案" in text] == begins
    assert [text[-5:].strip() for text in pages][begins[2]].strip("— ") == "1"
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert person_files_pdf(files[:1], fonts=fonts) == person_files_pdf(files[:1], fonts=fonts)


def test_on_both_sides_each_file_begins_on_a_fresh_sheet_of_paper(fonts) -> None:
    both, files = PaperStyle(duplex=True), (person_file(line()), person_file(line()))
    pages = texts(person_files_pdf(files, style=both, fonts=fonts))
    assert [bool(page.strip()) for page in pages] == [True, False, True]


def test_it_can_be_stopped_and_needs_somebody(fonts) -> None:
    with pytest.raises(Stopped):
        person_files_pdf((person_file(),), fonts=fonts, stop=lambda: True)
    with pytest.raises(ValueError, match="no file"):
        person_files_pdf((), fonts=fonts)


@settings(max_examples=8, deadline=None)
@given(
    name=st.sampled_from(("<b>田</b>", "阿依古丽·买买提江·阿不都热西提", "𠮷&丁", "")),
    status=st.sampled_from(AttendanceStatus),
    title=st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=120),
)
def test_nothing_entered_breaks_the_page(fonts, name, status, title) -> None:
    report = PaperReport()
    file = replace(person_file(line(1, status, title=title)), name=name)
    with opened(person_file_pdf(file, fonts=fonts, report=report)) as pdf:
        assert all(char["x1"] <= TEXT_RIGHT + 1 for page in pdf.pages for char in page.chars)

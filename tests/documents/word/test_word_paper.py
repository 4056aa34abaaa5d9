"""An official paper as a Word document: all its text, in named styles, to be worked on."""

from __future__ import annotations

import io
from itertools import pairwise
from typing import Any
from zipfile import ZipFile

import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts
from jz_training.documents.official.paper import PaperFacts, Writing
from jz_training.documents.official.read_back import said_in
from jz_training.documents.official.ruled_table import Column, Table
from jz_training.documents.word.docx_file import plain_text
from jz_training.documents.word.word_paper import official_docx
from tests.documents.word.papers import DOCUMENT, LONG, TABLE, everything, of_style, opened, said

HOSTILE = "<b>&nbsp;</b>=1+1\x00\x08\u202e𠮷\ud800{0}%s\\"


@pytest.fixture(scope="module")
def document(fonts: Fonts) -> Document:
    return opened(official_docx(everything(), fonts=fonts))


def test_nothing_of_a_paper_is_lost(document: Document) -> None:
    whole = said(document)
    for each in said_in(everything()):
        assert each.text in whole
        assert each.heading in whole


def test_each_part_stands_in_its_named_style(document: Document) -> None:
    assert of_style(document, "公文标题")[0].text.replace("\n", "").startswith("关于认真学习")
    assert [each.text for each in of_style(document, "公文主送机关")] == ["各车间分工会："]
    for name, words in (
        ("公文一级标题", "一、总述"), ("公文二级标题", "（一）做法"), ("公文三级标题", "1.组织"),
        ("公文四级标题", "（1）层级"), ("公文附件", "附件1"), ("公文题下说明", "（征求意见稿）"),
    ):  # fmt: skip
        assert [each.text for each in of_style(document, name)] == [words]
    assert [each.text for each in of_style(document, "公文落款")][1] == "2026年11月13日"
    assert len(of_style(document, "公文签名")) == 2


@pytest.mark.parametrize(
    ("name", "face", "size", "level"),
    [
        ("公文标题", "方正小标宋简体", 22, None),
        ("公文正文", "仿宋", 16, None),
        ("公文一级标题", "黑体", 16, "0"),
        ("公文二级标题", "楷体", 16, "1"),
        ("公文四级标题", "仿宋", 16, "3"),
        ("公文版记", "仿宋", 14, None),
    ],
)
def test_a_style_names_its_face_for_chinese_and_its_place_in_the_outline(
    document: Document, name: str, face: str, size: float, level: str | None
) -> None:
    style: Any = document.styles[name]
    assert style.element.rPr.rFonts.get(qn("w:eastAsia")) == face
    assert style.font.size.pt == size
    outline = style.element.pPr.find(qn("w:outlineLvl"))
    assert (None if outline is None else outline.get(qn("w:val"))) == level


def test_the_title_is_broken_by_sense_and_headings_stay_with_their_text(
    document: Document,
) -> None:
    assert "\n" in of_style(document, "公文标题")[0].text
    for name in ("公文标题", "公文一级标题", "公文附件"):
        style: Any = document.styles[name]
        assert style.paragraph_format.keep_with_next
    annex: Any = document.styles["公文附件"]
    assert annex.paragraph_format.page_break_before


def test_the_page_is_that_of_the_standard(document: Document) -> None:
    section = document.sections[0]
    wanted = {"page_width": 210, "page_height": 297, "top_margin": 37, "bottom_margin": 35,
              "left_margin": 28, "right_margin": 26}  # fmt: skip
    for name, millimetres in wanted.items():
        assert abs(getattr(section, name) - Mm(millimetres)) < 20_000  # a twentieth of a point
    assert section.footer.paragraphs[0].text.endswith("—  —")
    assert document.settings.odd_and_even_pages_header_footer


def test_a_table_is_native_its_head_repeated_and_no_row_torn(document: Document) -> None:
    (table,) = document.tables
    assert [cell.text for cell in table.rows[0].cells] == ["单　位", "应到\n人次", "到会率"]
    assert len(table.rows) == 62
    rows: Any = table._tbl.tr_lst
    assert [row.trPr.find(qn("w:tblHeader")) is not None for row in rows[:3]] == [
        True,
        False,
        False,
    ]
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)
    widths = [column.width for column in table.columns]
    assert sum(widths) == pytest.approx(Mm(156), abs=20_000)
    assert widths[0] == pytest.approx(widths[1] * 3, abs=20_000)
    styles = [table.rows[at].cells[0].paragraphs[0].style.name for at in (0, 1, 61)]
    assert styles == ["公文表头", "公文表格", "公文表格合计"]


def test_no_page_has_a_single_row_of_a_table(document: Document) -> None:
    rows = document.tables[0].rows
    kept = [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in rows]
    assert kept == [True, True, *[False] * 58, True, False]


def test_pictures_say_what_they_show_and_are_of_a_size_for_two_on_a_page(
    document: Document,
) -> None:
    picture, chart = document.inline_shapes
    described = [shape._inline.docPr.get("descr") for shape in (picture, chart)]
    assert described == ["学习会现场", "图1　到会人数"]
    assert picture.height == pytest.approx(Mm(100), abs=20_000)
    assert chart.width == pytest.approx(Pt(400), abs=20_000)
    assert [each.text for each in of_style(document, "公文图表标题")][:2] == described


def test_the_signature_stays_with_the_last_paragraph(document: Document) -> None:
    before, name, date = (
        document.paragraphs[at]
        for at, each in enumerate(document.paragraphs)
        for at in ([at - 1, at, at + 1] if each.text == "清河市纺织公司工会" else [])
    )
    assert before.text == LONG
    assert before.paragraph_format.keep_with_next
    assert name.paragraph_format.keep_with_next
    assert name.paragraph_format.space_before.pt == pytest.approx(28.95)
    shift = date.paragraph_format.left_indent - name.paragraph_format.left_indent
    assert shift == pytest.approx(Pt(2 * 15.79), abs=20_000)


def test_text_from_outside_stays_text(fonts: Fonts) -> None:
    table = Table(caption=HOSTILE, columns=(Column(HOSTILE, 1),), rows=((HOSTILE,),))
    whole = said(opened(official_docx(everything(HOSTILE, table=table), fonts=fonts)))
    assert whole.count("<b>&nbsp;</b>=1+1") == 5
    assert not {"\x00", "\x08", "\u202e", "\ud800"} & set(whole)


@settings(max_examples=15, deadline=None)
@given(text=st.text(max_size=60))
def test_any_text_gives_a_document_that_opens(text: str) -> None:
    facts = PaperFacts(title=text, author=text, subject=text)
    content = official_docx(Writing(facts, lambda paper: paper.paragraph(text)), style=DOCUMENT)
    assert plain_text(text) in said(opened(content))


def test_the_same_paper_gives_the_same_bytes_without_a_clock(fonts: Fonts) -> None:
    content = official_docx(everything(), style=DOCUMENT, fonts=fonts)
    assert content == official_docx(everything(), style=DOCUMENT, fonts=fonts)
    with ZipFile(io.BytesIO(content)) as parts:
        assert {info.date_time[0] for info in parts.infolist()} == {1980}
        assert "Noto Serif CJK SC" in parts.read("word/fontTable.xml").decode()
        assert b"compatibilityMode" in parts.read("word/settings.xml")
    assert opened(content).core_properties.author == "清河市纺织公司工会"


def test_the_report_is_of_what_we_draw_and_not_of_what_word_sets(fonts: Fonts) -> None:
    report = PaperReport()
    facts = PaperFacts(title="", author="", subject="")
    writing = Writing(facts, lambda paper: paper.paragraph("\U0001f9ff"))
    official_docx(writing, fonts=fonts, report=report)
    assert (report.fonts, report.missing) == ((), ())


def test_a_picture_that_is_none_is_refused_as_on_pdf(fonts: Fonts) -> None:
    facts = PaperFacts(title="", author="", subject="")
    writing = Writing(facts, lambda paper: paper.picture(b"no picture", caption="图"))
    with pytest.raises(OSError, match="picture"):
        official_docx(writing, fonts=fonts)


def test_two_tables_never_grow_together(fonts: Fonts) -> None:
    def write(paper: Any) -> None:
        for _ in range(2):
            paper.table(Table(caption="", columns=TABLE.columns, rows=TABLE.rows[:2]))

    facts = PaperFacts(title="", author="", subject="")
    body = opened(official_docx(Writing(facts, write), fonts=fonts)).element.body
    names = [child.tag for child in body]
    assert all({a, b} != {qn("w:tbl")} for a, b in pairwise(names))

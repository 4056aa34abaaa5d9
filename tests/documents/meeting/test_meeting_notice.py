"""The notice of a training: the same words in PDF and Word, nothing invented, nothing outside."""

from __future__ import annotations

import io
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from jz_training.documents.fonts import Fonts
from jz_training.documents.meeting.meeting_notice import meeting_notice_docx, meeting_notice_pdf
from jz_training.documents.meeting.notice_text import notice_text
from jz_training.documents.official.gb9704 import ADVANCE, TEXT_LEFT, TEXT_RIGHT
from jz_training.domain.agenda import AgendaItem, timed
from jz_training.domain.training import TrainingForm
from tests.documents.meeting.views import HOSTILE, notice
from tests.documents.pdf_reading import found, opened, texts
from tests.factories import START


def _pdf(fonts: Fonts, **changes: Any) -> bytes:
    return meeting_notice_pdf(notice(**changes), fonts=fonts)


def _docx(**changes: Any) -> Document:
    return docx.Document(io.BytesIO(meeting_notice_docx(notice(**changes))))


def _said(document: Document) -> str:
    return "".join(paragraph.text.replace("\n", "") for paragraph in document.paragraphs)


def test_the_notice_says_when_where_who_what_and_what_is_asked(fonts: Fonts) -> None:
    text = "".join(texts(_pdf(fonts)))
    for words in (
        "各车间分工会、机关科室工会小组：",
        "一、时间2026年11月20日（星期五）15:00至16:30。",
        "二、地点职工之家二楼（清河市建设路12号）。",
        "三、参会人员各分工会主席、委员，工会小组长，共60人。",
        "主持：周建业；主讲：秦晓峰。",
        "15:20　辅导讲座：新时代工会工作的基本职责（秦晓峰）。",
        "1.请提前10分钟入场签到，遵守会场纪律。",
        "联系人：叶静，0371-0000000。",
    ):
        assert words in text
    assert "关于召开学习贯彻工会代表大会精神专题学习会（第2批）的通知" in text


def test_headings_are_counted_without_a_gap() -> None:
    blocks = notice_text(notice(requirements=(), contact="")).blocks
    headings = [block.text for block in blocks if block.text[1] == "、"]
    assert headings == ["一、时间", "二、地点", "三、参会人员", "四、主要内容"]


def test_what_was_not_entered_is_to_be_filled_in_and_never_made_up() -> None:
    bare = notice_text(
        notice(
            addressees="", venue="", address="", chair="", speaker="", audience="", content=(),
            agenda=(), requirements=(), contact="", issued_on=None, organiser="",
        )
    )  # fmt: skip
    assert bare.addressees == "（待补）："
    assert [block.text for block in bare.blocks].count("（待补）。") == 2
    assert (bare.last, bare.signature, bare.date) == ("（待补）", "（待补）", "（待补）")


def test_a_line_of_the_agenda_without_an_hour_has_none() -> None:
    items = timed((AgendaItem(what="开班"), AgendaItem(what="讨论。")), START)
    said = [block.text for block in notice_text(notice(agenda=items)).blocks]
    assert "15:00　开班。" in said
    assert "讨论。" in said


@pytest.mark.parametrize(
    ("form", "verb"),
    [(TrainingForm.COURSE, "举办"), (TrainingForm.STUDY, "召开"), (TrainingForm.BROADCAST, "收看")],
)
def test_the_title_says_what_is_done_with_the_form(form: TrainingForm, verb: str) -> None:
    assert notice_text(notice(form=form, title="班")).title == f"关于{verb}班的通知"


def test_a_title_that_is_one_of_a_notice_is_left_alone() -> None:
    text = notice_text(notice(title="关于召开工会工作例会的通知"))
    assert text.title == "关于召开工会工作例会的通知"
    assert text.blocks[0].text == "现将召开工会工作例会有关事项通知如下："


def test_who_is_addressed_stands_at_the_left_edge(fonts: Fonts) -> None:
    data = _pdf(fonts, addressees="各单位")
    assert found(data, "各单位：")[0]["x0"] == pytest.approx(TEXT_LEFT, abs=0.5)
    assert found(data, "现将")[0]["x0"] == pytest.approx(TEXT_LEFT + 2 * ADVANCE, abs=0.5)


@pytest.mark.parametrize("text", [HOSTILE, "很长的内容" * 300, "a" * 900])
def test_any_text_stays_on_the_page_and_the_document_opens(fonts: Fonts, text: str) -> None:
    facts = {"title": text[:200], "venue": text, "organiser": text, "requirements": (text,) * 3}
    with opened(_pdf(fonts, **facts)) as pdf:
        for page in pdf.pages:
            assert all(sign["x0"] > TEXT_LEFT - 1 for sign in page.chars)
            assert all(sign["x1"] < TEXT_RIGHT + 2 for sign in page.chars)
    said = _said(_docx(**facts))
    assert "\x00" not in said
    assert "\u202e" not in said
    assert "<b>" in said or "<b>" not in text


def test_the_word_file_says_what_the_pdf_says(fonts: Fonts) -> None:
    text = notice_text(notice())
    said = _said(_docx())
    for words in (text.title, text.addressees, text.last, text.signature, text.date):
        assert words in said
    for block in text.blocks:
        assert block.text in said


def test_the_word_file_has_named_styles_and_the_page_of_the_standard() -> None:
    document = _docx()
    section = document.sections[0]
    assert section.page_width is not None
    assert abs(section.page_width - Mm(210)) < 1000
    margins = (section.top_margin, section.left_margin, section.right_margin)
    for margin, wanted in zip(margins, (37, 28, 26), strict=True):
        assert margin is not None
        assert abs(margin - Mm(wanted)) < 20_000  # a twentieth of a point
    names = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert names == {"公文标题", "公文主送机关", "公文一级标题", "公文正文", "公文落款"}


@pytest.mark.parametrize(
    ("name", "face", "size"),
    [("公文标题", "方正小标宋简体", 22), ("公文正文", "仿宋", 16), ("公文一级标题", "黑体", 16)],
)
def test_each_style_names_its_face_for_chinese(name: str, face: str, size: float) -> None:
    style: Any = _docx().styles[name]
    assert style.element.rPr.rFonts.get(qn("w:eastAsia")) == face
    assert style.font.size.pt == size
    assert style.paragraph_format.line_spacing.pt == 28.95


def test_the_signature_never_stands_alone() -> None:
    *_, last, signature, date = _docx().paragraphs
    assert date.text == "2026年11月13日"
    assert last.paragraph_format.keep_with_next
    assert signature.paragraph_format.keep_with_next


def test_the_same_notice_gives_the_same_bytes_without_a_clock(fonts: Fonts) -> None:
    assert _pdf(fonts) == _pdf(fonts)
    data = meeting_notice_docx(notice())
    assert data == meeting_notice_docx(notice())
    with ZipFile(io.BytesIO(data)) as parts:
        assert {info.date_time[0] for info in parts.infolist()} == {1980}
        assert not [name for name in parts.namelist() if "thumbnail" in name]
        assert "FangSong" in parts.read("word/fontTable.xml").decode()

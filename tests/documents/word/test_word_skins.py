"""材料, 正文 and 文件 in Word: 版头, ends and 版记, and what an office adjusted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from jz_training.documents.fonts import Fonts
from jz_training.documents.official.gb9704 import ADVANCE, MARK_BELOW_TOP
from jz_training.documents.word.word_paper import official_docx
from jz_training.domain.paper_style import Letterhead, PaperLayout, PaperSkin, PaperStyle
from tests.documents.word.papers import (
    DOCUMENT,
    LETTERHEAD,
    everything,
    of_style,
    opened,
    photo,
    said,
)


def _written(fonts: Fonts, style: PaperStyle) -> Document:
    return opened(official_docx(everything(), style=style, fonts=fonts))


def _headed(fonts: Fonts, **letterhead: Any) -> Document:
    facts = replace(LETTERHEAD, **letterhead)
    return _written(fonts, replace(DOCUMENT, letterhead=facts))


def test_the_mark_is_red_and_stands_35_mm_below_the_edge_of_the_text(fonts: Fonts) -> None:
    document = _written(fonts, DOCUMENT)
    (mark,) = of_style(document, "公文发文机关标志")
    assert mark.text == LETTERHEAD.mark
    assert str(document.styles["公文发文机关标志"].font.color.rgb) == "FF0000"
    size = mark.runs[0].font.size.pt
    assert mark.paragraph_format.space_before.pt == pytest.approx(
        MARK_BELOW_TOP - size * 0.08, abs=1
    )
    narrowed: Any = mark.runs[0]._r.rPr.find(qn("w:w"))
    assert size * 11 * int(narrowed.get(qn("w:val"))) / 100 <= Mm(156).pt  # on one line


def test_a_red_rule_as_wide_as_the_text_stands_below_the_number(fonts: Fonts) -> None:
    (number,) = of_style(_written(fonts, DOCUMENT), "公文发文字号")
    assert number.text == "清纺工〔2026〕6号"
    rule: Any = number._p.pPr.find(qn("w:pBdr")).find(qn("w:bottom"))
    assert rule.get(qn("w:color")) == "FF0000"
    assert not number.paragraph_format.right_indent


def test_a_paper_to_a_superior_has_its_signer_beside_the_number(fonts: Fonts) -> None:
    lines = of_style(_headed(fonts, signer="周建业、叶静、秦晓峰"), "公文签发人")
    assert [line.text for line in lines] == [
        "\t\t签发人：周建业　叶静", "\t清纺工〔2026〕6号\t\t秦晓峰"
    ]  # fmt: skip
    assert [line._p.pPr.find(qn("w:pBdr")) is not None for line in lines] == [False, True]
    face: Any = lines[0].runs[-1]._r.rPr.rFonts
    assert face.get(qn("w:eastAsia")) == "楷体"


def test_a_number_not_yet_given_keeps_its_place(fonts: Fonts) -> None:
    document = _headed(fonts, number="", mark="")
    assert of_style(document, "公文发文机关标志")[0].text == ""
    assert of_style(document, "公文发文字号")[0]._p.pPr.find(qn("w:pBdr")) is not None


def test_the_imprint_is_placed_at_the_foot_of_the_last_page(fonts: Fonts) -> None:
    document = _written(fonts, DOCUMENT)
    imprint = document.tables[-1]
    assert [row.cells[0].text for row in imprint.rows] == [
        "抄送：清河市总工会，公司党委办公室。", "清河市纺织公司工会办公室\t2026年11月13日印发"
    ]  # fmt: skip
    placed: Any = imprint._tbl.tblPr.find(qn("w:tblpPr"))
    assert (placed.get(qn("w:vertAnchor")), placed.get(qn("w:tblpYSpec"))) == ("margin", "bottom")
    rules: Any = imprint._tbl.tblPr.find(qn("w:tblBorders"))
    sizes = {rule.tag.rpartition("}")[2]: rule.get(qn("w:sz")) for rule in rules}
    assert sizes == {"top": "8", "bottom": "8", "insideH": "6"}


def test_without_anything_to_say_there_is_no_imprint(fonts: Fonts) -> None:
    document = _headed(fonts, copies_to="", printed_by="", printed_on=None)
    assert len(document.tables) == 1


def test_material_has_unit_and_day_below_the_title_and_no_signature(fonts: Fonts) -> None:
    document = _written(fonts, PaperStyle(skin=PaperSkin.MATERIAL, letterhead=LETTERHEAD))
    notes = of_style(document, "公文题下说明")
    assert [note.text for note in notes] == [
        "清河市纺织公司工会", "（2026年11月13日）", "（征求意见稿）"
    ]  # fmt: skip
    assert [note.paragraph_format.space_after == 0 for note in notes] == [True, True, False]
    assert not of_style(document, "公文落款")
    assert LETTERHEAD.mark not in said(document)


def test_the_place_of_a_seal_is_kept_and_nothing_stands_in_it(fonts: Fonts) -> None:
    name, date = of_style(_headed(fonts, sealed=True), "公文落款")
    assert name.alignment == date.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert name.paragraph_format.left_indent == date.paragraph_format.left_indent
    # 2026年11月13日 is 7 characters wide and ends 4 before the edge: its middle is at 20.5
    assert date.paragraph_format.left_indent == pytest.approx(Pt(13 * ADVANCE), abs=20_000)
    assert name.paragraph_format.space_before.pt == pytest.approx(2 * 28.95, abs=0.1)


def test_attachments_are_counted_and_turn_below_their_first_character(fonts: Fonts) -> None:
    lines = of_style(_headed(fonts, attachments=("回执；", "材料目录。")), "公文附件说明")
    assert [line.text for line in lines] == ["附件：1.回执", "2.材料目录"]
    indents = {line.paragraph_format.left_indent for line in lines}
    assert len(indents) == 1
    (alone,) = of_style(_headed(fonts, attachments=("回执",)), "公文附件说明")
    assert alone.text == "附件：回执"


def test_a_remark_stands_in_brackets_below_the_date(fonts: Fonts) -> None:
    (remark,) = of_style(_headed(fonts, note="（此件公开发布）"), "公文附注")
    assert remark.text == "（此件公开发布）"


def test_duplex_mirrors_the_binding_edge(fonts: Fonts) -> None:
    for duplex in (True, False):
        settings: Any = _written(fonts, PaperStyle(duplex=duplex)).settings.element
        assert (settings.find(qn("w:mirrorMargins")) is not None) is duplex


def test_the_office_words_title_foot_and_signatures_and_has_its_picture(fonts: Fonts) -> None:
    layout = PaperLayout(
        title="清河市{title}", footer="工会办公室制", logo=photo(300, 60), signatures=("工会主席",)
    )
    document = _written(fonts, PaperStyle(letterhead=Letterhead(), layout=layout))
    assert of_style(document, "公文标题")[0].text.startswith("清河市关于")
    section = document.sections[0]
    for foot in (section.first_page_footer, section.footer, section.even_page_footer):
        assert "工会办公室制" in foot.paragraphs[0].text
    header: Any = section.first_page_header
    assert list(header._element.iter(qn("wp:inline")))
    assert [line.text for line in of_style(document, "公文签名")] == ["工会主席（签名）："]

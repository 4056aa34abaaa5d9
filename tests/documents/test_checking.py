"""A finished paper tells what is still open in it: （待补）, fonts, characters, cuts."""

from __future__ import annotations

from jz_training.documents.checking import paper_concerns
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts
from jz_training.documents.official.official_paper import official_pdf
from jz_training.documents.official.paper import Paper, PaperFacts, Writing
from jz_training.documents.official.read_back import said_in
from jz_training.documents.official.ruled_table import Column, Table
from jz_training.domain.presubmission import Concern, ConcernKind
from jz_training.labels.presubmission import concern_words

_FACTS = PaperFacts(title="试", author="", subject="")
_UNKNOWN = "\U000e1234\U0010fffd"


def _write(paper: Paper) -> None:
    paper.title("试")
    paper.heading("一、组织领导")
    paper.paragraph(f"由（待补）负责，时间（待补）。{_UNKNOWN}")
    paper.heading("二、学习培训")
    paper.paragraph("共三场。")
    paper.table(Table(caption="表", columns=(Column("甲", 1),), rows=(("乙",),)))
    paper.signing("完。", "主持人")


def _found(fonts: Fonts) -> tuple[Concern, ...]:
    report = PaperReport()
    writing = Writing(_FACTS, _write)
    official_pdf(writing, fonts=fonts, report=report)
    return paper_concerns(writing, report)


def test_places_to_fill_are_told_by_section(fonts: Fonts) -> None:
    gaps = [one for one in _found(fonts) if one.kind is ConcernKind.GAP_LEFT]
    assert [(one.about, one.number) for one in gaps] == [("一、组织领导", 2)]


def test_stand_in_faces_and_unknown_characters_are_told(fonts: Fonts) -> None:
    found = _found(fonts)
    assert {one.kind for one in found} >= {ConcernKind.FONT, ConcernKind.MISSING_SIGN}
    signs = [one.about for one in found if one.kind is ConcernKind.MISSING_SIGN]
    assert any("U+10FFFD" in sign for sign in signs)


def test_all_faces_that_stand_in_are_one_line_with_chinese_names(fonts: Fonts) -> None:
    (font,) = [one for one in _found(fonts) if one.kind is ConcernKind.FONT]
    assert "、" in font.about
    assert "思源" in concern_words(font)
    assert "Noto" not in concern_words(font)


def test_a_paper_read_back_has_every_text_with_its_heading() -> None:
    said = [(one.heading, one.text) for one in said_in(Writing(_FACTS, _write))]
    assert ("二、学习培训", "共三场。") in said
    assert ("二、学习培训", "乙") in said
    assert said[-1] == ("二、学习培训", "完。")

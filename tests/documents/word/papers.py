"""A paper with one of everything, and Word documents read back."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from PIL import Image
from reportlab.graphics.shapes import Drawing, Rect

from jz_training.documents.official.paper import Paper, PaperFacts, Writing
from jz_training.documents.official.ruled_table import Column, Table
from jz_training.domain.paper_style import Letterhead, PaperSkin, PaperStyle

LETTERHEAD = Letterhead(
    mark="清河市纺织公司工会文件",
    number="清纺工〔2026〕6号",
    copies_to="清河市总工会，公司党委办公室",
    printed_by="清河市纺织公司工会办公室",
    printed_on=date(2026, 11, 13),
)
DOCUMENT = PaperStyle(skin=PaperSkin.DOCUMENT, letterhead=LETTERHEAD)
LONG = "各级工会要把学习宣传贯彻会议精神作为当前和今后一个时期的重要任务，作出安排部署。" * 4
TABLE = Table(
    caption="表1　各单位情况",
    columns=(Column("单　位", 3, 0.0), Column("应到\n人次", 1), Column("到会率", 1, 1.0)),
    rows=tuple((f"第{number}车间", str(number), "80.0%") for number in range(1, 61)),
    total=("合计", "1830", "80.0%"),
)


@cache
def photo(width: int = 600, height: int = 400) -> bytes:
    """Return an invented picture as PNG."""
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "#446688").save(buffer, "PNG")
    return buffer.getvalue()


def everything(text: str = LONG, *, table: Table = TABLE) -> Writing:
    """Return a paper in which each call of `Paper` is made."""

    def write(paper: Paper) -> None:
        paper.title("关于认真学习宣传贯彻工会代表大会精神的情况报告", note="（征求意见稿）")
        paper.addressees("各车间分工会：")
        for level, words in enumerate(("一、总述", "（一）做法", "1.组织", "（1）层级"), start=1):
            paper.heading(words, level=level)
        paper.paragraph(text)
        paper.picture(photo(), caption="学习会现场")
        paper.drawing(bars(), caption="图1　到会人数")
        paper.ending(text, signature="清河市纺织公司工会", date="2026年11月13日")
        paper.annex("附件1")
        paper.title("统计表")
        paper.table(table)
        paper.signing("以上属实。", "主持人", "记录人")

    facts = PaperFacts(
        title="情况报告", author="清河市纺织公司工会", subject="报告", made_on=date(2026, 11, 13)
    )
    return Writing(facts, write)


def bars() -> Drawing:
    """Return a drawing without any text."""
    drawing = Drawing(400, 80)
    drawing.add(Rect(20, 20, 300, 40))
    return drawing


def opened(content: bytes) -> Document:
    """Open a Word document as its users do."""
    return docx.Document(io.BytesIO(content))


def said(document: Document) -> str:
    """Return all text of a document in its order, cells too, without breaks."""
    return "".join(_texts(document.element.body))


def of_style(document: Document, style: str) -> list[Any]:
    """Return the paragraphs of a style."""
    return [each for each in document.paragraphs if each.style and each.style.name == style]


def _texts(body: Any) -> Iterator[str]:
    for text in body.iter(qn("w:t")):
        yield text.text or ""

"""Tables, pictures and headings: nothing is torn from what it belongs to, nothing set too small."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from reportlab.graphics.shapes import Drawing

from jz_training.documents.fonts import Fonts
from jz_training.documents.official.gb9704 import PITCH, TEXT_LEFT, TEXT_TOP, TEXT_WIDTH
from jz_training.documents.official.official_paper import official_pdf
from jz_training.documents.official.paper import Paper, PaperFacts, Writing
from jz_training.documents.official.ruled_table import Column, Table
from jz_training.domain.paper_style import PaperLayout, PaperSkin, PaperStyle
from tests.documents.official.ruler import baseline, line_of, page_number, write
from tests.documents.pdf_reading import opened

TABLE = Table(caption="表1　名单", columns=(Column("姓名", 1),), rows=(("甲",), ("乙",), ("丙",)))


def _picture(wide: int, high: int) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (wide, high), "gray").save(buffer, "PNG")
    return buffer.getvalue()


def _images(data: bytes) -> list[list[dict[str, float]]]:
    with opened(data) as pdf:
        return [page.images for page in pdf.pages]


@pytest.mark.parametrize("lines", [16, 17, 18, 21])
def test_headings_go_with_the_table_they_head(fonts: Fonts, lines: int) -> None:
    def calls(paper: Paper) -> None:
        for number in range(lines):
            paper.paragraph(f"第{number}行")
        paper.heading("一、名单")
        paper.heading("（一）织造车间", level=2)
        paper.table(TABLE)

    pages = write(calls, fonts)
    (with_heading,) = (page for page in pages if "一、名单" in page.said())
    assert "（一）织造车间表1名单姓名甲乙" in with_heading.said()


def test_a_row_is_as_high_as_its_fullest_cell_and_stays_readable(fonts: Fonts) -> None:
    long = "学习贯彻会议精神，作出安排部署。" * 12
    table = Table(
        caption="", columns=(Column("号", 1), Column("内容", 3, 0.0)), rows=(("1", long), ("2", ""))
    )
    (page,) = write(lambda paper: paper.table(table), fonts)
    cell = page.find(long)
    assert min(sign["size"] for sign in cell) >= 9
    rules = sorted(stroke["y0"] for stroke in page.strokes if stroke["height"] < 0.1)
    assert rules[0] < baseline(cell[-1]) - 2
    assert baseline(cell[0]) + 9 < rules[1]


def test_two_photos_go_on_a_page_each_above_its_caption(fonts: Fonts) -> None:
    def calls(paper: Paper) -> None:
        for number in range(3):
            paper.picture(_picture(480, 360), caption=f"图{number}")

    data = official_pdf(Writing(PaperFacts(title="", author="", subject=""), calls), fonts=fonts)
    first, second = _images(data)
    assert (len(first), len(second)) == (2, 1)
    (page, _) = write(calls, fonts)
    for number, image in enumerate(first):
        caption = page.find(f"图{number}")
        assert 0 < image["y0"] - baseline(caption[0]) < 20
        assert (caption[0]["x0"] + caption[-1]["x1"]) / 2 == pytest.approx(300.47, abs=1)
        assert image["y1"] <= TEXT_TOP + 0.1
        assert image["x0"] + image["x1"] == pytest.approx(2 * TEXT_LEFT + TEXT_WIDTH, abs=0.1)


def test_a_small_picture_is_not_blown_up(fonts: Fonts) -> None:
    def calls(paper: Paper) -> None:
        paper.picture(_picture(60, 40), caption="")

    data = official_pdf(Writing(PaperFacts(title="", author="", subject=""), calls), fonts=fonts)
    ((image,),) = _images(data)
    assert image["x1"] - image["x0"] == pytest.approx(60)


def test_a_chart_stands_above_its_caption(fonts: Fonts) -> None:
    (page,) = write(lambda paper: paper.drawing(Drawing(100, 200), caption="图1"), fonts)
    assert TEXT_TOP - 230 < baseline(page.find("图1")[0]) < TEXT_TOP - 200


def test_a_damaged_picture_is_an_os_error(fonts: Fonts) -> None:
    with pytest.raises(OSError, match="cannot identify"):
        write(lambda paper: paper.picture(b"no picture", caption=""), fonts)


def test_an_annex_has_its_name_on_line_1_and_its_title_on_line_3(fonts: Fonts) -> None:
    def calls(paper: Paper) -> None:
        paper.title("通知")
        paper.annex("附件1")
        paper.title("学习培训计划安排表")

    page = write(calls, fonts)[1]
    name, title = page.find("附件1"), page.find("学习培训计划安排表")
    assert (line_of(name[0]), line_of(title[0])) == (1, 3)
    assert name[0]["x0"] == pytest.approx(TEXT_LEFT, abs=0.1)
    assert "Sans" in name[0]["fontname"]


def test_what_the_office_adjusted_stands_in_its_place(fonts: Fonts) -> None:
    layout = PaperLayout(title="清河市{title}", footer="内部材料", logo=_picture(400, 300))
    style = PaperStyle(skin=PaperSkin.MATERIAL, layout=layout)
    long = "学习。" * 300

    def calls(paper: Paper) -> None:
        paper.title("通知")
        paper.paragraph(long)

    one, two = write(calls, fonts, style)
    assert one.said().startswith("清河市通知清河市总工会学习。")
    for page, left in ((one, True), (two, False)):
        footer = [sign for sign in page.foot if sign not in page_number(page)]
        assert "".join(sign["text"] for sign in footer) == "内部材料"
        assert (footer[0]["x0"] < 300) is left
    assert line_of(one.find("清河市通知")[0]) == 1  # the logo stands above the text
    assert TEXT_TOP - baseline(one.text[-1]) < PITCH * 22

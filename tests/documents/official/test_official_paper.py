"""Papers measured with a ruler: GB/T 9704-2012, clause by clause (domain.md §1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts
from jz_training.documents.official.gb9704 import (
    ADVANCE,
    PITCH,
    TEXT_BOTTOM,
    TEXT_LEFT,
    TEXT_RIGHT,
    TEXT_TOP,
)
from jz_training.documents.official.official_paper import OfficialPaper
from jz_training.documents.official.paper import PaperFacts, PaperSetting
from jz_training.documents.official.ruled_table import Column, Table
from tests.documents.official.ruler import baseline
from tests.documents.pdf_reading import chars, found, opened, texts

LONG = "各级工会要把学习宣传贯彻会议精神作为当前和今后一个时期的重要任务，作出安排部署。" * 30


@pytest.fixture
def written(fonts: Fonts) -> Callable[[Callable[[OfficialPaper], None]], bytes]:
    """Return a function that writes a paper by the given calls and returns the file."""

    def write(calls: Callable[[OfficialPaper], None]) -> bytes:
        paper = OfficialPaper(
            PaperFacts(title="试", author="", subject=""),
            PaperSetting(fonts=fonts, report=PaperReport()),
        )
        calls(paper)
        return paper.finish()

    return write


Written = Callable[[Callable[[OfficialPaper], None]], bytes]


def _lines(data: bytes, page: int, *, size: float = 16.0) -> list[list[dict[str, Any]]]:
    """Return the lines of a page from top to bottom, each from left to right."""
    rows = defaultdict(list)
    for sign in chars(data, page):
        if abs(sign["size"] - size) < 0.1:
            rows[round(baseline(sign), 1)].append(sign)
    return [sorted(rows[y], key=lambda sign: sign["x0"]) for y in sorted(rows, reverse=True)]


def test_a_full_page_has_22_lines_of_28_characters_in_the_text_area(written: Written) -> None:
    lines = _lines(written(lambda paper: paper.paragraph("工" * 1500)), 1)
    assert len(lines) == 22
    assert [len(line) for line in lines] == [26] + [28] * 21
    for line in lines[1:]:
        assert line[0]["x0"] == pytest.approx(79.37, abs=0.1)
        assert line[-1]["x0"] + ADVANCE == pytest.approx(521.57, abs=0.3)
    assert baseline(lines[0][0]) + 0.88 * 16 == pytest.approx(TEXT_TOP, abs=0.1)
    assert baseline(lines[-1][0]) - 0.12 * 16 > TEXT_BOTTOM


def test_characters_and_lines_stand_a_fixed_step_apart(written: Written) -> None:
    lines = _lines(written(lambda paper: paper.paragraph(LONG)), 1)
    for line in lines:
        assert all(b["x0"] - a["x0"] == pytest.approx(15.79, abs=0.05) for a, b in pairwise(line))
    steps = [baseline(a[0]) - baseline(b[0]) for a, b in pairwise(lines)]
    assert all(step == pytest.approx(PITCH, abs=0.01) for step in steps)
    assert pytest.approx(28.99, abs=0.01) == PITCH


def test_a_paragraph_begins_two_characters_in_and_loses_nothing(written: Written) -> None:
    data = written(lambda paper: paper.paragraph(LONG))
    first = _lines(data, 1)[0]
    assert first[0]["x0"] == pytest.approx(TEXT_LEFT + 2 * ADVANCE, abs=0.1)
    body = "".join(sign["text"] for page in (1, 2) for line in _lines(data, page) for sign in line)
    assert body == LONG


def test_no_line_begins_with_a_closing_mark(written: Written) -> None:
    lines = _lines(written(lambda paper: paper.paragraph(LONG)), 1)
    assert not [line[0]["text"] for line in lines if line[0]["text"] in "，。"]


def test_numbers_leave_chinese_on_its_step_and_stay_in_the_text_area(written: Written) -> None:
    text = "截至2025年1月20日，应到123人，实到117人，到会率95.1%；" * 8
    for line in _lines(written(lambda paper: paper.paragraph(text)), 1):
        assert line[-1]["x1"] <= TEXT_RIGHT + 0.3
        for one, two in pairwise(line):
            if not (one["text"].isascii() or two["text"].isascii()):
                assert two["x0"] - one["x0"] == pytest.approx(15.79, abs=0.05)


def test_the_title_is_of_size_2_centred_with_a_blank_line_after(written: Written) -> None:
    def calls(paper: OfficialPaper) -> None:
        paper.title("关于开展工会干部学习培训情况的报告")
        paper.paragraph("正文")

    data = written(calls)
    title = found(data, "关于开展工会干部学习培训情况的报告")
    assert {round(sign["size"], 6) for sign in title} == {22}
    middle = (title[0]["x0"] + title[-1]["x1"]) / 2
    assert middle == pytest.approx((TEXT_LEFT + TEXT_RIGHT) / 2, abs=1)
    body = found(data, "正文")
    gap = (baseline(title[0]) - 22 * 0.12) - (baseline(body[0]) - 16 * 0.12)
    assert gap == pytest.approx(2 * PITCH, abs=6)


def test_headings_are_in_hei_and_kai_and_the_text_in_the_body_face(written: Written) -> None:
    def calls(paper: OfficialPaper) -> None:
        paper.heading("一、基本情况")
        paper.heading("（一）分单位", level=2)
        paper.paragraph("正文。")

    data = written(calls)
    faces = [found(data, text)[0]["fontname"].split("+")[1] for text in ("基本", "分单位", "正文")]
    assert faces == ["NotoSansSC-Regular", "LXGWWenKai-Regular", "NotoSerifSC-Regular"]


def test_a_heading_is_not_left_alone_at_the_foot_of_a_page(written: Written) -> None:
    def calls(paper: OfficialPaper) -> None:
        for number in range(21):
            paper.paragraph(f"第{number}行")
        paper.heading("一、下一部分")
        paper.paragraph("正文。")

    assert ["下一部分" in text for text in texts(written(calls))] == [False, True]


@pytest.mark.parametrize(
    ("name", "date"),
    [("清河市纺织公司工会委员会", "2025年1月20日"), ("市总工会", "2025年11月20日")],
)
def test_signature_and_date_stand_as_without_a_seal(written: Written, name: str, date: str) -> None:
    data = written(lambda paper: paper.ending("完。", signature=name, date=date))
    signs, day = found(data, name), found(data, date)
    assert day[0]["x0"] - signs[0]["x0"] == pytest.approx(2 * ADVANCE, abs=0.1)
    longer = signs if signs[-1]["x1"] - signs[0]["x0"] >= day[-1]["x1"] - day[0]["x0"] else day
    assert longer[-1]["x1"] == pytest.approx(TEXT_RIGHT - 2 * ADVANCE, abs=0.4)
    last = found(data, "完。")
    assert baseline(last[0]) - baseline(signs[0]) == pytest.approx(2 * PITCH, abs=0.1)
    assert baseline(signs[0]) - baseline(day[0]) == pytest.approx(PITCH, abs=0.1)


def test_a_signature_is_never_alone_on_a_page(written: Written) -> None:
    def calls(paper: OfficialPaper) -> None:
        for number in range(20):
            paper.paragraph(f"第{number}行")
        paper.ending("最后一段。", signature="市总工会", date="2025年1月20日")

    pages = texts(written(calls))
    assert len(pages) == 2
    assert "最后一段。" in pages[1]


def test_a_signature_longer_than_a_line_takes_two(written: Written) -> None:
    name = "清河市" + "很长的单位名称" * 6 + "工会委员会"
    data = written(lambda paper: paper.ending("完。", signature=name, date="2025年1月20日"))
    assert name in texts(data)[0]
    assert all(sign["x0"] > 79 and sign["x1"] < TEXT_RIGHT + 1 for sign in chars(data))


@pytest.mark.parametrize("count", [0, 1, 2, 25, 26, 27, 28, 29, 30, 31, 60, 100])
def test_a_table_repeats_its_head_and_leaves_no_row_alone(written: Written, count: int) -> None:
    table = Table(
        caption="表1　名单",
        columns=(Column("序号", 1), Column("姓\n名", 3, 0.0)),
        rows=tuple((str(number), f"人员{number}。") for number in range(count)),
        total=("合计", str(count)),
    )
    pages = texts(written(lambda paper: paper.table(table)))
    rows = [page.count("人员") + page.count("合计") for page in pages]
    assert sum(rows) == count + 1
    assert all("序号姓名" in page for page in pages)
    assert [page.count("表1　名单") for page in pages] == [1] + [0] * (len(pages) - 1)
    assert count == 0 or all(number >= 2 for number in rows)
    joined = "".join(pages)
    assert all(f"人员{number}。" in joined for number in range(count))


def test_tables_stay_in_the_text_area(written: Written) -> None:
    rows = tuple((f"{number}", "单位" * 40) for number in range(40))
    table = Table(caption="表", columns=(Column("号", 1), Column("单位", 2, 0.0)), rows=rows)

    def calls(paper: OfficialPaper) -> None:
        paper.paragraph("前。")
        paper.table(table)
        paper.paragraph("后。")

    with opened(written(calls)) as pdf:
        for page in pdf.pages:
            for shape in [*page.rects, *page.lines]:
                assert shape["x0"] >= TEXT_LEFT - 0.1
                assert shape["x1"] <= TEXT_RIGHT + 0.1
                assert shape["y0"] >= TEXT_BOTTOM - 0.1
                assert shape["y1"] <= TEXT_TOP + 0.1


def test_text_after_a_table_is_back_on_the_lines_of_the_grid(written: Written) -> None:
    table = Table(caption="表", columns=(Column("号", 1),), rows=(("1",), ("2",), ("3",)))

    def calls(paper: OfficialPaper) -> None:
        paper.table(table)
        paper.paragraph("后。")

    drop = TEXT_TOP - baseline(found(written(calls), "后。")[0]) - 0.88 * 16
    assert drop / PITCH == pytest.approx(round(drop / PITCH), abs=0.01)

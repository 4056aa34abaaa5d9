"""Lists on paper: everything inside the page, heads repeated, pages numbered x of y."""

from __future__ import annotations

from typing import Any

import pytest

from jz_training.documents.columns import Align, Column, Kind
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.excel.table import Table
from jz_training.documents.fonts import Fonts
from jz_training.documents.listing.list_paper import list_pdf
from jz_training.documents.listing.measures import BOTTOM, LEFT, PAGE_HEIGHT, RIGHT, TOP
from tests.documents.pdf_reading import opened, texts

FOOT = PAGE_HEIGHT - BOTTOM
Line = tuple[str, int]


def _columns() -> tuple[Column[Line], ...]:
    return (
        Column(
            key="o", heading="序号", chars=7, value=lambda _: None, align=Align.CENTRE,
            kind=Kind.ORDINAL,
        ),
        Column(key="a", heading="名称", chars=30, value=lambda row: row[0]),
        Column(
            key="b", heading="数", chars=6, value=lambda row: row[1], align=Align.RIGHT,
            kind=Kind.INTEGER,
        ),
    )  # fmt: skip


def _table(*rows: Line, **changes: Any) -> Table[Line]:
    facts: dict[str, Any] = {"sheet": "表", "title": "一览表", "columns": _columns(), "rows": rows}
    return Table(**(facts | changes))


def _pdf(fonts: Fonts, *tables: Table[Line], **changes: Any) -> bytes:
    return list_pdf(tables, author="甲", subject="乙", fonts=fonts, **changes)


def _rows(count: int) -> tuple[Line, ...]:
    return tuple((f"第{number}项工作", number) for number in range(1, count + 1))


def test_heads_stand_on_every_page_and_pages_are_numbered(fonts: Fonts) -> None:
    pages = texts(_pdf(fonts, _table(*_rows(200))))
    assert len(pages) > 5
    for number, page in enumerate(pages, start=1):
        assert "序号名称数" in page
        assert f"第 {number} 页　共 {len(pages)} 页" in page
        assert page.count("一览表") == 1  # as title, then at the foot
    whole = "".join(pages)
    for name, _ in _rows(200):
        assert name in whole


@pytest.mark.parametrize(
    "text",
    [
        "很长的内容" * 400,
        "https://example.org/" + "a" * 300,
        "12345678901234567890" * 10,
        "两\n行",
        "<b>&nbsp;=1+1\x00\u202e𠮷㐂",
        "，。、；" * 50,
    ],
)
def test_nothing_leaves_the_margins_whatever_is_in_a_cell(fonts: Fonts, text: str) -> None:
    data = _pdf(
        fonts, _table((text, 1), *_rows(3), title=text[:300], facts=(text,)), signatures=("制表",)
    )
    with opened(data) as pdf:
        for page in pdf.pages:
            for char in page.chars:
                assert char["x0"] >= LEFT - 0.2
                assert char["x1"] <= RIGHT + 0.2
                assert char["top"] >= PAGE_HEIGHT - TOP - 0.2
                assert char["bottom"] <= PAGE_HEIGHT - 14
            for line in (*page.lines, *page.rects):
                assert line["bottom"] <= FOOT + 0.5


def test_no_cell_writes_over_its_neighbour(fonts: Fonts) -> None:
    data = _pdf(fonts, _table(("面向全体职工的学习活动安排" * 9, 1234567890), *_rows(2)))
    with opened(data) as pdf:
        page = pdf.pages[0]
        inner = sorted({round(line["x0"], 1) for line in page.lines if line["x0"] == line["x1"]})
        assert len(inner) == 2
        for char in page.chars:
            for x in inner:
                if char["top"] > 75:  # below title and facts
                    assert not char["x0"] + 0.3 < x < char["x1"] - 0.3


def test_a_number_is_never_broken(fonts: Fonts) -> None:
    assert "1234567890" in texts(_pdf(fonts, _table(("甲", 1234567890))))[0]


def test_an_empty_list_says_so(fonts: Fonts) -> None:
    (page,) = texts(_pdf(fonts, _table(), signatures=("制表",)))
    assert "序号名称数（暂无）" in page
    assert "制表：" in page


def test_the_total_and_the_signatures_end_the_list(fonts: Fonts) -> None:
    data = _pdf(
        fonts, _table(*_rows(40), total={"a": "合计", "b": 820}), signatures=("制表", "审核")
    )
    pages = texts(data)
    assert "合计820" in pages[-1]
    assert "制表：" in pages[-1]
    assert all("制表" not in page for page in pages[:-1])
    assert any(name in pages[-1] for name, _ in _rows(40))


def test_a_short_second_list_follows_on_the_same_page(fonts: Fonts) -> None:
    (page,) = texts(_pdf(fonts, _table(*_rows(3)), _table(*_rows(2), title="另一表")))
    assert page.index("一览表") < page.index("另一表")


def test_a_second_list_without_room_begins_a_page(fonts: Fonts) -> None:
    pages = texts(_pdf(fonts, _table(*_rows(21)), _table(*_rows(2), title="另一表")))
    assert len(pages) == 2
    assert "另一表" in pages[1]


def test_the_same_list_gives_the_same_bytes_and_reports_what_no_font_has(fonts: Fonts) -> None:
    report = PaperReport()
    table = _table(("\U000f0000", 1))
    assert _pdf(fonts, table, report=report) == _pdf(fonts, table)
    assert [each.code_point for each in report.missing] == ["U+F0000"]


def test_every_font_is_embedded(fonts: Fonts) -> None:
    data = _pdf(fonts, _table(*_rows(3)))
    assert data.count(b"/FontFile2") == data.count(b"/Type /FontDescriptor") > 0
    assert b"Helvetica" not in data

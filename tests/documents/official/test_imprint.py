"""版记 measured: its rules, 抄送, who printed it, and the page it stands on (7.4, 7.5)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts
from jz_training.documents.official.gb9704 import (
    BACK_LEFT,
    MM,
    TEXT_BOTTOM,
    TEXT_LEFT,
    TEXT_RIGHT,
    TEXT_WIDTH,
)
from jz_training.documents.official.official_paper import official_pdf
from jz_training.documents.official.paper import Paper, PaperFacts, Writing
from jz_training.domain.paper_style import Letterhead, PaperSkin, PaperStyle
from tests.documents.official.ruler import Page, baseline, page_number, write

COPIES = "清河市总工会办公室，公司党委办公室、公司行政办公室，各车间党支部、各科室党支部"
PRINTED_BY = "清河市纺织公司工会办公室"


def _style(*, duplex: bool = False, **facts: Any) -> PaperStyle:
    said = {
        "copies_to": COPIES,
        "printed_by": PRINTED_BY,
        "printed_on": date(2026, 1, 5),
    }
    return PaperStyle(
        skin=PaperSkin.DOCUMENT, letterhead=Letterhead(**(said | facts)), duplex=duplex
    )


def _pages(fonts: Fonts, style: PaperStyle, *, lines: int = 3) -> tuple[Page, ...]:
    def calls(paper: Paper) -> None:
        paper.title("通知")
        for number in range(lines):
            paper.paragraph(f"第{number}行")

    return write(calls, fonts, style)


def _black_rules(page: Page) -> list[dict[str, Any]]:
    black = [stroke for stroke in page.strokes if stroke["stroking_color"] != (1, 0, 0)]
    return sorted(black, key=lambda stroke: float(stroke["y0"]))


@pytest.fixture(scope="module")
def page(fonts: Fonts) -> Page:
    """Return a single page with 版记 at its foot."""
    (only,) = _pages(fonts, _style())
    return only


def test_three_rules_as_wide_as_the_text_the_last_on_its_lower_edge(page: Page) -> None:
    rules = _black_rules(page)
    assert [rule["linewidth"] for rule in rules] == pytest.approx(
        [0.35 * MM, 0.25 * MM, 0.35 * MM], abs=0.01
    )
    assert rules[0]["y0"] == pytest.approx(TEXT_BOTTOM, abs=0.1)
    for rule in rules:
        assert (rule["x0"], rule["x1"]) == pytest.approx((TEXT_LEFT, TEXT_RIGHT), abs=0.1)


def test_copies_are_of_size_4_one_character_in_and_turn_after_the_colon(page: Page) -> None:
    word, first = page.find("抄送："), page.find("清河市总工会办公室")[0]
    last = page.find("支部。")
    assert {round(sign["size"], 3) for sign in (*word, *last)} == {14}
    assert word[0]["x0"] == pytest.approx(TEXT_LEFT + 14, abs=0.1)
    turned = [sign for sign in page.text if baseline(sign) == baseline(last[-1])]
    assert baseline(turned[0]) < baseline(first)
    assert turned[0]["x0"] == pytest.approx(first["x0"], abs=0.1)
    assert max(sign["x1"] for sign in page.text if sign["size"] == 14) <= TEXT_RIGHT - 14 + 0.3


def test_who_printed_it_stands_left_and_when_stands_right(page: Page) -> None:
    who, day = page.find(PRINTED_BY), page.find("2026年1月5日印发")
    assert who[0]["x0"] == pytest.approx(TEXT_LEFT + 14, abs=0.1)
    assert day[-1]["x1"] == pytest.approx(TEXT_RIGHT - 14, abs=0.1)
    assert baseline(who[0]) == baseline(day[0])


def test_what_is_empty_is_left_out(fonts: Fonts) -> None:
    (copies,) = _pages(fonts, _style(printed_by="", printed_on=None))
    assert len(_black_rules(copies)) == 2
    (nothing,) = _pages(fonts, _style(copies_to="", printed_by="", printed_on=None))
    assert not _black_rules(nothing)
    assert "印发" not in nothing.said()


def test_a_page_that_carries_nothing_else_has_no_number(fonts: Fonts) -> None:
    text, imprint = _pages(fonts, _style(), lines=9)
    assert page_number(text)
    assert imprint.said().startswith("抄送")
    assert not imprint.foot


@pytest.mark.parametrize(("lines", "pages"), [(3, 2), (14, 2), (32, 4)])
def test_on_both_sides_it_stands_on_a_back(fonts: Fonts, lines: int, pages: int) -> None:
    made = _pages(fonts, _style(duplex=True), lines=lines)
    assert len(made) == pages
    (back,) = (page for page in made if "抄送" in page.said())
    assert back is made[-1]
    rule = _black_rules(back)[0]
    assert (rule["x0"], rule["x1"]) == pytest.approx((BACK_LEFT, BACK_LEFT + TEXT_WIDTH), abs=0.1)
    blank = [page for page in made if not page.signs]
    assert len(blank) == (1 if lines == 32 else 0)


def test_more_copies_than_a_page_holds_are_cut_and_told(fonts: Fonts) -> None:
    report = PaperReport()
    style = _style(copies_to="、".join(["清河市总工会办公室"] * 200))
    writing = Writing(PaperFacts(title="", author="", subject=""), lambda paper: paper.title("短"))
    official_pdf(writing, style=style, fonts=fonts, report=report)
    assert len(report.cut) == 1

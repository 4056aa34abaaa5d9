"""版头 measured: mark, number, 签发人, the red rule, and where the title begins (7.2)."""

from __future__ import annotations

import pytest

from jz_training.documents.fonts import Fonts
from jz_training.documents.official.gb9704 import (
    ADVANCE,
    MM,
    PITCH,
    TEXT_LEFT,
    TEXT_RIGHT,
    TEXT_TOP,
)
from jz_training.documents.official.paper import Paper
from jz_training.domain.paper_style import Letterhead, PaperSkin, PaperStyle
from tests.documents.official.ruler import Page, baseline, line_of, write

NUMBER = "清工发〔2026〕12号"


def _first_page(fonts: Fonts, **facts: str) -> Page:
    letterhead = Letterhead(**({"mark": "清河市总工会文件", "number": NUMBER} | facts))
    style = PaperStyle(skin=PaperSkin.DOCUMENT, letterhead=letterhead)

    def calls(paper: Paper) -> None:
        paper.title("关于学习贯彻会议精神的通知")
        paper.addressees("各分工会：")
        paper.paragraph("正文。")

    return write(calls, fonts, style)[0]


@pytest.fixture(scope="module")
def page(fonts: Fonts) -> Page:
    """Return the first page of a 下行文."""
    return _first_page(fonts)


@pytest.fixture(scope="module")
def upward(fonts: Fonts) -> Page:
    """Return the first page of a 上行文 with three who sign."""
    return _first_page(fonts, signer="周建业、汤秀兰 钟慧")


def test_the_mark_is_red_centred_35_mm_below_the_text_area(page: Page) -> None:
    mark = page.find("清河市总工会文件")
    assert baseline(mark[0]) + mark[0]["size"] * 0.88 == pytest.approx(637.8, abs=0.2)
    assert (mark[0]["x0"] + mark[-1]["x1"]) / 2 == pytest.approx(300.47, abs=0.5)
    assert {sign["non_stroking_color"] for sign in mark} == {(1, 0, 0)}
    assert mark[0]["size"] == pytest.approx(45.7, abs=0.1)


def test_the_number_stands_two_lines_below_the_mark_in_the_middle(page: Page) -> None:
    mark, number = page.find("清河市总工会文件"), page.find(NUMBER)
    foot = baseline(mark[0]) - mark[0]["size"] * 0.12
    assert foot - (baseline(number[0]) + 16 * 0.88) == pytest.approx(2 * PITCH, abs=0.5)
    assert (number[0]["x0"] + number[-1]["x1"]) / 2 == pytest.approx(300.47, abs=1)


def test_the_red_rule_is_as_wide_as_the_text_4_mm_below_the_number(page: Page) -> None:
    (rule,) = page.strokes
    assert (rule["x0"], rule["x1"]) == pytest.approx((TEXT_LEFT, TEXT_RIGHT), abs=0.1)
    assert rule["stroking_color"] == (1, 0, 0)
    number_foot = baseline(page.find(NUMBER)[0]) - 16 * 0.12
    assert number_foot - rule["y0"] == pytest.approx(4 * MM, abs=0.2)


def test_the_title_begins_two_blank_lines_below_the_rule_and_all_is_on_the_grid(page: Page) -> None:
    (rule,) = page.strokes
    title, to, text = (page.find(words)[0] for words in ("关于", "各分", "正文"))
    assert rule["y0"] - (baseline(title) + 22 * 0.88) == pytest.approx(2 * PITCH, abs=2)
    assert [line_of(sign) for sign in (title, to, text)] == pytest.approx([11, 13, 14], abs=0.01)


def test_a_number_not_given_yet_leaves_its_place_empty(fonts: Fonts, page: Page) -> None:
    without = _first_page(fonts, number="")
    assert "〔" not in without.said()
    assert without.strokes[0]["y0"] == page.strokes[0]["y0"]


def test_paper_that_carries_its_mark_already_keeps_the_place(fonts: Fonts, page: Page) -> None:
    without = _first_page(fonts, mark="")
    assert without.said().startswith(NUMBER)
    assert baseline(without.find(NUMBER)[0]) == baseline(page.find(NUMBER)[0])


def test_in_a_report_upward_the_number_is_left_and_who_signs_right(upward: Page) -> None:
    number, word = upward.find(NUMBER), upward.find("签发人：")
    names = [upward.find(name) for name in ("周建业", "汤秀兰", "钟慧")]
    assert number[0]["x0"] == pytest.approx(TEXT_LEFT + ADVANCE, abs=0.1)
    assert names[1][-1]["x0"] + ADVANCE == pytest.approx(TEXT_RIGHT - ADVANCE, abs=0.3)
    assert baseline(word[0]) == baseline(names[0][0])
    assert baseline(number[0]) == baseline(names[2][0])
    assert names[2][0]["x0"] == pytest.approx(names[0][0]["x0"], abs=0.1)
    assert "Serif" in word[0]["fontname"]
    assert "WenKai" in names[0][0]["fontname"]


@pytest.mark.parametrize("length", [1, 9, 11, 17, 24, 25, 40, 80])
def test_a_mark_of_any_length_fits_and_loses_nothing(fonts: Fonts, length: int) -> None:
    mark = ("清河市经济技术开发区纺织服装行业工会联合会委员会" * 4)[:length]
    page = _first_page(fonts, mark=mark)
    red = [sign for sign in page.signs if sign["non_stroking_color"] == (1, 0, 0)]
    assert "".join(sign["text"] for sign in red) == mark
    assert min(sign["x0"] for sign in red) >= TEXT_LEFT - 0.1
    assert max(sign["x1"] for sign in red) <= TEXT_RIGHT + 0.1
    foot = min(baseline(sign) - sign["size"] * 0.12 for sign in red)
    gap = foot - baseline(page.find(NUMBER)[0]) - 16 * 0.88
    assert 1.5 * PITCH - 0.1 <= gap <= 2.5 * PITCH + 0.1
    assert baseline(page.find("正文")[0]) < TEXT_TOP

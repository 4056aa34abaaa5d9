"""How papers end, measured: 附件说明, 署名 and date, the place of a seal, 附注 (7.3.4 on)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jz_training.documents.fonts import Fonts
from jz_training.documents.official.gb9704 import (
    ADVANCE,
    MM,
    PITCH,
    TEXT_LEFT,
    TEXT_RIGHT,
)
from jz_training.documents.official.paper import Paper
from jz_training.domain.paper_style import Letterhead, PaperLayout, PaperSkin, PaperStyle
from tests.documents.official.ruler import Page, baseline, line_of, write

SEAL_DIAMETER = 42 * MM
DAY = "2026年1月20日"
NAMES = (
    "2026年下半年工会干部学习培训计划安排表和各分工会分期分批学习培训任务分解表。",
    "参会回执",
)


def _ended(
    fonts: Fonts, signature: str, letterhead: Letterhead, *, before: int = 0, **style: PaperSkin
) -> tuple[Page, ...]:
    def calls(paper: Paper) -> None:
        for number in range(before):
            paper.paragraph(f"第{number}行")
        paper.ending("特此通知。", signature=signature, date=DAY)

    return write(calls, fonts, PaperStyle(letterhead=letterhead, **style))


def _middle(page: Page, text: str) -> float:
    signs = page.find(text)
    return float(signs[0]["x0"] + signs[-1]["x1"]) / 2


@pytest.mark.parametrize("name", ["清河市总工会", "清河市纺织公司工会委员会"])
def test_sealed_the_date_is_4_from_the_right_below_the_middle_of_the_name(
    fonts: Fonts, name: str
) -> None:
    (page,) = _ended(fonts, name, Letterhead(sealed=True))
    day = page.find(DAY)
    assert day[-1]["x0"] + ADVANCE == pytest.approx(TEXT_RIGHT - 4 * ADVANCE, abs=0.2)
    assert _middle(page, name) == pytest.approx(_middle(page, DAY), abs=0.3)
    assert line_of(day[0]) - line_of(page.find(name)[0]) == pytest.approx(1)


def test_a_seal_over_name_and_date_begins_within_a_line_below_the_text(fonts: Fonts) -> None:
    (page,) = _ended(fonts, "清河市总工会", Letterhead(sealed=True, note="此件公开"))
    text, name, day = (page.find(words)[0] for words in ("特此", "清河", "2026"))
    seal_middle = (baseline(name) + baseline(day)) / 2 + 16 * 0.38 + PITCH * 0.4
    seal_top = seal_middle + SEAL_DIAMETER / 2
    text_foot = baseline(text) - 16 * 0.12
    assert 0 <= text_foot - seal_top <= PITCH
    assert seal_middle - SEAL_DIAMETER / 2 < baseline(day) - 16 * 0.12


def test_nothing_is_printed_where_the_seal_goes(fonts: Fonts) -> None:
    (page,) = _ended(fonts, "清河市总工会", Letterhead(sealed=True))
    assert page.said() == f"特此通知。清河市总工会{DAY}"
    assert not page.strokes


def test_a_name_too_long_for_its_place_takes_the_date_along(fonts: Fonts) -> None:
    name = "清河市经济技术开发区纺织服装行业工会联合会"
    (page,) = _ended(fonts, name, Letterhead(sealed=True))
    assert page.find(name)[-1]["x1"] <= TEXT_RIGHT + 0.3
    assert _middle(page, name) == pytest.approx(_middle(page, DAY), abs=0.3)


def test_attachments_are_numbered_and_turn_below_their_first_character(fonts: Fonts) -> None:
    (page,) = _ended(fonts, "清河市总工会", Letterhead(attachments=NAMES))
    assert "附件：1.2026年下半年" in page.said()
    assert "分解表2.参会回执" in page.said()  # no mark after a name
    word, first = page.find("附件：")[0], page.find("2026年下半年")[0]
    assert word["x0"] == pytest.approx(TEXT_LEFT + 2 * ADVANCE, abs=0.1)
    assert line_of(word) - line_of(page.find("特此")[0]) == pytest.approx(2)
    below = next(line for line in page.lines() if line_of(line[0]) > line_of(first) + 0.5)
    assert below[0]["x0"] == pytest.approx(first["x0"], abs=0.1)
    one, two = page.find("1.2026")[0], page.find("2.参会")[0]
    assert one["x0"] == pytest.approx(two["x0"], abs=0.1)


def test_a_single_attachment_has_no_number(fonts: Fonts) -> None:
    (page,) = _ended(fonts, "清河市总工会", Letterhead(attachments=("参会回执",)))
    assert "附件：参会回执" in page.said()


def test_a_note_stands_in_brackets_below_the_date(fonts: Fonts) -> None:
    (page,) = _ended(fonts, "清河市总工会", Letterhead(note="（联系人：叶静）"))
    note = page.find("（联系人：叶静）")[0]
    assert note["x0"] == pytest.approx(TEXT_LEFT + 2 * ADVANCE, abs=0.1)
    assert line_of(note) - line_of(page.find(DAY)[0]) == pytest.approx(1)


@pytest.mark.parametrize("before", [13, 14, 15, 16, 17, 18, 19, 20, 21])
def test_text_attachments_and_signature_keep_together(fonts: Fonts, before: int) -> None:
    letterhead = Letterhead(sealed=True, attachments=("参会回执",))
    pages = _ended(fonts, "清河市总工会", letterhead, before=before)
    (last,) = (page for page in pages if DAY in page.said())
    assert "特此通知。附件：参会回执清河市总工会" in last.said()


def test_material_ends_with_its_text_and_has_unit_and_date_below_the_title(fonts: Fonts) -> None:
    letterhead = Letterhead(sealed=True, attachments=("参会回执",), note="注")
    (page,) = _ended(fonts, "清河市总工会", letterhead, skin=PaperSkin.MATERIAL)
    assert page.said() == "特此通知。附件：参会回执"


def test_lines_to_sign_on_are_those_the_office_asked_for(fonts: Fonts) -> None:
    def calls(paper: Paper) -> None:
        paper.signing("完。", "主持人", "记录人")

    asked = PaperStyle(layout=PaperLayout(signatures=("审核人",)))
    (page,) = write(calls, fonts, asked)
    assert page.said() == "完。审核人（签名）："
    nobody = replace(asked, layout=PaperLayout(signatures=()))
    assert write(calls, fonts, nobody)[0].said() == "完。"

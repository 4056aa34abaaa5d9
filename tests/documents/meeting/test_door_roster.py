"""The list at the door: everyone once, in order, with a box to tick and no telephone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jz_training.documents.fonts import Fonts
from jz_training.documents.meeting.door_roster import ROWS, door_roster_pdf
from jz_training.domain.meeting_papers import PaperPerson
from jz_training.domain.training import SheetOrder
from tests.documents.meeting.views import HOSTILE, roster
from tests.documents.pdf_reading import found, opened, texts
from tests.factories import invented_name


@pytest.mark.parametrize("count", [0, 1, 33, 34, 66, 67, 200])
def test_everyone_stands_once_with_a_box(fonts: Fonts, count: int) -> None:
    data = door_roster_pdf(roster(count), fonts=fonts)
    with opened(data) as pdf:
        assert len(pdf.pages) == max(1, -(-count // (2 * ROWS)))
        small = [rect for page in pdf.pages for rect in page.rects if rect["width"] < 15]
    assert len(small) == count
    whole = "".join(texts(data)).replace("\u3000", "")
    assert f"应到 {count} 人" in whole
    assert all(invented_name(number) in whole for number in range(count))
    assert ("（暂无）" in whole) is (count == 0)


def test_the_second_column_goes_on_where_the_first_ends(fonts: Fonts) -> None:
    data = door_roster_pdf(roster(40), fonts=fonts)
    first, after = found(data, "丁国栋")[0], found(data, "马　静")[0]
    assert after["x0"] - first["x0"] > 200
    assert after["top"] == pytest.approx(first["top"], abs=1)


@pytest.mark.parametrize(
    ("order", "words"), [(SheetOrder.UNIT, "（按单位）"), (SheetOrder.PINYIN, "（按姓名拼音）")]
)
def test_the_list_says_how_it_is_ordered(fonts: Fonts, order: SheetOrder, words: str) -> None:
    assert words in texts(door_roster_pdf(roster(order=order), fonts=fonts))[0]


@pytest.mark.parametrize("text", [HOSTILE, "很长的单位名称" * 40, "a" * 300])
def test_no_text_leaves_its_cell_or_the_page(fonts: Fonts, text: str) -> None:
    who = PaperPerson(name=text[:50], unit=text, post=text)
    paper = replace(roster(), title=text, venue=text, people=(who,) * 70)
    with opened(door_roster_pdf(paper, fonts=fonts)) as pdf:
        for page in pdf.pages:
            ruled = {line["x0"] for line in page.lines if line["x0"] == line["x1"]}
            for sign in page.chars:
                assert 30 < sign["x0"] < sign["x1"] < page.width - 30
                assert 20 < sign["top"] < sign["bottom"] < page.height - 15
                if 120 < sign["top"] < 800:  # between the head and the foot
                    assert not [x for x in ruled if sign["x0"] + 0.3 < x < sign["x1"] - 0.3]


def test_the_same_list_gives_the_same_bytes(fonts: Fonts) -> None:
    assert door_roster_pdf(roster(70), fonts=fonts) == door_roster_pdf(roster(70), fonts=fonts)

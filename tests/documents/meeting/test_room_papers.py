"""Papers for the room: the agenda, the plan of seats, the sign on the door."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts
from jz_training.documents.meeting.agenda_paper import agenda_pdf
from jz_training.documents.meeting.door_sign import door_sign_pdf
from jz_training.documents.meeting.rostrum_plan import rostrum_pdf
from jz_training.domain.agenda import AgendaItem, timed
from jz_training.domain.meeting_papers import PaperPerson
from tests.documents.meeting.views import HOSTILE, ITEMS, agenda, door_sign, rostrum
from tests.documents.pdf_reading import found, opened, texts
from tests.factories import START

Made = Callable[..., bytes]
TEXTS = pytest.mark.parametrize("text", [HOSTILE, "很长的内容" * 60, "a" * 300, ""])


def _all_inside(data: bytes, *, margin: float = 20.0) -> None:
    with opened(data) as pdf:
        for page in pdf.pages:
            for mark in (*page.chars, *page.lines, *page.rects):
                assert mark["x0"] > margin
                assert mark["x1"] < page.width - margin
                assert mark["top"] > margin
                assert mark["bottom"] < page.height - margin


def test_an_agenda_says_when_what_and_who(fonts: Fonts) -> None:
    (page,) = texts(agenda_pdf(agenda(), fonts=fonts))
    assert "时间：2026年11月20日（星期五）15:00—16:30地点：职工之家二楼主持：周建业" in page
    assert "15:00传达大会精神周建业15:20辅导讲座" in page
    assert page.endswith("16:05交流研讨")


def test_after_a_line_without_a_length_no_hour_is_printed(fonts: Fonts) -> None:
    items = timed((*ITEMS[:1], AgendaItem(what="发言"), AgendaItem(what="总结")), START)
    (page,) = texts(agenda_pdf(agenda(items=items), fonts=fonts))
    assert page.endswith("15:20发言总结")


@pytest.mark.parametrize("count", [0, 1, 22, 23, 200])
def test_an_agenda_repeats_its_heads_and_loses_no_line(fonts: Fonts, count: int) -> None:
    items = timed(tuple(AgendaItem(what=f"第{n}项；") for n in range(count)), START)
    pages = texts(agenda_pdf(agenda(items=items), fonts=fonts))
    assert all("时　间内　容人　员" in page for page in pages)
    whole = "".join(pages)
    assert all(f"第{n}项；" in whole for n in range(count))
    assert ("（暂无）" in whole) is (count == 0)


@TEXTS
def test_nothing_of_an_agenda_leaves_the_page(fonts: Fonts, text: str) -> None:
    items = timed((AgendaItem(what=text * 20, who=text), *ITEMS), START)
    _all_inside(agenda_pdf(agenda(title=text, venue=text, items=items), fonts=fonts))


def test_a_line_longer_than_a_page_is_cut_and_said_to_be(fonts: Fonts) -> None:
    report = PaperReport()
    items = timed((AgendaItem(what="很长的内容" * 200),), START)
    data = agenda_pdf(agenda(items=items), fonts=fonts, report=report)
    assert len(report.cut) == 1
    assert texts(data)[-1].endswith("…")


def test_the_first_sits_in_the_middle_and_the_second_at_the_right_of_the_hall(
    fonts: Fonts,
) -> None:
    people = tuple(PaperPerson(name=f"{name}国栋") for name in "甲乙丙丁戊")
    data = rostrum_pdf(replace(rostrum(), title="会", front=people), fonts=fonts)
    places = {name: found(data, name)[0]["x0"] for name in "甲乙丙丁戊"}
    assert sorted(places, key=places.__getitem__) == list("戊丙甲乙丁")
    middle = (found(data, "甲")[0]["x0"] + found(data, "甲")[0]["x1"]) / 2
    assert middle == pytest.approx(297 * 72 / 25.4 / 2, abs=1)


def test_the_hall_is_below_and_the_row_behind_above(fonts: Fonts) -> None:
    data = rostrum_pdf(rostrum(3, 3), fonts=fonts)
    hall = found(data, "观")[0]["top"]
    behind, before = (found(data, f"{n}国栋")[0]["top"] for n in ("马", "丁"))
    with opened(data) as pdf:
        tops = sorted({round(rect["top"]) for rect in pdf.pages[0].rects})
    assert len(tops) == 3  # the row behind, the front row, the hall
    assert tops[2] <= hall
    assert behind < tops[1] < before


def test_a_long_name_on_the_rostrum_is_set_across_with_its_words_whole(fonts: Fonts) -> None:
    names = ("古丽娜尔·买买提依明", "Anna Petrova", "叶静")
    paper = replace(rostrum(), front=tuple(PaperPerson(name=name) for name in names))
    data = rostrum_pdf(paper, fonts=fonts)
    for word in ("买买提依明", "Petrova"):
        assert len({round(sign["top"]) for sign in found(data, word)}) == 1
    assert len({round(sign["top"]) for sign in found(data, "叶　静")}) == 3


@pytest.mark.parametrize(("front", "back"), [(0, 0), (1, 0), (2, 0), (25, 0), (25, 25), (60, 60)])
def test_any_number_of_seats_stays_on_one_page(fonts: Fonts, front: int, back: int) -> None:
    data = rostrum_pdf(rostrum(front, back), fonts=fonts)
    _all_inside(data)
    (page,) = texts(data)
    with opened(data) as pdf:
        assert len(pdf.pages[0].rects) == front + back + 1
    assert ("（暂无）" in page) is (front == 0)
    assert f"{front + back}. " in page or front + back == 0


@TEXTS
def test_nothing_of_a_plan_of_seats_leaves_the_page(fonts: Fonts, text: str) -> None:
    people = tuple(PaperPerson(name=text[:50], unit=text, post=text) for _ in range(25))
    paper = replace(rostrum(), title=text, organiser=text, venue=text, front=people)
    _all_inside(rostrum_pdf(paper, fonts=fonts))


def test_a_door_sign_has_title_day_hours_and_room(fonts: Fonts) -> None:
    (page,) = texts(door_sign_pdf(door_sign(), fonts=fonts))
    assert page == (
        "学习贯彻工会代表大会精神专题学习会（第2批）"
        "2026年11月20日（星期五）15:00–16:30职工之家二楼清河市纺织公司工会"
    )


def test_a_door_sign_is_read_from_afar(fonts: Fonts) -> None:
    data = door_sign_pdf(door_sign(title="工会干部培训班"), fonts=fonts)
    assert found(data, "工会干部")[0]["size"] >= 60
    assert found(data, "15:00")[0]["size"] >= 30


@TEXTS
def test_nothing_of_a_door_sign_leaves_its_frame(fonts: Fonts, text: str) -> None:
    _all_inside(door_sign_pdf(door_sign(title=text, venue=text, organiser=text), fonts=fonts))


@pytest.mark.parametrize(
    "make",
    [
        lambda fonts: agenda_pdf(agenda(), fonts=fonts),
        lambda fonts: rostrum_pdf(rostrum(25, 25), fonts=fonts),
        lambda fonts: door_sign_pdf(door_sign(), fonts=fonts),
    ],
)
def test_the_same_view_gives_the_same_bytes_with_every_font_in_it(fonts: Fonts, make: Made) -> None:
    data = make(fonts)
    assert data == make(fonts)
    assert data.count(b"/FontFile2") == data.count(b"/Type /FontDescriptor") > 0

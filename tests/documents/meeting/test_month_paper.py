"""A month on the wall: every day once, holidays by name, trainings in their squares."""

from __future__ import annotations

from datetime import datetime

import pytest

from jz_training.documents.fonts import Fonts
from jz_training.documents.meeting.month_paper import month_pdf
from jz_training.documents.meeting.month_weeks import square, weeks_of
from jz_training.domain.meeting_papers import MonthPaper
from jz_training.domain.training import TrainingState
from tests.documents.meeting.views import HOSTILE, entry, month
from tests.documents.pdf_reading import found, opened, texts


def _text(fonts: Fonts, paper: MonthPaper) -> str:
    (page,) = texts(month_pdf(paper, fonts=fonts))
    return page


def test_weeks_begin_on_monday() -> None:
    for number in range(1, 13):
        assert all(week[0].weekday() == 0 for week in weeks_of(2026, number))
    assert [len(weeks_of(2027, number)) for number in (2, 1, 5)] == [4, 5, 6]


def test_holidays_and_days_worked_in_exchange_are_named(fonts: Fonts) -> None:
    text = _text(fonts, month())
    assert text.count("休 国庆节") == 7
    assert "10班 国庆节" in text
    assert "休：放假；班：调休上班。" in text
    assert "未导入" not in text


def test_a_year_without_a_table_says_so_and_guesses_nothing(fonts: Fonts) -> None:
    text = _text(fonts, month(year=2027))
    assert "2027年节假日安排未导入。" in text
    assert "休" not in text


def test_a_month_that_reaches_into_an_unknown_year_says_so(fonts: Fonts) -> None:
    assert "2027年节假日安排未导入" in _text(fonts, month(year=2026, month=12))


def test_a_training_stands_in_the_square_of_its_day(fonts: Fonts) -> None:
    data = month_pdf(month(entry(12), entry(12, 7, title="晨会"), entry(14)), fonts=fonts)
    monday, wednesday = found(data, "第12日")[0], found(data, "第14日")[0]
    assert wednesday["x0"] - monday["x0"] == pytest.approx(2 * 267 * 72 / 25.4 / 7, abs=1)
    assert wednesday["top"] < monday["top"]  # the early one comes first on the 12th
    assert "07:30 晨会09:30 第12日专题学习会" in texts(data)[0]


def test_what_has_no_room_is_counted(fonts: Fonts) -> None:
    day = [entry(21, hour, title="织造车间班组微宣讲活动") for hour in range(6, 22)]
    text = _text(fonts, month(*day))
    shown = text.count("织造车间")
    assert 3 <= shown < 16
    assert f"另有 {16 - shown} 场" in text


def test_a_training_that_was_called_off_says_so(fonts: Fonts) -> None:
    assert "09:30 （已取消）" in _text(fonts, month(entry(28, state=TrainingState.CANCELLED)))


@pytest.mark.parametrize(
    ("lines", "room", "shown", "more"),
    [
        ([3], 4, 3, 0),
        ([5], 4, 3, 0),
        ([3, 3], 4, 4, 0),
        ([3, 3], 2, 2, 0),
        ([1, 1, 1], 2, 1, 2),
        ([1, 1], 1, 0, 2),
        ([], 3, 0, 0),
    ],
)
def test_titles_are_shortened_before_a_training_is_left_out(
    lines: list[int], room: int, shown: int, more: int
) -> None:
    entries = [entry(day) for day in range(1, len(lines) + 1)]
    result = square(entries, room=room, broken=lambda one: ["字"] * lines[one.start.day - 1])
    assert (len(result.lines), result.more) == (shown, more)


@pytest.mark.parametrize("text", [HOSTILE, "很长的题目" * 60, "a" * 300, ""])
@pytest.mark.parametrize("number", [2, 5, 10])
def test_no_title_leaves_its_square(fonts: Fonts, text: str, number: int) -> None:
    entries = [
        entry(day, title=text, start=datetime(2026, number, day, 9, 30)) for day in range(1, 29)
    ]
    data = month_pdf(month(*entries, month=number, organiser=text), fonts=fonts)
    with opened(data) as pdf:
        (page,) = pdf.pages
        squares = [rect for rect in page.rects if rect["width"] < 120]
        for sign in page.chars:
            assert 40 < sign["x0"] < sign["x1"] < page.width - 40
            if abs(sign["size"] - 8) < 0.01:
                assert any(
                    rect["x0"] <= sign["x0"] and sign["x1"] <= rect["x1"] + 0.2
                    and rect["top"] <= sign["top"] + 1 and sign["bottom"] <= rect["bottom"] + 2
                    for rect in squares
                )  # fmt: skip


def test_the_same_month_gives_the_same_bytes(fonts: Fonts) -> None:
    assert month_pdf(month(entry(3)), fonts=fonts) == month_pdf(month(entry(3)), fonts=fonts)

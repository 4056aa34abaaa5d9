"""What is said after a training was moved: short, and everything that matters."""

from __future__ import annotations

from datetime import date, datetime

from jz_training.domain.clashes import Clash, ClashCode
from jz_training.domain.day_warnings import DayWarning, DayWarningCode
from jz_training.ui.calendar.moving import Remarks, moved_words

START, END = datetime(2026, 10, 10, 9), datetime(2026, 10, 10, 10)
TODAY = date(2026, 9, 1)


def words(**remarks: tuple[object, ...]) -> str:
    return moved_words(START, END, Remarks(**remarks), today=TODAY)  # type: ignore[arg-type]


def test_a_weekend_day_that_is_worked_needs_no_warning() -> None:
    makeup = DayWarning(code=DayWarningCode.MAKEUP, name="国庆节")
    assert words(warnings=(makeup,)) == "已改到10月10日 09:00–10:00。"


def test_of_many_people_the_first_few_are_named() -> None:
    names = ("秦晓峰", "叶静", "唐文斌", "段书琴", "欧阳静")
    clash = Clash(code=ClashCode.PEOPLE, title="研讨会", start=START, names=names, number=40)
    assert words(clashes=(clash,)).endswith(
        "有 40 人同一时间要参加“研讨会”（10月10日 09:00）：秦晓峰、叶静、唐文斌等。"
    )


def test_more_than_three_remarks_are_counted() -> None:
    clash = Clash(code=ClashCode.VENUE, title="研讨会", start=START, names=("职工之家",))
    assert words(clashes=(clash,) * 5).endswith("；另有 2 处。")

"""Dates, times, suggestions, chips, segments, tabs, figures, badges: the small widgets."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jz_training.domain.tally import Tally
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.badge import Badge
from jz_training.ui.widgets.chips import ChipField
from jz_training.ui.widgets.date_time_field import DateField, TimeField, WhenField
from jz_training.ui.widgets.initials import initials_of
from jz_training.ui.widgets.segmented import Segmented
from jz_training.ui.widgets.stat_strip import StatStrip
from jz_training.ui.widgets.suggest_field import SuggestField
from jz_training.ui.widgets.tabs import TabLine, Tabs
from jz_training.ui.work import Work
from tests.conftest import Clock
from tests.ui.conftest import type_text


def shown(qtbot: QtBot, widget: QWidget) -> None:
    """Put a widget into a window, so that keys and focus work."""
    window = QWidget()
    QVBoxLayout(window).addWidget(widget)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    widget.setFocus()
    widget.test_window = window  # type: ignore[attr-defined]  # keeps it alive


def test_a_typed_day_is_shown_in_full_when_the_field_is_left(qtbot: QtBot, clock: Clock) -> None:
    field = DateField(clock=clock)
    shown(qtbot, field)
    type_text(field, "11.20")
    assert field.value() == date(2026, 11, 20)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "2026-11-20 周五"


def test_arrows_move_a_day_and_a_quarter_of_an_hour(qtbot: QtBot, clock: Clock) -> None:
    day, moment = DateField(date(2026, 11, 30), clock=clock), TimeField(time(9, 50))
    for field in (day, moment):
        shown(qtbot, field)
        qtbot.keyClick(field, Qt.Key.Key_Up)
    assert day.value() == date(2026, 12, 1)
    assert moment.value() == time(10, 0)


def test_unreadable_text_stays_as_it_was_typed(qtbot: QtBot, clock: Clock) -> None:
    field = DateField(clock=clock)
    shown(qtbot, field)
    type_text(field, "下下下周")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "下下下周"
    assert field.value() is None


def test_the_end_follows_the_beginning_so_that_the_length_stays(qtbot: QtBot, clock: Clock) -> None:
    field = WhenField(clock=clock)
    shown(qtbot, field)
    field.set_value(datetime(2026, 11, 20, 15), datetime(2026, 11, 20, 16, 30))
    field.start.selectAll()
    type_text(field.start, "9点")
    qtbot.keyClick(field.start, Qt.Key.Key_Return)
    assert field.value() == (datetime(2026, 11, 20, 9), datetime(2026, 11, 20, 10, 30))


def test_an_incomplete_time_is_told_in_words(qtbot: QtBot, clock: Clock) -> None:
    field = WhenField(clock=clock)
    shown(qtbot, field)
    assert field.unreadable() == "请填写日期。"
    field.day.setText("某天")
    assert "没有看懂日期“某天”" in field.unreadable()
    field.set_value(datetime(2026, 11, 20, 15), datetime(2026, 11, 20, 16))
    assert field.unreadable() == ""


@pytest.fixture
def venues(qtbot: QtBot) -> SuggestField:
    field = SuggestField()
    shown(qtbot, field)
    field.set_choices(
        ["职工之家二楼", "第三会议室", "织造车间"],
        initials={"职工之家二楼": "zgzjel", "第三会议室": "dshys", "织造车间": "zzcj"},
    )
    return field


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("zg", ["职工之家二楼"]),
        ("z", ["职工之家二楼", "织造车间"]),
        ("会议", ["第三会议室"]),
        ("x", []),
        ("", ["职工之家二楼", "第三会议室", "织造车间"]),
    ],
)
def test_suggestions_fit_chinese_and_initials(
    venues: SuggestField, typed: str, offered: list[str]
) -> None:
    assert venues.suggestions(typed) == offered


def test_a_suggestion_is_taken_by_arrow_and_enter(venues: SuggestField, qtbot: QtBot) -> None:
    type_text(venues, "zz")
    qtbot.keyClick(venues, Qt.Key.Key_Down)
    qtbot.keyClick(venues, Qt.Key.Key_Return)
    assert venues.text() == "织造车间"
    assert venues._list.words() == []


def test_other_words_may_be_typed_and_escape_closes_only_the_list(
    venues: SuggestField, qtbot: QtBot
) -> None:
    type_text(venues, "z")
    assert venues._list.words()
    qtbot.keyClick(venues, Qt.Key.Key_Escape)
    assert venues._list.words() == []
    assert venues.text() == "z"


def test_initials_come_from_the_worker(qtbot: QtBot, work: Work) -> None:
    field = SuggestField()
    shown(qtbot, field)
    field.offer(["单位会议室"], work)
    qtbot.waitUntil(lambda: field.suggestions("dw") == ["单位会议室"])


def test_a_text_has_its_initials_as_a_word_and_as_a_name() -> None:
    assert initials_of("单雄").split() == ["dx", "sx"]
    assert initials_of("织造车间") == "zzcj"


def test_chips_are_added_once_and_taken_away_from_the_end(qtbot: QtBot) -> None:
    field = ChipField()
    shown(qtbot, field)
    for word in ("大会精神", "工会章程", "大会精神", "  "):
        type_text(field.entry, word)
        qtbot.keyClick(field.entry, Qt.Key.Key_Return)
        field.entry.clear()
    assert field.value() == ("大会精神", "工会章程")
    qtbot.keyClick(field.entry, Qt.Key.Key_Backspace)
    assert field.value() == ("大会精神",)


def test_enter_in_an_empty_chip_field_goes_on(qtbot: QtBot) -> None:
    from jz_training.ui.widgets.form import Form

    form, field = Form(), ChipField()
    form.add("topics", "学习内容", field)
    shown(qtbot, form)
    field.entry.setFocus()
    with qtbot.waitSignal(form.submitted):
        qtbot.keyClick(field.entry, Qt.Key.Key_Return)


def test_a_segment_tells_what_was_taken(qtbot: QtBot) -> None:
    field = Segmented([("a", "自动"), ("b", "单栏")])
    shown(qtbot, field)
    with qtbot.waitSignal(field.chosen) as chosen:
        field._group.button(1).click()
    assert chosen.args == ["b"]
    field.clear()
    assert field.value() == ""


def test_arrows_move_from_tab_to_tab(qtbot: QtBot) -> None:
    line = TabLine([("info", "基本信息"), ("list", "名单"), ("marks", "考勤")])
    shown(qtbot, line)
    line.set_count("list", 58)
    qtbot.keyClick(line, Qt.Key.Key_Right)
    assert line.current == "list"
    assert line.text_of("list") == "名单 58"
    qtbot.keyClick(line, Qt.Key.Key_Left)
    qtbot.keyClick(line, Qt.Key.Key_Left)
    assert line.current == "marks"


def test_a_click_chooses_a_tab_and_its_page_is_made_then(qtbot: QtBot) -> None:
    tabs = Tabs([("a", "甲"), ("b", "乙")])
    tabs.set_page("a", QWidget())
    tabs.chosen.connect(lambda key: tabs.set_page(key, QWidget()))
    shown(qtbot, tabs)
    tabs.choose("b")
    assert tabs._stack.currentWidget() is tabs.page("b")


def test_figures_follow_the_tally_and_open(qtbot: QtBot) -> None:
    strip = StatStrip(opens=True)
    shown(qtbot, strip)
    strip.show_tally(Tally(expected=58, present=53, leave=3, absent=2))
    assert strip.words() == {
        "应到": "58", "实到": "53", "请假": "3", "缺席": "2", "未记录": "0", "到会率": "91.4%",
    }  # fmt: skip
    with qtbot.waitSignal(strip.asked) as asked:
        qtbot.mouseClick(strip._figures["缺席"], Qt.MouseButton.LeftButton)
    assert asked.args == ["缺席"]


def test_nobody_expected_has_no_rate(qtbot: QtBot) -> None:
    strip = StatStrip()
    qtbot.addWidget(strip)
    assert strip.words()["到会率"] == "—"


@pytest.mark.parametrize("tone", Tone)
def test_a_badge_has_its_word_for_screen_readers(qtbot: QtBot, tone: Tone) -> None:
    badge = Badge("未记录", tone)
    qtbot.addWidget(badge)
    assert badge.accessibleName() == "未记录"
    assert not badge.grab().isNull()

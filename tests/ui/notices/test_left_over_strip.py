"""The places nobody sorted yet."""

from __future__ import annotations

import pytest

from jz_training.ui.notices.left_over_strip import LeftOverStrip

TEXT = "要关心职工。要改进服务。"
PLACES = ((0, 5), (6, 11))


@pytest.fixture
def strip(qtbot):
    made = LeftOverStrip()
    qtbot.addWidget(made)
    made.show_places(PLACES, TEXT)
    return made


def test_one_place_is_shown_with_how_many_there_are(strip):
    assert strip.words.text() == "原文中还有 2 处没有归类，请您判断："
    assert strip.phrase.text() == "“要关心职工”"


def test_the_next_place_is_shown_and_asked_for(strip, qtbot):
    with qtbot.waitSignal(strip.asked) as asked:
        strip.next.click()
    assert asked.args == [(6, 11)]
    assert strip.phrase.text() == "“要改进服务”"


def test_the_answer_names_the_place_that_is_shown(strip, qtbot):
    strip.choose((6, 11))
    with qtbot.waitSignal(strip.taken) as taken:
        strip.take.click()
    with qtbot.waitSignal(strip.dropped) as dropped:
        strip.drop.click()
    assert taken.args == dropped.args == [(6, 11)]


def test_nothing_left_shows_nothing(strip):
    strip.show_places((), TEXT)
    assert strip.isHidden()

"""Choosing one thing of several, or none."""

from __future__ import annotations

from uuid import uuid4

import pytest

from jz_training.ui.widgets.id_box import IdBox

_ONE, _OTHER = (uuid4(), "学习宣传"), (uuid4(), "安全生产")


@pytest.fixture
def box(qtbot):
    box = IdBox("不属于某份通知")
    qtbot.addWidget(box)
    box.offer([_ONE, _OTHER])
    return box


def test_nothing_is_chosen_at_first(box):
    assert (box.value(), box.currentText()) == (None, "不属于某份通知")


def test_the_choice_stays_while_it_is_offered(box):
    box.set_value(_OTHER[0])
    box.offer([_OTHER])
    assert box.value() == _OTHER[0]
    box.offer([_ONE])
    assert box.value() is None


def test_what_is_not_offered_cannot_be_chosen(box):
    box.set_value(uuid4())
    assert box.value() is None

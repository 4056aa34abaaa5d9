"""How many are asked for."""

from __future__ import annotations

import pytest

from jz_training.domain.obligation import Per
from jz_training.ui.notices.count_field import CountField, read_count


@pytest.mark.parametrize(
    ("typed", "count"),
    [("3", 3), (" １２ ", 12), ("", None), ("三", None), ("-1", None), ("²", None)],
)
def test_whole_numbers_are_read_in_either_width(typed, count):
    assert read_count(typed) == count


def test_a_count_comes_back_as_it_was_shown(qtbot):
    field = CountField()
    qtbot.addWidget(field)
    field.set_value(500, "人次", Per.YEAR)
    assert field.value() == (500, "人次", Per.YEAR)
    assert field.unreadable() == ""
    field.set_value(None, "", Per.ONCE)
    assert field.value() == (None, "", Per.ONCE)

"""Whom a typed or scanned line of a roll call means."""

from __future__ import annotations

import pytest

from jz_training.services.name_order import pinyin_table
from jz_training.ui.rollcall.entry_reading import read_entry, was_scanned
from tests.factories import attendee

ROWS = [attendee(1, name="陈国栋"), attendee(2, name="丁静"), attendee(12, name="陈晓")]
BADGES = {"12": 1, "GH0047": 2}


@pytest.mark.parametrize(
    ("text", "milliseconds", "scanned"),
    [("GH0047", 30, True), ("12", 40, True), ("12", 200, False), ("chen", 20, False)],
)
def test_a_number_within_a_moment_came_from_a_scanner(text, milliseconds, scanned):
    assert was_scanned(text, milliseconds=milliseconds) is scanned


@pytest.mark.parametrize(
    ("text", "scanned", "found"),
    [
        ("12", True, (1,)),
        ("12", False, (12,)),
        ("gh0047", False, (2,)),
        ("ｇｈ 0047", True, (2,)),
        ("cgd", False, (1,)),
        ("陈", False, (1, 12)),
        ("99", True, ()),
        ("赵来", False, ()),
    ],
)
def test_a_scanned_number_is_a_persons_and_a_typed_one_the_sheets(text, scanned, found):
    reading = read_entry(text, ROWS, badges=BADGES, pinyin=pinyin_table(), scanned=scanned)
    assert reading.found == found

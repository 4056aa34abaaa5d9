"""The command line says what it will do before Enter is pressed."""

from __future__ import annotations

import pytest

from jz_training.domain.attendance import AttendanceStatus
from jz_training.services.name_order import pinyin_table
from jz_training.ui.attendance.attendance_command import CommandReading, read_command
from tests.factories import attendee

NAMES = ("安静", "白晓峰", "曹丽", "陈国栋", "陈曦", "程远", "崔永胜", "丁宁")


def read(text: str) -> CommandReading:
    rows = [attendee(number, name=name) for number, name in enumerate(NAMES, start=1)]
    rows[1] = attendee(2, name="白晓峰", status=AttendanceStatus.PRESENT)
    return read_command(text, rows, pinyin=pinyin_table())


def test_an_empty_line_says_nothing() -> None:
    assert read("  ") == CommandReading()


def test_a_command_names_who_it_marks() -> None:
    reading = read("缺席 3 7")
    assert set(reading.marks) == {3, 7}
    assert reading.sentence == "回车登记：缺席 3 曹丽、7 崔永胜"
    assert not reading.wrong


def test_many_numbers_are_given_as_ranges() -> None:
    assert "缺席 3–7（5 人）" in read("缺席 3-7").sentence


def test_what_was_recorded_otherwise_is_counted_as_changed() -> None:
    assert "其中 1 人改动" in read("缺席 2 3").sentence


def test_a_fault_is_said_in_words() -> None:
    reading = read("缺席 3 99")
    assert reading.wrong
    assert not reading.unfinished
    assert "99" in reading.sentence


@pytest.mark.parametrize("text", ["缺席", "请假 ", "代会 6"])
def test_a_line_still_being_typed_is_not_called_wrong_yet(text: str) -> None:
    reading = read(text)
    assert reading.wrong
    assert reading.unfinished


def test_initials_find_a_person() -> None:
    reading = read("cgd")
    assert reading.found == (4,)
    assert "4 陈国栋" in reading.sentence


def test_a_number_alone_finds_its_row() -> None:
    assert read("7").found == (7,)


def test_several_persons_can_be_gone_through() -> None:
    reading = read("c")
    assert len(reading.found) == 5
    assert "另有 4 人" in reading.sentence


def test_nobody_found_says_how_to_write_a_command() -> None:
    reading = read("zzz")
    assert reading.wrong
    assert "缺席 3 7" in reading.sentence


def test_nothing_is_found_while_the_pinyin_table_is_on_its_way() -> None:
    assert read_command("cgd", [attendee(1)], pinyin=None) == CommandReading()

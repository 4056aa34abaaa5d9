"""The attendance command line: what it understands, what it says of the rest, how short it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jz_training.domain.attendance import AttendanceStatus, LeaveReason, Mark
from jz_training.domain.mark_command import (
    MarkFault,
    MarkFaultCode,
    MarkReading,
    parse_marks,
    reads_as_command,
)
from jz_training.domain.pinyin import full_pinyin
from jz_training.labels import MARK_HELP, MARK_VOCABULARY, mark_fault_words, mark_words
from jz_training.services.name_order import pinyin_table

SIXTY = range(1, 61)
FIVE_EXCEPTIONS = "缺席 3 7 请假 8 公 迟到 20 10分 代会 6 李明"


def read(text: str, numbers: range | list[int] = SIXTY) -> MarkReading:
    return parse_marks(text, numbers=numbers, words=MARK_VOCABULARY)


def said(text: str) -> dict[int, str]:
    """Return number → words of a line that is understood whole."""
    reading = read(text)
    assert reading.faults == ()
    return {number: mark_words(mark) for number, mark in reading.marks.items()}


def faults(text: str, numbers: range | list[int] = SIXTY) -> list[tuple[MarkFaultCode, str]]:
    return [(fault.code, fault.piece) for fault in read(text, numbers).faults]


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        ("缺席 3 7 12-15", dict.fromkeys((3, 7, 12, 13, 14, 15), "缺席")),
        ("请假 8 公", {8: "请假·公"}),
        ("请假 8", {8: "请假"}),
        ("请假 8 9 公", {8: "请假·公", 9: "请假·公"}),
        ("请假 8 公 9 病 10", {8: "请假·公", 9: "请假·病", 10: "请假"}),
        ("请假 事 8 9", {8: "请假·事", 9: "请假·事"}),
        ("病假 9", {9: "请假·病"}),
        ("请假 9 病假", {9: "请假·病"}),
        ("迟到 20 10分", {20: "迟到 10分"}),
        ("迟到 20 21 10分钟 22", {20: "迟到 10分", 21: "迟到 10分", 22: "迟到"}),
        ("早退 5 15分", {5: "早退 15分"}),
        ("线上 9-11", {9: "线上", 10: "线上", 11: "线上"}),
        ("到会 3", {3: "到会"}),
        ("未记录 4", {4: "未记录"}),
        ("代会 6 李明", {6: "到会（代会：李明）"}),
        ("代会 6 丁 8 阿依·买买提", {6: "到会（代会：丁）", 8: "到会（代会：阿依·买买提）"}),
        ("代会 6 李 明", {6: "到会（代会：李明）"}),
        ("代会 6 年小红 缺 3", {6: "到会（代会：年小红）", 3: "缺席"}),
        ("代会 6 李明请假 9", {6: "到会（代会：李明）", 9: "请假"}),
    ],
)  # fmt: skip
def test_a_statement_marks_its_numbers(line: str, marks: dict[int, str]) -> None:
    assert said(line) == marks


@pytest.mark.parametrize(
    "line",
    [
        "缺席 3 7 请假 8 公 9 病",
        "缺席 3 7；请假 8 公 9 病",
        "缺席 3、7，请假 8 公，9 病。",
        "缺席3 7请假8公9病",
        "缺席 3号和7号 请假 8号公 9号病",
        "q 3 7 qj 8 g 9 b",
        "q3 7 j8g 9b",
        "Ｑ　３，７；ＱＪ　８　Ｇ　９　Ｂ",
        "  缺 3 7 公假 8 病假 9 ",
    ],
)
def test_statements_may_be_parted_in_many_ways(line: str) -> None:
    assert said(line) == {3: "缺席", 7: "缺席", 8: "请假·公", 9: "请假·病"}


@pytest.mark.parametrize(
    "line",
    ["缺席 12-15", "缺席 12～15", "缺席 12至15", "缺席 12—15", "缺席 12——15", "缺席 12 到 15",
     "缺席 12–15", "缺席 １２－１５", "缺席 12 - 15", "缺席 12~14 15"],
)  # fmt: skip
def test_a_range_is_written_in_many_ways(line: str) -> None:
    assert said(line) == dict.fromkeys(range(12, 16), "缺席")


@pytest.mark.parametrize(
    ("letters", "words"),
    [("q 3", "缺席"), ("qx 3", "缺席"), ("j 3", "请假"), ("qj 3 s", "请假·事"),
     ("cd 3 5f", "迟到 5分"), ("z 3", "早退"), ("zt 3 5f", "早退 5分"), ("xs 3", "线上"),
     ("dh 3", "到会"), ("w 3", "未记录"), ("dr 3 李明", "到会（代会：李明）"),
     ("bj 3", "请假·病"), ("qj 3 qt", "请假·其他")],
)  # fmt: skip
def test_every_word_has_letters(letters: str, words: str) -> None:
    assert said(letters) == {3: words}


def test_a_break_ends_what_is_said_of_the_numbers_before_it() -> None:
    assert said("请假 8；9 公") == {8: "请假", 9: "请假·公"}


def test_gaps_of_the_sheet_are_passed_over_inside_a_range() -> None:
    assert set(read("缺席 1-5", [1, 2, 5]).marks) == {1, 2, 5}


def test_the_same_mark_twice_is_no_fault() -> None:
    assert said("缺席 3-5 5") == dict.fromkeys((3, 4, 5), "缺席")


@pytest.mark.parametrize(
    ("line", "code", "piece"),
    [
        ("缺席 3 哈哈 7", MarkFaultCode.UNKNOWN_WORD, "哈哈"),
        ("zzz 3", MarkFaultCode.UNKNOWN_WORD, "zzz"),
        ("3 7", MarkFaultCode.NO_STATUS, "3"),
        ("缺席", MarkFaultCode.NO_NUMBERS, "缺席"),
        ("缺席 请假 8", MarkFaultCode.NO_NUMBERS, "缺席"),
        ("缺席 61", MarkFaultCode.OUTSIDE, "61"),
        ("缺席 0", MarkFaultCode.OUTSIDE, "0"),
        ("缺席 55-70", MarkFaultCode.OUTSIDE, "55-70"),
        ("缺席 15-12", MarkFaultCode.REVERSED, "15-12"),
        ("缺席 3 请假 3", MarkFaultCode.TWICE, "3"),
        ("缺席 3 10分", MarkFaultCode.MINUTES_OUT_OF_PLACE, "10分"),
        ("迟到 10分", MarkFaultCode.MINUTES_OUT_OF_PLACE, "10分"),
        ("迟到 3 0分", MarkFaultCode.MINUTES_TOO_MANY, "0分"),
        ("迟到 3 601分", MarkFaultCode.MINUTES_TOO_MANY, "601分"),
        ("缺席 3 公", MarkFaultCode.REASON_OUT_OF_PLACE, "公"),
        ("请假 3 公 病", MarkFaultCode.REASON_OUT_OF_PLACE, "病"),
        ("代会 6", MarkFaultCode.NAME_MISSING, "6"),
        ("代会 6 7 李明", MarkFaultCode.NAME_MISSING, "7"),
        ("代会 6 缺席 7", MarkFaultCode.NAME_MISSING, "6"),
    ],
)
def test_what_is_not_understood_is_named(line: str, code: MarkFaultCode, piece: str) -> None:
    assert (code, piece) in faults(line)


def test_numbers_after_an_unknown_word_are_left_alone() -> None:
    assert set(read("缺席 3 哈哈 7 请假 8").marks) == {3, 8}
    assert faults("缺席 3 哈哈 7 病 嘻嘻 9") == [(MarkFaultCode.UNKNOWN_WORD, "哈哈")]


def test_a_number_with_two_marks_gets_none() -> None:
    reading = read("缺席 3 7 请假 3 病假 3")
    assert set(reading.marks) == {7}
    assert [fault.code for fault in reading.faults] == [MarkFaultCode.TWICE]


def test_a_range_that_leaves_the_sheet_marks_nobody() -> None:
    assert read("缺席 55-999999999999").marks == {}


def test_a_very_long_number_is_only_outside() -> None:
    assert [code for code, _ in faults("缺席 " + "1" * 6000)] == [MarkFaultCode.OUTSIDE]


def test_a_stand_in_of_unlikely_length_is_not_a_name() -> None:
    codes = [code for code, _ in faults("代会 6 " + "明" * 41)]
    assert codes == [MarkFaultCode.NAME_MISSING, MarkFaultCode.UNKNOWN_WORD]


@pytest.mark.parametrize("code", MarkFaultCode)
def test_every_fault_has_a_sentence(code: MarkFaultCode) -> None:
    sentence = mark_fault_words(MarkFault(code, "很长" * 30))
    assert sentence.endswith("。")
    assert "{" not in sentence
    assert len(sentence) < 80


@pytest.mark.parametrize(("_name", "words", "letters", "example"), MARK_HELP)
def test_the_help_is_true(_name: str, words: str, letters: str, example: str) -> None:
    assert said(example)
    known = {*MARK_VOCABULARY.openings, *MARK_VOCABULARY.reasons, *MARK_VOCABULARY.minutes}
    spoken = words.partition("；")[0].split() + letters.replace("；", " ").split()
    assert set(spoken) <= known


def test_no_letters_mean_two_things() -> None:
    opening_letters = {word for word in MARK_VOCABULARY.openings if word.isascii()}
    reason_letters = {word for word in MARK_VOCABULARY.reasons if word.isascii()}
    assert opening_letters & reason_letters == set()
    assert not set(MARK_VOCABULARY.minutes) & opening_letters


@pytest.mark.parametrize("text", ["缺席", "缺席 3", "q3", "缺 3", "3-7", "3 7", "请假 公"])
def test_a_command_is_told_from_a_search(text: str) -> None:
    assert reads_as_command(text, MARK_VOCABULARY)


@pytest.mark.parametrize("text", ["", "7", "７", "cgd", "q", "陈", "代小兵", "国栋"])
def test_a_search_is_told_from_a_command(text: str) -> None:
    assert not reads_as_command(text, MARK_VOCABULARY)


def keystrokes(line: str) -> int:
    """Count the keys of a line: a Chinese word costs its whole pinyin and the blank after it."""
    keys, word = 0, ""
    for sign in line + " ":
        if sign.isascii():
            keys += 1 + (len(full_pinyin(word, pinyin_table())) + 1 if word else 0)
            word = ""
        else:
            word += sign
    return keys - 1


def test_sixty_people_with_five_exceptions_take_under_sixty_keystrokes() -> None:
    line = "q3 7 j8g cd20 10f dr6 李明"
    assert said(line) == said(FIVE_EXCEPTIONS)
    control_a, enter = 2, 1
    assert keystrokes(line) + enter + control_a + enter < 40


def test_the_same_in_chinese_words_stays_under_sixty_characters() -> None:
    enter, control_a = 1, 2
    assert len(FIVE_EXCEPTIONS) + enter + control_a + enter < 60


def test_five_people_missing_take_under_sixty_keystrokes_in_whole_pinyin() -> None:
    line = "缺席 3 7 12 请假 8 公 9 病"
    assert len(said(line)) == 5
    assert keystrokes(line) + 1 + 2 + 1 < 60


PIECES = st.sampled_from(
    [*MARK_VOCABULARY.openings, *MARK_VOCABULARY.reasons, "分", "f", "至", "-", "；", "，", " ",
     "李明", "3", "7", "12-15", "10分", "号", "·", "哈"]
)  # fmt: skip
LINES = st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=12).map("".join),
                  st.lists(PIECES, max_size=12).map(" ".join))  # fmt: skip


@given(LINES, st.sets(st.integers(1, 20), max_size=20))
def test_it_never_raises_and_touches_only_numbers_of_the_sheet(
    line: str, numbers: set[int]
) -> None:
    reading = parse_marks(line, numbers=numbers, words=MARK_VOCABULARY)
    assert set(reading.marks) <= numbers
    assert all(mark_fault_words(fault) for fault in reading.faults)
    assert isinstance(reads_as_command(line, MARK_VOCABULARY), bool)


@given(LINES)
def test_marks_are_whole(line: str) -> None:
    for mark in read(line).marks.values():
        assert mark.reason is None or mark.status is AttendanceStatus.LEAVE
        assert mark.minutes is None or mark.status in (
            AttendanceStatus.LATE,
            AttendanceStatus.EARLY,
        )
        assert not mark.stand_in or mark.status is AttendanceStatus.PRESENT


WITHOUT_MORE = st.sampled_from([AttendanceStatus.ABSENT, AttendanceStatus.ONLINE])
ONE_MARK = st.one_of(
    st.builds(Mark, status=WITHOUT_MORE),
    st.builds(Mark, status=st.just(AttendanceStatus.LEAVE), reason=st.sampled_from(LeaveReason)),
    st.builds(Mark, status=st.just(AttendanceStatus.LATE), minutes=st.integers(1, 600)),
)


@given(st.dictionaries(st.integers(1, 60), ONE_MARK, max_size=10))
def test_what_the_screen_shows_can_be_typed_back(marks: dict[int, Mark]) -> None:
    spoken = []
    for number, mark in marks.items():
        word, _, rest = mark_words(mark).replace("·", " ").partition(" ")
        spoken.append(f"{word} {number} {rest}")
    assert read("；".join(spoken)).marks == marks

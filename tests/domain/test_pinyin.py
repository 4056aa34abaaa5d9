"""Names in pinyin: initials, full spelling, surnames with readings of their own, order."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import lazy_pinyin

from jz_training.domain.pinyin import (
    full_pinyin,
    initials,
    make_pinyin_table,
    pinyin_key,
    read_readings,
    read_surnames,
    without_reading,
)
from jz_training.services.name_order import pinyin_table

TABLE = pinyin_table()


@pytest.mark.parametrize(
    ("name", "whole", "short"),
    [
        ("陈国栋", "chenguodong", "cgd"),
        ("吕布衣", "lvbuyi", "lby"),
        ("阿依古丽·买买提", "ayigulimaimaiti", "ayglmmt"),
        ("张　静", "zhangjing", "zj"),
        ("𠮷野", "jiye", "jy"),
        ("㛃䶮", "jieyan", "jy"),
        ("Ｌeo王", "leowang", "leow"),
        ("", "", ""),
    ],
)
def test_a_name_is_spelled(name: str, whole: str, short: str) -> None:
    assert (full_pinyin(name, TABLE), initials(name, TABLE)) == (whole, short)


@pytest.mark.parametrize(
    ("surname", "spelled"),
    [
        ("单", "shan"), ("解", "xie"), ("曾", "zeng"), ("仇", "qiu"), ("区", "ou"), ("查", "zha"),
        ("盖", "ge"), ("任", "ren"), ("华", "hua"), ("朴", "piao"), ("覃", "qin"), ("翟", "zhai"),
        ("缪", "miao"), ("员", "yun"), ("乐", "yue"), ("尉迟", "yuchi"), ("万俟", "moqi"),
        ("长孙", "zhangsun"), ("令狐", "linghu"), ("单于", "chanyu"), ("澹台", "tantai"),
        ("诸葛", "zhuge"), ("尉", "wei"), ("万", "wan"), ("长", "chang"),
    ],
)  # fmt: skip
def test_a_surname_has_its_own_reading(surname: str, spelled: str) -> None:
    assert full_pinyin(f"{surname}明", TABLE) == f"{spelled}ming"
    assert initials(f"{surname}明", TABLE).endswith("m")


def test_a_reading_of_surnames_does_not_touch_given_names() -> None:
    assert full_pinyin("王解放", TABLE) == "wangjiefang"
    assert full_pinyin("李单", TABLE) == "lidan"


def test_lists_are_ordered_by_reading_then_tone_then_character() -> None:
    listed = ["安静", "黎明", "李明", "张明", "章一", "尉迟明"]
    assert sorted(listed, key=lambda name: pinyin_key(name, TABLE)) == [
        "安静", "黎明", "李明", "尉迟明", "张明", "章一",
    ]  # fmt: skip


def test_people_of_one_surname_stay_together() -> None:
    listed = ["章国栋", "张秀兰", "章爱民", "张爱民"]
    ordered = sorted(listed, key=lambda name: pinyin_key(name, TABLE))
    assert ordered == ["张爱民", "张秀兰", "章爱民", "章国栋"]


def test_what_cannot_be_read_comes_last_and_is_reported() -> None:
    unread = "\uf8ff明"
    assert pinyin_key("祖明", TABLE) < pinyin_key(unread, TABLE)
    assert without_reading([unread, "祖明", unread], TABLE) == (unread,)


def test_tables_pass_over_their_headings() -> None:
    assert read_readings("# a heading\nyi1 一衣\n") == {"一": "yi1", "衣": "yi1"}
    assert read_surnames("# a heading\n万俟 mo4 qi2\n") == {"万俟": ("mo4", "qi2")}


def test_rare_readings_are_asked_for_only_when_met() -> None:
    asked: list[str] = []

    def rare() -> dict[str, str]:
        asked.append("rare")
        return {"𠮷": "ji2"}

    table = make_pinyin_table({"王": "wang2"}, {}, rare)
    assert full_pinyin("王 ·a王", table) == "wangawang"
    assert asked == []
    assert full_pinyin("𠮷王", table) == "jiwang"
    assert asked == ["rare"]


def test_every_surname_of_the_table_has_a_syllable_for_each_character() -> None:
    assert all(len(surname) == len(spoken) for surname, spoken in TABLE.surnames.items())


def test_readings_are_those_of_pypinyin_but_for_the_ones_we_name() -> None:
    common = [chr(code) for code in range(0x4E00, 0x9FA6)]
    theirs = [spelled if spelled.isascii() else "" for spelled in lazy_pinyin(common)]
    ours = [TABLE.readings.get(character, "").rstrip("12345") for character in common]
    pairs = zip(common, ours, theirs, strict=True)
    assert {character for character, own, other in pairs if own != other} == set("长晟偲曾")


@given(st.text(max_size=12))
def test_spellings_are_lower_case_ascii(name: str) -> None:
    for spelled in (initials(name, TABLE), full_pinyin(name, TABLE)):
        assert set(spelled) <= set(string.ascii_lowercase)


@given(st.text("陈国栋单解尉迟万俟张李王吕长孙乐", max_size=6))
def test_initials_are_one_letter_for_each_character(name: str) -> None:
    assert len(initials(name, TABLE)) == len(name)
    assert full_pinyin(name, TABLE)[:1] == initials(name, TABLE)[:1]


@given(st.lists(st.text(max_size=5), max_size=6))
def test_the_order_does_not_depend_on_how_the_list_came(people: list[str]) -> None:
    keys = [pinyin_key(name, TABLE) for name in people]
    assert sorted(keys) == sorted(reversed(keys))

"""姓氏笔画: the order of surnames, the two conventions, and that it is an order at all."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jz_training.domain.names import bare_name
from jz_training.domain.strokes import (
    StrokeConvention,
    make_stroke_table,
    read_strokes,
    stroke_key,
    without_strokes,
)
from jz_training.services.name_order import stroke_table

#: A neutral order of surnames by the reference table (domain.md §7).
SURNAMES = (
    "丁于万马王牛毛卞文方尹孔邓石龙卢叶申田史白包冯宁吕任华刘关江汤孙牟杜李杨吴邱何余邹宋张陆陈范林欧罗周郑"
    "赵胡姜姚贺秦袁夏徐高郭唐黄曹崔麻梁彭董蒋韩程傅谢雷鲍蔡廖谭熊黎潘薛戴魏"
)
GIVEN = ("静", "国栋", "文", "秀兰", "德海", "一鸣", "毅")

by_party = partial(stroke_key, table=stroke_table(), convention=StrokeConvention.PARTY)
by_congress = partial(stroke_key, table=stroke_table(), convention=StrokeConvention.CONGRESS)


def names() -> st.SearchStrategy[str]:
    known = st.sampled_from("田富大利丁于王李张欧阳诸葛一乙𠮷䶮卐 ·ab")
    return st.text(st.one_of(known, st.characters()), min_size=1, max_size=6)


@pytest.mark.parametrize("convention", StrokeConvention)
def test_surnames_come_in_the_order_of_the_reference(convention: StrokeConvention) -> None:
    listed = [surname + GIVEN[place % len(GIVEN)] for place, surname in enumerate(SURNAMES)]
    key = partial(stroke_key, table=stroke_table(), convention=convention)
    assert sorted(reversed(listed), key=key) == listed


def test_fewer_strokes_come_first() -> None:
    assert by_party("丁秀兰") < by_party("于静") < by_party("王静")


def test_equal_numbers_of_strokes_are_compared_stroke_by_stroke() -> None:
    # six strokes each: 刘 begins 点 横, 任 begins 撇, 关 begins 点 撇, 江 begins 点 点
    assert sorted(["江一", "刘一", "关一", "任一"], key=by_party) == [
        "任一",
        "刘一",
        "关一",
        "江一",
    ]


def test_the_same_surname_is_ordered_by_the_given_name() -> None:
    assert sorted(["李书文", "李一鸣", "李干城"], key=by_party) == ["李一鸣", "李干城", "李书文"]


def test_party_lists_put_a_given_name_of_one_character_first() -> None:
    assert by_party("田富") < by_party("田大利")


def test_congress_lists_count_no_blank() -> None:
    assert by_congress("田大利") < by_congress("田富")


def test_the_conventions_differ_only_for_given_names_of_one_character() -> None:
    assert by_party("田大利") == by_congress("田大利")


def test_a_compound_surname_counts_by_its_first_character() -> None:
    assert by_party("欧大海") < by_party("欧阳静") < by_party("罗静")


def test_the_blank_of_a_compound_surname_stands_behind_it() -> None:
    assert by_party("欧阳静") < by_party("欧阳一鸣")
    assert by_congress("欧阳一鸣") < by_congress("欧阳静")


@pytest.mark.parametrize("written", ["张 伟", "张　伟", "张\u200b伟", " 张伟\u00a0"])
def test_blanks_inside_a_name_change_nothing(written: str) -> None:
    assert by_party(written) == by_party("张伟")


def test_the_dot_of_a_minority_name_changes_nothing() -> None:
    assert by_party("阿依古丽·买买提") == by_party("阿依古丽买买提")


def test_an_unknown_surname_comes_last_and_is_reported() -> None:
    assert by_party("戴静") < by_party("魏静") < by_party("嚻静")
    assert without_strokes(["魏静", "嚻静", "丁嚻", "嚻静"], stroke_table()) == ("嚻静", "丁嚻")


def test_a_private_use_character_is_unknown_rather_than_passed_over() -> None:
    assert without_strokes(["丁\ue863"], stroke_table()) == ("丁\ue863",)


@pytest.mark.parametrize(
    ("character", "code"),
    [("德", "332122522114544"), ("虽", "251251214"), ("𠮷", "121251"), ("䶮", "135341134")],
)
def test_the_table_writes_corrected_and_rare_characters(character: str, code: str) -> None:
    assert stroke_table().codes[character] == code


def test_the_table_is_whole() -> None:
    codes = stroke_table().codes
    assert len(codes) > 6900
    assert {digit for code in codes.values() for digit in code} == set("12345")


def test_reading_a_table_passes_over_its_heading() -> None:
    assert read_strokes("# a heading\n12 丁十\n5 乙\n") == {"丁": "12", "十": "12", "乙": "5"}


def test_characters_of_the_same_strokes_keep_one_order() -> None:
    table = make_stroke_table({"丁": "12", "十": "12"}, ())
    assert stroke_key("丁", table=table) < stroke_key("十", table=table)


@given(st.lists(names(), max_size=8), st.sampled_from(StrokeConvention))
def test_it_is_a_total_order(people: list[str], convention: StrokeConvention) -> None:
    key = partial(stroke_key, table=stroke_table(), convention=convention)
    once = sorted(people, key=key)
    assert [key(name) for name in sorted(reversed(people), key=key)] == [key(n) for n in once]
    assert all(key(first) <= key(second) for first, second in pairwise(once))


@given(names(), names(), st.sampled_from(StrokeConvention))
def test_only_the_same_name_has_the_same_key(
    first: str, second: str, convention: StrokeConvention
) -> None:
    key = partial(stroke_key, table=stroke_table(), convention=convention)
    assert (key(first) == key(second)) == (bare_name(first) == bare_name(second))

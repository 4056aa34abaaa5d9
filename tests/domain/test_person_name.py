"""Names: what is cleaned, what is kept, how they are compared."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jz_training.domain.person_name import (
    clean_name,
    has_rare_characters,
    is_plausible_name,
    name_key,
    name_keys,
    spaced_name,
)


@pytest.mark.parametrize(
    "raw", ["张三", " 张三 ", "张 三", "张　三", "张\u00a0三", "张\u200b三", "\ufeff张三", "张\n三"]
)
def test_blanks_set_for_looks_and_invisible_characters_go(raw: str) -> None:
    assert clean_name(raw) == "张三"


@pytest.mark.parametrize("dot", "·•．.・‧●˙﹒")
def test_all_dots_between_chinese_characters_become_one(dot: str) -> None:
    assert clean_name(f"阿依 {dot} 古丽") == "阿依·古丽"


def test_western_names_keep_single_blanks_and_their_full_stops() -> None:
    assert clean_name("  John   F. Doe ") == "John F. Doe"


@pytest.mark.parametrize("name", ["𠮷野", "㐂田", "\ue123某", "欧阳小\ue000"])
def test_rare_characters_are_kept_and_told(name: str) -> None:
    assert clean_name(name) == name
    assert has_rare_characters(name) or name == "㐂田"


def test_a_character_lost_in_another_program_is_told() -> None:
    assert has_rare_characters("林\ufffd禾")


@given(st.text())
@example("张 \u200b 三")
@example("\u200b ·")
def test_cleaning_twice_changes_nothing(raw: str) -> None:
    assert clean_name(clean_name(raw)) == clean_name(raw)


@given(st.text())
def test_the_key_of_a_key_is_itself(raw: str) -> None:
    assert name_key(name_key(raw)) == name_key(raw)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("张　三", "张三"),
        ("阿依•古丽", "阿依·古丽"),
        ("JOHN Doe", "john doe"),
        ("Zoe\u0308", "Zoë"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_different_names_have_different_keys() -> None:
    assert name_key("张三") != name_key("张三丰")


@pytest.mark.parametrize(
    ("name", "paper"),
    [("张三", "张　三"), ("欧阳修远", "欧阳修远"), ("王", "王"), ("AB", "AB"), ("𠮷田", "𠮷　田")],
)
def test_two_characters_are_spaced_on_paper(name: str, paper: str) -> None:
    assert spaced_name(name) == paper


@pytest.mark.parametrize("name", ["张三", "<img src=x>", "张三（组长）", "𠮷", "\ue001", "O'Neil"])
def test_odd_looking_names_are_names(name: str) -> None:
    assert is_plausible_name(name)


@pytest.mark.parametrize("text", ["", "12", "——", "张\x07三", "张\ud800三", "张" * 51, "\uffff张"])
def test_numbers_controls_and_long_texts_are_no_names(text: str) -> None:
    assert not is_plausible_name(text)


@given(st.lists(st.sampled_from(["张三", "欧阳修远", "阿依•古丽", "JOHN", "𠮷野", ""])))
def test_many_keys_are_the_keys_of_each(names: list[str]) -> None:
    assert list(name_keys(names)) == [name_key(name) for name in names]

"""The code on every page: short, read back whole, wrong characters noticed."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from jz_training.domain.page_code import (
    ALPHABET,
    PageCode,
    page_code,
    read_page_code,
    training_key,
)

ids = st.uuids()
versions = st.integers(1, 9999)
pages = st.integers(1, 9999)


@settings(deadline=None)
@given(ids, versions, pages)
def test_a_code_is_read_back_whole(training: UUID, version: int, page: int) -> None:
    code = page_code(training, sheet_version=version, page=page)
    assert read_page_code(code) == PageCode(training_key(training), version, page)


@settings(deadline=None)
@given(ids, versions, pages, st.data())
def test_one_wrong_character_is_noticed(
    training: UUID, version: int, page: int, data: st.DataObject
) -> None:
    code = page_code(training, sheet_version=version, page=page)
    place = data.draw(st.sampled_from([at for at, sign in enumerate(code) if sign != "-"]))
    wrong = data.draw(st.sampled_from([sign for sign in ALPHABET if sign != code[place]]))
    assert read_page_code(code[:place] + wrong + code[place + 1 :]) is None


@settings(deadline=None)
@given(ids, versions, pages, st.data())
def test_two_characters_that_changed_places_are_noticed(
    training: UUID, version: int, page: int, data: st.DataObject
) -> None:
    code = page_code(training, sheet_version=version, page=page)
    places = [at for at, sign in enumerate(code) if sign != "-"]
    one, two = sorted(data.draw(st.permutations(places))[:2])
    swapped = list(code)
    swapped[one], swapped[two] = swapped[two], swapped[one]
    read = read_page_code("".join(swapped))
    assert read is None or code[one] == code[two]


def test_a_code_is_short_and_has_no_letters_that_look_like_digits() -> None:
    code = page_code(UUID(int=0x1234567890ABCDEF), sheet_version=2, page=1)
    assert code == "8AQKFF-2-01-Q"
    assert not set(code) & set("ILOU")


def test_a_code_typed_in_lower_case_with_lookalikes_is_read() -> None:
    training = UUID(int=0b00001_00000 << 20)
    code = page_code(training, sheet_version=1, page=1)
    assert code.startswith("100000-1-01-")
    typed = f" {code} ".lower().replace("1", "l").replace("0", "o")
    assert read_page_code(typed) == read_page_code(code) is not None


def test_what_is_not_a_code_is_not_read() -> None:
    for text in ("", "签到表", "7K3Q-2-01", "8AQKFF-2-01-", "8AQKFF-2-1-Q", "8AQKFF--2-01-Q"):
        assert read_page_code(text) is None

"""Whom a name means on a list: certain, near, unclear, unknown."""

from __future__ import annotations

from typing import Any

from jz_training.domain.attendance import AttendeeRole, AttendeeRow
from jz_training.domain.ids import new_id
from jz_training.domain.meeting_reading import Participant
from jz_training.domain.name_matching import (
    MatchReason,
    NameMatch,
    NearReason,
    Unclear,
    match_names,
    nickname_key,
)
from jz_training.domain.pinyin import full_pinyin
from jz_training.services.name_order import pinyin_table


def row(number: int, name: str, unit: str = "一车间", **about: Any) -> AttendeeRow:
    return AttendeeRow(
        id=new_id(), person_id=new_id(), number=number, name=name, unit=unit, **about
    )


def person(name: str, **about: Any) -> Participant:
    return Participant(**({"raw": name, "name": name, "seconds": 60} | about))


def matched(*people: Participant, rows: list[AttendeeRow], **about: Any) -> NameMatch:
    table = pinyin_table()
    nicknames = about.get("nicknames", {})
    return match_names(
        people, rows, nicknames=nicknames, pinyin=lambda name: full_pinyin(name, table)
    )


def near(found: NameMatch) -> list[tuple[int, NearReason]]:
    return [(one.number, one.reason) for one in found.suggested]


def test_a_name_that_only_one_has_is_matched() -> None:
    found = matched(person("王建国"), rows=[row(1, "王建国"), row(2, "李红")])
    assert [(one.number, one.reason) for one in found.matched] == [(1, MatchReason.NAME)]
    assert found.unseen == (2,)


def test_unit_and_number_before_a_name_are_taken_off() -> None:
    rows = [row(1, "王建国", "第一机械厂"), row(2, "李红"), row(3, "张伟")]
    found = matched(person("机械厂王建国"), person("李红"), person("2023张伟"), rows=rows)
    assert [one.reason for one in found.matched] == [
        MatchReason.PREFIX, MatchReason.NAME, MatchReason.PREFIX,
    ]  # fmt: skip


def test_a_remembered_name_wins() -> None:
    rows = [row(1, "王建国"), row(2, "老王")]
    known = person("老王")
    found = matched(known, rows=rows, nicknames={nickname_key(known): rows[0].person_id})
    assert [(one.number, one.reason) for one in found.matched] == [(1, MatchReason.NICKNAME)]


def test_near_names_are_suggested_with_their_reason_and_never_matched() -> None:
    rows = [row(1, "王建国"), row(2, "张晓燕"), row(3, "陈国栋"), row(4, "李素芬")]
    people = [person(name) for name in ("洛阳王建国", "张小艳", "陈国标", "素芬", "来客甲")]
    found = matched(*people, rows=rows)
    assert found.matched == ()
    assert near(found) == [
        (1, NearReason.CONTAINED),
        (2, NearReason.PINYIN),
        (3, NearReason.ONE_CHARACTER),
        (4, NearReason.PART_OF_NAME),
    ]
    assert found.strangers == (4,)
    assert found.unseen == (1, 2, 3, 4)


def test_latin_letters_sound_like_a_name_in_either_order() -> None:
    rows = [row(1, "王建国"), row(2, "李红")]
    found = matched(person("wang jianguo"), person("Hong Li"), rows=rows)
    assert near(found) == [(1, NearReason.PINYIN), (2, NearReason.PINYIN)]


def test_two_of_one_name_on_the_list_are_left_to_a_person() -> None:
    rows = [row(1, "张伟", "一车间"), row(2, "张伟", "二车间")]
    found = matched(person("张伟", unit="二车间"), rows=rows)
    assert found.unclear == (Unclear(participant=0, numbers=(1, 2), likely=2),)
    assert found.matched == ()


def test_two_participants_of_one_name_with_two_units_are_left_to_a_person() -> None:
    people = person("张伟", unit="一车间"), person("张伟", unit="外单位")
    found = matched(*people, rows=[row(1, "张伟")])
    assert [one.participant for one in found.unclear] == [0, 1]


def test_two_names_of_the_list_in_one_cell_are_left_to_a_person() -> None:
    found = matched(person("李红", names=("王建国",)), rows=[row(1, "王建国"), row(2, "李红")])
    assert found.unclear[0].numbers == (2, 1)


def test_phone_and_computer_are_one_person() -> None:
    people = person("张伟", raw="张伟#2"), person("张伟", unit="一车间")
    found = matched(*people, rows=[row(1, "张伟")])
    assert found.matched[0].participants == (0, 1)


def test_who_is_on_the_sheet_besides_is_no_stranger() -> None:
    found = matched(person("孙讲师"), rows=[row(1, "孙讲师", role=AttendeeRole.SPEAKER)])
    assert (found.others, found.strangers, found.unseen) == ((0,), (), ())

"""The tables of names as they are delivered."""

from __future__ import annotations

from jz_training.domain.pinyin import initials
from jz_training.domain.strokes import StrokeConvention
from jz_training.services.name_order import name_tables, pinyin_table, stroke_table


def test_tables_are_read_once() -> None:
    assert stroke_table() is stroke_table()
    assert pinyin_table() is pinyin_table()
    assert name_tables().pinyin is pinyin_table()


def test_the_party_convention_is_the_default() -> None:
    assert name_tables().convention is StrokeConvention.PARTY
    congress = name_tables(StrokeConvention.CONGRESS)
    assert congress.convention is StrokeConvention.CONGRESS


def test_compound_surnames_come_from_the_list_of_surnames() -> None:
    compound = stroke_table().compound_surnames
    assert {"欧阳", "诸葛", "尉迟", "万俟"} <= compound
    assert all(len(surname) == 2 for surname in compound)


def test_whatever_has_strokes_can_be_read_aloud() -> None:
    silent = {sign for sign in stroke_table().codes if not initials(sign, pinyin_table())}
    assert silent <= set("亻冂勹卩廴彐忄扌氵灬犭疒礻糸纟罒艹虍衤讠辶钅阝饣")


def test_readings_are_syllables_with_a_tone() -> None:
    readings = set(pinyin_table().readings.values())
    spoken = readings | {part for parts in pinyin_table().surnames.values() for part in parts}
    assert all(one[:-1].isalpha() and one.isascii() and one[-1] in "12345" for one in spoken)

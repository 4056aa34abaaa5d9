"""The tables behind the order and the spelling of names, read once from the resources."""

from __future__ import annotations

from functools import cache

from jz_training.domain.list_order import NameTables
from jz_training.domain.pinyin import PinyinTable, make_pinyin_table, read_readings, read_surnames
from jz_training.domain.strokes import (
    StrokeConvention,
    StrokeTable,
    make_stroke_table,
    read_strokes,
)
from jz_training.paths import resources


@cache
def pinyin_table() -> PinyinTable:
    """Return how characters and surnames are read."""
    return make_pinyin_table(
        read_readings(_names_file("pinyin.txt")),
        read_surnames(_names_file("surnames.txt")),
        _rare_readings,
    )


@cache
def _rare_readings() -> dict[str, str]:
    return read_readings(_names_file("pinyin_rare.txt"))


@cache
def stroke_table() -> StrokeTable:
    """Return how characters are written."""
    surnames = read_surnames(_names_file("surnames.txt"))
    compound = (surname for surname in surnames if len(surname) == 2)
    return make_stroke_table(read_strokes(_names_file("strokes.txt")), compound)


def name_tables(convention: StrokeConvention = StrokeConvention.PARTY) -> NameTables:
    """Return everything that `domain.list_order.order_people` needs."""
    return NameTables(strokes=stroke_table(), pinyin=pinyin_table(), convention=convention)


def _names_file(name: str) -> str:
    return (resources() / "names" / name).read_text(encoding="utf-8")

"""The order of the people on a list and on the printed sheet (domain.md §2)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from jz_training.domain.pinyin import PinyinTable, pinyin_key, without_reading
from jz_training.domain.strokes import (
    StrokeConvention,
    StrokeTable,
    stroke_key,
    without_strokes,
)
from jz_training.domain.training import SheetOrder


class Listed(Protocol):
    """Somebody who can stand on a list: a person of the roster or an attendee."""

    @property
    def name(self) -> str: ...

    @property
    def post(self) -> str: ...


Someone = TypeVar("Someone", bound=Listed)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameTables:
    """What ordering names needs to know; services/name_order.py loads it."""

    strokes: StrokeTable
    pinyin: PinyinTable
    convention: StrokeConvention = StrokeConvention.PARTY


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderedList(Generic[Someone]):
    """People in order, and the names whose place is doubtful: a character is not in the table."""

    people: tuple[Someone, ...]
    unknown: tuple[str, ...] = ()


def order_people(
    people: Sequence[Someone],
    *,
    order: SheetOrder,
    tables: NameTables,
    unit_position: Callable[[Someone], int],
) -> OrderedList[Someone]:
    """Return the people in the order of a sheet; those that are equal stay as they came.

    UNIT goes by the unit's position, then leading posts, then strokes; BY_HAND changes nothing.
    """

    def strokes(person: Someone) -> str:
        return stroke_key(person.name, table=tables.strokes, convention=tables.convention)

    names = [person.name for person in people]
    if order is SheetOrder.BY_HAND:
        return OrderedList(people=tuple(people))
    if order is SheetOrder.PINYIN:
        by_reading = sorted(people, key=lambda person: pinyin_key(person.name, tables.pinyin))
        return OrderedList(people=tuple(by_reading), unknown=without_reading(names, tables.pinyin))
    arranged = sorted(people, key=strokes)
    if order is SheetOrder.UNIT:
        arranged.sort(key=lambda person: (unit_position(person), post_rank(person.post)))
    return OrderedList(people=tuple(arranged), unknown=without_strokes(names, tables.strokes))


def post_rank(post: str) -> int:
    """Return 0 for 主席, 1 for 副主席, 2 for everyone else.

    Only the union's own heads go first: nothing else about posts is the program's to rank.
    """
    if "主席" in post.replace("副主席", ""):
        return 0
    return 1 if "副主席" in post else 2

"""Splitting an audience into batches (批): everybody is in exactly one, or said to be left over."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class BatchBy(StrEnum):
    """By what an audience is split."""

    UNIT = "unit"
    LAYER = "layer"
    SHIFT = "shift"
    NUMBER = "number"
    HAND = "hand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person of the audience, in the order of the paper: units, then people within them."""

    id: UUID
    name: str
    unit: str
    layer: str
    shift: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One batch; `names` are its units, layers or shifts, empty where it is split by number."""

    number: int
    names: tuple[str, ...]
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """The batches and who is in none of them."""

    batches: tuple[Batch, ...]
    left_over: tuple[Member, ...]


#: In which order the shifts of a works take turns; other names follow as they are written.
SHIFT_SIGNS = "早白中晚夜甲乙丙丁戊己一二三四五六"


def shift_key(shift: str) -> tuple[int, str]:
    """Return what to sort a shift by: 早 before 中 before 夜, 甲 before 乙."""
    place = SHIFT_SIGNS.find(shift[:1]) if shift else -1
    return (place if place >= 0 else len(SHIFT_SIGNS), shift)


_KEYS: Mapping[BatchBy, Callable[[Member], str]] = {
    BatchBy.UNIT: lambda member: member.unit,
    BatchBy.LAYER: lambda member: member.layer,
    BatchBy.SHIFT: lambda member: member.shift,
}


def split(
    members: Sequence[Member],
    by: BatchBy,
    *,
    size: int | None = None,
    by_hand: Mapping[UUID, int] | None = None,
) -> Split:
    """Split an audience; each member is in one batch or left over, never in two.

    By unit, layer or shift (甲班, 乙班) each is a batch of its own; with `size` units that stand
    together share a batch while there is room, and one larger than `size` is divided. By number
    the batches hold at most `size` and differ by one at most. By hand `by_hand` says whose number
    is which.
    Whoever has no unit, layer, shift or number is left over.
    """
    if by is BatchBy.HAND:
        return _by_hand(members, by_hand or {})
    if by is BatchBy.NUMBER:
        return Split(batches=_numbered(_evenly(members, size or len(members))), left_over=())
    key = _KEYS[by]
    named = [member for member in members if key(member)]
    groups = _groups(named, key)
    if by is BatchBy.SHIFT:
        groups.sort(key=lambda group: shift_key(group[0].shift))
    parts = [list(group) for group in groups] if size is None else _packed(groups, size)
    return Split(
        batches=_numbered(parts, key),
        left_over=tuple(member for member in members if not key(member)),
    )


def _groups(members: Sequence[Member], key: Callable[[Member], str]) -> list[list[Member]]:
    groups: dict[str, list[Member]] = {}
    for member in members:
        groups.setdefault(key(member), []).append(member)
    return list(groups.values())


def _packed(groups: Sequence[Sequence[Member]], size: int) -> list[list[Member]]:
    """Put groups that stand together into one part while they fit; divide what never fits."""
    parts: list[list[Member]] = []
    room = 0
    for group in groups:
        if len(group) <= room:
            parts[-1].extend(group)
            room -= len(group)
            continue
        pieces = _evenly(group, size)
        parts.extend(pieces)
        room = size - len(pieces[-1])
    return parts


def _evenly(members: Sequence[Member], size: int) -> list[list[Member]]:
    """Divide members in their order into as few parts as `size` allows, alike in number."""
    if not members:
        return []
    parts = -(-len(members) // max(1, size))
    short, longer = divmod(len(members), parts)
    found, at = [], 0
    for number in range(parts):
        length = short + (number < longer)
        found.append(list(members[at : at + length]))
        at += length
    return found


def _numbered(
    parts: Sequence[Sequence[Member]], key: Callable[[Member], str] | None = None
) -> tuple[Batch, ...]:
    return tuple(
        Batch(
            number=number,
            names=() if key is None else tuple(dict.fromkeys(map(key, part))),
            members=tuple(part),
        )
        for number, part in enumerate(parts, start=1)
    )


def _by_hand(members: Sequence[Member], numbers: Mapping[UUID, int]) -> Split:
    parts: dict[int, list[Member]] = {}
    for member in members:
        if member.id in numbers:
            parts.setdefault(numbers[member.id], []).append(member)
    return Split(
        batches=_numbered([parts[number] for number in sorted(parts)]),
        left_over=tuple(member for member in members if member.id not in numbers),
    )

"""Whom the names of a meeting's export mean on a training's list (domain.md §4).

What is certain is matched; what is only near is suggested with its reason and never applied by
itself; where a name means several persons a person decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from jz_training.domain.attendance import AttendeeRole, AttendeeRow
from jz_training.domain.meeting_reading import Participant
from jz_training.domain.near_names import NearNames, NearReason
from jz_training.domain.person_name import name_key

_SHORTEST_UNIT = 2


class MatchReason(StrEnum):
    """Why a participant is taken for a person of the list."""

    NAME = "name"
    NICKNAME = "nickname"  # confirmed by hand before
    PREFIX = "prefix"  # the unit or a number before the name taken off
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """A line of the list with the participants (by place in the reading) that are this person."""

    number: int
    participants: tuple[int, ...]
    reason: MatchReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """A participant who may be this person of the list."""

    participant: int
    number: int
    reason: NearReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclear:
    """A participant whose name means several lines, or several participants that mean one.

    `likely` is the line whose unit stands beside the name, if only one does.
    """

    participant: int
    numbers: tuple[int, ...]
    likely: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMatch:
    """Where every participant of a reading and every expected line of the list has gone.

    Participants: matched, unclear, suggested (once for each line), strangers, or `others` who are
    on the sheet outside 应到. `unseen` are the numbers nobody is matched to, suggestions aside.
    """

    matched: tuple[Matched, ...] = ()
    suggested: tuple[Suggested, ...] = ()
    unclear: tuple[Unclear, ...] = ()
    strangers: tuple[int, ...] = ()
    others: tuple[int, ...] = ()
    unseen: tuple[int, ...] = ()


def nickname_key(one: Participant) -> str:
    """Return under what a participant is remembered: as written, where it names one person."""
    return name_key(one.name if one.shared else one.raw)


class _Lines:
    """The lines of a list, by name and by person."""

    def __init__(self, rows: Sequence[AttendeeRow]) -> None:
        self.by_number = {row.number: row for row in rows}
        self.by_name: dict[str, list[AttendeeRow]] = defaultdict(list)
        self.by_person = {row.person_id: row.number for row in rows if row.person_id}
        for row in rows:
            self.by_name[name_key(row.name)].append(row)

    def named(self, names: Sequence[str]) -> list[int]:
        """Return the numbers of all who go by one of these names."""
        rows = (row for name in names for row in self.by_name.get(name_key(name), ()))
        return list(dict.fromkeys(row.number for row in rows))

    def by_prefix(self, one: Participant) -> list[int]:
        """Return who is meant by a name with the unit before it, or after it."""
        text = name_key(one.name)
        found = set()
        for name, rest in _parted(text):
            for row in self.by_name.get(name, ()):
                if rest.isdecimal() or _of_unit(rest, row.unit):
                    found.add(row.number)
        return [number for number in self.by_number if number in found] if found else []


def _parted(text: str) -> Iterator[tuple[str, str]]:
    """Yield every end and every beginning of a text that may be a name, and the rest."""
    for at in range(1, len(text)):
        head, tail = text[:at], text[at:]
        if len(tail) > 1:
            yield tail, head
        if len(head) > 1:
            yield head, tail


def _of_unit(text: str, unit: str) -> bool:
    """Tell whether a text is a unit's name or a part of it."""
    return len(text) >= _SHORTEST_UNIT and bool(unit) and (text in unit or unit in text)


def match_names(
    participants: Sequence[Participant],
    rows: Sequence[AttendeeRow],
    *,
    nicknames: Mapping[str, UUID],
    pinyin: Callable[[str], str],
) -> NameMatch:
    """Return whom the participants of an export mean on a list.

    `nicknames` are the names confirmed by hand before (see `nickname_key`), `pinyin` spells a
    name without tones.
    """
    expected = _Lines([row for row in rows if row.role is AttendeeRole.EXPECTED])
    beside = _Lines([row for row in rows if row.role is not AttendeeRole.EXPECTED])
    certain: dict[int, list[tuple[int, MatchReason]]] = defaultdict(list)
    unclear: list[Unclear] = []
    left: list[int] = []
    others: list[int] = []
    for place, one in enumerate(participants):
        numbers, reason = _certain(one, expected, nicknames)
        if len(numbers) == 1:
            certain[numbers[0]].append((place, reason))
        elif numbers:
            unclear.append(_unclear(place, one, numbers, expected))
        elif beside.named([one.name, *one.names]):
            others.append(place)
        else:
            left.append(place)
    matched = _settled(participants, certain, unclear)
    taken = {one.number for one in matched} | {n for one in unclear for n in one.numbers}
    free = [row for number, row in expected.by_number.items() if number not in taken]
    names = NearNames([row.name for row in free], pinyin=pinyin)
    suggested = [near for place in left for near in _near(place, participants[place], free, names)]
    near_places = {one.participant for one in suggested}
    return NameMatch(
        matched=tuple(sorted(matched, key=lambda one: one.number)),
        suggested=tuple(suggested),
        unclear=tuple(unclear),
        strangers=tuple(place for place in left if place not in near_places),
        others=tuple(others),
        unseen=tuple(row.number for row in free),
    )


def _certain(
    one: Participant, lines: _Lines, nicknames: Mapping[str, UUID]
) -> tuple[list[int], MatchReason]:
    known = nicknames.get(nickname_key(one))
    if known in lines.by_person:
        return [lines.by_person[known]], MatchReason.NICKNAME
    if numbers := lines.named([one.name, *one.names]):
        return numbers, MatchReason.NAME
    return lines.by_prefix(one), MatchReason.PREFIX


def _unclear(place: int, one: Participant, numbers: list[int], lines: _Lines) -> Unclear:
    units = [n for n in numbers if one.unit and _of_unit(one.unit, lines.by_number[n].unit)]
    likely = units[0] if len(units) == 1 else None
    return Unclear(participant=place, numbers=tuple(numbers), likely=likely)


def _settled(
    participants: Sequence[Participant],
    certain: Mapping[int, list[tuple[int, MatchReason]]],
    unclear: list[Unclear],
) -> list[Matched]:
    """Return one match for each line: several devices of one person unite, two persons do not.

    Two participants of one name with different units before it are two persons.
    """
    matched = []
    for number, found in certain.items():
        units = {participants[place].unit for place, _ in found} - {""}
        if len(units) > 1 and not all(why is MatchReason.NICKNAME for _, why in found):
            unclear.extend(Unclear(participant=place, numbers=(number,)) for place, _ in found)
            continue
        places = tuple(place for place, _ in found)
        matched.append(Matched(number=number, participants=places, reason=found[0][1]))
    return matched


# --- near, not certain -----------------------------------------------------------------------


def _near(
    place: int, one: Participant, rows: Sequence[AttendeeRow], names: NearNames
) -> list[Suggested]:
    """Return the likeliest lines for a participant; none that is far off."""
    found = names.near((one.name, *one.names, one.raw))
    if found is None:
        return []
    reason, places = found
    return [Suggested(participant=place, number=rows[at].number, reason=reason) for at in places]

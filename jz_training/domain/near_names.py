"""Which lines of a list a name may mean although it is none of theirs (domain.md §4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum

from jz_training.domain.person_name import name_key

_SHORTEST = 2
_MOST = 3


class NearReason(StrEnum):
    """Why a participant may be a person of the list; the first is the likeliest."""

    CONTAINED = "contained"  # the name of the list stands inside the other
    PINYIN = "pinyin"
    ONE_CHARACTER = "one_character"
    PART_OF_NAME = "part_of_name"  # only the given name, say


class NearNames:
    """The names of a list by everything that a name near one of them has in common with it.

    Looked up, never compared one by one: a thousand names against a thousand lines are asked for.
    """

    def __init__(self, names: Sequence[str], *, pinyin: Callable[[str], str]) -> None:
        self._pinyin = pinyin
        self._whole: dict[str, list[int]] = defaultdict(list)
        self._sounds: dict[tuple[int, str], list[int]] = defaultdict(list)
        self._letters: dict[str, list[int]] = defaultdict(list)
        self._gapped: dict[tuple[int, str], list[int]] = defaultdict(list)
        self._parts: dict[str, list[int]] = defaultdict(list)
        for place, name in enumerate(map(name_key, names)):
            if len(name) >= _SHORTEST:
                self._add(place, name)
        self._lengths = sorted({len(name) for name in self._whole})

    def _add(self, place: int, name: str) -> None:
        self._whole[name].append(place)
        for part in _parts(name):
            self._parts[part].append(place)
        if len(name) > _SHORTEST:
            for gap in _gapped(name):
                self._gapped[gap].append(place)
        if spoken := self._pinyin(name):
            self._sounds[len(name), spoken].append(place)
            for letters in {spoken, self._pinyin(name[1:]) + self._pinyin(name[:1])}:
                self._letters[letters].append(place)

    def near(self, written: Sequence[str]) -> tuple[NearReason, list[int]] | None:
        """Return the likeliest places in the list for the ways one name is written, and why."""
        texts = [text for text in dict.fromkeys(map(name_key, written)) if len(text) >= _SHORTEST]
        for reason, found in (
            (NearReason.CONTAINED, self._inside),
            (NearReason.PINYIN, self._alike),
            (NearReason.ONE_CHARACTER, self._one_off),
            (NearReason.PART_OF_NAME, self._around),
        ):
            if places := {place for text in texts for place in found(text)}:
                return reason, sorted(places)[:_MOST]
        return None

    def _inside(self, text: str) -> Iterator[int]:
        for length in self._lengths:
            for at in range(len(text) - length + 1):
                yield from self._whole.get(text[at : at + length], ())

    def _alike(self, text: str) -> Sequence[int]:
        """Return who sounds alike, also in Latin letters with the given name first."""
        if text.isascii():
            return self._letters.get("".join(sign for sign in text if sign.isalpha()), ())
        return self._sounds.get((len(text), self._pinyin(text)), ())

    def _one_off(self, text: str) -> Iterator[int]:
        if len(text) in self._lengths:
            for gap in _gapped(text):
                yield from self._gapped.get(gap, ())

    def _around(self, text: str) -> Sequence[int]:
        return () if text.isascii() else self._parts.get(text, ())


def _parts(name: str) -> set[str]:
    ends = range(_SHORTEST, len(name) + 1)
    return {name[at:end] for end in ends for at in range(end - _SHORTEST + 1)}


def _gapped(name: str) -> list[tuple[int, str]]:
    return [(at, name[:at] + name[at + 1 :]) for at in range(len(name))]

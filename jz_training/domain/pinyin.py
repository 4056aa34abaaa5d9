"""Names in pinyin: to find them by initials (陈国栋: cgd) and to order lists by reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from jz_training.domain.names import Spelling, bare_name

_TONES = "012345"
_UNKNOWN = "~"  # sorts after every reading
_FIRST_RARE = "\u3400"  # below it are other scripts, blanks and dots


@dataclass(frozen=True, slots=True, kw_only=True)
class PinyinTable:
    """How characters are read.

    `readings` gives a syllable with its tone (guo2; ü is v), `surnames` what a surname of one or
    two characters is read instead, `openers` the first characters of these. The spellings are
    what each character adds to the initials, to the full pinyin and to a key.
    """

    readings: Mapping[str, str]
    surnames: Mapping[str, tuple[str, ...]]
    openers: frozenset[str]
    initials: Spelling
    syllables: Spelling
    places: Spelling


def read_readings(text: str) -> dict[str, str]:
    """Return character → reading from the text of pinyin.txt (reading, blank, characters)."""
    lines = (line.partition(" ") for line in text.splitlines() if not line.startswith("#"))
    return {character: reading for reading, _, characters in lines for character in characters}


def read_surnames(text: str) -> dict[str, tuple[str, ...]]:
    """Return surname → readings from the text of surnames.txt (surname, readings)."""
    lines = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return {surname: tuple(readings) for surname, *readings in lines}


def make_pinyin_table(
    readings: Mapping[str, str],
    surnames: Mapping[str, tuple[str, ...]],
    rare: Callable[[], Mapping[str, str]] = dict,
) -> PinyinTable:
    """Return the table that names are spelled with; `rare` is asked for what `readings` lack."""

    def reading(character: str) -> str:
        known = readings.get(character) or _latin(character)
        if known or character < _FIRST_RARE:
            return known
        return rare().get(character, "")

    return PinyinTable(
        readings=readings,
        surnames=surnames,
        openers=frozenset(surname[0] for surname in surnames),
        initials=Spelling(lambda character: reading(character)[:1]),
        syllables=Spelling(lambda character: reading(character).rstrip(_TONES)),
        places=Spelling(lambda character: f"{reading(character) or _UNKNOWN}{character}"),
    )


def _latin(character: str) -> str:
    """Return a Latin letter of half or full width in lower case, or nothing."""
    code = ord(character)
    letter = (chr(code - 0xFEE0) if 0xFF01 <= code <= 0xFF5E else character).lower()
    return letter if "a" <= letter <= "z" and len(letter) == 1 else ""


def initials(name: str, table: PinyinTable) -> str:
    """Return the initials of a name in lower-case ASCII: 陈国栋 → cgd, 单雄 → sx, 尉迟敬 → ycj."""
    if name[:1] not in table.openers:
        return name.translate(table.initials)
    spoken = _surname(name, table)
    rest = name[len(spoken) :].translate(table.initials)
    return "".join(reading[0] for reading in spoken) + rest


def full_pinyin(name: str, table: PinyinTable) -> str:
    """Return a name in pinyin without tones, in lower-case ASCII: 陈国栋 → chenguodong."""
    if name[:1] not in table.openers:
        return name.translate(table.syllables)
    spoken = _surname(name, table)
    rest = name[len(spoken) :].translate(table.syllables)
    return "".join(reading.rstrip(_TONES) for reading in spoken) + rest


def pinyin_key(name: str, table: PinyinTable) -> str:
    """Return what to sort a name by: reading with tone, then the character, place by place.

    So 张 and 章 are not mixed, 李 comes after 黎, and what cannot be read comes last.
    """
    bare = bare_name(name)
    spoken = _surname(bare, table)
    surname = "".join(f"{reading}{sign}" for reading, sign in zip(spoken, bare, strict=False))
    return surname + bare[len(spoken) :].translate(table.places)


def _surname(name: str, table: PinyinTable) -> tuple[str, ...]:
    """Return how the surname is read if it is one of the special ones."""
    return table.surnames.get(name[:2]) or table.surnames.get(name[:1]) or ()


def without_reading(names: Iterable[str], table: PinyinTable) -> tuple[str, ...]:
    """Return the names that hold a character without a reading, each once, as they come."""
    found = (name for name in names if _UNKNOWN in pinyin_key(name, table))
    return tuple(dict.fromkeys(found))

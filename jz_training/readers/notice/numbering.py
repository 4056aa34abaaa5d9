"""Word's automatic numbers: not in the text, only rules how to count (ECMA-376-1 §17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import IO

from jz_training.readers.notice.counting import counted
from jz_training.readers.notice.word_xml import WordHandler, parse

_PLACE = re.compile("%([1-9])")
_LEVELS = 9
_MOST_BASES = 20  # styles are based on each other, in a circle when damaged


@dataclass(slots=True)
class Level:
    """How one level of a list counts."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    style: str = ""
    only_decimals: bool = False
    restarts: bool = True


@dataclass(slots=True)
class ListUse:
    """A `w:num`: which rules it follows and what it changes of them."""

    rules: str = ""
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


@dataclass(slots=True)
class StyleUse:
    """What a style says of numbers."""

    base: str = ""
    list_id: str = ""
    level: int | None = None


class Numbering:
    """The lists of a document; hand it each numbered paragraph in order."""

    def __init__(self) -> None:
        self.rules: dict[str, dict[int, Level]] = {}
        self.linked: dict[str, str] = {}  # rules that are kept with a style → that style
        self.lists: dict[str, ListUse] = {}
        self.styles: dict[str, StyleUse] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def read_lists(self, part: IO[bytes]) -> None:
        """Take word/numbering.xml."""
        parse(part, _ListsHandler(self))

    def read_styles(self, part: IO[bytes]) -> None:
        """Take word/styles.xml: headings are mostly numbered by their style."""
        parse(part, _StylesHandler(self))

    def next(self, *, style: str, list_id: str, level: int | None) -> str:
        """Return the number of the next paragraph as it is drawn, or nothing.

        `list_id` and `level` are the paragraph's own, empty and None where only its style says.
        """
        list_id, level = self._place_of(style, list_id, level)
        one = self.lists.get(list_id)
        if one is None or not 0 <= level < _LEVELS:
            return ""
        rules = self._rules_of(one.rules)
        levels = {**self.rules.get(rules, {}), **one.levels}
        if level not in levels:
            return ""
        counts = self._counts.setdefault(rules, [None] * _LEVELS)
        self._count(counts, levels, one, list_id, level)
        return _drawn(levels, counts, level)

    def _place_of(self, style: str, list_id: str, level: int | None) -> tuple[str, int]:
        seen, at = "", style
        for _ in range(_MOST_BASES):
            about = self.styles.get(at)
            if list_id or about is None:
                break
            list_id, seen = about.list_id, at
            level = about.level if level is None else level
            at = about.base
        if level is None and seen:
            level = self._level_of_style(list_id, seen)
        return list_id, level or 0

    def _level_of_style(self, list_id: str, style: str) -> int:
        one = self.lists.get(list_id)
        levels = self.rules.get(self._rules_of(one.rules), {}) if one else {}
        return next((at for at, level in levels.items() if level.style == style), 0)

    def _rules_of(self, rules: str) -> str:
        """Return the rules meant: a list of a style is kept with that style's own list."""
        style = self.styles.get(self.linked.get(rules, ""))
        one = self.lists.get(style.list_id) if style else None
        return one.rules if one else rules

    def _count(
        self,
        counts: list[int | None],
        levels: dict[int, Level],
        one: ListUse,
        list_id: str,
        level: int,
    ) -> None:
        at = counts[level]
        if level in one.starts and (list_id, level) not in self._begun:
            self._begun.add((list_id, level))
            counts[level] = one.starts[level]
        else:
            counts[level] = levels[level].start if at is None else at + 1
        for below in range(level + 1, _LEVELS):
            if below not in levels or levels[below].restarts:
                counts[below] = None


def _drawn(levels: dict[int, Level], counts: list[int | None], level: int) -> str:
    about = levels[level]
    if about.form == "bullet":
        return ""

    def number(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        upper = levels.get(at, Level())
        count = counts[at]
        form = "decimal" if about.only_decimals else upper.form
        return counted(upper.start if count is None else count, form)

    drawn = _PLACE.sub(number, about.text)
    return drawn + " " if drawn[-1:].isalnum() and drawn[-1:].isascii() else drawn


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0


class _ListsHandler(WordHandler):
    def __init__(self, numbering: Numbering) -> None:
        super().__init__()
        self._all = numbering
        self._rules = ""
        self._list = ListUse()
        self._level = Level()
        self._at = 0

    def start(self, name: str) -> None:
        value = self.attribute("val")
        if name == "abstractNum":
            self._rules = self.attribute("abstractNumId")
            self._all.rules[self._rules] = {}
        elif name == "numStyleLink":
            self._all.linked[self._rules] = value
        elif name == "num":
            self._list = self._all.lists[self.attribute("numId")] = ListUse()
        elif name == "abstractNumId":
            self._list.rules = value
        elif name in ("lvl", "lvlOverride"):
            self._start_level(name, _number(self.attribute("ilvl")))
        elif name == "startOverride":
            self._list.starts[self._at] = _number(value)
        else:
            self._take(name, value)

    def _start_level(self, name: str, at: int) -> None:
        self._at = at
        if name == "lvl":
            self._level = Level()
            inside = "num" in self.within
            (self._list.levels if inside else self._all.rules.setdefault(self._rules, {}))[at] = (
                self._level
            )

    def _take(self, name: str, value: str) -> None:
        if name == "start":
            self._level.start = _number(value)
        elif name == "numFmt":
            self._level.form = value
        elif name == "lvlText":
            self._level.text = value
        elif name == "pStyle":
            self._level.style = value
        elif name == "isLgl":
            self._level.only_decimals = self.is_on
        elif name == "lvlRestart":
            self._level.restarts = value != "0"


class _StylesHandler(WordHandler):
    def __init__(self, numbering: Numbering) -> None:
        super().__init__()
        self._all = numbering
        self._style = StyleUse()

    def start(self, name: str) -> None:
        value = self.attribute("val")
        if name == "style":
            self._style = self._all.styles[self.attribute("styleId")] = StyleUse()
        elif name == "basedOn":
            self._style.base = value
        elif name == "numId" and "style" in self.within:
            self._style.list_id = value
        elif name == "ilvl" and "style" in self.within:
            self._style.level = _number(value)

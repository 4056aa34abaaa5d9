"""Where a sentence stands in a notice, which decides whether its words can be a duty."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from jz_training.domain.obligation import ObligationKind
from jz_training.readers.notice.patterns import DEMAND, PAST, RULES, TOLD
from jz_training.readers.notice.sections import Clause
from jz_training.readers.notice.units import Unit

_COUNTED_DEMAND: Final = re.compile(
    r"不少于|至少|不低于|以上|每季度|每月|前(?:报|完成|提交)|月底前"
)
#: A numbered sentence that demands is no heading, though text follows it.
_NO_HEADING: Final = re.compile(
    r"^(?:各|要|须|应|请|通过)|[^重主必]要(?=把|将|组织|制定)|不少于|至少|必须|应当"
)
_TOPIC_RULE: Final = [rule for rule in RULES if rule.kind is ObligationKind.TOPICS][-1]
_TOPIC_HEADING: Final = re.compile(
    r"深刻(?:领会|理解|把握|领悟)|深入领会|准确把握|(?:领会|把握).{0,30}(?:精神实质|核心要义)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The clauses of a notice, and which of their headings are topics to be studied."""

    clauses: tuple[Clause, ...]
    topical: frozenset[int]  # starts of clauses under a topic's heading
    headings: frozenset[int]  # starts of clauses whose heading is a topic to keep

    def clause_at(self, place: int) -> Clause | None:
        """Return the clause in which a place lies."""
        at = self._index_at(place)
        return None if at is None else self.clauses[at]

    def is_bare_heading(self, unit: Unit) -> bool:
        """Tell whether a unit is a heading with its text below it, which demands nothing itself."""
        at = self._index_at(unit.words.start)
        if at is None:
            return False
        clause = self.clauses[at]
        if not clause.alone or unit.words.end > clause.words:
            return False
        if _NO_HEADING.search(unit.words.shadow):
            return False
        return clause.section.end > clause.words + 1 or self._has_parts(at)

    def demands(self, unit: Unit) -> bool:
        """Tell whether a sentence can demand something; what is only told cannot."""
        sentence = unit.sentence.shadow
        if TOLD.search(unit.words.shadow) or TOLD.search(sentence):
            return False
        if DEMAND.search(sentence) or _COUNTED_DEMAND.search(unit.words.shadow):
            return True
        return self.clause_at(unit.words.start) is not None and not PAST.search(sentence)

    def _index_at(self, place: int) -> int | None:
        at = bisect_right(self.clauses, place, key=lambda clause: clause.section.start) - 1
        return at if at >= 0 and place < self.clauses[at].section.end else None

    def _has_parts(self, at: int) -> bool:
        below = self.clauses[at + 1 : at + 2]
        return bool(below) and below[0].section.level > self.clauses[at].section.level


def setting_of(clauses: Sequence[Clause], texts: Sequence[str]) -> Setting:
    """Work out which clauses are about topics; `texts` are the shadows of the clauses' texts."""
    own = [bool(_TOPIC_HEADING.search(_words(c, t))) for c, t in zip(clauses, texts, strict=True)]
    topical, kept = set(), set()
    for index, clause in enumerate(clauses):
        if not own[index]:
            continue
        topical.add(clause.section.start)
        parts = _parts(clauses, index)
        if any(own[i] for i in parts):
            continue
        inside = texts[index][clause.words - clause.section.start :]
        among = _has_brothers(clauses, own, index)
        if clause.alone and (among or not _TOPIC_RULE.asks.search(inside)):
            kept.add(clause.section.start)
        elif not parts:
            topical.discard(clause.section.start)  # its sentences name the topics
    return Setting(clauses=tuple(clauses), topical=frozenset(topical), headings=frozenset(kept))


def _words(clause: Clause, text: str) -> str:
    return text[: clause.words - clause.section.start]


def _has_brothers(clauses: Sequence[Clause], own: Sequence[bool], index: int) -> bool:
    """Tell whether another clause beside this one is a topic too (five 深刻领会 in a row)."""
    level, label = clauses[index].section.level, len(clauses[index].section.path)
    return any(
        own[at] and clauses[at].section.level == level and len(clauses[at].section.path) == label
        for at in range(len(clauses))
        if at != index
    )


def _parts(clauses: Sequence[Clause], index: int) -> list[int]:
    parts = []
    for at in range(index + 1, len(clauses)):
        if clauses[at].section.level <= clauses[index].section.level:
            break
        parts.append(at)
    return parts

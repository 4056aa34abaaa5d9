"""Clauses put together into duties: which clause asks, and which belong to its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from jz_training.domain.obligation import ObligationKind
from jz_training.readers.notice.details import count_in
from jz_training.readers.notice.patterns import COUNT_ALONE, NO_DUTY, PEOPLE, RULES, Rule
from jz_training.readers.notice.units import LONGEST_CLAUSE, Unit, Words

_K: Final = ObligationKind
#: Kinds of duties that are done in forms: 轮训、宣讲、网络培训.
HAVE_FORMS: Final = frozenset(
    {_K.FORMS, _K.LAYERS, _K.CENTRE_GROUP, _K.OUTREACH, _K.REACH, _K.LEADERS_FIRST, _K.OTHER}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The clauses of one duty: those that ask for it, and all that belong to its words."""

    rule: Rule
    asking: tuple[Words, ...]
    first: int
    last: int


def groups_of(unit: Unit) -> list[Group]:
    """Put the clauses of a unit together into duties, each clause into one at most."""
    rules = _rules_for(unit.clauses)
    groups: list[Group] = []
    index = 0
    while index < len(rules):
        rule = rules[index]
        if rule is None:
            index += 1
            continue
        last = index
        asking = [unit.clauses[index]]
        while last + 1 < len(rules) and _belongs(rule, unit.clauses, rules, last + 1, asking):
            last += 1
            if rules[last] is rule or COUNT_ALONE.fullmatch(unit.clauses[last].shadow):
                asking.append(unit.clauses[last])
        groups.append(Group(rule=rule, asking=tuple(asking), first=index, last=last))
        index = last + 1
    return groups


def _rules_for(clauses: Sequence[Words]) -> list[Rule | None]:
    rules: list[Rule | None] = []
    for clause in clauses:
        rule = rule_for(clause)
        before = rules[-1] if rules else None
        people = PEOPLE.search(clause.shadow[:LONGEST_CLAUSE])
        if rule is None and people and before is not None and before.kind in HAVE_FORMS:
            rule = before
        rules.append(rule)
    return rules


def rule_for(clause: Words) -> Rule | None:
    """Return the first rule that a clause asks by; None when it asks for nothing."""
    shadow = clause.shadow[:LONGEST_CLAUSE]
    if NO_DUTY.search(shadow):
        return None
    for rule in RULES:
        if rule.asks.search(shadow) and not (rule.unless and rule.unless.search(shadow)):
            return rule
    return None


def _belongs(
    rule: Rule,
    clauses: Sequence[Words],
    rules: Sequence[Rule | None],
    index: int,
    asking: Sequence[Words],
) -> bool:
    clause = clauses[index]
    shadow = clause.shadow[:LONGEST_CLAUSE]
    other = rules[index]
    counted = count_in(shadow)[0] is not None
    before = any(count_in(words.shadow[:LONGEST_CLAUSE])[0] is not None for words in asking)
    if other is None and not before and COUNT_ALONE.fullmatch(shadow):
        return True
    free = other is None or other is rule or other.kind is ObligationKind.FORMS
    if rule.tail is not None and free and rule.tail.search(shadow):
        return True
    if rules[index] is not rule or not rule.merges:
        return False
    if rule.counted_apart and (counted or before):
        return False
    return not (counted and before)

"""Until when a duty is due: in its own words, close behind them or in front of the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from jz_training.readers.notice.dates import DueDate, dues_in, spans_in
from jz_training.readers.notice.grouping import Group, rule_for
from jz_training.readers.notice.patterns import NO_DUTY
from jz_training.readers.notice.units import LONGEST_CLAUSE, Unit, Words

#: Until when something is due, and the words that say so.
Due: TypeAlias = tuple[DueDate, Words]


def due_of(unit: Unit, own: Words, group: Group, told: date | None) -> Due | None:
    """Return until when, and the words that say so: in the duty's own words or beside them.

    Beside them is close behind, or a date in front of the whole sentence.
    """
    following: list[Words] = []
    for after in unit.clauses[group.last + 1 : group.last + 3]:
        if not _may_date(after) or len(after.shadow) > 40:
            break
        following.append(after)
    leading = unit.clauses[0]
    if leading.start < own.start and len(leading.shadow) <= 30 and _may_date(leading):
        following.append(leading)
    for words in (own, *following):
        due = next(_dues(words.shadow, told), None)
        if due is not None:
            start = words.start + due.start
            return due, Words(
                start=start, end=words.start + due.end, shadow=words.shadow[due.start : due.end]
            )
    return None


def with_date_before(unit: Unit, group: Group, told: date | None) -> int:
    """Return the clause at which the words begin: a date right in front belongs to them."""
    before = unit.clauses[group.first - 1] if group.first else None
    if (
        before is not None
        and len(before.shadow) <= 40
        and _may_date(before)
        and any(_dues(before.shadow, told))
    ):
        return group.first - 1
    return group.first


def _may_date(clause: Words) -> bool:
    """Tell whether a clause may say when what stands beside it is due: it says nothing else."""
    return rule_for(clause) is None and not NO_DUTY.search(clause.shadow[:LONGEST_CLAUSE])


def _dues(shadow: str, told: date | None) -> Iterator[DueDate]:
    shadow = shadow[:LONGEST_CLAUSE]
    yield from dues_in(shadow, told)
    yield from spans_in(shadow, told)

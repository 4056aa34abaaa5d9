"""The duties of a notice, found clause by clause with the rules of patterns.py.

Every duty keeps the notice's own words and their place. A demand that no rule understood is left
to the reader, with its place; nothing is added that the words do not say (domain.md §9).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, TypeAlias

from jz_training.domain.notice import NoticeRemark, RemarkCode
from jz_training.domain.obligation import ObligationDraft, ObligationKind
from jz_training.readers.notice.dates import DueDate, dues_in, spans_in
from jz_training.readers.notice.details import (
    audience_in,
    count_in,
    often_in,
    receiver_in,
    topics_in,
    venues_in,
)
from jz_training.readers.notice.patterns import COUNT_ALONE, DEMAND, NO_DUTY, PEOPLE, RULES, Rule
from jz_training.readers.notice.repeats import without_repeats
from jz_training.readers.notice.setting import Setting
from jz_training.readers.notice.units import LONGEST_CLAUSE, Unit, Words
from jz_training.readers.notice.words import (
    CHANNEL_WORDS,
    FORM_WORDS,
    GENRE_WORDS,
    PLACE_WORDS,
    stands_for,
)

_K: Final = ObligationKind
_HAVE_FORMS: Final = frozenset(
    {_K.FORMS, _K.LAYERS, _K.CENTRE_GROUP, _K.OUTREACH, _K.REACH, _K.LEADERS_FIRST, _K.OTHER}
)
_HAVE_CHANNELS: Final = frozenset({_K.MEDIA, _K.VENUES, _K.ARTICLES})
#: Until when something is due, and the words that say so.
_Due: TypeAlias = tuple[DueDate, Words]
#: Kinds that a sentence below a topic's heading may have without saying how many.
_PLAIN_DUTIES: Final = frozenset({_K.PLAN, _K.REPORT, _K.ATTEND, _K.CENTRE_GROUP, _K.REQUIRED})
#: Who is addressed, one of a list: 各产业工会.
_NAMES: Final = re.compile(r"(?:各|市属|市直|直属|全市).{1,30}|[^，]{2,30}(?:工会|单位|部门)")
#: What is told, but ends in a demand.
_TOLD_DEMAND: Final = re.compile(r"(?:需要|要求|希望)(?:全|各|广大)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Duties:
    """The duties found and what has to be remarked on the way."""

    obligations: tuple[ObligationDraft, ...]
    remarks: tuple[NoticeRemark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """The clauses of one duty: those that ask for it, and all that belong to its words."""

    rule: Rule
    asking: tuple[Words, ...]
    first: int
    last: int


def read_obligations(
    text: str, units: Sequence[Unit], setting: Setting, told: date | None
) -> Duties:
    """Return the duties of a text in its order; `told` is the day of the notice."""
    drafts: list[ObligationDraft] = []
    remarks: list[NoticeRemark] = []
    left: list[tuple[int, int, int, int]] = []
    for position, unit in enumerate(units):
        found = [*_heading_duty(text, unit, setting)]
        if not found and not setting.is_bare_heading(unit) and setting.demands(unit):
            groups = [g for g in _groups(unit) if _is_wanted(g, unit, setting)]
            found = [_draft(text, unit, group, setting, told) for group in groups]
            if not groups and _is_left(unit):
                left.append((position, unit.paragraph, unit.words.start, unit.words.end))
        elif not found and _TOLD_DEMAND.search(unit.words.shadow):
            left.append((position, unit.paragraph, unit.words.start, unit.words.end))
        for draft, due in found:
            drafts.append(draft)
            if due is not None and not due[0].year_given:
                remarks.append(_year_remark(text, due))
    kept = without_repeats(drafts)
    years = dict.fromkeys(remarks)  # a date in front of a sentence may be that of two duties
    return Duties(obligations=kept, remarks=(*years, *_left_remarks(text, left)))


def _heading_duty(
    text: str, unit: Unit, setting: Setting
) -> Iterator[tuple[ObligationDraft, _Due | None]]:
    """Yield the topic that a heading names."""
    clause = setting.clause_at(unit.words.start)
    if clause is None or clause.section.start not in setting.headings:
        return
    if not clause.after <= unit.words.start < clause.words:
        return
    phrase = text[unit.words.start : unit.words.end]
    place = topics_in(unit.words.shadow)
    topic = phrase[place[0] : place[1]] if place else phrase
    draft = ObligationDraft(
        kind=ObligationKind.TOPICS,
        phrase=phrase,
        start=unit.words.start,
        end=unit.words.end,
        section=clause.section.path,
        topics=(topic,),
    )
    yield draft, None


def _groups(unit: Unit) -> list[_Group]:
    """Put the clauses of a unit together into duties, each clause into one at most."""
    rules = _rules_for(unit.clauses)
    groups: list[_Group] = []
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
        groups.append(_Group(rule=rule, asking=tuple(asking), first=index, last=last))
        index = last + 1
    return groups


def _rules_for(clauses: Sequence[Words]) -> list[Rule | None]:
    rules: list[Rule | None] = []
    for clause in clauses:
        rule = _rule_for(clause)
        before = rules[-1] if rules else None
        people = PEOPLE.search(clause.shadow[:LONGEST_CLAUSE])
        if rule is None and people and before is not None and before.kind in _HAVE_FORMS:
            rule = before
        rules.append(rule)
    return rules


def _rule_for(clause: Words) -> Rule | None:
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


def _is_wanted(group: _Group, unit: Unit, setting: Setting) -> bool:
    """Below a topic's heading, words that only tell the topic at length are no duties."""
    clause = setting.clause_at(unit.words.start)
    if clause is None or clause.section.start not in setting.topical:
        return True
    shadow = "，".join(words.shadow for words in group.asking)[:LONGEST_CLAUSE]
    return group.rule.kind in _PLAIN_DUTIES or count_in(shadow)[0] is not None


def _draft(
    text: str, unit: Unit, group: _Group, setting: Setting, told: date | None
) -> tuple[ObligationDraft, _Due | None]:
    first = _with_names_before(unit, _with_date_before(unit, group, told), group.rule)
    start, end = unit.clauses[first].start, unit.clauses[group.last].end
    shadow = unit.words.shadow[start - unit.words.start : end - unit.words.start]
    own = Words(start=start, end=end, shadow=shadow)
    due = _due(unit, own, group, told)
    if due is not None and due[1].end > end:
        end = next(clause.end for clause in unit.clauses if clause.end >= due[1].end)
    count, unit_word, per, _ = count_in(shadow[:LONGEST_CLAUSE])
    kind = group.rule.kind
    if kind is ObligationKind.REPORT:
        per = often_in(shadow[:LONGEST_CLAUSE])
    asked = "，".join(words.shadow for words in group.asking)
    clause = setting.clause_at(start)
    draft = ObligationDraft(
        kind=kind,
        phrase=text[start:end],
        start=start,
        end=end,
        section="" if clause is None else clause.section.path,
        count=count,
        unit=unit_word,
        per=per,
        due=due[0].day if due else None,
        due_phrase=text[due[1].start : due[1].end] if due else "",
        audience=audience_in(kind, shadow[:LONGEST_CLAUSE]),
        note=receiver_in(shadow[:LONGEST_CLAUSE]) if kind is ObligationKind.REPORT else "",
    )
    return _with_means(draft, asked, text, group), due


def _with_means(draft: ObligationDraft, asked: str, text: str, group: _Group) -> ObligationDraft:
    """Fill in by what forms, media, genres, places and topics it is to be done."""
    kind = draft.kind
    topics = [
        text[words.start + place[0] : words.start + place[1]]
        for words in group.asking
        if kind is ObligationKind.TOPICS and (place := topics_in(words.shadow[:LONGEST_CLAUSE]))
    ]
    into = asked.partition("进")[2] if kind is ObligationKind.OUTREACH else ""
    return replace(
        draft,
        forms=stands_for(FORM_WORDS, asked) if kind in _HAVE_FORMS else (),
        channels=stands_for(CHANNEL_WORDS, asked) if kind in _HAVE_CHANNELS else (),
        genres=stands_for(GENRE_WORDS, asked) if kind is ObligationKind.ARTICLES else (),
        places=stands_for(PLACE_WORDS, into),
        venues=venues_in(asked) if kind is ObligationKind.VENUES else (),
        topics=tuple(topics),
    )


def _with_date_before(unit: Unit, group: _Group, told: date | None) -> int:
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


def _with_names_before(unit: Unit, first: int, rule: Rule) -> int:
    """Return the clause at which a report's words begin: who has to report stands before it."""
    while (
        rule.kind is ObligationKind.REPORT
        and first
        and _NAMES.fullmatch(unit.clauses[first - 1].shadow)
        and _rule_for(unit.clauses[first - 1]) is None
        and not DEMAND.search(unit.clauses[first - 1].shadow)
    ):
        first -= 1
    return first


def _due(unit: Unit, own: Words, group: _Group, told: date | None) -> _Due | None:
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


def _may_date(clause: Words) -> bool:
    """Tell whether a clause may say when what stands beside it is due: it says nothing else."""
    return _rule_for(clause) is None and not NO_DUTY.search(clause.shadow[:LONGEST_CLAUSE])


def _dues(shadow: str, told: date | None) -> Iterator[DueDate]:
    shadow = shadow[:LONGEST_CLAUSE]
    yield from dues_in(shadow, told)
    yield from spans_in(shadow, told)


def _is_left(unit: Unit) -> bool:
    return DEMAND.search(unit.sentence.shadow) is not None and len(unit.words.shadow) >= 6


def _year_remark(text: str, due: _Due) -> NoticeRemark:
    code = RemarkCode.YEAR_UNKNOWN if due[0].day is None else RemarkCode.YEAR_TAKEN
    start, end = due[1].start, due[1].end
    return NoticeRemark(code=code, phrase=text[start:end], start=start, end=end)


def _left_remarks(text: str, left: Sequence[tuple[int, int, int, int]]) -> Iterator[NoticeRemark]:
    """Yield one remark for demands that follow each other in one paragraph."""
    runs: list[list[int]] = []
    for position, paragraph, start, end in left:
        if runs and runs[-1][0] == position - 1 and runs[-1][1] == paragraph:
            runs[-1][0], runs[-1][3] = position, end
        else:
            runs.append([position, paragraph, start, end])
    for _, _, start, end in runs:
        yield NoticeRemark(
            code=RemarkCode.LEFT_TO_READER, phrase=text[start:end], start=start, end=end
        )

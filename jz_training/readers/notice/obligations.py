"""The duties of a notice, found clause by clause with the rules of patterns.py.

Every duty keeps the notice's own words and their place. A demand that no rule understood is left
to the reader, with its place; nothing is added that the words do not say (domain.md §9).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from jz_training.domain.notice import NoticeRemark, RemarkCode
from jz_training.domain.obligation import ObligationDraft, ObligationKind
from jz_training.readers.notice.details import (
    audience_in,
    count_in,
    often_in,
    receiver_in,
    topics_in,
)
from jz_training.readers.notice.due import Due, due_of, with_date_before
from jz_training.readers.notice.grouping import Group, groups_of, rule_for
from jz_training.readers.notice.means import with_means
from jz_training.readers.notice.patterns import DEMAND, Rule
from jz_training.readers.notice.repeats import without_repeats
from jz_training.readers.notice.setting import Setting
from jz_training.readers.notice.units import LONGEST_CLAUSE, Unit, Words

_K: Final = ObligationKind
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
            groups = [g for g in groups_of(unit) if _is_wanted(g, unit, setting)]
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
) -> Iterator[tuple[ObligationDraft, Due | None]]:
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


def _is_wanted(group: Group, unit: Unit, setting: Setting) -> bool:
    """Below a topic's heading, words that only tell the topic at length are no duties."""
    clause = setting.clause_at(unit.words.start)
    if clause is None or clause.section.start not in setting.topical:
        return True
    shadow = "，".join(words.shadow for words in group.asking)[:LONGEST_CLAUSE]
    return group.rule.kind in _PLAIN_DUTIES or count_in(shadow)[0] is not None


def _draft(
    text: str, unit: Unit, group: Group, setting: Setting, told: date | None
) -> tuple[ObligationDraft, Due | None]:
    first = _with_names_before(unit, with_date_before(unit, group, told), group.rule)
    start, end = unit.clauses[first].start, unit.clauses[group.last].end
    shadow = unit.words.shadow[start - unit.words.start : end - unit.words.start]
    own = Words(start=start, end=end, shadow=shadow)
    due = due_of(unit, own, group, told)
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
    return with_means(draft, asked, text, group), due


def _with_names_before(unit: Unit, first: int, rule: Rule) -> int:
    """Return the clause at which a report's words begin: who has to report stands before it."""
    while (
        rule.kind is ObligationKind.REPORT
        and first
        and _NAMES.fullmatch(unit.clauses[first - 1].shadow)
        and rule_for(unit.clauses[first - 1]) is None
        and not DEMAND.search(unit.clauses[first - 1].shadow)
    ):
        first -= 1
    return first


def _is_left(unit: Unit) -> bool:
    return DEMAND.search(unit.sentence.shadow) is not None and len(unit.words.shadow) >= 6


def _year_remark(text: str, due: Due) -> NoticeRemark:
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

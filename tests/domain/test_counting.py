"""Counting evidence: exact gaps, never negative, and more evidence never makes less of it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from jz_training.domain.counting import Piece, counted
from jz_training.domain.evidence import Evidence, EvidenceKind, NoticeFacts
from jz_training.domain.obligation import ObligationKind, ObligationRow, Per
from jz_training.domain.recurrence import spans
from jz_training.domain.task_book import DutyState, Finding, Gap, GapCode, state_of
from tests.domain.duties import SINCE, TODAY, choice, duty, facts
from tests.factories import identity

Kind = ObligationKind


def held(number: int, day: date | None = TODAY, *, done: bool = True, persons: int = 0) -> Evidence:
    """Return something that happened on a day."""
    return Evidence(
        kind=EvidenceKind.TRAINING, id=identity(number, kind=22), title=str(number), day=day,
        done=done, persons=persons,
    )  # fmt: skip


def found(row: ObligationRow, pieces: Sequence[Piece], known: NoticeFacts | None = None) -> Finding:
    """Return the finding of pieces against an obligation that names the things 甲 and 乙."""
    return counted(row, pieces, known or facts(), things=row.draft.topics)


def each_month(
    count: int = 1, since: date = date(2026, 9, 15)
) -> tuple[ObligationRow, NoticeFacts]:
    """Return a duty of every month, and facts that begin in September."""
    return duty(Kind.FORMS, count=count, unit="次", per=Per.MONTH), facts(since=since)


def test_a_month_without_enough_was_missed_and_the_present_one_is_still_open() -> None:
    row, known = each_month(count=2)
    pieces = [
        Piece(held(1, date(2026, 9, 1)), None),
        Piece(held(2, date(2026, 9, 30)), None),
        Piece(held(3, date(2026, 10, 7)), None),
    ]
    assert found(row, pieces, known).gaps == (
        Gap(
            code=GapCode.MISSED_SPAN, number=1, unit="次",
            first=date(2026, 10, 1), last=date(2026, 10, 31),
        ),
        Gap(
            code=GapCode.MORE_IN_SPAN, number=2, unit="次",
            first=date(2026, 11, 1), last=date(2026, 11, 30),
        ),
    )  # fmt: skip


def test_what_is_only_planned_fills_no_span() -> None:
    row, known = each_month(since=date(2026, 11, 1))
    planned = Piece(held(1, TODAY + timedelta(days=2), done=False), None)
    assert found(row, [planned], known).gaps[0].number == 1


def test_a_notice_of_next_month_asks_for_its_first_span_already() -> None:
    row, known = each_month(since=date(2026, 12, 1))
    assert [gap.code for gap in found(row, [], known).gaps] == [GapCode.MORE_IN_SPAN]


def test_evidence_older_than_the_notice_counts_once_for_all() -> None:
    row = duty(Kind.FORMS, count=1, unit="场")
    assert found(row, [Piece(held(1, SINCE - timedelta(days=90)), None)]).gaps == ()


def test_people_are_summed_where_people_are_asked_for() -> None:
    row = duty(Kind.OUTREACH, count=100, unit="人次")
    pieces = [Piece(held(1, persons=60), None), Piece(held(2, persons=30), None)]
    assert found(row, pieces).gaps == (Gap(code=GapCode.MORE, number=10, unit="人次"),)


def test_evidence_of_two_things_is_summed_once() -> None:
    row = duty(Kind.TOPICS, count=120, unit="人次", topics=("甲", "乙"))
    both = held(1, persons=60)
    (gap,) = found(row, [Piece(both, "甲"), Piece(both, "乙")]).gaps
    assert gap.number == 60


def test_one_chosen_by_hand_stands_for_one_thing_that_is_missing() -> None:
    row = duty(Kind.TOPICS, topics=("甲", "乙"))
    free = Piece(held(1), None)
    assert found(row, [free]).gaps == (Gap(code=GapCode.MISSING, of=("乙",)),)
    assert found(row, [free, Piece(held(2), "乙")]).gaps == ()


def test_what_was_taken_out_is_no_evidence_at_all() -> None:
    row = duty(Kind.TOPICS)
    out = choice(held(1).id, counts=False, kind=EvidenceKind.TRAINING)
    finding = found(row, [Piece(held(1), None)], facts(choices=(out,)))
    assert (finding.evidence, finding.gaps) == ((), (Gap(code=GapCode.NO_EVIDENCE),))


# --- properties ------------------------------------------------------------------------------

DAYS = st.dates(date(2026, 1, 1), TODAY)
THINGS = st.sampled_from(["甲", "乙", None])


@st.composite
def duties(draw: st.DrawFn) -> ObligationRow:
    """Return a duty with or without a count, of once or of every span."""
    return duty(
        Kind.TOPICS,
        topics=draw(st.sampled_from([(), ("甲",), ("甲", "乙")])),
        count=draw(st.none() | st.integers(1, 50)),
        unit=draw(st.sampled_from(["场", "人次"])),
        per=draw(st.sampled_from(Per)),
    )


@st.composite
def evidence(draw: st.DrawFn) -> list[Piece]:
    """Return some pieces of evidence, done and planned."""
    rows = draw(st.lists(st.tuples(DAYS, THINGS, st.booleans(), st.integers(0, 40)), max_size=12))
    return [
        Piece(held(number, day, done=done, persons=persons), thing)
        for number, (day, thing, done, persons) in enumerate(rows)
    ]


@given(duties(), evidence())
def test_no_gap_is_ever_empty_or_negative(row: ObligationRow, pieces: list[Piece]) -> None:
    for gap in found(row, pieces, facts(since=date(2026, 8, 3))).gaps:
        assert gap.number > 0 or gap.code in (GapCode.NO_EVIDENCE, GapCode.MISSING)
        assert gap.code is not GapCode.MISSING or gap.of


@given(duties(), evidence(), DAYS, THINGS, st.integers(0, 40))
def test_more_of_it_held_never_makes_a_state_worse(
    row: ObligationRow, pieces: list[Piece], day: date, thing: str | None, persons: int
) -> None:
    known = facts(since=date(2026, 8, 3))
    order = list(DutyState)
    before = state_of(row, found(row, pieces, known))
    more = [*pieces, Piece(held(99, day, persons=persons), thing)]
    assert order.index(state_of(row, found(row, more, known))) >= order.index(before)


@given(duties(), evidence())
def test_holding_what_was_planned_never_makes_a_state_worse(
    row: ObligationRow, pieces: list[Piece]
) -> None:
    known = facts(since=date(2026, 8, 3))
    order = list(DutyState)
    all_held = [Piece(replace(one.evidence, done=True), one.thing) for one in pieces]
    before, after = (state_of(row, found(row, some, known)) for some in (pieces, all_held))
    assert order.index(after) >= order.index(before)


@given(evidence(), st.integers(1, 20))
def test_what_is_missing_and_what_there_is_make_the_count(pieces: list[Piece], count: int) -> None:
    row = duty(Kind.FORMS, count=count, unit="场")
    finding = found(row, pieces)
    (figure,) = finding.figures
    missing = sum(gap.number for gap in finding.gaps)
    assert missing == max(0, count - figure.have)
    assert figure.have == sum(piece.evidence.done for piece in pieces)


@given(DAYS, DAYS, st.sampled_from([per for per in Per if per is not Per.ONCE]))
def test_spans_follow_one_another_without_a_hole(since: date, until: date, per: Per) -> None:
    found_spans = spans(per, since=min(since, until), until=max(since, until))
    assert found_spans[0][0] <= min(since, until)
    assert found_spans[-1][0] <= max(since, until) <= found_spans[-1][1]
    for (_, last), (first, _) in itertools.pairwise(found_spans):
        assert first - last == timedelta(days=1)


def test_a_count_in_a_unit_that_nobody_records_is_the_secretarys_to_judge() -> None:
    row = duty(Kind.ARTICLES, count=1, unit="篇/人")
    assert found(row, [Piece(held(1), None)]).gaps == (Gap(code=GapCode.NOT_CONFIRMED),)


def test_after_the_last_day_of_a_notice_no_further_month_is_owed() -> None:
    row = duty(Kind.FORMS, count=1, unit="次", per=Per.MONTH, due=date(2026, 9, 30))
    known = facts(since=date(2026, 9, 1))
    assert found(row, [Piece(held(1, date(2026, 9, 10)), None)], known).gaps == ()

"""Counting evidence against what an obligation asks for: 不少于3场, 每季度一次, each form once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from jz_training.domain.evidence import Evidence, NoticeFacts, chosen
from jz_training.domain.obligation import (
    PERSON_UNITS,
    ObligationDraft,
    ObligationRow,
    Per,
    can_be_counted,
)
from jz_training.domain.recurrence import spans
from jz_training.domain.task_book import Figure, Finding, Gap, GapCode, Thing


class Piece(NamedTuple):
    """A piece of evidence and what it is one of; None: chosen by hand, it counts for anything."""

    evidence: Evidence
    thing: Thing | None


def counted(
    duty: ObligationRow, pieces: Iterable[Piece], facts: NoticeFacts, *, things: Sequence[Thing]
) -> Finding:
    """Return what there is of what an obligation asks for.

    With a count its amount is asked for, whatever the thing; without one every thing at least
    once; without things anything at all. A count in a unit of which nothing is recorded (篇/人)
    is the secretary's to judge.
    """
    kept = _kept(duty, pieces, facts)
    if not can_be_counted(duty.draft):
        gaps, figures = [Gap(code=GapCode.NOT_CONFIRMED)], []
    elif duty.draft.count is not None:
        once = _each_once(kept)
        gaps = _amounts_missing(duty.draft, once, facts, things)
        figures = [_total(duty.draft, once, things)]
    else:
        gaps = _things_missing(kept, things)
        figures = [Figure(of=thing, have=_done(kept, thing)) for thing in things]
    return Finding(
        evidence=tuple(piece.evidence for piece in kept),
        gaps=tuple(gaps),
        figures=tuple(figures),
    )


def _kept(duty: ObligationRow, pieces: Iterable[Piece], facts: NoticeFacts) -> list[Piece]:
    """Return the evidence without what was taken out, and with what was chosen by hand."""
    taken_out = {
        choice.target_id
        for choice in facts.choices
        if choice.obligation_id == duty.id and not choice.counts
    }
    found = [piece for piece in pieces if piece.evidence.id not in taken_out]
    known = {piece.evidence.id for piece in found}
    by_hand = (one for one in chosen(duty.id, facts) if one.id not in known)
    return found + [Piece(one, None) for one in by_hand]


def _each_once(pieces: Iterable[Piece]) -> list[Piece]:
    """Return each piece of evidence once, though it is one of several things: a count sums it."""
    return list({piece.evidence.id: piece for piece in pieces}.values())


def _things_missing(pieces: list[Piece], things: Sequence[Thing]) -> list[Gap]:
    if not things:
        done = any(piece.evidence.done for piece in pieces)
        return [] if done else [Gap(code=GapCode.NO_EVIDENCE)]
    left = [thing for thing in things if not _done(pieces, thing)]
    free = sum(piece.evidence.done and piece.thing is None for piece in pieces)
    left = left[free:] if free < len(left) else []
    return [Gap(code=GapCode.MISSING, of=tuple(left))] if left else []


def _amounts_missing(
    draft: ObligationDraft, pieces: list[Piece], facts: NoticeFacts, things: Sequence[Thing]
) -> list[Gap]:
    gaps = []
    for first, last in spans(draft.per, since=facts.since, until=_until(draft, facts)):
        have = sum(_amount(p.evidence, draft.unit) for p in pieces if _within(p, first, last))
        missing = (draft.count or 0) - have
        if missing > 0:
            gaps.append(
                Gap(
                    code=_code(draft.per, last, facts.today),
                    number=missing,
                    unit=draft.unit,
                    of=tuple(things),
                    first=None if draft.per is Per.ONCE else first,
                    last=None if draft.per is Per.ONCE else last,
                )
            )
    return gaps


def _until(draft: ObligationDraft, facts: NoticeFacts) -> date:
    """Return the day up to which a count is owed: after the notice's last day nothing more is."""
    today = facts.today if draft.due is None else min(facts.today, draft.due)
    return max(today, facts.since)  # what begins only later is owed all the same


def _code(per: Per, last: date, today: date) -> GapCode:
    if per is Per.ONCE:
        return GapCode.MORE
    return GapCode.MISSED_SPAN if last < today else GapCode.MORE_IN_SPAN


def _within(piece: Piece, first: date, last: date) -> bool:
    """Tell whether evidence is done and lies in a span; one without an end takes every day."""
    day = piece.evidence.day
    if not piece.evidence.done:
        return False
    return last == date.max or (day is not None and first <= day <= last)


def _amount(evidence: Evidence, unit: str) -> int:
    return evidence.persons if unit in PERSON_UNITS else 1


def _total(draft: ObligationDraft, pieces: list[Piece], things: Sequence[Thing]) -> Figure:
    done = (piece.evidence for piece in pieces if piece.evidence.done)
    return Figure(
        of=things[0] if len(things) == 1 else "",
        have=sum(_amount(one, draft.unit) for one in done),
        wanted=draft.count if draft.per is Per.ONCE else None,
        unit=draft.unit,
    )


def _done(pieces: list[Piece], thing: Thing) -> int:
    return sum(piece.evidence.done and piece.thing == thing for piece in pieces)

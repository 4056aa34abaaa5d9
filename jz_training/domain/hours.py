"""学时: rule sets that turn time into hours of study, and what a person is required to reach.

Conversion differs from place to place (domain.md §3), so a rule set is data of the office, kept
as it was with every training that was reckoned by it, together with its 依据 (DESIGN §5).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import NamedTuple
from uuid import UUID

from jz_training.domain.attendance import Mark
from jz_training.domain.parts import TrainingPart, whole_mark
from jz_training.domain.training_form import TrainingForm

NAME_LIMIT = 60
MOST_HOURS = 999
#: From so many minutes on, a span is a half-day where the rule set has a value for one.
HALF_DAY = 150
#: No half-day lasts so long: from here on a span is a morning and an afternoon.
WHOLE_DAY = 2 * HALF_DAY


class Span(NamedTuple):
    """A stretch of time that was studied."""

    start: datetime
    end: datetime

    @property
    def minutes(self) -> int:
        """Return its whole minutes."""
        return int((self.end - self.start).total_seconds()) // 60


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursRule:
    """A rule set for 学时, with the rule of the superior it rests on (`basis`, may be empty).

    A part of a training is worth, in this order: the value of its form, the value of a half-day
    if it lasts 150 minutes or more (two of them from 300 on), else its minutes over `minutes`,
    rounded down to `step`. What is shorter than `least_minutes` is worth nothing; a day is worth
    at most `day_cap`, a training at most `training_cap`.
    """

    name: str
    basis: str = ""
    minutes: int = 45
    step: Decimal = Decimal("0.5")
    least_minutes: int = 0
    form_values: tuple[tuple[TrainingForm, Decimal], ...] = ()
    half_day: Decimal | None = None
    day_cap: Decimal | None = None
    training_cap: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursRuleRow:
    """A rule set as it is stored in the office's list."""

    id: UUID
    version: int
    rule: HoursRule


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursRequirement:
    """What a person should reach within calendar years: `hours` in `years`, by whom, on what basis.

    Empty `layers` and `categories` mean everybody; `online` asks for hours studied online only.
    """

    name: str
    hours: Decimal
    basis: str = ""
    years: int = 1
    online: bool = False
    layers: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()

    def meant(self, *, layer: str, category: str) -> bool:
        """Tell whether a person of a layer and category has to reach it."""
        return (not self.layers or layer in self.layers) and (
            not self.categories or category in self.categories
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursRequirementRow:
    """A requirement as it is stored."""

    id: UUID
    version: int
    requirement: HoursRequirement


def rule_faults(rule: HoursRule) -> dict[str, str]:
    """Return what is wrong with a rule set: field name → code; empty when it may be saved.

    Codes: missing, too_long, not_positive, negative, too_many_hours.
    """
    found: dict[str, str] = {}
    if not rule.name.strip():
        found["name"] = "missing"
    elif len(rule.name) > NAME_LIMIT:
        found["name"] = "too_long"
    if rule.minutes < 1:
        found["minutes"] = "not_positive"
    if not rule.step.is_finite() or rule.step <= 0:
        found["step"] = "not_positive"
    if rule.least_minutes < 0:
        found["least_minutes"] = "negative"
    named = [(name, getattr(rule, name)) for name in ("half_day", "day_cap", "training_cap")]
    for name, value in (*named, *(("form_values", value) for _, value in rule.form_values)):
        if code := hours_fault(value):
            found[name] = code
    return found


def requirement_faults(wanted: HoursRequirement) -> dict[str, str]:
    """Return what is wrong with a requirement, like `rule_faults`."""
    found: dict[str, str] = {}
    if not wanted.name.strip():
        found["name"] = "missing"
    elif len(wanted.name) > NAME_LIMIT:
        found["name"] = "too_long"
    if wanted.years < 1:
        found["years"] = "not_positive"
    if not wanted.hours.is_finite() or wanted.hours <= 0:
        found["hours"] = "not_positive"
    elif wanted.hours > MOST_HOURS:
        found["hours"] = "too_many_hours"
    return found


def hours_fault(hours: Decimal | None) -> str | None:
    """Return what is wrong with a number of hours: negative or too_many_hours; None is none."""
    if hours is None:
        return None
    if not hours.is_finite() or hours > MOST_HOURS:
        return "too_many_hours"
    return "negative" if hours < 0 else None


def credit(rule: HoursRule, form: TrainingForm, spans: Sequence[Span]) -> Decimal:
    """Return the 学时 that the spans of one training are worth."""
    days: dict[date, Decimal] = defaultdict(Decimal)
    for span in spans:
        days[span.start.date()] += _worth(rule, form, span)
    total = sum((_capped(worth, rule.day_cap) for worth in days.values()), start=Decimal(0))
    return _capped(total, rule.training_cap)


def share(hours: Decimal, parts: Sequence[TrainingPart], came: Sequence[bool]) -> Decimal:
    """Return the part of hours given by hand that somebody earned who came to some parts only.

    By the length of the parts, to a tenth, half up. `came` is in the order of the parts.
    """
    lengths = [Span(part.start, part.end).minutes for part in parts]
    attended = sum(length for length, was in zip(lengths, came, strict=True) if was)
    if not attended or not sum(lengths):
        return Decimal(0)
    if all(came):
        return hours
    exact = hours * attended / sum(lengths)
    return exact.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What the hours of a training of several parts are reckoned by; `hours` are the whole's."""

    form: TrainingForm
    parts: tuple[TrainingPart, ...]
    hours: Decimal | None = None
    rule: HoursRule | None = None

    def earned(self, marks: Sequence[Mark]) -> Decimal | None:
        """Return the hours of somebody with these marks of the parts.

        None: those of the training if the person came. It is a figure only where parts were
        missed. A part that a stand-in came to is not the person's own, unless a stand-in came to
        every part that somebody came to.
        """
        whole = whole_mark(marks)
        if not whole.status.came:
            return None
        came = [mark.status.came and (bool(whole.stand_in) or not mark.stand_in) for mark in marks]
        if all(came):
            return None
        if self.rule is None:
            return share(self.hours or Decimal(0), self.parts, came)
        pairs = zip(self.parts, came, strict=True)
        spans = [Span(part.start, part.end) for part, was in pairs if was]
        return credit(self.rule, self.form, spans)


def _worth(rule: HoursRule, form: TrainingForm, span: Span) -> Decimal:
    if span.minutes < rule.least_minutes:
        return Decimal(0)
    fixed = dict(rule.form_values).get(form)
    if fixed is not None:
        return fixed
    if rule.half_day is not None and span.minutes >= HALF_DAY:
        return rule.half_day * (2 if span.minutes >= WHOLE_DAY else 1)
    steps = (Decimal(span.minutes) / rule.minutes / rule.step).to_integral_value(ROUND_FLOOR)
    return steps * rule.step


def _capped(value: Decimal, cap: Decimal | None) -> Decimal:
    return value if cap is None else min(value, cap)

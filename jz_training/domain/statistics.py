"""The statistics page: what may be chosen, and figures that carry what they were made of.

Two kinds of figures stand side by side and are never mixed (DESIGN §5). 人次 (`Tally`) are lines
of lists: unit, layer and category are those of that day. 人数 and 学时 (`PersonFigures`) are of
distinct persons: unit, layer and category are those of now, since it is the persons of now that
the secretary answers for.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from uuid import UUID

from jz_training.domain.tally import Rate, Tally
from jz_training.domain.training_form import TrainingForm

#: In the place of a unit or a notice: those without one.
NONE = UUID(int=0)


class By(StrEnum):
    """By what figures are grouped."""

    UNIT = "unit"
    LAYER = "layer"
    CATEGORY = "category"
    FORM = "form"
    MONTH = "month"
    NOTICE = "notice"


#: Groups of persons; the others are groups of trainings and have no figures of persons.
OF_PERSONS = frozenset({By.UNIT, By.LAYER, By.CATEGORY})


@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticsFilter:
    """Which trainings and whose lines are counted; empty means all.

    `start` and `end` are days, both included. `unit_id` means the unit with all below it, unless
    `itself` says that only the unit's own people are meant. NONE as `unit_id` or `notice_id` means
    those without one, an empty word in `layers` or `categories` those not filled in.
    """

    start: date
    end: date
    notice_id: UUID | None = None
    unit_id: UUID | None = None
    itself: bool = False
    layers: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    forms: tuple[TrainingForm, ...] = ()

    @property
    def of_some_people(self) -> bool:
        """Tell whether only a part of each list is counted."""
        return self.unit_id is not None or bool(self.layers or self.categories)

    @property
    def of_whole_years(self) -> bool:
        """Tell whether all trainings of whole calendar years are counted."""
        first = (self.start.month, self.start.day) == (1, 1)
        last = (self.end.month, self.end.day) == (12, 31)
        return first and last and self.notice_id is None and not self.forms

    def narrowed(self, by: By, row: StatisticsRow) -> StatisticsFilter:
        """Return the filter whose total is a row of this one's table."""
        if by is By.UNIT:
            return replace(self, unit_id=UUID(hex=row.key), itself=row.itself)
        if by is By.LAYER:
            return replace(self, layers=(row.key,))
        if by is By.CATEGORY:
            return replace(self, categories=(row.key,))
        if by is By.FORM:
            return replace(self, forms=(TrainingForm(row.key),))
        if by is By.NOTICE:
            return replace(self, notice_id=UUID(hex=row.key))
        first, last = month_days(row.key)
        return replace(self, start=max(first, self.start), end=min(last, self.end))


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFigures:
    """人数 and 学时 of some persons.

    `expected` at least once, `came` at least once, `reached`: came or made something up at least
    once. `hours` were earned by coming, `made_up_hours` by make-ups; `online_hours` are inside
    `hours`. `+` is for persons of whom nobody is in both.
    """

    expected: int = 0
    came: int = 0
    reached: int = 0
    hours: Decimal = Decimal(0)
    online_hours: Decimal = Decimal(0)
    made_up_hours: Decimal = Decimal(0)

    def __add__(self, other: PersonFigures) -> PersonFigures:
        return PersonFigures(
            expected=self.expected + other.expected,
            came=self.came + other.came,
            reached=self.reached + other.reached,
            hours=self.hours + other.hours,
            online_hours=self.online_hours + other.online_hours,
            made_up_hours=self.made_up_hours + other.made_up_hours,
        )

    @property
    def coverage(self) -> Rate:
        """Return 覆盖率 by persons: reached of those expected."""
        return Rate(self.reached, self.expected)

    @property
    def all_hours(self) -> Decimal:
        """Return 学时合计, make-ups included."""
        return self.hours + self.made_up_hours

    @property
    def per_head(self) -> Decimal | None:
        """Return 人均学时 of the persons expected, to a tenth, half up; None for nobody."""
        if not self.expected:
            return None
        exact = self.all_hours / self.expected
        return exact.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticsRow:
    """The figures of one group, or of all (an empty `key`).

    `key` is what `StatisticsFilter.narrowed` reads; `name` is empty where it goes by the key's own
    word. `settled` adds up the trainings whose lines in this group are all recorded: what rates
    are taken of; `unsettled` is how many trainings are not. `itself`: the unit without those below.
    """

    key: str = ""
    name: str = ""
    itself: bool = False
    trainings: int = 0
    unsettled: int = 0
    tally: Tally = field(default_factory=Tally)
    settled: Tally = field(default_factory=Tally)
    persons: PersonFigures | None = None

    @property
    def rate(self) -> Rate:
        """Return 到会率 of what is wholly recorded."""
        return self.settled.rate

    @property
    def coverage(self) -> Rate:
        """Return 覆盖率 of what is wholly recorded, make-ups included."""
        return self.settled.coverage


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """The figures of a filter: all together, and by each grouping that was asked for."""

    filter: StatisticsFilter
    organiser: str
    about: str  # the unit, notice, layers and forms chosen, in words
    as_of: datetime
    total: StatisticsRow
    tables: dict[By, tuple[StatisticsRow, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerRow:
    """A line of 培训情况统计表 (domain.md §2): one layer × category."""

    layer: str
    category: str
    trainings: int
    tally: Tally
    settled: Tally
    persons: PersonFigures


def month_days(month: str) -> tuple[date, date]:
    """Return the first and last day of a month written 2026-11."""
    year, number = map(int, month.split("-"))
    following = date(year + number // 12, number % 12 + 1, 1)
    return date(year, number, 1), date.fromordinal(following.toordinal() - 1)

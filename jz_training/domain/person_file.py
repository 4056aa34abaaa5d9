"""人员学习档案: everything one person was expected at, came to and made up in a year.

It is about one person and goes to that person or into that person's folder: neither telephone nor
staff number is on it (domain.md §6), and nobody stands beside anybody else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from jz_training.domain.attendance import AttendanceStatus, AttendeeRole, AttendeeRow
from jz_training.domain.hours import HoursRequirement
from jz_training.domain.make_up import MakeUpDraft
from jz_training.domain.parts import TrainingPart
from jz_training.domain.reach import Standing
from jz_training.domain.training_form import TrainingForm


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFileLine:
    """One training of the person: the line of its list, and what it was worth.

    `own` tells whether the person came, a stand-in (代会) not counted unless the office says so.
    `hours` were earned by coming, `made_up_hours` by a make-up that is done.
    """

    training_id: UUID
    title: str
    form: TrainingForm
    start: datetime
    end: datetime
    row: AttendeeRow
    own: bool
    parts: tuple[TrainingPart, ...] = ()
    hours: Decimal = Decimal(0)
    make_up: MakeUpDraft | None = None
    made_up_hours: Decimal = Decimal(0)

    @property
    def expected(self) -> bool:
        """Tell whether the person was on the list (应到)."""
        return self.row.role is AttendeeRole.EXPECTED

    @property
    def made_up(self) -> bool:
        """Tell whether all of it was missed and made up."""
        done = self.make_up is not None and self.make_up.done_on is not None
        return self.expected and not self.row.mark.status.came and done

    @property
    def all_hours(self) -> Decimal:
        """Return the hours of this training, the make-up included."""
        return self.hours + self.made_up_hours


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonStanding:
    """How far the person is with one requirement, in the years up to that of the file."""

    requirement: HoursRequirement
    first_year: int
    last_year: int
    hours: Decimal

    @property
    def standing(self) -> Standing:
        """Return whether it is reached, as PersonReach.standing tells it."""
        if self.hours >= self.requirement.hours:
            return Standing.REACHED
        return Standing.PART if self.hours > 0 else Standing.NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFileSums:
    """The sums of a file (DESIGN §5): 应到 = 参加 + 代会 + 请假 + 缺席 + 未记录.

    `others` counts what the person came to without being expected (列席, 授课, 临时参会 …); the
    hours of that are among `hours`, `online_hours` are inside `hours`.
    """

    expected: int
    present: int
    stood_in: int
    leave: int
    absent: int
    unrecorded: int
    made_up: int
    others: int
    hours: Decimal
    online_hours: Decimal
    made_up_hours: Decimal

    @property
    def all_hours(self) -> Decimal:
        """Return 学时合计, make-ups included."""
        return self.hours + self.made_up_hours


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFile:
    """The file of one person and year; unit, post, layer and category are those of now."""

    organiser: str
    person_id: UUID
    name: str
    unit: str
    post: str
    layer: str
    category: str
    year: int
    as_of: date
    lines: tuple[PersonFileLine, ...]  # in order of time
    standings: tuple[PersonStanding, ...] = ()

    @property
    def sums(self) -> PersonFileSums:
        """Return what the lines add up to."""
        listed = [line for line in self.lines if line.expected]
        status = AttendanceStatus

        def count(of: AttendanceStatus) -> int:
            return sum(line.row.mark.status is of for line in listed)

        came = sum(line.row.mark.status.came for line in listed)
        own = sum(line.own for line in listed)
        return PersonFileSums(
            expected=len(listed),
            present=own,
            stood_in=came - own,
            leave=count(status.LEAVE),
            absent=count(status.ABSENT),
            unrecorded=count(status.UNRECORDED),
            made_up=sum(line.made_up for line in listed),
            others=len(self.lines) - len(listed),
            hours=sum((line.hours for line in self.lines), start=Decimal(0)),
            online_hours=sum(
                (
                    line.hours
                    for line in self.lines
                    if line.row.mark.status is AttendanceStatus.ONLINE
                ),
                start=Decimal(0),
            ),
            made_up_hours=sum((line.made_up_hours for line in self.lines), start=Decimal(0)),
        )

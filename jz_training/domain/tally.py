"""The arithmetic of attendance (DESIGN §5): tallies, rates and the identities that must hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

from jz_training.domain.attendance import MISSED, AttendanceStatus, AttendeeRole, AttendeeRow


@dataclass(frozen=True, slots=True)
class Rate:
    """A share with its two numbers and what is still unrecorded; `percent` is None for 应到 = 0."""

    part: int
    whole: int
    unrecorded: int = 0

    @property
    def settled(self) -> bool:
        """Tell whether the share is known: somebody was expected and nobody is unrecorded."""
        return self.whole > 0 and self.unrecorded == 0

    @property
    def percent(self) -> Decimal | None:
        """Return part/whole in percent with one decimal, half up, or None when whole is 0."""
        if self.whole == 0:
            return None
        exact = Decimal(100 * self.part) / Decimal(self.whole)
        return exact.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counts of one training or of several added up (then they are 人次, not 人数).

    late, early, online and stand_ins are inside present; others (列席, 工作, 授课, 临时参会) are
    outside expected. made_up (补学 done) is inside leave and absent: it raises 覆盖率, never 实到.
    Tallies add with `+`; `Tally()` is the zero.
    """

    expected: int = 0
    present: int = 0
    leave: int = 0
    absent: int = 0
    unrecorded: int = 0
    late: int = 0
    early: int = 0
    online: int = 0
    stand_ins: int = 0
    others: int = 0
    made_up: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            expected=self.expected + other.expected,
            present=self.present + other.present,
            leave=self.leave + other.leave,
            absent=self.absent + other.absent,
            unrecorded=self.unrecorded + other.unrecorded,
            late=self.late + other.late,
            early=self.early + other.early,
            online=self.online + other.online,
            stand_ins=self.stand_ins + other.stand_ins,
            others=self.others + other.others,
            made_up=self.made_up + other.made_up,
        )

    @property
    def rate(self) -> Rate:
        """Return 到会率 = 实到/应到."""
        return Rate(self.present, self.expected, self.unrecorded)

    @property
    def coverage(self) -> Rate:
        """Return 覆盖率 = (实到 + 补学)/应到 (DESIGN §5)."""
        return Rate(self.present + self.made_up, self.expected, self.unrecorded)

    @property
    def adds_up(self) -> bool:
        """Tell whether 应到 = 实到 + 请假 + 缺席 + 未记录 and the inner counts fit inside 实到."""
        return (
            self.expected == self.present + self.leave + self.absent + self.unrecorded
            and self.late + self.early + self.online <= self.present
            and self.stand_ins <= self.present
            and self.made_up <= self.leave + self.absent
        )


def tally(rows: Iterable[AttendeeRow], *, made_up: Collection[UUID] = ()) -> Tally:
    """Count the lines of one training; `made_up` are the lines that have a make-up that is done."""
    caught_up = 0
    others = 0
    stand_ins = 0
    by_status: Counter[AttendanceStatus] = Counter()
    for row in rows:
        if row.role is not AttendeeRole.EXPECTED:
            others += 1
            continue
        by_status[row.mark.status] += 1
        caught_up += row.id in made_up and row.mark.status in MISSED
        stand_ins += bool(row.mark.stand_in and row.mark.status.came)
    return from_counts(by_status, stand_ins=stand_ins, others=others, made_up=caught_up)


def from_counts(
    by_status: Counter[AttendanceStatus],
    *,
    stand_ins: int = 0,
    others: int = 0,
    made_up: int = 0,
) -> Tally:
    """Build a tally from the number of expected persons per status."""
    status = AttendanceStatus
    return Tally(
        expected=sum(by_status.values()),
        present=sum(count for key, count in by_status.items() if key.came),
        leave=by_status[status.LEAVE],
        absent=by_status[status.ABSENT],
        unrecorded=by_status[status.UNRECORDED],
        late=by_status[status.LATE],
        early=by_status[status.EARLY],
        online=by_status[status.ONLINE],
        stand_ins=stand_ins,
        others=others,
        made_up=made_up,
    )

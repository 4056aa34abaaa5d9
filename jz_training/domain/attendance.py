"""Attendance (考勤): what can be recorded of one person at one training."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from uuid import UUID


class AttendanceStatus(IntEnum):
    """What the paper says of one line. The numbers are stored: never reuse one."""

    UNRECORDED = 0  # 未记录
    PRESENT = 1  # 到会
    LATE = 2  # 迟到
    EARLY = 3  # 早退
    ONLINE = 4  # 线上
    LEAVE = 5  # 请假
    ABSENT = 6  # 缺席

    @property
    def came(self) -> bool:
        """Tell whether the status is inside 实到 (DESIGN §5: 迟到, 早退, 线上 are)."""
        return self in CAME


CAME = frozenset(
    {
        AttendanceStatus.PRESENT,
        AttendanceStatus.LATE,
        AttendanceStatus.EARLY,
        AttendanceStatus.ONLINE,
    }
)


class LeaveReason(StrEnum):
    """Why somebody was excused, coarse on purpose: no diagnosis is kept (domain.md §6)."""

    OFFICIAL = "official"  # 公
    SICK = "sick"  # 病
    PERSONAL = "personal"  # 事
    MATERNITY = "maternity"  # 产
    ANNUAL = "annual"  # 年休
    OTHER = "other"  # 其他


class AttendeeRole(StrEnum):
    """How a person stands on a training's list; only EXPECTED counts in 应到."""

    EXPECTED = "expected"  # 应到
    WALK_IN = "walk_in"  # 临时参会
    OBSERVER = "observer"  # 列席
    STAFF = "staff"  # 工作人员
    SPEAKER = "speaker"  # 授课人


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What is recorded on one line of the sheet.

    `minutes` counts for LATE and EARLY, `reason` for LEAVE, `stand_in` names who came instead
    (代会: counts for the unit, not for the person).
    """

    status: AttendanceStatus = AttendanceStatus.UNRECORDED
    reason: LeaveReason | None = None
    minutes: int | None = None
    stand_in: str = ""


UNRECORDED = Mark()
PRESENT = Mark(status=AttendanceStatus.PRESENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendeeRow:
    """One line of a training's frozen list: the person as of that day, and the mark.

    `number` is the one printed on the sheet, from 1 up, and never changes once frozen.
    """

    id: UUID
    person_id: UUID | None
    number: int
    name: str
    unit: str
    post: str = ""
    layer: str = ""
    category: str = ""
    phone: str = ""
    role: AttendeeRole = AttendeeRole.EXPECTED
    mark: Mark = UNRECORDED


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceSheet:
    """A training's list in the order of the paper, expected persons first, then the others."""

    training_id: UUID
    version: int
    rows: tuple[AttendeeRow, ...]

    @property
    def expected(self) -> tuple[AttendeeRow, ...]:
        """Return the lines that count in 应到."""
        return tuple(row for row in self.rows if row.role is AttendeeRole.EXPECTED)

    @property
    def others(self) -> tuple[AttendeeRow, ...]:
        """Return walk-ins, observers, staff and speakers: shown apart, outside 应到."""
        return tuple(row for row in self.rows if row.role is not AttendeeRole.EXPECTED)

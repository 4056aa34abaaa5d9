"""Attendance (考勤): what can be recorded of one person at one training."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
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

#: What can be made up later (补学).
MISSED = frozenset({AttendanceStatus.LEAVE, AttendanceStatus.ABSENT})


#: Of these it is said by how many minutes.
TIMED = frozenset({AttendanceStatus.LATE, AttendanceStatus.EARLY})

#: Statuses whose minutes are kept: how late, how early, how long online.
WITH_MINUTES = TIMED | {AttendanceStatus.ONLINE}


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


#: Whose hours are reckoned: those expected and those who came besides.
STUDIED = frozenset({AttendeeRole.EXPECTED, AttendeeRole.WALK_IN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What is recorded on one line of the sheet.

    `minutes` counts for LATE and EARLY, and for ONLINE says how long somebody was there; `reason`
    is for LEAVE, `stand_in` names who came instead (代会: counts for the unit, not for the person).
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

    `number` is the one printed on the sheet, from 1 up, and never changes once frozen. In a
    training of parts `part_marks` has the mark of each, in their order, and `mark` is what they
    say of the whole. `hours` were earned; None: the training's own, if the person came. `leave_id`
    is the leave, asked for before, that the mark was made from.
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
    part_marks: tuple[Mark, ...] = ()
    hours: Decimal | None = None
    leave_id: UUID | None = None

"""The words of attendance: statuses, reasons of leave, roles, and a mark as it is shown."""

from __future__ import annotations

from collections.abc import Sequence

from jz_training.domain.attendance import (
    WITH_MINUTES,
    AttendanceStatus,
    AttendeeRole,
    LeaveReason,
    Mark,
)
from jz_training.domain.parts import TrainingPart

STATUSES: dict[AttendanceStatus, str] = {
    AttendanceStatus.UNRECORDED: "未记录",
    AttendanceStatus.PRESENT: "到会",
    AttendanceStatus.LATE: "迟到",
    AttendanceStatus.EARLY: "早退",
    AttendanceStatus.ONLINE: "线上",
    AttendanceStatus.LEAVE: "请假",
    AttendanceStatus.ABSENT: "缺席",
}

REASONS: dict[LeaveReason, str] = {
    LeaveReason.OFFICIAL: "公",
    LeaveReason.SICK: "病",
    LeaveReason.PERSONAL: "事",
    LeaveReason.MATERNITY: "产",
    LeaveReason.ANNUAL: "年休",
    LeaveReason.OTHER: "其他",
}

ROLES: dict[AttendeeRole, str] = {
    AttendeeRole.EXPECTED: "应到",
    AttendeeRole.WALK_IN: "临时参会",
    AttendeeRole.OBSERVER: "列席",
    AttendeeRole.STAFF: "工作人员",
    AttendeeRole.SPEAKER: "授课人",
}


def mark_words(mark: Mark) -> str:
    """Return a mark as it is shown: 到会, 请假·公, 迟到 10分, 到会（代会：李明）."""
    words = STATUSES[mark.status]
    if mark.status is AttendanceStatus.LEAVE and mark.reason is not None:
        words += f"·{REASONS[mark.reason]}"
    if mark.minutes and mark.status in WITH_MINUTES:
        words += f" {mark.minutes}分"
    if mark.stand_in:
        words += f"（代会：{mark.stand_in}）"
    return words


def part_marks_words(parts: Sequence[TrainingPart], marks: Sequence[Mark]) -> str:
    """Return the marks of parts that differ, as they are shown: 上午 到会，下午 请假·病.

    Empty where all parts say the same, or where there are none.
    """
    if len(set(marks)) < 2:
        return ""
    pairs = zip(parts, marks, strict=True)
    return "，".join(f"{part.name} {mark_words(mark)}" for part, mark in pairs)


def missed_parts_words(parts: Sequence[TrainingPart], marks: Sequence[Mark]) -> str:
    """Return the marks of the parts that were missed: 下午缺席; empty where all say the same."""
    if len(set(marks)) < 2:
        return ""
    pairs = zip(parts, marks, strict=True)
    return "，".join(
        f"{part.name}{mark_words(mark)}" for part, mark in pairs if not mark.status.came
    )

"""The columns of a training's attendance list (考勤表)."""

from __future__ import annotations

from collections.abc import Sequence

from jz_training.documents.columns import Align, Column, Kind
from jz_training.documents.lists.making import ORDINAL, column, field_column
from jz_training.domain.attendance import TIMED, AttendanceStatus, AttendeeRole, AttendeeRow
from jz_training.domain.parts import TrainingPart
from jz_training.domain.roster_reading import RosterField
from jz_training.labels import REASONS, ROLES, STATUSES, mark_words


def attendance_columns(parts: Sequence[TrainingPart] = ()) -> tuple[Column[AttendeeRow], ...]:
    """Return the columns of a training's attendance list, in the order and numbers of the sheet.

    A training of parts has one more for each of them, with what was recorded there.
    """
    return (
        column("number", ORDINAL, 7, lambda row: row.number, Align.CENTRE, Kind.INTEGER),
        field_column(RosterField.NAME, 12, lambda row: row.name),
        field_column(RosterField.UNIT, 26, lambda row: row.unit),
        field_column(RosterField.POST, 18, lambda row: row.post),
        field_column(RosterField.LAYER, 11, lambda row: row.layer, Align.CENTRE),
        field_column(RosterField.CATEGORY, 17, lambda row: row.category, Align.CENTRE),
        column("status", "考勤", 9, lambda row: STATUSES[row.mark.status], Align.CENTRE),
        *(_part_column(place, part) for place, part in enumerate(parts)),
        column("reason", "请假原因", 10, _reason, Align.CENTRE),
        column("minutes", "迟到早退（分）", 15, _minutes, Align.CENTRE, Kind.INTEGER),
        column("stand_in", "代会人", 11, lambda row: row.mark.stand_in),
        column("note", "备注", 12, _role),
    )


def _part_column(place: int, part: TrainingPart) -> Column[AttendeeRow]:
    def said(row: AttendeeRow) -> str:
        return mark_words(row.part_marks[place]) if row.part_marks else ""

    width = max(12, 2 * len(part.name) + 2)
    return column(f"part_{place + 1}", part.name, width, said, Align.CENTRE)


def _reason(row: AttendeeRow) -> str:
    reason = row.mark.reason if row.mark.status is AttendanceStatus.LEAVE else None
    return "" if reason is None else REASONS[reason]


def _minutes(row: AttendeeRow) -> int | None:
    counts = row.mark.status in TIMED
    return row.mark.minutes if counts else None


def _role(row: AttendeeRow) -> str:
    """Return 列席, 临时参会 …: who stands outside 应到 says so."""
    return "" if row.role is AttendeeRole.EXPECTED else ROLES[row.role]

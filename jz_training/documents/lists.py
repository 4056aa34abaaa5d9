"""The columns of every list, once: screen tables, PDF and Excel all take them from here."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from jz_training.documents.columns import Align, Column, Kind, Value
from jz_training.documents.dates import clock_words
from jz_training.domain.attendance import AttendanceStatus, AttendeeRole, AttendeeRow
from jz_training.domain.roster import PersonRow, masked_phone
from jz_training.domain.roster_reading import RosterField
from jz_training.domain.summary import GroupRow, LedgerRow
from jz_training.domain.tally import Tally
from jz_training.labels import (
    ABSENT,
    EXPECTED,
    FORMS,
    LEAVE,
    PRESENT,
    RATE,
    REASONS,
    ROLES,
    ROSTER_FIELDS,
    STATES,
    STATUSES,
    UNRECORDED,
)

Row = TypeVar("Row")

_ORDINAL = ROSTER_FIELDS[RosterField.ORDINAL]

# --- 名册 -------------------------------------------------------------------------------------


def roster_columns(
    *, with_phone: bool = False, full_phones: bool = False
) -> tuple[Column[PersonRow], ...]:
    """Return the columns of a roster; phones only when asked for, whole ones only when asked again.

    The headings are those of the import, so that the program's own export is read back as it is.
    """

    def phone(person: PersonRow) -> str:
        return person.phone if full_phones else masked_phone(person.phone)

    phones: tuple[Column[PersonRow], ...] = (_field(RosterField.PHONE, 14, phone, Align.CENTRE),)
    return (
        _column("ordinal", _ORDINAL, 7, lambda _: None, Align.CENTRE, Kind.ORDINAL),
        _field(RosterField.NAME, 12, lambda person: person.name),
        _field(RosterField.UNIT, 26, lambda person: person.unit),
        _field(RosterField.DEPARTMENT, 14, lambda person: person.department),
        _field(RosterField.POST, 18, lambda person: person.post),
        _field(RosterField.LAYER, 11, lambda person: person.layer, Align.CENTRE),
        _field(RosterField.CATEGORY, 17, lambda person: person.category, Align.CENTRE),
        _field(RosterField.SEX, 7, lambda person: person.sex, Align.CENTRE),
        _field(RosterField.NUMBER, 12, lambda person: person.number, Align.CENTRE),
        *(phones if with_phone else ()),
    )


# --- 考勤表 -----------------------------------------------------------------------------------


def attendance_columns() -> tuple[Column[AttendeeRow], ...]:
    """Return the columns of a training's attendance list, in the order and numbers of the sheet."""
    return (
        _column("number", _ORDINAL, 7, lambda row: row.number, Align.CENTRE, Kind.INTEGER),
        _field(RosterField.NAME, 12, lambda row: row.name),
        _field(RosterField.UNIT, 26, lambda row: row.unit),
        _field(RosterField.POST, 18, lambda row: row.post),
        _field(RosterField.LAYER, 11, lambda row: row.layer, Align.CENTRE),
        _field(RosterField.CATEGORY, 17, lambda row: row.category, Align.CENTRE),
        _column("status", "考勤", 9, lambda row: STATUSES[row.mark.status], Align.CENTRE),
        _column("reason", "请假原因", 10, _reason, Align.CENTRE),
        _column("minutes", "迟到早退（分）", 15, _minutes, Align.CENTRE, Kind.INTEGER),
        _column("stand_in", "代会人", 11, lambda row: row.mark.stand_in),
        _column("note", "备注", 12, _role),
    )


def _reason(row: AttendeeRow) -> str:
    reason = row.mark.reason if row.mark.status is AttendanceStatus.LEAVE else None
    return "" if reason is None else REASONS[reason]


def _minutes(row: AttendeeRow) -> int | None:
    counts = row.mark.status in (AttendanceStatus.LATE, AttendanceStatus.EARLY)
    return row.mark.minutes if counts else None


def _role(row: AttendeeRow) -> str:
    """Return 列席, 临时参会 …: who stands outside 应到 says so."""
    return "" if row.role is AttendeeRole.EXPECTED else ROLES[row.role]


# --- 台账与统计 -------------------------------------------------------------------------------


def ledger_columns() -> tuple[Column[LedgerRow], ...]:
    """Return the columns of the ledger (台账, domain.md §2).

    A cancelled training shows no figures: each column then adds up to the total below it.
    """
    return (
        _column("number", _ORDINAL, 7, lambda row: row.number, Align.CENTRE, Kind.INTEGER),
        _column("date", "日期", 12, lambda row: row.start.date(), Align.CENTRE, Kind.DATE),
        _column("time", "时间", 12, lambda row: clock_words(row.start, row.end), Align.CENTRE),
        _column("title", "主题", 28, lambda row: row.title),
        _column("form", "形式", 12, lambda row: FORMS[row.form], Align.CENTRE),
        _column("speaker", "主讲", 10, lambda row: row.speaker),
        _column("venue", "地点", 15, lambda row: row.venue),
        *figure_columns(_counted),
        _column("hours", "学时", 7, _hours, Align.RIGHT, Kind.DECIMAL),
        _column("state", "状态", 8, lambda row: STATES[row.state], Align.CENTRE),
        _column("note", "备注", 12, lambda row: row.note),
    )


def group_columns(heading: str) -> tuple[Column[GroupRow], ...]:
    """Return the columns of a table by unit, layer or category; `heading` names which."""
    return (
        _column("ordinal", _ORDINAL, 7, lambda _: None, Align.CENTRE, Kind.ORDINAL),
        _column("name", heading, 30, lambda row: row.name),
        *figure_columns(_tally_of_group),
    )


def figure_columns(tally: Callable[[Row], Tally | None]) -> tuple[Column[Row], ...]:
    """Return 应到 … 到会率 of whatever has a tally; a row whose tally is None stays empty."""

    def count(key: str, heading: str, of: Callable[[Tally], Value], kind: Kind) -> Column[Row]:
        def value(row: Row) -> Value:
            figures = tally(row)
            return None if figures is None else of(figures)

        # Room for the heading beside the arrow of Excel's filter.
        return _column(key, heading, 2 * len(heading) + 3, value, Align.RIGHT, kind)

    return (
        count("expected", EXPECTED, lambda figures: figures.expected, Kind.INTEGER),
        count("present", PRESENT, lambda figures: figures.present, Kind.INTEGER),
        count("leave", LEAVE, lambda figures: figures.leave, Kind.INTEGER),
        count("absent", ABSENT, lambda figures: figures.absent, Kind.INTEGER),
        count("unrecorded", UNRECORDED, lambda figures: figures.unrecorded, Kind.INTEGER),
        count("rate", RATE, lambda figures: figures.rate, Kind.PERCENT),
    )


def figures(tally: Tally) -> dict[str, Value]:
    """Return a tally under the keys of `figure_columns`: the total row of a list."""
    return {column.key: column.take(tally, 0) for column in figure_columns(_itself)}


def _itself(tally: Tally) -> Tally:
    return tally


def _tally_of_group(row: GroupRow) -> Tally:
    return row.tally


def _counted(row: LedgerRow) -> Tally | None:
    return row.tally if row.held else None


def _hours(row: LedgerRow) -> Decimal | None:
    return row.hours if row.held else None


def _column(
    key: str,
    heading: str,
    chars: int,
    value: Callable[[Row], Value],
    align: Align = Align.LEFT,
    kind: Kind = Kind.TEXT,
) -> Column[Row]:
    return Column(key=key, heading=heading, chars=chars, value=value, align=align, kind=kind)


def _field(
    field: RosterField, chars: int, value: Callable[[Row], str], align: Align = Align.LEFT
) -> Column[Row]:
    return _column(field.value, ROSTER_FIELDS[field], chars, value, align)

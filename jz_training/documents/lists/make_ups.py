"""The columns of who missed what, and of what was made up (补学)."""

from __future__ import annotations

from datetime import date

from jz_training.documents.columns import Align, Column, Kind
from jz_training.documents.lists.making import column, field_column, place_column
from jz_training.domain.make_up import MissedRow
from jz_training.domain.roster_reading import RosterField
from jz_training.labels import MAKE_UP_FORMS, MAKE_UP_STATES, missed_words


def missed_columns() -> tuple[Column[MissedRow], ...]:
    """Return who missed what and where making it up stands."""
    return (
        place_column(),
        *_person(),
        column("day", "场次日期", 12, lambda row: row.day, Align.CENTRE, Kind.DATE),
        column("title", "主题", 34, lambda row: row.title),
        column("topics", "学习内容", 26, lambda row: "、".join(row.topics)),
        column("required", "必修", 7, lambda row: "是" if row.required else "", Align.CENTRE),
        column("missed", "缺课情况", 18, missed_words, Align.CENTRE),
        column("hours", "学时", 7, lambda row: row.hours, Align.RIGHT, Kind.DECIMAL),
        column("state", "状态", 10, lambda row: MAKE_UP_STATES[row.state], Align.CENTRE),
        column("planned", "计划日期", 12, _planned, Align.CENTRE, Kind.DATE),
    )


def make_up_columns() -> tuple[Column[MissedRow], ...]:
    """Return who made up what, how and when."""
    return (
        place_column(),
        *_person(),
        column("missed", "缺课情况", 18, missed_words, Align.CENTRE),
        column("form", "补学形式", 12, _form, Align.CENTRE),
        column("done", "补学日期", 12, _done, Align.CENTRE, Kind.DATE),
        column("planned", "计划日期", 12, _planned, Align.CENTRE, Kind.DATE),
        column("note", "说明", 30, lambda row: "" if row.make_up is None else row.make_up.note),
    )


def _person() -> tuple[Column[MissedRow], ...]:
    return (
        field_column(RosterField.NAME, 12, lambda row: row.name),
        field_column(RosterField.UNIT, 24, lambda row: row.unit),
        field_column(RosterField.LAYER, 11, lambda row: row.layer, Align.CENTRE),
    )


def _form(row: MissedRow) -> str:
    return "" if row.make_up is None else MAKE_UP_FORMS[row.make_up.form]


def _done(row: MissedRow) -> date | None:
    return None if row.make_up is None else row.make_up.done_on


def _planned(row: MissedRow) -> date | None:
    return None if row.make_up is None else row.make_up.planned_on

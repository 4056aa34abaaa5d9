"""The columns of 签到率与缺席名单: a training with its rate, and who missed it and why."""

from __future__ import annotations

from jz_training.documents.columns import Align, Column, Kind
from jz_training.documents.lists.figures import figure_columns
from jz_training.documents.lists.making import column, field_column, place_column
from jz_training.domain.make_up import MissedRow
from jz_training.domain.roster_reading import RosterField
from jz_training.domain.summary import LedgerRow
from jz_training.labels import FORMS, MADE_UP, MAKE_UP_FORMS, made_up_words, missed_words


def rate_columns() -> tuple[Column[LedgerRow], ...]:
    """Return a training with 应到 … 到会率."""
    return (
        place_column(),
        column("date", "日期", 12, lambda row: row.start.date(), Align.CENTRE, Kind.DATE),
        column("title", "主题", 40, lambda row: row.title),
        column("form", "形式", 12, lambda row: FORMS[row.form], Align.CENTRE),
        *figure_columns(lambda row: row.tally),
    )


def absentee_columns() -> tuple[Column[MissedRow], ...]:
    """Return who missed what, why, and whether it was made up."""
    return (
        place_column(),
        column("date", "日期", 12, lambda row: row.day, Align.CENTRE, Kind.DATE),
        column("title", "主题", 34, lambda row: row.title),
        field_column(RosterField.NAME, 12, lambda row: row.name),
        field_column(RosterField.UNIT, 24, lambda row: row.unit),
        column("missed", "缺席情况", 16, missed_words, Align.CENTRE),
        column("made_up", MADE_UP, 18, _made_up, Align.CENTRE),
    )


def _made_up(row: MissedRow) -> str:
    """Return whether and how it was made up: 2026-11-21 观看录像, 已安排, 未补."""
    words = made_up_words(row)
    if row.make_up is None:
        return words
    return f"{words} {MAKE_UP_FORMS[row.make_up.form]}"

"""The columns of the ledger (台账)."""

from __future__ import annotations

from decimal import Decimal

from jz_training.documents.columns import Align, Column, Kind
from jz_training.documents.lists.figures import figure_columns
from jz_training.documents.lists.making import ORDINAL, column
from jz_training.domain.outreach import OUTREACH_FORMS
from jz_training.domain.summary import LedgerRow
from jz_training.domain.tally import Tally
from jz_training.labels import FORMS, STATES
from jz_training.labels.days import clock_words


def ledger_columns() -> tuple[Column[LedgerRow], ...]:
    """Return the columns of the ledger (台账, domain.md §2).

    A cancelled training shows no figures: each column then adds up to the total below it.
    """
    return (
        column("number", ORDINAL, 7, lambda row: row.number, Align.CENTRE, Kind.INTEGER),
        column("date", "日期", 12, lambda row: row.start.date(), Align.CENTRE, Kind.DATE),
        column("time", "时间", 16, _clock, Align.CENTRE),
        column("title", "主题", 26, lambda row: row.title),
        column("form", "形式", 14, lambda row: FORMS[row.form], Align.CENTRE),
        column("speaker", "主讲", 11, lambda row: row.speaker),
        column("venue", "地点", 14, lambda row: row.venue),
        *figure_columns(_counted, with_make_ups=True),
        column("hours", "学时", 7, _hours, Align.RIGHT, Kind.DECIMAL),
        column("state", "状态", 10, lambda row: STATES[row.state], Align.CENTRE),
        column("dossier", "材料齐全", 9, _dossier, Align.CENTRE),
        column("note", "备注", 15, lambda row: row.note),
    )


def _clock(row: LedgerRow) -> str:
    return clock_words(row.start, row.end, parts=row.parts)


def _counted(row: LedgerRow) -> Tally | None:
    # a talk that was counted by heads has no list: nought would say that nobody came
    by_heads = row.form in OUTREACH_FORMS and not row.tally.expected
    return row.tally if row.held and not by_heads else None


def _hours(row: LedgerRow) -> Decimal | None:
    return row.hours if row.held else None


def _dossier(row: LedgerRow) -> str:
    """Return 齐全, or how many parts of the dossier are still to come."""
    if row.missing is None:
        return ""
    return f"缺 {len(row.missing)} 项" if row.missing else "齐全"

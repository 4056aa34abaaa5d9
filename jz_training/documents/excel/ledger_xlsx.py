"""The ledger of a period (培训台账) as a workbook."""

from __future__ import annotations

from decimal import Decimal

from jz_training.documents.columns import Value
from jz_training.documents.dates import day_words
from jz_training.documents.excel.table import Properties, Table
from jz_training.documents.excel.workbook import workbook
from jz_training.documents.lists import figures, ledger_columns
from jz_training.domain.paper_style import AS_MADE, PaperStyle
from jz_training.domain.summary import Ledger, LedgerRow

TITLE = "培训台账"


def ledger_xlsx(ledger: Ledger, *, style: PaperStyle = AS_MADE) -> bytes:
    """Return the ledger as an xlsx with a total row: 人次 and hours, cancelled trainings left out.

    The totals are values, not formulas: they are the view's own, and phones, previews and most
    programs that read workbooks show nothing where a formula has not been worked out yet.
    """
    properties = Properties(title=TITLE, maker=ledger.organiser, made_at=ledger.as_of)
    return workbook([ledger_table(ledger)], properties, style=style)


def ledger_table(ledger: Ledger) -> Table[LedgerRow]:
    """Return the ledger as a list, which paper and workbook share."""
    return Table(
        sheet=TITLE,
        title=TITLE,
        columns=ledger_columns(),
        rows=ledger.rows,
        facts=(_period(ledger), _counts(ledger)),
        total=_total(ledger) if ledger.rows else {},
    )


def _total(ledger: Ledger) -> dict[str, Value]:
    """Return the sums; the rates are those of the trainings that are wholly recorded."""
    settled = {"rate": ledger.settled.rate, "coverage": ledger.settled.coverage}
    sums = figures(ledger.total) | settled
    return {"title": "合计（人次）", **sums, "hours": _hours(ledger)}


def _hours(ledger: Ledger) -> Decimal | None:
    """Return the hours of all trainings that were not cancelled; None when none has any."""
    hours = [row.hours for row in ledger.held if row.hours is not None]
    return sum(hours, Decimal(0)) if hours else None


def _period(ledger: Ledger) -> str:
    facts = [
        ledger.organiser and f"填报单位：{ledger.organiser}",
        f"统计期间：{day_words(ledger.start)}至{day_words(ledger.end)}",
        f"截至：{day_words(ledger.as_of)} {ledger.as_of:%H:%M}",
    ]
    return "　　".join(filter(None, facts))


def _counts(ledger: Ledger) -> str:
    words = f"共 {len(ledger.rows)} 场"
    if ledger.cancelled:
        words += f"；已取消 {ledger.cancelled} 场，不计入合计"
    if ledger.to_come:
        words += f"；待召开 {ledger.to_come} 场，不计入合计"
    if ledger.unsettled:
        words += f"；未记录完 {ledger.unsettled} 场，不计入合计的到会率"
    return words

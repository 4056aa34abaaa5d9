"""The ledger of a period (培训台账, domain.md §2) on paper."""

from __future__ import annotations

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.excel.ledger_xlsx import TITLE, ledger_table
from jz_training.documents.fonts import Fonts
from jz_training.documents.listing.list_paper import list_pdf
from jz_training.domain.paper_style import AS_MADE, PaperStyle
from jz_training.domain.summary import Ledger

SIGNATURES = ("制表", "审核")


def ledger_pdf(
    ledger: Ledger,
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return the ledger on A4 lying on its side, the columns and totals those of its workbook."""
    return list_pdf(
        [ledger_table(ledger)],
        author=ledger.organiser,
        subject=TITLE,
        signatures=SIGNATURES,
        style=style,
        fonts=fonts,
        report=report,
    )

"""The record of make-ups of one training (补学记录表), for its dossier."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from jz_training.documents.dates import day_words
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.excel.table import Table
from jz_training.documents.fonts import Fonts
from jz_training.documents.listing.list_paper import list_pdf
from jz_training.documents.lists import make_up_columns
from jz_training.domain.make_up import MakeUpState, MissedRow
from jz_training.domain.paper_style import AS_MADE, PaperStyle
from jz_training.labels import MAKE_UP_STATES

RECORD = "补学记录表"
SIGNATURES = ("登记", "审核")


def make_up_record_pdf(
    rows: Sequence[MissedRow],
    *,
    title: str,
    start: datetime,
    organiser: str,
    as_of: date,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return everybody who missed a training, with what each did to make it up.

    `title` and `start` are those of the training; `report` collects what no font has.
    """
    table = Table(
        sheet=RECORD,
        title=f"{title}{RECORD}",
        columns=make_up_columns(),
        rows=rows,
        facts=(_facts(rows, start, organiser, as_of),),
    )
    return list_pdf(
        [table],
        author=organiser,
        subject=RECORD,
        signatures=SIGNATURES,
        style=style,
        fonts=fonts,
        report=report,
    )


def _facts(rows: Sequence[MissedRow], start: datetime, organiser: str, as_of: date) -> str:
    counts = ((state, sum(row.state is state for row in rows)) for state in MakeUpState)
    said = "、".join(f"{MAKE_UP_STATES[state]} {count} 人" for state, count in counts if count)
    facts = (
        organiser and f"组织单位：{organiser}",
        f"场次日期：{day_words(start)}",
        f"截至：{day_words(as_of)}",
        f"共 {len(rows)} 人" + (f"：{said}" if said else ""),
    )
    return "　　".join(filter(None, facts))

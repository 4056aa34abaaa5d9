"""The papers that are lists, as we make them: what an office may adjust of each (版式)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from jz_training.documents.columns import Column
from jz_training.documents.listing import ledger_paper
from jz_training.documents.listing.adjusting import OUR_TITLE
from jz_training.documents.lists import (
    duty_columns,
    ledger_columns,
    outreach_columns,
    plan_columns,
    task_columns,
)
from jz_training.documents.lists.statistics import layer_columns
from jz_training.documents.notice import outreach, plan, task_book, tasks
from jz_training.documents.statistics import statistics_paper
from jz_training.domain.paper_kind import PaperKind
from jz_training.domain.paper_style import ColumnLayout, PaperLayout

Columns = tuple[Column[Any], ...]


@dataclass(frozen=True, slots=True)
class ColumnFacts:
    """What is known of a column without its rows."""

    key: str
    heading: str


#: The headings of some lists are asked for as of a day; no day changes them.
_ANY_DAY = date(2000, 1, 1)

_LISTS: Mapping[PaperKind, Callable[[], Columns]] = {
    PaperKind.PLAN: lambda: plan_columns(_ANY_DAY),
    PaperKind.TASKS: lambda: task_columns(_ANY_DAY),
    PaperKind.TASK_BOOK: lambda: duty_columns(_ANY_DAY),
    PaperKind.LEDGER: ledger_columns,
    PaperKind.STATISTICS: layer_columns,
    PaperKind.OUTREACH: outreach_columns,
}

_SIGNATURES: Mapping[PaperKind, tuple[str, ...]] = {
    PaperKind.PLAN: plan.SIGNATURES,
    PaperKind.TASKS: tasks.SIGNATURES,
    PaperKind.TASK_BOOK: task_book.SIGNATURES,
    PaperKind.LEDGER: ledger_paper.SIGNATURES,
    PaperKind.STATISTICS: statistics_paper.SIGNATURES,
    PaperKind.OUTREACH: outreach.SIGNATURES,
}

#: The kinds of which title, columns and places to sign may be adjusted.
ADJUSTABLE = tuple(_LISTS)


def paper_columns(kind: PaperKind) -> tuple[ColumnFacts, ...]:
    """Return the columns of a list as we make it, the same for screen, paper and workbook."""
    return tuple(ColumnFacts(column.key, column.heading) for column in _LISTS[kind]())


def our_layout(kind: PaperKind) -> PaperLayout:
    """Return the layout of a list as we make it, written out."""
    return PaperLayout(
        title=OUR_TITLE,
        columns=tuple(
            ColumnLayout(key=one.key, heading=one.heading) for one in paper_columns(kind)
        ),
        signatures=_SIGNATURES[kind],
    )

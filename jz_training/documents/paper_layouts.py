"""The papers as we make them: what an office may adjust of each (版式).

Lists have columns that may be chosen, named and put in order. A sign-in sheet can only do without
some of its columns; what is sealed is signed by nobody; a card for the table is a name and no more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from jz_training.documents.certificate import register
from jz_training.documents.certificate.register import certificate_columns
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
from jz_training.documents.lists.absentees import rate_columns
from jz_training.documents.lists.statistics import layer_columns
from jz_training.documents.notice import outreach, plan, task_book, tasks
from jz_training.documents.record import record_text
from jz_training.documents.sheet import dress
from jz_training.documents.sheet.frame import HEADS
from jz_training.documents.statistics import absentee_list, statistics_paper
from jz_training.domain.paper_kind import PaperKind
from jz_training.domain.paper_style import ColumnLayout, PaperLayout
from jz_training.domain.sheet_geometry import SheetField

Columns = tuple[Column[Any], ...]


class LayoutPart(StrEnum):
    """Something of a paper that may be adjusted, named as the field of PaperLayout."""

    TITLE = "title"
    COLUMNS = "columns"
    SIGNATURES = "signatures"
    FOOTER = "footer"
    LOGO = "logo"


@dataclass(frozen=True, slots=True)
class ColumnFacts:
    """What is known of a column without its rows; one that is `needed` cannot be left out."""

    key: str
    heading: str
    needed: bool = False


#: The headings of some lists are asked for as of a day; no day changes them.
_ANY_DAY = date(2000, 1, 1)

_LISTS: Mapping[PaperKind, Callable[[], Columns]] = {
    PaperKind.PLAN: lambda: plan_columns(_ANY_DAY),
    PaperKind.TASKS: lambda: task_columns(_ANY_DAY),
    PaperKind.TASK_BOOK: lambda: duty_columns(_ANY_DAY),
    PaperKind.LEDGER: ledger_columns,
    PaperKind.STATISTICS: layer_columns,
    PaperKind.OUTREACH: outreach_columns,
    PaperKind.ABSENTEES: rate_columns,
    PaperKind.CERTIFICATE_REGISTER: certificate_columns,
}

_SIGNATURES: Mapping[PaperKind, tuple[str, ...]] = {
    PaperKind.PLAN: plan.SIGNATURES,
    PaperKind.TASKS: tasks.SIGNATURES,
    PaperKind.TASK_BOOK: task_book.SIGNATURES,
    PaperKind.LEDGER: ledger_paper.SIGNATURES,
    PaperKind.STATISTICS: statistics_paper.SIGNATURES,
    PaperKind.OUTREACH: outreach.SIGNATURES,
    PaperKind.ABSENTEES: absentee_list.SIGNATURES,
    PaperKind.CERTIFICATE_REGISTER: register.SIGNATURES,
    PaperKind.SIGN_IN_SHEET: dress.SIGNATURES,
    PaperKind.RECORD: record_text.SIGNATURES,
}

#: The columns of a sign-in sheet in which there is something to choose.
_SHEET = (
    SheetField.NUMBER, SheetField.NAME, SheetField.UNIT, SheetField.POST, SheetField.SIGNATURE,
    SheetField.NOTE,
)  # fmt: skip

_FRAME = frozenset((LayoutPart.TITLE, LayoutPart.FOOTER, LayoutPart.LOGO))
_SIGNED = _FRAME | {LayoutPart.SIGNATURES}
_WORDS = _FRAME - {LayoutPart.LOGO}

_PARTS: Mapping[PaperKind, frozenset[LayoutPart]] = {
    PaperKind.SIGN_IN_SHEET: frozenset(LayoutPart),
    PaperKind.MEETING_NOTICE: _FRAME,
    PaperKind.AGENDA: _FRAME,
    PaperKind.RECORD: _SIGNED,
    PaperKind.TRAINING_SUMMARY: _FRAME,
    PaperKind.PERIOD_SUMMARY: _FRAME,
    PaperKind.PLAN: frozenset(LayoutPart),
    PaperKind.TASKS: frozenset(LayoutPart),
    PaperKind.TASK_BOOK: frozenset(LayoutPart),
    PaperKind.LEDGER: frozenset(LayoutPart),
    PaperKind.STATISTICS: frozenset(LayoutPart),
    PaperKind.ABSENTEES: frozenset(LayoutPart),
    PaperKind.PERSON_FILE: _FRAME,
    PaperKind.OUTREACH: frozenset(LayoutPart),
    PaperKind.CERTIFICATE: _FRAME,
    PaperKind.HOURS_PROOF: _FRAME,
    PaperKind.CERTIFICATE_REGISTER: frozenset(LayoutPart),
    PaperKind.PHOTO_PAGES: _WORDS,
    PaperKind.MONTH: _WORDS,
}

#: The kinds of which something may be adjusted, in the order of the work.
ADJUSTABLE = tuple(_PARTS)

#: Those whose columns may be named and put in order, not only left out.
LISTS = tuple(_LISTS)


def layout_parts(kind: PaperKind) -> frozenset[LayoutPart]:
    """Return what may be adjusted of a kind; nothing of one that has no layout."""
    return _PARTS.get(kind, frozenset())


def paper_columns(kind: PaperKind) -> tuple[ColumnFacts, ...]:
    """Return the columns of a paper as we make it, the same for screen, paper and workbook."""
    if kind is PaperKind.SIGN_IN_SHEET:
        return tuple(
            ColumnFacts(field, HEADS[field].replace("　", ""), field not in dress.OPTIONAL)
            for field in _SHEET
        )
    if kind not in _LISTS:
        return ()
    return tuple(ColumnFacts(column.key, column.heading) for column in _LISTS[kind]())


def our_layout(kind: PaperKind) -> PaperLayout:
    """Return the layout of a paper as we make it, written out."""
    return PaperLayout(
        title=OUR_TITLE,
        columns=tuple(
            ColumnLayout(key=one.key, heading=one.heading) for one in paper_columns(kind)
        ),
        signatures=_SIGNATURES.get(kind, ()),
    )

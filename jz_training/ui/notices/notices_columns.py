"""The columns of the list of notices and how it is sorted by them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from jz_training.domain.notice import NoticeRow
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.table import Cell, Column
from jz_training.ui.widgets.when import day_words


def notice_columns(today: Callable[[], date]) -> tuple[Column[NoticeRow], ...]:
    """Return the columns; `today` decides whether a day is shown with its year."""

    def day(value: date | None) -> Cell:
        return Cell(day_words(value, today=today()) if value else "", role="secondary")

    def state(row: NoticeRow) -> Cell:
        word, tone = review_badge(reviewed=row.reviewed)
        return Cell(word, tone=tone)

    def overdue(row: NoticeRow) -> Cell:
        return Cell(str(row.overdue), role="red") if row.overdue else Cell("0", role="faint")

    return (
        Column(key="title", title="通知", cell=lambda r: Cell(r.title, second=r.issuer),
               sort="title", stretch=True),
        Column(key="number", title="文号", cell=lambda r: Cell(r.number, role="secondary"),
               sort="number", width=152),
        Column(key="day", title="日期", cell=lambda r: day(r.dated), sort="day", width=96),
        Column(key="state", title="核对", cell=state, sort="state", width=76),
        Column(key="next", title="下一期限", cell=lambda r: day(r.next_due), sort="next",
               width=96),
        Column(key="obligations", title="要求", cell=lambda r: str(r.obligations),
               sort="obligations", width=56, number=True),
        Column(key="met", title="已落实", cell=lambda r: str(r.met), sort="met", width=64,
               number=True),
        Column(key="overdue", title="逾期", cell=overdue, sort="overdue", width=56, number=True),
    )  # fmt: skip


def review_badge(*, reviewed: bool) -> tuple[str, Tone]:
    """Return whether somebody has held the duties against the text, in a word."""
    return ("已核对", Tone.GREEN) if reviewed else ("待核对", Tone.AMBER)


def sort_key(key: str) -> Callable[[NoticeRow], Any]:
    """Return by what the rows are put in order; what has no day comes first."""
    keys: dict[str, Callable[[NoticeRow], Any]] = {
        "title": lambda r: r.title,
        "number": lambda r: r.number,
        "day": lambda r: (r.dated or r.received_on, r.received_on),
        "state": lambda r: r.reviewed,
        "obligations": lambda r: r.obligations,
        "met": lambda r: r.met,
        "overdue": lambda r: r.overdue,
        "next": lambda r: r.next_due or date.max,
    }
    return keys[key]


def holds(row: NoticeRow, text: str) -> bool:
    """Tell whether title, number or issuer of a notice have every word of a text."""
    inside = f"{row.title} {row.number} {row.issuer}".casefold()
    return all(word in inside for word in text.casefold().split())

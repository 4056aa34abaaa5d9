"""The columns of the list of trainings; also the list behind a figure of the statistics."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from jz_training.documents.columns import headings_of
from jz_training.documents.lists import ledger_columns
from jz_training.domain.summary import LedgerRow
from jz_training.domain.training import TrainingState
from jz_training.labels import FORMS, rate_words
from jz_training.labels.days import brief_clock_words
from jz_training.ui.style.theme import Tone
from jz_training.ui.trainings.training_words import stage
from jz_training.ui.widgets.table import Cell, Column


def ledger_row_columns(now: Callable[[], datetime]) -> tuple[Column[LedgerRow], ...]:
    """Return date, time, title, form, venue, speaker, figures and state of trainings."""

    def state(row: LedgerRow) -> Cell:
        has_list = row.tally.expected > 0
        word, tone = stage(row.state, end=row.end, tally=row.tally, has_list=has_list, now=now())
        return Cell(word, tone=tone)

    heads = headings_of(ledger_columns())
    return (
        Column(key="date", title=heads["date"], cell=_day, width=92, sort="start"),
        Column(key="time", title=heads["time"], cell=_time, width=156),
        Column(
            key="title", title=heads["title"], cell=_title, width=180, stretch=True, sort="title"
        ),
        Column(key="form", title=heads["form"], cell=_form, width=96, sort="form"),
        Column(key="venue", title=heads["venue"], cell=_second(lambda row: row.venue), width=132),
        Column(
            key="speaker", title=heads["speaker"], cell=_second(lambda row: row.speaker), width=92
        ),
        _count("expected", heads["expected"], lambda row: row.state is not TrainingState.CANCELLED),
        _count("present", heads["present"], lambda row: row.held),
        Column(key="rate", title=heads["rate"], cell=_rate, width=76, number=True, sort="rate"),
        Column(key="state", title=heads["state"], cell=state, width=84),
    )


def _count(key: str, title: str, known: Callable[[LedgerRow], bool]) -> Column[LedgerRow]:
    """Return a column of a count; `known` tells where there can be one."""

    def cell(row: LedgerRow) -> Cell:
        if not known(row) or not row.tally.expected:
            return Cell("—", role="faint")
        return Cell(str(getattr(row.tally, key)))

    return Column(key=key, title=title, cell=cell, width=52, number=True, sort=key)


def _rate(row: LedgerRow) -> Cell:
    """Return the rate; while somebody is unrecorded it is not one yet (DESIGN §5)."""
    if not row.held or not row.tally.rate.settled:
        return Cell("—", role="faint")
    return Cell(rate_words(row.tally.rate))


def _day(row: LedgerRow) -> Cell:
    return Cell(f"{row.start:%Y-%m-%d}", role="faint" if _is_cancelled(row) else "ink")


def _time(row: LedgerRow) -> Cell:
    return Cell(brief_clock_words(row.start, row.end, parts=row.parts), role="secondary")


def _title(row: LedgerRow) -> Cell:
    return Cell(row.title, role="faint" if _is_cancelled(row) else "ink", tail=True)


def _form(row: LedgerRow) -> Cell:
    return Cell(FORMS[row.form], tone=Tone.ACCENT)


def _second(of: Callable[[LedgerRow], str]) -> Callable[[LedgerRow], Cell]:
    return lambda row: Cell(of(row), role="secondary")


def _is_cancelled(row: LedgerRow) -> bool:
    return row.state is TrainingState.CANCELLED


def sort_key(key: str) -> Callable[[LedgerRow], tuple[object, ...]]:
    """Return how rows are compared for a sortable column; equal ones go by time."""
    keys: dict[str, Callable[[LedgerRow], object]] = {
        "title": lambda row: row.title,
        "form": lambda row: row.form.value,
        "expected": lambda row: row.tally.expected,
        "present": lambda row: row.tally.present,
        "rate": lambda row: row.tally.rate.percent or -1,
    }
    own = keys.get(key)
    if own is None:
        return lambda row: (row.start,)
    return lambda row: (own(row), row.start)

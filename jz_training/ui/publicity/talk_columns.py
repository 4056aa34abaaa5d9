"""The columns of talks, and how their rows are put in order."""

from __future__ import annotations

from collections.abc import Callable

from jz_training.documents.columns import headings_of
from jz_training.documents.lists import outreach_columns
from jz_training.domain.outreach import OutreachRow
from jz_training.labels import FORMS
from jz_training.labels.notices import PLACE_KINDS
from jz_training.ui.publicity.talk_words import listeners_words
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.table import Cell, Column
from jz_training.ui.widgets.when import time_words


def talk_columns() -> tuple[Column[OutreachRow], ...]:
    """Return day and time, title, form, kind of place, place, speaker, listeners and views."""
    heads = headings_of(outreach_columns())
    return (
        Column(key="when", title="日期时间", cell=_when, width=112, sort="when"),
        Column(
            key="title", title=heads["title"], cell=_title, width=200, stretch=True, sort="title"
        ),
        Column(key="form", title=heads["form"], cell=_form, width=84, sort="form"),
        Column(key="kind", title=heads["kind"], cell=_kind, width=72, sort="kind"),
        Column(key="place", title=heads["place"], cell=_place, width=128, sort="place"),
        Column(key="speaker", title=heads["speaker"], cell=_speaker, width=96, sort="speaker"),
        Column(
            key="listeners",
            title="听众（人次）",
            cell=_listeners,
            width=92,
            number=True,
            sort="listeners",
        ),
        Column(key="views", title=heads["views"], cell=_views, width=84, number=True, sort="views"),
    )


def talk_sort_key(key: str) -> Callable[[OutreachRow], tuple[object, ...]]:
    """Return how rows are compared for a sortable column; equal ones go by time."""
    keys: dict[str, Callable[[OutreachRow], object]] = {
        "title": lambda row: row.draft.title,
        "form": lambda row: row.draft.form.value,
        "kind": lambda row: row.draft.place_kind.value,
        "place": lambda row: row.draft.place,
        "speaker": lambda row: row.draft.speaker,
        "listeners": lambda row: -1 if row.listeners is None else row.listeners,
        "views": lambda row: row.draft.online_views or 0,
    }
    own = keys.get(key)
    if own is None:
        return lambda row: (row.draft.start,)
    return lambda row: (own(row), row.draft.start)


def _when(row: OutreachRow) -> Cell:
    start, end = row.draft.start, row.draft.end
    return Cell(f"{start:%Y-%m-%d}", second=time_words(start, end))


def _title(row: OutreachRow) -> Cell:
    return Cell(row.draft.title, second="、".join(row.draft.groups))


def _form(row: OutreachRow) -> Cell:
    return Cell(FORMS[row.draft.form], tone=Tone.ACCENT)


def _kind(row: OutreachRow) -> Cell:
    return Cell(PLACE_KINDS[row.draft.place_kind], role="secondary")


def _place(row: OutreachRow) -> Cell:
    return Cell(row.draft.place, role="secondary")


def _speaker(row: OutreachRow) -> Cell:
    return Cell(row.draft.speaker, role="secondary")


def _listeners(row: OutreachRow) -> Cell:
    count, how = listeners_words(row)
    return Cell(count, second=how, role="ink" if row.listeners is not None else "faint")


def _views(row: OutreachRow) -> Cell:
    views = row.draft.online_views
    return Cell("—", role="faint") if views is None else Cell(str(views))

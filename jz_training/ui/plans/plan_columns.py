"""The columns of a plan on the screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from jz_training.documents.columns import headings_of
from jz_training.documents.lists import plan_columns as paper_columns
from jz_training.domain.plan import PlanItemRow
from jz_training.labels import FORMS, phase_words
from jz_training.ui.plans.plan_words import (
    audience_words,
    hours_words,
    item_badge,
    people_words,
    when_made,
    when_planned,
)
from jz_training.ui.widgets.rows_model import Cell, Column

Item = PlanItemRow

#: What is left to the dialog where the window is narrow or the letters are large.
SPARE = ("duty", "hours", "responsible")


def plan_columns(now: Callable[[], datetime]) -> tuple[Column[Item], ...]:
    """Return number, topic, form, audience, phase, time, hours, owner, duty and state."""

    def when(item: Item) -> Cell:
        today = now().date()
        planned = when_planned(item.draft, today)
        role = "ink" if planned else "faint"
        return Cell(planned or "未定", second=when_made(item, today), role=role)

    def state(item: Item) -> Cell:
        word, tone = item_badge(item, now().date())
        return Cell(word, tone=tone)

    heads = headings_of(paper_columns(now().date()))
    return (
        Column(key="number", title=heads["ordinal"], cell=_number, width=48, number=True),
        Column(key="title", title=heads["title"], cell=_title, width=200, stretch=True),
        Column(key="form", title=heads["form"], cell=_quiet(_form), width=88),
        Column(key="audience", title="对象", cell=_audience, width=120),
        Column(key="phase", title=heads["phase"], cell=_quiet(_phase), width=92),
        Column(key="when", title=heads["time"], cell=when, width=136),
        Column(key="hours", title=heads["hours"], cell=_quiet(_hours), width=48, number=True),
        Column(key="responsible", title="责任", cell=_quiet(_responsible), width=80),
        Column(key="duty", title="依据（要求）", cell=_quiet(_duty), width=128),
        Column(key="state", title=heads["state"], cell=state, width=96),
    )


def _number(item: Item) -> Cell:
    return Cell(str(item.position + 1), role="faint")


def _title(item: Item) -> Cell:
    draft = item.draft
    facts = (draft.venue, draft.speaker and f"主讲 {draft.speaker}")
    return Cell(draft.title, second="　".join(filter(None, facts)), wrap=True)


def _audience(item: Item) -> Cell:
    return Cell(audience_words(item.draft), second=people_words(item.draft), wrap=True)


def _quiet(words: Callable[[Item], str]) -> Callable[[Item], Cell]:
    return lambda item: Cell(words(item), role="secondary", wrap=True)


def _form(item: Item) -> str:
    return FORMS[item.draft.form]


def _phase(item: Item) -> str:
    return phase_words(item.draft.phase, item.draft.batch)


def _hours(item: Item) -> str:
    return hours_words(item.draft)


def _responsible(item: Item) -> str:
    return item.draft.responsible


def _duty(item: Item) -> str:
    return item.obligation

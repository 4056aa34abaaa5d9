"""The columns of the task book over the whole width, and those of the evidence of one duty."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from jz_training.documents.lists.duties import fulfilment_words, gaps_words
from jz_training.documents.summary.words import GAP
from jz_training.domain.evidence import Evidence
from jz_training.domain.task_book import Duty
from jz_training.labels.duties import DUTY_STATES, EVIDENCE_KINDS
from jz_training.labels.notices import OBLIGATION_KINDS
from jz_training.ui.notices.duty_words import STATE_TONES, due_words
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.table import Cell, Column
from jz_training.ui.widgets.when import day_words


def book_columns(
    today: Callable[[], date], number: Callable[[Duty], int]
) -> tuple[Column[Duty], ...]:
    """Return number, duty, kind, owner, due day, state, what was done and what is missing.

    `number` tells a duty's place in the whole book, whatever is shown of it.
    """

    def due(duty: Duty) -> Cell:
        words = due_words(duty, today=today()) or duty.obligation.draft.due_phrase
        if duty.overdue(today()):
            return Cell(words, second="已逾期", role="red")
        return Cell(words, role="secondary")

    return (
        Column(key="number", title="序号", width=48, number=True,
               cell=lambda duty: Cell(str(number(duty)), role="faint")),
        Column(key="title", title="要求", stretch=True,
               cell=lambda duty: Cell(duty.obligation.title, wrap=True)),
        Column(key="kind", title="类别", width=76,
               cell=lambda duty: Cell(OBLIGATION_KINDS[duty.obligation.draft.kind],
                                      role="secondary")),
        Column(key="owner", title="责任人", width=80,
               cell=lambda duty: Cell(duty.obligation.draft.owner, role="secondary", wrap=True)),
        Column(key="due", title="期限", width=80, cell=due),
        Column(key="state", title="状态", width=80, cell=_state),
        Column(key="done", title="落实情况", width=188, cell=_done),
        Column(key="gaps", title="差距", width=188, cell=_gaps),
    )  # fmt: skip


def evidence_columns(today: Callable[[], date], *, opens: bool) -> tuple[Column[Evidence], ...]:
    """Return what a piece of evidence is, its title, day, 人次, and whether it has happened.

    With `opens` the title looks like what it is, a way on, and how it came to count is told.
    """

    def day(one: Evidence) -> Cell:
        return Cell(day_words(one.day, today=today()) if one.day else "", role="secondary")

    by = Column[Evidence](
        key="by", title="计入", width=56,
        cell=lambda one: Cell("手工" if one.by_hand else "自动", role="faint"),
    )  # fmt: skip
    return (
        Column(key="kind", title="种类", width=80,
               cell=lambda one: Cell(EVIDENCE_KINDS[one.kind], role="secondary")),
        Column(key="title", title="名称", stretch=True,
               cell=lambda one: Cell(one.title, role="accent" if opens else "ink")),
        Column(key="day", title="日期", width=96, cell=day),
        Column(key="persons", title="人次", width=56, number=True,
               cell=lambda one: Cell(str(one.persons) if one.persons else "", role="secondary")),
        Column(key="done", title="情况", width=72, cell=_happened),
        *((by,) if opens else ()),
    )  # fmt: skip


def _state(duty: Duty) -> Cell:
    return Cell(DUTY_STATES[duty.state], tone=STATE_TONES[duty.state])


def _done(duty: Duty) -> Cell:
    words = fulfilment_words(duty)
    return Cell(words, role="faint" if words == GAP else "secondary", wrap=True)


def _gaps(duty: Duty) -> Cell:
    return Cell(gaps_words(duty) or "—", role="ink" if duty.gaps else "faint", wrap=True)


def _happened(one: Evidence) -> Cell:
    return Cell("已完成", tone=Tone.GREEN) if one.done else Cell("待完成", tone=Tone.AMBER)

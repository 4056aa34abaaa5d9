"""The columns of the task book (任务书), and of the evidence behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from jz_training.documents.columns import Align, Column, Kind
from jz_training.documents.lists.making import column, place_column
from jz_training.documents.summary.words import GAP
from jz_training.domain.evidence import Evidence
from jz_training.domain.task_book import Duty, Figure, TaskBook
from jz_training.labels.duties import (
    DUTY_STATES,
    EVIDENCE_KINDS,
    evidence_words,
    figure_words,
    gap_words,
    thing_words,
)
from jz_training.labels.notices import OBLIGATION_KINDS


def duty_columns(today: date) -> tuple[Column[Duty], ...]:
    """Return the columns of a task book; what is overdue on a day says so."""

    def state(duty: Duty) -> str:
        return state_words(duty, today)

    return (
        place_column(),
        column("phrase", "要求（原文）", 48, requirement),
        column("kind", "类别", 10, _kind, Align.CENTRE),
        column("owner", "责任人", 12, lambda duty: duty.obligation.draft.owner),
        column("by", "期限", 12, due_words, Align.CENTRE, Kind.DATE),
        column("state", "状态", 13, state, Align.CENTRE),
        column("evidence", "落实情况", 30, fulfilment_words),
        column("gaps", "差距", 32, gaps_words),
    )


def requirement(duty: Duty) -> str:
    """Return the notice's own words; the secretary's for a duty added without any."""
    return duty.obligation.draft.phrase or duty.obligation.title


def due_words(duty: Duty) -> date | str:
    """Return the day it is due; without one the notice's words for it (及时)."""
    return duty.obligation.by or duty.obligation.draft.due_phrase


def state_words(duty: Duty, today: date) -> str:
    """Return the state, and whether its day is past."""
    words = DUTY_STATES[duty.state]
    return f"{words}，已逾期" if duty.overdue(today) else words


def fulfilment_words(duty: Duty) -> str:
    """Return what was done and how far it reached; without any evidence （待补）.

    A figure whose thing is named by the evidence already is not said twice.
    """
    done = evidence_words(duty)
    figures = (_beside(done, one) for one in duty.figures if _is_worth_saying(one, duty))
    more = "，".join(words for words in figures if not _is_said(words, done))
    return "；".join(part for part in (done, more) if part) or GAP


def _is_worth_saying(figure: Figure, duty: Duty) -> bool:
    """Tell whether a figure says more than its duty does: not so for the only topic of one."""
    return bool(figure.have or figure.wanted) and (figure.of,) != duty.obligation.draft.topics


def _beside(done: str, figure: Figure) -> str:
    """Return a figure in words, without its thing where the evidence names it already."""
    named = thing_words(figure.of)
    return figure_words(replace(figure, of="") if named and named in done else figure)


def _is_said(figure: str, done: str) -> bool:
    """Tell whether a figure stands among the words for the evidence: 2 场 in 学习培训 2 场."""
    parts = re.split("[、；]", done)
    return any(f" {part} ".find(f" {figure} ") >= 0 for part in parts)


def gaps_words(duty: Duty) -> str:
    """Return everything that is missing, in one line."""
    return "；".join(map(gap_words, duty.gaps))


def _kind(duty: Duty) -> str:
    return OBLIGATION_KINDS[duty.obligation.draft.kind]


# --- evidence --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """A piece of evidence under the duty it counts towards, `number` its place in the book."""

    number: int
    duty: Duty
    evidence: Evidence


def evidence_lines(book: TaskBook) -> tuple[EvidenceLine, ...]:
    """Return all evidence of a task book, duty by duty."""
    return tuple(
        EvidenceLine(number, duty, one)
        for number, duty in enumerate(book.duties, start=1)
        for one in duty.evidence
    )


def evidence_columns() -> tuple[Column[EvidenceLine], ...]:
    """Return the columns of the evidence; 人次 is empty where nobody is counted."""
    return (
        column(
            "number", "要求序号", 12, lambda line: line.number, Align.CENTRE, Kind.INTEGER
        ),
        column("duty", "要求", 40, lambda line: line.duty.obligation.title),
        column("kind", "种类", 12, lambda line: EVIDENCE_KINDS[line.evidence.kind], Align.CENTRE),
        column("title", "名称", 40, lambda line: line.evidence.title),
        column("day", "日期", 12, lambda line: line.evidence.day, Align.CENTRE, Kind.DATE),
        column(
            "done", "完成", 9, lambda line: "是" if line.evidence.done else "待完成", Align.CENTRE
        ),
        column(
            "persons", "人次", 9, lambda line: line.evidence.persons or None, Align.RIGHT,
            Kind.INTEGER,
        ),
        column(
            "by_hand", "计入方式", 12, lambda line: "手工" if line.evidence.by_hand else "自动",
            Align.CENTRE,
        ),
    )  # fmt: skip

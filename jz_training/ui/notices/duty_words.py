"""How a duty stands, in the words and tones of the window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from jz_training.domain.task_book import Duty, DutyState, TaskBook
from jz_training.labels.duties import DUTY_STATES, evidence_words, figure_words, gap_words
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.when import day_words

STATE_TONES: dict[DutyState, Tone] = {
    DutyState.NOT_BEGUN: Tone.DASHED,
    DutyState.PLANNED: Tone.AMBER,
    DutyState.PARTLY: Tone.AMBER,
    DutyState.MET: Tone.GREEN,
    DutyState.REPORTED: Tone.GREEN,
}


def standing_words(duty: Duty) -> str:
    """Return what is missing, or else what there is: the column 依据与差距."""
    if duty.gaps:
        return "；".join(map(gap_words, duty.gaps))
    declared = declared_words(duty)
    found = evidence_words(duty) or "、".join(map(figure_words, duty.figures))
    return "；".join(part for part in (declared, found) if part)


def declared_words(duty: Duty) -> str:
    """Return when the secretary declared a duty met or reported."""
    row = duty.obligation
    if row.reported_on is not None:
        return f"{row.reported_on.month}月{row.reported_on.day}日报送"
    if row.confirmed_on is not None:
        return f"{row.confirmed_on.month}月{row.confirmed_on.day}日认定"
    return ""


def whole_words(duty: Duty) -> str:
    """Return state, evidence and gaps in one sentence, for the tooltip of a phrase."""
    parts = (evidence_words(duty), "；".join(map(gap_words, duty.gaps)))
    told = "，".join(part for part in parts if part)
    return DUTY_STATES[duty.state] + (f"：{told}" if told else "")


def due_words(duty: Duty, *, today: date) -> str:
    """Return the day a duty is due, empty when it has none."""
    by = duty.obligation.by
    return day_words(by, today=today) if by else ""


def tally_words(book: TaskBook) -> str:
    """Return how many duties stand how: 已落实 11 · 部分 5 · 未开始 4."""
    groups = Counter(_group(duty) for duty in book.duties)
    return " · ".join(f"{word} {groups[word]}" for word in _GROUPS if groups[word])


def met_count(duties: Sequence[Duty]) -> int:
    """Return how many duties are settled."""
    return sum(duty.settled for duty in duties)


_GROUPS = ("已落实", "部分", "已计划", "未开始")


def _group(duty: Duty) -> str:
    if duty.settled:
        return "已落实"
    words = {DutyState.PARTLY: "部分", DutyState.PLANNED: "已计划"}
    return words.get(duty.state, "未开始")

"""The columns of who missed what and of make-up groups; a state is told by its word and tone."""

from __future__ import annotations

from jz_training.domain.make_up import MakeUpGroupRow, MakeUpState, MissedRow
from jz_training.labels import MAKE_UP_FORMS, MAKE_UP_STATES, made_up_words, missed_words
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.rows_model import Cell, Column

TONES = {
    MakeUpState.OPEN: Tone.GREY,
    MakeUpState.ARRANGED: Tone.AMBER,
    MakeUpState.DONE: Tone.GREEN,
}


def missed_columns() -> tuple[Column[MissedRow], ...]:
    """Return who missed what, why, and where making it up stands."""
    return (
        Column(key="name", title="姓名", cell=lambda row: row.name, width=88),
        Column(key="unit", title="单位", cell=lambda row: _second(row.unit), width=128),
        Column(key="day", title="日期", cell=lambda row: f"{row.day:%Y-%m-%d}", width=92),
        Column(key="title", title="缺的场次", cell=_title, width=180, stretch=True),
        Column(key="required", title="必修", cell=_required, width=56),
        Column(key="missed", title="缺课情况", cell=_missed, width=120),
        Column(key="state", title="状态", cell=state_cell, width=76),
        Column(key="how", title="补学", cell=_how, width=184),
        Column(key="evidence", title="材料", cell=_evidence, width=52, number=True),
    )


def group_columns() -> tuple[Column[MakeUpGroupRow], ...]:
    """Return when and where a group meets, who leads it, and how far it is."""
    return (
        Column(key="day", title="日期", cell=_group_day, width=96),
        Column(
            key="title", title="补学班", cell=lambda row: row.draft.title, width=200, stretch=True
        ),
        Column(
            key="form",
            title="形式",
            cell=lambda row: Cell(MAKE_UP_FORMS[row.draft.form], tone=Tone.ACCENT),
            width=92,
        ),
        Column(key="venue", title="地点", cell=lambda row: _second(row.draft.venue), width=136),
        Column(key="leader", title="负责人", cell=lambda row: _second(row.draft.leader), width=96),
        Column(
            key="members",
            title="人数",
            cell=lambda row: Cell(str(persons_of(row))),
            width=56,
            number=True,
        ),
        Column(key="state", title="状态", cell=_group_state, width=92),
    )


def _title(row: MissedRow) -> Cell:
    return Cell(row.title, tail=True)


def persons_of(row: MakeUpGroupRow) -> int:
    """Return how many persons a group has; somebody may make up several trainings in it."""
    return len({member.person_id or member.attendee_id for member in row.members})


def state_cell(row: MissedRow) -> Cell:
    """Return 未补, 已安排 or 已补."""
    return Cell(MAKE_UP_STATES[row.state], tone=TONES[row.state])


def _second(text: str) -> Cell:
    return Cell(text, role="secondary")


def _required(row: MissedRow) -> Cell:
    return Cell("必修", tone=Tone.ACCENT) if row.required else Cell("")


def _missed(row: MissedRow) -> Cell:
    return Cell(missed_words(row), role="secondary")


def _how(row: MissedRow) -> Cell:
    if row.make_up is None:
        return Cell("—", role="faint")
    when = "" if _undated(row) else made_up_words(row)
    return _second(" ".join(filter(None, (MAKE_UP_FORMS[row.make_up.form], when))))


def _undated(row: MissedRow) -> bool:
    made = row.make_up
    return made is None or (made.done_on is None and made.planned_on is None)


def _evidence(row: MissedRow) -> Cell:
    return Cell(str(row.evidence)) if row.evidence else Cell("—", role="faint")


def _group_day(row: MakeUpGroupRow) -> Cell:
    day = row.draft.day
    return Cell("待定", role="faint") if day is None else Cell(f"{day:%Y-%m-%d}")


def _group_state(row: MakeUpGroupRow) -> Cell:
    if row.finished:
        return Cell("已完成", tone=Tone.GREEN)
    return Cell(
        "待补学" if row.members else "没有人", tone=Tone.AMBER if row.members else Tone.GREY
    )

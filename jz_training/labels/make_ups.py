"""The words of make-up study (补学)."""

from __future__ import annotations

from jz_training.domain.attendance import Mark
from jz_training.domain.make_up import MakeUpForm, MakeUpState, MissedRow
from jz_training.labels.attendance import mark_words

MAKE_UP_FORMS: dict[MakeUpForm, str] = {
    MakeUpForm.RECORDING: "观看录像",
    MakeUpForm.SELF_STUDY: "自学",
    MakeUpForm.LESSON: "补课",
    MakeUpForm.REFLECTION: "撰写体会",
    MakeUpForm.OTHER_BATCH: "换批参加",
}

MAKE_UP_STATES: dict[MakeUpState, str] = {
    MakeUpState.OPEN: "未补",
    MakeUpState.ARRANGED: "已安排",
    MakeUpState.DONE: "已补",
}


def missed_words(row: MissedRow) -> str:
    """Return what somebody missed in words: 请假·公, 缺席, 缺：21日上午、21日下午."""
    if row.status.came:
        return f"缺：{'、'.join(row.parts)}" if row.parts else "缺部分课次"
    return mark_words(Mark(status=row.status, reason=row.reason))


def made_up_words(row: MissedRow) -> str:
    """Return when something was made up or is to be: 2026-11-21, 计划 2026-11-25, 已安排, 未补."""
    if row.make_up is None:
        return MAKE_UP_STATES[MakeUpState.OPEN]
    if row.make_up.done_on is not None:
        return row.make_up.done_on.isoformat()
    planned = row.make_up.planned_on
    return MAKE_UP_STATES[row.state] if planned is None else f"计划 {planned.isoformat()}"

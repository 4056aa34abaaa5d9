"""How trainings and their marks are said on the screen: stages, tones, days and times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from jz_training.domain.attendance import AttendanceStatus, AttendeeRole, AttendeeRow, Mark
from jz_training.domain.parts import TrainingPart
from jz_training.domain.tally import Tally
from jz_training.domain.training import TrainingDraft, TrainingState
from jz_training.labels import ROLES, STATUSES, mark_words
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.when import when_words

#: A longer name of a part does not stand beside its mark.
_SHORT = 3

STATUS_TONES: dict[AttendanceStatus, Tone] = {
    AttendanceStatus.UNRECORDED: Tone.DASHED,
    AttendanceStatus.PRESENT: Tone.GREEN,
    AttendanceStatus.LATE: Tone.AMBER,
    AttendanceStatus.EARLY: Tone.AMBER,
    AttendanceStatus.ONLINE: Tone.ACCENT,
    AttendanceStatus.LEAVE: Tone.GREY,
    AttendanceStatus.ABSENT: Tone.RED,
}


def mark_badge(mark: Mark) -> tuple[str, Tone]:
    """Return the word and tone that show a mark."""
    return mark_words(mark), STATUS_TONES[mark.status]


def row_badge(row: AttendeeRow) -> tuple[str, Tone]:
    """Return what stands in the last column: the mark, or the role of who is not on the list.

    A mark made from a leave asked for before the event says so.
    """
    if row.role is AttendeeRole.EXPECTED:
        word, tone = mark_badge(row.mark)
        ahead = row.leave_id is not None and row.mark.status is AttendanceStatus.LEAVE
        return (f"{word}（预先）" if ahead else word), tone
    return ROLES[row.role], Tone.ACCENT


def part_badges(row: AttendeeRow, parts: Sequence[TrainingPart]) -> tuple[tuple[str, Tone], ...]:
    """Return what stands in the last column where the parts of a training differ.

    Two short ones by name (上午到会 下午请假), more of them by how many there are of each mark
    (到会4 缺席1); nothing where they all say the same.
    """
    marks = row.part_marks
    if row.role is not AttendeeRole.EXPECTED or not parts or len(set(marks)) < 2:
        return ()
    if len(parts) == 2 and all(len(part.name) <= _SHORT for part in parts):
        pairs = zip(parts, marks, strict=True)
        return tuple(
            (f"{part.name}{STATUSES[mark.status]}", STATUS_TONES[mark.status])
            for part, mark in pairs
        )
    counted = Counter(mark.status for mark in marks)
    return tuple((f"{STATUSES[key]}{n}", STATUS_TONES[key]) for key, n in counted.items())


def stage(
    state: TrainingState, *, end: datetime, tally: Tally, has_list: bool, now: datetime
) -> tuple[str, Tone]:
    """Return where a training stands, in a word: it follows from state, counts and the clock."""
    if state is TrainingState.CANCELLED:
        return "已取消", Tone.GREY
    if state is TrainingState.CLOSED:
        return "已关闭", Tone.GREEN
    if not has_list:
        return "待定名单", Tone.AMBER if end <= now else Tone.GREY
    if tally.unrecorded == 0:
        return "待关闭", Tone.AMBER
    return ("待录考勤", Tone.AMBER) if end <= now else ("待召开", Tone.ACCENT)


def facts(draft: TrainingDraft, *, today: date) -> tuple[str, ...]:
    """Return what stands behind a training's title."""
    return (
        when_words(draft.start, draft.end, today=today, parts=len(draft.parts)),
        draft.venue,
        draft.chair and f"主持 {draft.chair}",
        draft.speaker and f"主讲 {draft.speaker}",
    )


def parts_words(parts: Sequence[TrainingPart], *, today: date) -> str:
    """Return from when to when the parts of a training go; empty without any."""
    if not parts:
        return ""
    words = when_words(parts[0].start, parts[-1].end, today=today, parts=len(parts))
    return f"{words}。每个课次分别签到、分别登记。"


def ranges(numbers: Iterable[int]) -> str:
    """Return numbers as people write them: 3、7、12–15."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "、".join(_run_words(run) for run in runs)


def _run_words(run: list[int]) -> str:
    if len(run) > 2:
        return f"{run[0]}–{run[-1]}"
    return "、".join(map(str, run))

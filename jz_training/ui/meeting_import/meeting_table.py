"""The table of the preview: who was in the meeting, who that is on the list, and how long."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jz_training.domain.attendance import AttendanceStatus, AttendeeRow
from jz_training.domain.meeting_reading import Participant
from jz_training.labels import (
    MATCH_REASONS,
    NEAR_REASONS,
    STATUSES,
    UNREADABLE_REASONS,
    mark_words,
)
from jz_training.ui.meeting_import.meeting_plan import Fate, Group, MeetingPlan, PlanRow
from jz_training.ui.memory import Memory
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.rows_model import Cell, Column
from jz_training.ui.widgets.table import Table


def make_plan_table(plan: Callable[[], MeetingPlan], memory: Memory) -> Table[PlanRow]:
    """Return the table of one group of the plan at a time."""
    cells = _Cells(plan)
    return Table(
        "meeting_rows",
        cells.columns(),
        row_id=lambda row: row.key,
        tall=True,
        memory=memory,
        label="参会记录",
    )


def line_words(line: AttendeeRow) -> str:
    """Return a person of the list with number and unit."""
    return f"{line.number} {line.name}　{line.unit}".rstrip()


class _Cells:
    """What the cells show of one row."""

    def __init__(self, plan: Callable[[], MeetingPlan]) -> None:
        self._plan = plan

    def columns(self) -> list[Column[PlanRow]]:
        return [
            Column(key="person", title="参会记录中的名称", cell=_person, width=224),
            Column(key="line", title="名单上的人", cell=self._line, width=232, stretch=True),
            Column(key="stays", title="在线时段", cell=_stays, width=196),
            Column(key="minutes", title="时长（分钟）", cell=_minutes, width=108, number=True),
            Column(key="why", title="说明", cell=self._why, width=172),
            Column(key="then", title="处理", cell=self._then, width=112),
        ]

    def _line(self, row: PlanRow) -> Cell:
        if row.unread is not None:
            return Cell(row.unread.text, role="secondary")
        if row.line is not None:
            return Cell(f"{row.line.number}　{row.line.name}", second=row.line.unit)
        if row.choices:
            lines = self._plan().lines
            names = "、".join(line_words(lines[number]) for number in row.choices)
            return Cell(names, role="secondary", wrap=True)
        return Cell("（不在名单上）", role="faint")

    def _why(self, row: PlanRow) -> Cell:
        if row.unread is not None:
            return Cell(UNREADABLE_REASONS[row.unread.reason], role="secondary", wrap=True)
        if row.near is not None:
            return Cell(NEAR_REASONS[row.near], role="secondary", wrap=True)
        if row.group is Group.CHOOSE:
            same = "名单上有同名" if len(row.choices) > 1 else "有几个同名的参会人"
            return Cell(same, second="单位相符的已标出" if row.likely else "", role="secondary")
        if row.group is Group.KEPT and row.line is not None:
            return Cell(f"已登记 {mark_words(row.line.mark)}", role="secondary")
        if row.places and row.place in self._plan().match.names.others:
            return Cell("已登记为名单外参会", role="secondary")
        words = MATCH_REASONS[row.certain] if row.certain is not None else ""
        return Cell(words, second="两人共用一台设备" if _shared(row) else "", role="secondary")

    def _then(self, row: PlanRow) -> Cell:
        plan, group = self._plan(), row.group
        if group in (Group.CONFIRM, Group.CHOOSE):
            return Cell("请确认" if group is Group.CONFIRM else "请选择", tone=Tone.DASHED)
        if group is Group.STRANGERS:
            walks_in = row.fate is Fate.WALK_IN
            return (
                Cell("临时参会", tone=Tone.ACCENT) if walks_in else Cell("不登记", tone=Tone.GREY)
            )
        if group is Group.KEPT and not row.overwritten:
            return Cell("保留原登记", tone=Tone.GREY)
        if group is Group.UNREAD:
            return Cell("跳过", tone=Tone.GREY)
        if any(one.reached for one in row.judged):
            return Cell("线上", tone=Tone.GREEN)
        return _below(plan.unseen if group is Group.UNSEEN else plan.below)


def _below(status: AttendanceStatus) -> Cell:
    if status is AttendanceStatus.UNRECORDED:
        return Cell("不登记", tone=Tone.DASHED)
    return Cell(STATUSES[status], tone=Tone.RED)


def _person(row: PlanRow) -> Cell:
    if row.unread is not None:
        return Cell(f"第 {row.unread.row} 行", second=row.unread.sheet)
    if not row.people:
        return Cell("（记录中没有）", role="faint")
    raws = "、".join(dict.fromkeys(one.raw for one in row.people))
    name = row.people[0].name
    return Cell(name, second=raws if raws != name else "")


def _shared(row: PlanRow) -> bool:
    return any(one.shared for one in row.people)


def _stays(row: PlanRow) -> Cell:
    words = stay_words(row.people)
    first, second = ("　".join(words[:2]), "　".join(words[2:4]))
    more = f"　等 {len(words)} 段" if len(words) > 4 else ""
    return Cell(first, second=second + more, role="secondary")


def stay_words(people: Sequence[Participant]) -> list[str]:
    """Return from when until when somebody was there, by all devices."""
    stays = sorted(stay for one in people for stay in one.stays)
    return [f"{stay.start:%H:%M}–{stay.end:%H:%M}" for stay in stays]


def _minutes(row: PlanRow) -> Cell:
    if not row.people:
        return Cell("")
    whole = "、".join(str(one.minutes) for one in row.judged)
    rough = any(not one.exact for one in row.people)
    return Cell(whole, second="累计时长" if rough else "", strong=row.group is Group.READY)

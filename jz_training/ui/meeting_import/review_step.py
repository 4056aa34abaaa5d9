"""The preview of an import of online attendance: threshold, groups, decisions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from jz_training.domain.near_names import NearReason
from jz_training.labels import NEAR_REASONS, PLATFORMS, meeting_note_words
from jz_training.ui.context import Context
from jz_training.ui.meeting_import.meeting_plan import Fate, Group, MeetingPlan, PlanRow
from jz_training.ui.meeting_import.meeting_reader import ReadMeeting
from jz_training.ui.meeting_import.meeting_table import make_plan_table
from jz_training.ui.meeting_import.person_choice import PersonChoice
from jz_training.ui.meeting_import.threshold_line import ThresholdLine
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, button_words, plain_label
from jz_training.ui.widgets.card import Card, hairline
from jz_training.ui.widgets.tabs import TabLine

TABS: dict[Group, str] = {
    Group.READY: "可直接登记",
    Group.CONFIRM: "需要确认",
    Group.CHOOSE: "同名待选",
    Group.SHORT: "时长不足",
    Group.KEPT: "已有登记",
    Group.STRANGERS: "不在名单",
    Group.UNSEEN: "未见上线",
    Group.UNREAD: "没有读懂",
}
_EMPTY: dict[Group, str] = {
    Group.READY: "还没有达到时长的人。",
    Group.CONFIRM: "没有需要确认的人。",
    Group.CHOOSE: "没有同名的人。",
    Group.SHORT: "没有时长不足的人。",
    Group.KEPT: "没有已经登记过的人。",
    Group.STRANGERS: "参会的人都在名单上。",
    Group.UNSEEN: "名单上的人都在参会记录里。",
    Group.UNREAD: "每一行都读懂了。",
}


class ReviewStep(QWidget):
    """Shows a plan and takes the decisions.

    Signals: decided(): something about the plan changed.
    """

    decided = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._plan: MeetingPlan | None = None
        self._groups: dict[Group, list[PlanRow]] = {}
        self.threshold = ThresholdLine()
        self.tabs = TabLine([(group.value, word) for group, word in TABS.items()])
        self.table = make_plan_table(lambda: self.plan, ctx.memory)
        self.about = plain_label("", "secondary", wrap=True)
        self.notes = plain_label("", "warning", wrap=True)
        self._make_acts()
        self._lay_out()
        self._connect()

    @property
    def plan(self) -> MeetingPlan:
        """Return the plan that is shown."""
        assert self._plan is not None
        return self._plan

    def show_plan(self, read: ReadMeeting, plan: MeetingPlan, *, fresh: bool) -> None:
        """Show a plan; a `fresh` one opens where a decision is needed."""
        self._plan = plan
        self.threshold.show_threshold(plan.threshold, plan.match.parts)
        reading = read.reading
        facts = (
            PLATFORMS[reading.platform],
            reading.topic,
            _span(read),
            f"{reading.rows} 行，{len(reading.participants)} 人",
        )
        self.about.setText("　·　".join(fact for fact in facts if fact))
        self.notes.setText("\n".join(meeting_note_words(note) for note in reading.notes))
        self.notes.setVisible(bool(reading.notes))
        self._renew()
        if fresh:
            wanted = (Group.CONFIRM, Group.CHOOSE, Group.READY)
            first = next((group for group in wanted if self._groups[group]), Group.READY)
            self.tabs.choose(first.value)
            self._show_tab()

    def group(self) -> Group:
        """Return the group that is shown."""
        return Group(self.tabs.current)

    # --- construction --------------------------------------------------------------------------

    def _make_acts(self) -> None:
        self.accepting = button("是这个人")
        self.accepting_all = button("")
        self.choosing = button("对应到名单…")
        self.walking_in = button("记为临时参会")
        self.ignoring = button("不登记")
        self.overwriting = button("改为线上")
        self._acts: dict[QPushButton, tuple[Group, ...]] = {
            self.accepting: (Group.CONFIRM,),
            self.accepting_all: (Group.CONFIRM,),
            self.choosing: (Group.CONFIRM, Group.CHOOSE, Group.STRANGERS),
            self.walking_in: (Group.CONFIRM, Group.CHOOSE, Group.STRANGERS),
            self.ignoring: (Group.CONFIRM, Group.CHOOSE, Group.STRANGERS),
            self.overwriting: (Group.KEPT,),
        }

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().sizes.gap)
        top = Card(padding=16)
        for part in (self.about, self.notes, hairline(), self.threshold):
            top.add(part)
        paper = Card(padding=16)
        paper.body.setContentsMargins(16, 4, 16, 12)
        paper.add(self.tabs)
        paper.add(self.table, 1)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for act in self._acts:
            acts.addWidget(act)
        acts.addStretch(1)
        paper.add(acts)
        column.addWidget(top)
        column.addWidget(paper, 1)

    def _connect(self) -> None:
        self.tabs.chosen.connect(lambda _: self._show_tab())
        self.table.selection_changed.connect(self._show_acts)
        self.table.opened.connect(lambda _: self._open())
        self.threshold.changed.connect(self._take_threshold)
        self.accepting.clicked.connect(lambda: self._for_each(self._accept))
        self.accepting_all.clicked.connect(self._accept_all)
        self.choosing.clicked.connect(self._choose)
        self.walking_in.clicked.connect(lambda: self._set_fate(Fate.WALK_IN))
        self.ignoring.clicked.connect(lambda: self._set_fate(Fate.IGNORED))
        self.overwriting.clicked.connect(self._overwrite)

    # --- showing -------------------------------------------------------------------------------

    def _renew(self) -> None:
        self._groups = self.plan.rows()
        for group, rows in self._groups.items():
            self.tabs.set_count(group.value, len(rows) or None)
        self._show_tab()
        self.decided.emit()

    def _show_tab(self) -> None:
        rows = self._groups.get(self.group(), [])
        self.table.set_empty(_EMPTY[self.group()])
        self.table.show_rows(rows, [row.key for row in rows])
        if rows and not self.table.selected_ids():
            self.table.select(rows[0].key)
        self._show_acts()

    def _show_acts(self) -> None:
        chosen, group = self._chosen(), self.group()
        for act, groups in self._acts.items():
            act.setVisible(group in groups)
            act.setEnabled(bool(chosen))
        self.choosing.setEnabled(len({row.place for row in chosen if row.places}) == 1)
        reason = next((row.near for row in chosen if row.near), None)
        if group is Group.CONFIRM and reason is not None:
            count = sum(row.near is reason for row in self._groups[group])
            words = f"接受全部“{NEAR_REASONS[reason]}”（{count}）"
            self.accepting_all.setText(button_words(words))
        self.accepting_all.setVisible(group is Group.CONFIRM and reason is not None)

    def _chosen(self) -> list[PlanRow]:
        keys = set(self.table.selected_ids())
        return [row for row in self._groups.get(self.group(), []) if row.key in keys]

    # --- deciding ------------------------------------------------------------------------------

    def _take_threshold(self) -> None:
        plan, line = self.plan, self.threshold
        plan.threshold = line.threshold()
        plan.below, plan.unseen = line.status_below(), line.status_unseen()
        self._renew()

    def _for_each(self, act: Callable[[PlanRow], object]) -> None:
        for row in self._chosen():
            act(row)
        self._renew()

    def _open(self) -> None:
        """Do the likeliest thing with the row that was opened."""
        if self.group() is Group.CONFIRM:
            self._for_each(self._accept)
        elif self.group() in (Group.CHOOSE, Group.STRANGERS):
            self._choose()

    def _accept(self, row: PlanRow) -> None:
        if row.line is not None and row.line.number not in self.plan.given():
            self.plan.give(row.place, row.line.number)

    def _accept_all(self) -> None:
        reason = next((row.near for row in self._chosen() if row.near), None)
        if isinstance(reason, NearReason):
            self.plan.accept_all(reason)
            self._renew()

    def _choose(self) -> None:
        rows = self._chosen()
        if not rows or not rows[0].people:
            return
        row, plan = rows[0], self.plan
        numbers = row.choices or tuple(plan.free_numbers())
        person = row.people[0]
        asked = PersonChoice(
            self,
            name=person.name,
            raw=person.raw,
            lines=[plan.lines[number] for number in numbers],
            likely=row.likely or (row.line.number if row.line else None),
        )
        if asked.run():
            plan.give(row.place, asked.number())
            self._renew()

    def _set_fate(self, fate: Fate) -> None:
        self._for_each(lambda row: self.plan.set_fate(row.places, fate))

    def _overwrite(self) -> None:
        numbers = [row.line.number for row in self._chosen() if row.line is not None]
        self.plan.toggle_overwrite(numbers)
        self._renew()


def _span(read: ReadMeeting) -> str:
    start, end = read.reading.start, read.reading.end
    if start is None:
        return ""
    return f"{start:%Y-%m-%d %H:%M}" + (f" 至 {end:%H:%M}" if end else "")

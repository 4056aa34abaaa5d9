"""One duty of the task book in full: its words, its figures, what is missing, its evidence."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from jz_training.domain.evidence import Evidence
from jz_training.domain.obligation import ObligationKind
from jz_training.domain.task_book import Duty
from jz_training.labels.duties import DUTY_STATES, figure_words, gap_words
from jz_training.labels.notices import OBLIGATION_KINDS
from jz_training.ui.context import Context
from jz_training.ui.notices.book_columns import evidence_columns
from jz_training.ui.notices.duty_acts import can_confirm, can_count, can_take_out
from jz_training.ui.notices.duty_words import STATE_TONES, declared_words
from jz_training.ui.notices.obligation_words import COUNTS_AS
from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import ElidedLabel, button, plain_label
from jz_training.ui.widgets.badge import Badge
from jz_training.ui.widgets.card import Card, scrolled
from jz_training.ui.widgets.table import Table

_TITLE = 1  # the column of the evidence whose words open it


class DutyDetail(Card):
    """Shows a duty and what can be done about it.

    Signals, each for the duty shown: opened(Evidence), taken_out(Evidence); asked(str) with one of
    count, file, task, judge, report, articles, talks, edit.
    """

    opened = Signal(object)
    taken_out = Signal(object)
    asked = Signal(str)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self.duty: Duty | None = None
        self._make_head()
        self._make_words()
        self._make_evidence()
        self._lay_out()
        self.show_duty(None)

    def show_duty(self, duty: Duty | None) -> None:
        """Show a duty, or with None say that none is chosen."""
        self.duty = duty
        self._whole.setVisible(duty is not None)
        self._nothing.setVisible(duty is None)
        if duty is not None:
            self._show_head(duty)
            self._show_words(duty)
            rows = duty.evidence
            self.evidence.show_rows(rows, [row.id for row in rows])
            self._show_buttons(duty)

    def chosen_evidence(self) -> Evidence | None:
        """Return the piece of evidence that is selected."""
        ids = self.evidence.selected_ids()
        found = self.duty.evidence if self.duty else ()
        return next((one for one in found if len(ids) == 1 and one.id == ids[0]), None)

    # --- construction --------------------------------------------------------------------------

    def _make_head(self) -> None:
        self.badge = Badge()
        self.heading = ElidedLabel("", "card_title")
        self.count = self._verb("计入…", "plus", "count", "把已有的场次、宣传、任务或材料计入")
        self.file = self._verb("归档材料…", "archive", "file", "存入文件，也可以拖到这里")
        self.task = self._verb("新增任务…", "clipboard-list", "task", "为这项要求分解一项任务")
        self.judge = self._verb("认定落实", "check", "judge", "")
        self.more = button("更多", "quiet")
        set_icon(self.more, "ellipsis")
        menu = QMenu(self)
        self._report = menu.addAction("登记报送…", lambda: self.asked.emit("report"))
        menu.addAction("登记宣传报道", lambda: self.asked.emit("articles"))
        menu.addAction("登记宣讲", lambda: self.asked.emit("talks"))
        menu.addSeparator()
        menu.addAction("修改要求…\tEnter", lambda: self.asked.emit("edit"))
        self.more.setMenu(menu)

    def _verb(self, word: str, icon: str, key: str, tip: str) -> QPushButton:
        made = button(word, tip=tip)
        set_icon(made, icon)
        made.clicked.connect(lambda: self.asked.emit(key))
        return made

    def _make_words(self) -> None:
        self.phrase = plain_label("", "", wrap=True)
        self.phrase.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.figures = plain_label("", "secondary", wrap=True)
        self.gaps = plain_label("", "", wrap=True)
        self.rule = plain_label("", "small", wrap=True)
        self.about = plain_label("", "small", wrap=True)

    def _make_evidence(self) -> None:
        self.evidence: Table[Evidence] = Table(
            "duty_evidence",
            evidence_columns(lambda: self._ctx.desk.now().date(), opens=True),
            row_id=lambda one: one.id,
            label="落实依据",
            least_rows=2,  # on a low window the duties above come first
            memory=self._ctx.memory,
        )
        self.evidence.set_empty("还没有计入的记录。")
        self.evidence.opened.connect(lambda _: self._open())
        self.evidence.view.clicked.connect(self._click)
        self.evidence.selection_changed.connect(self._enable)
        self.evidence.add_action("打开", self._open)
        self._out = self.evidence.add_action("不计入", self.take_out, keys="Del")
        self.taking_out = button("不计入", tip="选中的一条不再计入这项要求（Del）")
        self.taking_out.clicked.connect(lambda: self.take_out())

    def _lay_out(self) -> None:
        self._nothing = plain_label("选中一项要求，这里显示它的原文、差距和依据。", "secondary")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._whole = QWidget()
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._head_line())
        sides = QHBoxLayout()
        sides.setSpacing(theme().sizes.gap)
        sides.addWidget(self._words_side(), 2)
        sides.addLayout(self._evidence_side(), 3)
        column.addLayout(sides, 1)
        self.add(self._nothing, 1)
        self.add(self._whole, 1)

    def _head_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.badge)
        line.addWidget(self.heading, 1)
        for made in (self.count, self.file, self.task, self.judge, self.more):
            line.addWidget(made)
        return line

    def _words_side(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for label in (self.phrase, self.about, self.figures, self.gaps, self.rule):
            column.addWidget(label)
        column.addStretch(1)
        return scrolled(holder)

    def _evidence_side(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(plain_label("落实依据", "strong"))
        self.tally = plain_label("", "small")
        head.addWidget(self.tally)
        head.addStretch(1)
        head.addWidget(self.taking_out)
        column.addLayout(head)
        column.addWidget(self.evidence, 1)
        return column

    # --- showing -------------------------------------------------------------------------------

    def _show_head(self, duty: Duty) -> None:
        self.badge.show_word(DUTY_STATES[duty.state], STATE_TONES[duty.state])
        draft = duty.obligation.draft
        self.heading.setText(draft.wording or OBLIGATION_KINDS[draft.kind])
        done = len(duty.done)
        waiting = len(duty.evidence) - done
        words = f"已完成 {done} 条" + (f"，待完成 {waiting} 条" if waiting else "")
        self.tally.setText(words if duty.evidence else "")

    def _show_words(self, duty: Duty) -> None:
        draft = duty.obligation.draft
        _show(self.phrase, f"“{draft.phrase}”" if draft.phrase else "")
        owner = f"责任人 {draft.owner}" if draft.owner else ""
        place = f"条款 {draft.section}" if draft.section else ""
        facts = (place, owner, declared_words(duty), draft.note)
        _show(self.about, "　".join(fact for fact in facts if fact))
        _show(self.figures, "、".join(map(figure_words, duty.figures)))
        gaps = "\n".join(f"· {gap_words(gap)}" for gap in duty.gaps)
        _show(self.gaps, gaps and f"差距\n{gaps}")
        _show(self.rule, COUNTS_AS[draft.kind])

    def _show_buttons(self, duty: Duty) -> None:
        writes = not self._ctx.desk.read_only
        row = duty.obligation
        reports = row.draft.kind is ObligationKind.REPORT
        self.count.setVisible(writes and can_count(duty))
        self.file.setVisible(writes)
        self.task.setVisible(writes)
        self.judge.setVisible(writes and (can_confirm(duty) or reports))
        self.judge.setText(_judge_words(duty))
        self._report.setVisible(not reports)
        self._report.setText("取消报送登记" if row.reported_on else "登记报送…")
        self.more.setVisible(writes)
        self._enable()

    def _enable(self) -> None:
        one = self.chosen_evidence()
        duty, writes = self.duty, not self._ctx.desk.read_only
        able = duty is not None and one is not None and can_take_out(duty, one) and writes
        self._out.setEnabled(able)
        self.taking_out.setVisible(able)

    # --- doing ---------------------------------------------------------------------------------

    def take_out(self) -> None:
        """Ask that the evidence selected counts no longer."""
        one = self.chosen_evidence()
        if one is not None and self._out.isEnabled():
            self.taken_out.emit(one)

    def _open(self) -> None:
        one = self.evidence.current_row()
        if one is not None:
            self.opened.emit(one)

    def _click(self, at: QModelIndex) -> None:
        if at.column() == _TITLE:
            self._open()


def _judge_words(duty: Duty) -> str:
    row = duty.obligation
    if row.draft.kind is ObligationKind.REPORT:
        return "取消报送登记" if row.reported_on else "登记报送…"
    return "取消认定" if row.confirmed_on else "认定落实"


def _show(label: QLabel, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))

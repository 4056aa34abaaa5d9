"""从要求生成: the items that the duties of a notice ask for, to be ticked and made a plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QWidget

from jz_training.domain.notice import NoticeRow
from jz_training.domain.plan import PlanItemDraft, PlanView
from jz_training.errors import JzError
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.plans.item_choices import duties_of
from jz_training.ui.plans.proposal_rows import ProposalRows
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.widgets.card import scrolled
from jz_training.ui.widgets.dialog import PlainDialog
from jz_training.ui.widgets.segmented import Segmented

_NEW, _PRESENT = "new", "present"


@dataclass(frozen=True, slots=True)
class _Proposal:
    notice_id: UUID
    items: tuple[PlanItemDraft, ...]
    duties: dict[object, str]


class ProposalDialog(PlainDialog):
    """Proposes items from a notice; nothing is planned until the verb is pressed.

    Signals: made(UUID) with the id of the plan that has the items.
    """

    made = Signal(object)

    def __init__(
        self,
        ctx: Context,
        parent: QWidget,
        *,
        notices: Sequence[NoticeRow],
        plan: PlanView | None,
        notice_id: UUID | None = None,
    ) -> None:
        super().__init__(parent, title="从通知的要求生成培训计划", verb="列入计划", width=800)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ctx, self._plan, self._notices = ctx, plan, tuple(notices)
        self._saving = False
        self._titled = False
        self._make_notice(notice_id or (plan.notice_id if plan else None))
        self._make_rows()
        self._make_target()
        self.trouble = plain_label("", "error", wrap=True)
        self.trouble.hide()
        self.body.addWidget(self.trouble)
        self.ready = self._save
        self._read()

    # --- construction --------------------------------------------------------------------------

    def _make_notice(self, notice_id: UUID | None) -> None:
        self.notice = QComboBox()
        self.notice.setAccessibleName("通知")
        self.notice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for row in self._notices:
            self.notice.addItem(f"{row.title}（{row.number}）" if row.number else row.title, row.id)
        at = next((n for n, row in enumerate(self._notices) if row.id == notice_id), 0)
        self.notice.setCurrentIndex(at)
        self.notice.currentIndexChanged.connect(lambda _: self._read())
        self.body.addWidget(plain_label("通知", "field"))
        self.body.addWidget(self.notice)

    def _make_rows(self) -> None:
        self.rows = ProposalRows(clock=self._ctx.desk.now)
        self.rows.ticked.connect(self._count)
        self.sentence = plain_label("正在读取…", "secondary")
        self.all, self.none = button("全选", "link"), button("全不选", "link")
        self.all.clicked.connect(lambda: self.rows.tick_all(ticked=True))
        self.none.clicked.connect(lambda: self.rows.tick_all(ticked=False))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.sentence)
        line.addStretch(1)
        line.addWidget(self.all)
        line.addWidget(self.none)
        self.body.addLayout(line)
        area = scrolled(self.rows)
        room = self.screen().availableGeometry().height() - theme().sizes.of(380)
        area.setMinimumHeight(max(theme().sizes.of(160), min(theme().sizes.of(380), room)))
        self.body.addWidget(area, 1)

    def _make_target(self) -> None:
        plan = self._plan
        self.target = Segmented(((_NEW, "建立新的计划"), (_PRESENT, "加入现有计划")))
        self.target.setAccessibleName("列入哪个计划")
        self.title = QLineEdit()
        self.title.setAccessibleName("计划名称")
        self.title.textEdited.connect(lambda _: self._note_title())
        self.into = plain_label(f"加入“{plan.title}”" if plan else "", "secondary", wrap=True)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.target)
        line.addWidget(self.title, 1)
        line.addWidget(self.into, 1)
        self.body.addLayout(line)
        self.target.setVisible(plan is not None)
        same = plan is not None and plan.notice_id == self.notice.currentData()
        self.target.set_value(_PRESENT if same else _NEW)
        self.target.chosen.connect(lambda _: self._show_target())
        self._show_target()

    def _show_target(self) -> None:
        present = self.target.value() == _PRESENT
        self.title.setVisible(not present)
        self.into.setVisible(present)

    def _note_title(self) -> None:
        self._titled = True

    # --- reading -------------------------------------------------------------------------------

    def _read(self) -> None:
        notice_id, desk = self.notice.currentData(), self._ctx.desk
        if notice_id is None:
            self.sentence.setText("还没有通知。请先在“通知”里录入一份。")
            self._count()
            return

        def read() -> _Proposal:
            duties: dict[object, str] = dict(duties_of(desk, notice_id))
            return _Proposal(notice_id, desk.plans.propose(notice_id), duties)

        self._ctx.work.read(read, self._show, owner=self, key="proposal")

    def _show(self, found: _Proposal) -> None:
        plan = self._plan
        planned = tuple(item.draft for item in plan.items) if plan else ()
        self.rows.show_items(found.items, duties=found.duties, planned=planned)
        if not self._titled:
            chosen = next(row for row in self._notices if row.id == found.notice_id)
            self.title.setText(plan_title(chosen.title))
            self.title.setCursorPosition(0)
        if not found.items:
            self.sentence.setText("这份通知的要求里没有需要举办的学习培训。")
        self.all.setEnabled(bool(found.items))
        self.none.setEnabled(bool(found.items))

    def _count(self) -> None:
        count, whole = self.rows.count(), len(self.rows.rows)
        if whole:
            self.sentence.setText(f"勾选要列入计划的项目（已选 {count} / {whole} 项）")
        self.verb.setEnabled(count > 0 and not self._saving)

    # --- saving --------------------------------------------------------------------------------

    def _save(self) -> bool:
        """Save in the background; the dialog closes when that has succeeded."""
        fault = self.rows.fault()
        if not fault and self.target.value() == _NEW and not self.title.text().strip():
            fault = "请填写计划名称。"
            self.title.setFocus()
        self._tell(fault)
        if fault or self._saving or not self.rows.count():
            return False
        self._saving = True
        self._count()
        self._ctx.work.change(
            self._saving_job(), self._close_with, owner=self, kinds={kinds.PLANS},
            failed=self._show_fault,
        )  # fmt: skip
        return False

    def _saving_job(self) -> Callable[[], UUID]:
        plans, items, plan = self._ctx.desk.plans, self.rows.drafts(), self._plan
        title, notice_id = self.title.text().strip(), self.notice.currentData()
        if plan is None or self.target.value() == _NEW:
            return lambda: plans.make(title=title, notice_id=notice_id, items=items)

        def add() -> UUID:
            plans.add_items(plan.id, items)
            return plan.id

        return add

    def _close_with(self, plan_id: UUID) -> None:
        count, added = self.rows.count(), self._plan is not None and plan_id == self._plan.id
        self.done(QDialog.DialogCode.Accepted)
        self._ctx.toast(
            f"已加入 {count} 项。" if added else f"已建立计划，共 {count} 项。", undo=True
        )
        self.made.emit(plan_id)

    def _show_fault(self, error: JzError) -> bool:
        self._saving = False
        self._count()
        self._tell(str(error))
        return True

    def _tell(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))


def plan_title(notice: str) -> str:
    """Return what to call the plan made for a notice: its title without 关于…的通知."""
    subject = notice.strip().removeprefix("关于").removesuffix("通知").removesuffix("的")
    return f"{subject[:80] or notice[:80]}培训计划"

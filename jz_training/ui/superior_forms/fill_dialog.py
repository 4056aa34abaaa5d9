"""填写上级表格: for which days, a look at every cell that will change, then 另存为."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jz_training.documents.forms.filled import FilledCell, FilledForm, UnfilledCell
from jz_training.domain.cell_area import cell_name
from jz_training.domain.summary import LedgerRow
from jz_training.domain.superior_form import FormChoice, Need, SuperiorFormRow
from jz_training.errors import JzError
from jz_training.labels.superior_forms import GAPS
from jz_training.ui.context import Context
from jz_training.ui.shell.own_toast import own_teller
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label
from jz_training.ui.style.theme import Tone
from jz_training.ui.superior_forms.fill_acts import FillChoices, choices_for, fill, save_filled
from jz_training.ui.widgets.dialog import PlainDialog
from jz_training.ui.widgets.id_box import IdBox
from jz_training.ui.widgets.notice_box import NoticeBox
from jz_training.ui.widgets.period_field import LAST_QUARTER, MONTH, OWN, QUARTER, YEAR, PeriodField
from jz_training.ui.widgets.segmented import Segmented
from jz_training.ui.widgets.table import Cell, Column, Table

SIZE = (980, 680)
FILLED, EMPTY = "filled", "empty"
PERIODS = (QUARTER, LAST_QUARTER, MONTH, YEAR, OWN)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the preview: a place that is filled, or one that is not and why."""

    where: str
    what: str
    old: str = ""
    new: str = ""
    gap: str = ""


class FillDialog(PlainDialog):
    """Shows what filling a form comes to for a choice; the verb asks where to save the file."""

    def __init__(self, ctx: Context, parent: QWidget, row: SuperiorFormRow) -> None:
        super().__init__(parent, title=f"填写：{row.name}", verb="另存为…", cancel="关闭")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ctx, self._row = ctx, row
        self.filled: FilledForm | None = None
        self.teller = own_teller(self, ctx.toast)
        self._make_choices()
        self._make_table()
        self._lay_out()
        self.ready = self._save
        self.verb.setEnabled(False)
        self.resize(theme().sizes.of(SIZE[0]), theme().sizes.of(SIZE[1]))
        ctx.work.read(lambda: choices_for(ctx.desk, row.ties.needs), self._offer, owner=self)

    # --- construction ------------------------------------------------------------------------

    def _make_choices(self) -> None:
        self.period = PeriodField(self._ctx, keys=PERIODS, current=QUARTER)
        self.notice = NoticeBox("全部通知")
        self.notice.setAccessibleName("只填这份通知的")
        self.training, self.plan = IdBox("请选择场次"), IdBox("请选择培训计划")
        self.training.setAccessibleName("场次")
        self.plan.setAccessibleName("培训计划")
        for box in (self.training, self.plan):
            box.setMinimumContentsLength(16)
        self.training.setVisible(Need.TRAINING in self._row.ties.needs)
        self.plan.setVisible(Need.PLAN in self._row.ties.needs)
        self.kind = Segmented(((FILLED, "将填写"), (EMPTY, "没有填写")))
        self.kind.setAccessibleName("看哪些")
        self.verdict = plain_label("正在计算…", "secondary", wrap=True)
        self.period.chosen.connect(self.renew)
        self.kind.chosen.connect(lambda _: self._show_lines())

    def _make_table(self) -> None:
        columns: tuple[Column[Line], ...] = (
            Column(key="where", title="位置", cell=lambda line: line.where, width=132),
            Column(key="what", title="填什么", cell=lambda line: line.what, width=220),
            Column(key="old", title="原内容",
                   cell=lambda line: Cell(line.old, role="secondary"), width=180),
            Column(key="new", title="新内容", cell=_new, stretch=True),
        )  # fmt: skip
        self.table: Table[Line] = Table("form_changes", columns, label="填写预览",
                                        memory=self._ctx.memory)  # fmt: skip
        self.table.set_empty("没有要填的内容。请先设置填写内容。")

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        for widget in (self.period, self.notice, self.training, self.plan):
            line.addWidget(widget)
        line.addStretch(1)
        seen = QHBoxLayout()
        seen.setSpacing(12)
        seen.addWidget(self.kind)
        seen.addWidget(self.verdict, 1)
        self.body.addLayout(line)
        self.body.addLayout(seen)
        self.body.addWidget(self.table, 1)

    # --- choosing ----------------------------------------------------------------------------

    def choice(self) -> FormChoice | None:
        """Return what is chosen; None while the days are incomplete."""
        period = self.period.value()
        if period is None:
            return None
        return FormChoice(
            start=period.start,
            end=period.end,
            notice_id=self.notice.value(),
            training_id=self.training.value(),
            plan_id=self.plan.value(),
        )

    def renew(self) -> None:
        """Work the preview out anew; nothing is written."""
        choice, desk, row = self.choice(), self._ctx.desk, self._row
        self.verb.setEnabled(False)
        if choice is None:
            self._show_nothing("请把起止日期填写完整。")
            return
        self._ctx.work.read(
            lambda: fill(desk, row, choice),
            self._show,
            owner=self,
            key="fill",
            failed=self._show_fault,
        )

    def _offer(self, choices: FillChoices) -> None:
        self.notice.set_notices(choices.notices)
        self.notice.setVisible(bool(choices.notices))
        self.training.offer([(row.training_id, _training(row)) for row in choices.trainings])
        self.plan.offer([(row.id, row.title) for row in choices.plans])
        if len(choices.plans) == 1:
            self.plan.set_value(choices.plans[0].id)
        for box in (self.notice, self.training, self.plan):
            box.currentIndexChanged.connect(lambda _: self.renew())
        self.renew()

    # --- showing -----------------------------------------------------------------------------

    def _show(self, filled: FilledForm) -> None:
        if self.choice() is None:
            return  # the days were taken away meanwhile
        self.filled = filled
        self.verb.setEnabled(bool(filled.cells))
        self.kind.set_words(FILLED, f"将填写 {len(filled.cells)}")
        self.kind.set_words(EMPTY, f"没有填写 {len(filled.gaps)}")
        self.verdict.setText(_verdict(filled))
        self._show_lines()

    def _show_lines(self) -> None:
        if self.filled is None:
            return
        if self.kind.value() == EMPTY:
            self.table.set_empty("都填上了。")
            lines = [_gap(one) for one in self.filled.gaps]
        else:
            self.table.set_empty("没有要填的内容。请先设置填写内容。")
            lines = [_cell(one) for one in self.filled.cells]
        self.table.show_rows(lines)

    def _show_fault(self, error: JzError) -> bool:
        self._show_nothing(str(error))
        return True

    def _show_nothing(self, why: str) -> None:
        self.filled = None
        self.verdict.setText(why)
        self.table.set_empty(why)
        self.table.show_rows([])

    def _save(self) -> bool:
        """Ask where to; the dialog stays, for another choice."""
        if self.filled is not None:
            ctx = replace(self._ctx, toast=self.teller)  # the main window waits behind
            save_filled(ctx, self, self._row, self.filled, self.choice())
        return False


def _verdict(filled: FilledForm) -> str:
    words = []
    if added := sum(count for _, count in filled.added):
        words.append(f"名单比预留的行多，自动加 {added} 行，合计公式和打印区域一起调整。")
    if filled.unsettled:
        words.append(f"有 {filled.unsettled} 场还没登记完，到会率和覆盖率只算登记完的场次。")
    if filled.gaps:
        words.append("没有填写的地方保持空白或原样，请补齐后再报。")
    return "".join(words) or "其他内容和格式保持原样。"


def _new(line: Line) -> Cell:
    return Cell(line.gap, tone=Tone.AMBER) if line.gap else Cell(line.new, strong=True)


def _cell(one: FilledCell) -> Line:
    return Line(_where(one.sheet, one.row, one.column), one.what, _flat(one.old), _flat(one.new))


def _gap(one: UnfilledCell) -> Line:
    return Line(_where(one.sheet, one.row, one.column), one.what, gap=GAPS[one.gap.value])


def _where(sheet: str, row: int, column: int) -> str:
    return f"{sheet} {cell_name(row, column)}"


def _flat(text: str) -> str:
    return " ".join(text.split())


def _training(row: LedgerRow) -> str:
    return f"{row.start:%Y-%m-%d}　{row.title}"

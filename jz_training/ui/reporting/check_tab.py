"""自查与报送: what would embarrass in the report, and what was handed in before."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from jz_training.domain.notice import NoticeRow
from jz_training.domain.presubmission import Concern, Weight, in_order
from jz_training.domain.report import ReportRow
from jz_training.labels.presubmission import WEIGHTS
from jz_training.ui.context import Context
from jz_training.ui.reporting.check_acts import (
    LookedThrough,
    hand_in,
    look_through,
    open_concern,
    remove_report,
    with_paper,
)
from jz_training.ui.reporting.check_columns import concern_columns, report_columns
from jz_training.ui.side_tab import SideTab, TabAction
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label
from jz_training.ui.trainings.training_exports import show_period
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.notice_box import NoticeBox
from jz_training.ui.widgets.period_field import MONTH, OWN, QUARTER, YEAR, Period, PeriodField
from jz_training.ui.widgets.segmented import Segmented
from jz_training.ui.widgets.table import Table

ALL = "all"


class CheckTab(SideTab):
    """Chooses days and a notice; every line opens the place where it is put right."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._found: tuple[Concern, ...] = ()
        self._looked: LookedThrough | None = None
        self._make_filters()
        self._make_tables()
        self._lay_out()

    # --- for the page --------------------------------------------------------------------------

    def actions_wanted(self) -> tuple[TabAction, ...]:
        return (
            TabAction(text="情况报告", act=self.show_report, icon="printer"),
            TabAction(text="记为已报送", act=self.begin, icon="check", primary=True, writes=True),
        )

    def show_for(self, **what: object) -> None:
        """Look through the report for a notice where one is given."""
        notice = what.get("notice_id")
        if isinstance(notice, UUID):
            self.notice.set_value(notice)

    def refresh(self) -> None:
        period, desk, notice = self.period.value(), self._ctx.desk, self.notice.value()
        self._ctx.work.read(desk.notices.list, self._offer_notices, owner=self, key="notices")
        self._ctx.work.read(desk.reports.list, self._show_reports, owner=self, key="reports")
        if period is None:
            return
        self._ctx.work.read(
            lambda: look_through(desk, period.start, period.end, notice),
            self._look_at_paper,
            owner=self,
            key="concerns",
        )

    def begin(self) -> None:
        """Keep the figures of today as those that were handed in."""
        period = self.period.value()
        if period is not None and not self._ctx.desk.read_only:
            hand_in(self._ctx, self, period.start, period.end, self.notice.value())

    def focus_filter(self) -> None:
        self.period.box.setFocus()

    def focus_rows(self) -> None:
        self.table.setFocus()

    # --- construction --------------------------------------------------------------------------

    def _make_filters(self) -> None:
        self.period = PeriodField(self._ctx, keys=(YEAR, QUARTER, MONTH, OWN), current=YEAR)
        self.notice = NoticeBox("全部通知")
        self.notice.setAccessibleName("对应通知")
        self.weight = Segmented(
            (
                (ALL, "全部"),
                (Weight.MUST.value, WEIGHTS[Weight.MUST]),
                (Weight.LOOK.value, WEIGHTS[Weight.LOOK]),
            )
        )
        self.weight.setAccessibleName("轻重")
        self.verdict = plain_label("", "strong")
        self.period.chosen.connect(self.refresh)
        self.notice.currentIndexChanged.connect(lambda _: self.refresh())
        self.weight.chosen.connect(lambda _: self._show_rows())

    def _make_tables(self) -> None:
        memory = self._ctx.memory
        self.table: Table[Concern] = Table("concerns", concern_columns(), memory=memory)
        self.table.set_empty("没有发现问题，可以报送。")
        self.table.opened.connect(lambda _: self.open())
        self.table.add_action("去处理", self.open, keys="Ctrl+J")
        self.reports: Table[ReportRow] = Table(
            "reports", report_columns(), memory=memory, least_rows=2
        )
        self.none_yet = plain_label(
            "还没有报送过。报出去以后点“记为已报送”，以后数字有变动会在上面提醒。", "secondary"
        )
        self.reports.hide()
        self.reports.add_action("删除这条记录", self.remove, keys="Del")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self.period, self.notice, self.weight):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.verdict)
        found = Card("报送前自查", note="双击或按回车去处理，按 Alt+← 回到这里")
        found.add(self.table, 1)
        kept = Card("报送记录")
        kept.add(self.none_yet)
        kept.add(self.reports, 1)
        self._kept = kept
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().sizes.gap)
        column.addLayout(head)
        column.addWidget(found, 3)
        column.addWidget(kept)
        self._column = column

    # --- showing -------------------------------------------------------------------------------

    def _offer_notices(self, notices: tuple[NoticeRow, ...]) -> None:
        self.notice.set_notices(notices)
        self.notice.setVisible(bool(notices))

    def _look_at_paper(self, looked: LookedThrough) -> None:
        """Show what the data tells, then draw the paper beside the desk, which others ask."""
        self._looked = looked
        self._show(looked.found)

        def show(found: tuple[Concern, ...]) -> None:
            if looked is self._looked:  # nobody chose other days meanwhile
                self._show(found)

        self._ctx.work.long("自查", lambda _: with_paper(looked), show, owner=self)

    def _show(self, found: tuple[Concern, ...]) -> None:
        found = in_order(found)
        self._found = found
        self._show_rows()
        heavy = sum(one.weight is Weight.MUST for one in found)
        self.verdict.setText(_verdict(heavy, len(found) - heavy))
        self.counted.emit(heavy)

    def _show_rows(self) -> None:
        wanted = self.weight.value()
        self.table.show_rows([one for one in self._found if wanted in (ALL, one.weight.value)])

    def _show_reports(self, reports: tuple[ReportRow, ...]) -> None:
        """Show what was handed in; nothing yet takes a line only, the concerns need the room."""
        self.reports.show_rows(reports, [one.id for one in reports])
        self.reports.setVisible(bool(reports))
        self.none_yet.setVisible(not reports)
        self._column.setStretchFactor(self._kept, 1 if reports else 0)

    # --- doing ---------------------------------------------------------------------------------

    def open(self) -> None:
        """Go where the concern with the cursor is put right."""
        concern = self.table.current_row()
        if concern is not None:
            open_concern(self._ctx, concern, show_report=self.show_report)

    def show_report(self) -> None:
        """Open the report of the days chosen as it will be printed."""
        period: Period | None = self.period.value()
        if period is not None:
            show_period(self._ctx, self, period.start, period.end)

    def remove(self) -> None:
        """Remove the report with the cursor; it can be undone."""
        report = self.reports.current_row()
        if report is not None and not self._ctx.desk.read_only:
            remove_report(self._ctx, self, report)


def _verdict(heavy: int, light: int) -> str:
    """Return what it comes to in a line."""
    if not heavy and not light:
        return "可以报送"
    parts = [f"{heavy} 项要处理" if heavy else "", f"{light} 项请留意" if light else ""]
    return "，".join(filter(None, parts))

"""统计: the figures of a period by form, unit, layer and category; every number opens."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtWidgets import QGridLayout, QStackedWidget

from jz_training.domain.summary import FormRow, GroupRow, PeriodSummary
from jz_training.services.period_lines import Group
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.page import Page
from jz_training.ui.statistics.period_figures import PeriodFigures
from jz_training.ui.statistics.period_strip import PeriodStrip
from jz_training.ui.statistics.statistics_columns import form_columns, group_columns
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label
from jz_training.ui.trainings.training_exports import save_ledger, show_period
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.period_field import MONTH, OWN, QUARTER, YEAR, Period, PeriodField
from jz_training.ui.widgets.segmented import Segmented
from jz_training.ui.widgets.table import Table

_LAYER, _CATEGORY = Group.LAYER.value, Group.CATEGORY.value


class StatisticsPage(Page):
    """Reads a period and shows it in four tables."""

    kinds: ClassVar[frozenset[str]] = kinds.EVERYTHING

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, title="统计")
        self._summary: PeriodSummary | None = None
        self._figures = PeriodFigures(ctx, self)
        self._make_actions()
        self._make_period()
        self._make_tables()
        self._lay_out()

    def show_for(self, **what: object) -> None:
        """Show the figures as of now."""
        self.refresh()
        self.by_unit.setFocus()

    def refresh(self) -> None:
        """Read the period again."""
        period, desk = self.period.value(), self.ctx.desk
        if period is not None:
            self.ctx.work.read(
                lambda: desk.summaries.of_period(period.start, period.end),
                self._show,
                owner=self,
                key="period",
            )

    # --- construction --------------------------------------------------------------------------

    def _make_actions(self) -> None:
        self.add_action("导出台账", self._export, icon="file-spreadsheet")
        self.add_action("情况小结", self._preview, primary=True, icon="file-text", keys="Ctrl+P")

    def _make_period(self) -> None:
        self.period = PeriodField(self.ctx, keys=(MONTH, QUARTER, YEAR, OWN), current=YEAR)
        self.period.chosen.connect(self.refresh)
        self.note = plain_label("", "small")
        self.add_filter(self.period)
        self.add_filter_note(self.note)
        self.strip = PeriodStrip()
        self.strip.asked.connect(self._open_figure)

    def _make_tables(self) -> None:
        memory = self.ctx.memory
        self.by_unit: Table[GroupRow] = Table("by_unit", group_columns("单位"), memory=memory)
        self.by_form: Table[FormRow] = Table("by_form", form_columns(), memory=memory)
        self.by_layer: Table[GroupRow] = Table("by_layer", group_columns("层级"), memory=memory)
        self.by_category: Table[GroupRow] = Table(
            "by_category", group_columns("类别"), memory=memory
        )
        for table in (self.by_unit, self.by_form, self.by_layer, self.by_category):
            table.set_empty("这段时间没有场次。")
        for group, table in (
            (Group.UNIT, self.by_unit),
            (Group.LAYER, self.by_layer),
            (Group.CATEGORY, self.by_category),
        ):
            table.opened.connect(lambda at, group=group: self._open_group(group, at))
        self.by_form.opened.connect(self._open_form)

    def _lay_out(self) -> None:
        figures = Card()
        figures.body.setContentsMargins(20, 12, 20, 12)
        figures.add(self.strip)
        self.body.addWidget(figures)
        grid = QGridLayout()
        grid.setSpacing(theme().sizes.gap)
        grid.addWidget(_card("按单位（人次）", self.by_unit), 0, 0, 2, 1)
        grid.addWidget(_card("按形式（人次）", self.by_form), 0, 1)
        grid.addWidget(self._make_people_card(), 1, 1)
        grid.setRowStretch(0, 13)
        grid.setRowStretch(1, 12)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid, 1)

    def _make_people_card(self) -> Card:
        self.kind = Segmented([(_LAYER, "按层级"), (_CATEGORY, "按类别")])
        self.kind.chosen.connect(self._choose_kind)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.by_layer)
        self._stack.addWidget(self.by_category)
        card = Card()
        card.add(self.kind)
        card.add(self._stack, 1)
        return card

    def _choose_kind(self, key: str) -> None:
        self._stack.setCurrentWidget(self.by_layer if key == _LAYER else self.by_category)

    # --- showing -------------------------------------------------------------------------------

    def _show(self, summary: PeriodSummary) -> None:
        self._summary = summary
        self.strip.show_summary(summary)
        self.by_unit.show_rows(summary.by_unit)
        self.by_form.show_rows(summary.by_form)
        self.by_layer.show_rows(summary.by_layer)
        self.by_category.show_rows(summary.by_category)
        ledger = summary.ledger
        as_of = ledger.as_of
        self.set_facts(f"{ledger.start:%Y-%m-%d} 至 {ledger.end:%Y-%m-%d}")
        words = f"应到、实到等按人次，参加人数不重复计　截至 {as_of:%Y-%m-%d %H:%M}"
        if ledger.unsettled:
            words += f"　{ledger.unsettled} 场未记录完，不计入到会率"
        if ledger.to_come:
            words += f"　另有 {ledger.to_come} 场待召开"
        self.note.setText(words)

    # --- what is behind the figures ------------------------------------------------------------

    def _open_figure(self, word: str) -> None:
        if self._summary is not None:
            self._figures.open_figure(self._summary, word)

    def _open_group(self, group: Group, at: Any) -> None:
        summary = self._summary
        if summary is not None:
            rows = {
                Group.UNIT: summary.by_unit,
                Group.LAYER: summary.by_layer,
                Group.CATEGORY: summary.by_category,
            }[group]
            self._figures.open_group(summary, group, rows[at].name)

    def _open_form(self, at: Any) -> None:
        if self._summary is not None:
            self._figures.open_form(self._summary, self._summary.by_form[at].form)

    # --- files ---------------------------------------------------------------------------------

    def _export(self) -> None:
        period = self._period()
        if period is not None:
            save_ledger(self.ctx, self, period.start, period.end)

    def _preview(self) -> None:
        period = self._period()
        if period is not None:
            show_period(self.ctx, self, period.start, period.end)

    def _period(self) -> Period | None:
        period = self.period.value()
        if period is None:
            self.ctx.toast("请先选好期间的起止日期。")
        return period


def _card(title: str, table: Table[Any]) -> Card:
    card = Card(title, note="回车或双击看明细")
    card.add(table, 1)
    return card

"""统计: figures by unit, layer, category, form, month and notice, hours, and who was left out."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget

from jz_training.domain.hours import HoursRequirement
from jz_training.domain.reach import HoursStanding, Unreached
from jz_training.domain.statistics import By, Statistics, StatisticsFilter, StatisticsRow
from jz_training.labels.statistics import GROUPINGS, group_name
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.page import Page
from jz_training.ui.statistics.absence_card import AbsenceCard
from jz_training.ui.statistics.behind_figures import BehindFigures
from jz_training.ui.statistics.groups_view import GroupsView
from jz_training.ui.statistics.hours_view import HoursView
from jz_training.ui.statistics.period_strip import PeriodStrip
from jz_training.ui.statistics.statistics_exports import (
    save_statistics,
    show_absentees,
    show_statistics_paper,
)
from jz_training.ui.statistics.statistics_filters import FilterChoices, StatisticsFilters
from jz_training.ui.statistics.unreached_view import UnreachedView
from jz_training.ui.style.text import plain_label
from jz_training.ui.trainings.training_exports import save_ledger, show_period
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.segmented import Segmented

HOURS, UNREACHED = "hours", "unreached"


class StatisticsPage(Page):
    """Reads a filter and shows it; nothing is read that is not shown."""

    kinds: ClassVar[frozenset[str]] = kinds.EVERYTHING

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, title="统计")
        self._found: Statistics | None = None
        self._behind = BehindFigures(ctx, self)
        self._make_actions()
        self._make_filters_line()
        self._make_views()
        self._lay_out()

    def show_for(self, **what: object) -> None:
        """Show the figures as of now."""
        self.refresh()
        self.groups.table(By.UNIT).setFocus()

    def refresh(self) -> None:
        """Read the choices and the figures again."""
        desk = self.ctx.desk

        def read() -> tuple[FilterChoices, tuple[HoursRequirement, ...]]:
            choices = FilterChoices(
                units=desk.units.all(),
                notices=desk.notices.list(),
                layers=desk.people.layers(),
                categories=desk.people.categories(),
            )
            return choices, tuple(row.requirement for row in desk.hours.requirements())

        self.ctx.work.read(read, lambda found: self._offer(*found), owner=self, key="choices")
        self.read()

    def read(self) -> None:
        """Read what is shown for the filter chosen."""
        chosen = self.filters.value()
        if chosen is None:
            return
        self.busy.setText("正在统计…")
        by = self._grouping()
        desk, key = self.ctx.desk, self.kind.value()
        self.ctx.work.read(
            lambda: desk.statistics.of(chosen, by=() if by is None else (by,)),
            lambda found: self._show(found, by),
            owner=self,
            key="statistics",
        )
        if key == HOURS:
            self._read_hours(chosen)
        elif key == UNREACHED:
            self.ctx.work.read(
                lambda: desk.statistics.unreached(chosen),
                self._show_unreached,
                owner=self,
                key="part",
            )
        if self.hints.is_open:
            self._read_hints()

    # --- construction --------------------------------------------------------------------------

    def _make_actions(self) -> None:
        menu = QMenu(self)
        menu.addAction("统计表（Excel）", self._export)
        menu.addAction("培训台账（Excel）", self._export_ledger)
        menu.addSeparator()
        menu.addAction("签到率与缺席名单…", self.preview_absentees)
        self.export = self.add_action("导出", lambda: None, icon="file-spreadsheet")
        self.export.setMenu(menu)
        self.add_action("培训情况统计表", self._preview_table, icon="file-text")
        self.add_action("情况报告", self._preview, primary=True, icon="file-text", keys="Ctrl+P")

    def _make_filters_line(self) -> None:
        self.filters = StatisticsFilters(self.ctx, self)
        self.filters.changed.connect(self.read)
        self.period = self.filters.period
        self.add_filter(*self.filters.widgets())
        self.busy = plain_label("", "small")
        self.add_filter_note(self.busy)
        self.strip = PeriodStrip()
        self.strip.asked.connect(self._open_figure)

    def _make_views(self) -> None:
        choices = [(by.value, f"按{GROUPINGS[by].removesuffix('份')}") for by in By]
        self.kind = Segmented([*choices, (HOURS, "学时"), (UNREACHED, "未参训")])
        self.kind.chosen.connect(lambda _: self.read())
        self.note = plain_label("", "small")
        self.groups = GroupsView(self.ctx)
        self.groups.asked.connect(self._open_group)
        self.hours = HoursView(self.ctx, self._behind)
        self.hours.chosen.connect(self.read)
        self.hours.setting_up.connect(lambda: self.ctx.open_page("settings", tab="hours"))
        self.unreached = UnreachedView(self.ctx)
        self.unreached.opened.connect(self._go_to_person)
        self.hints = AbsenceCard(self.ctx)
        self.hints.unfolded.connect(self._read_hints)
        self.hints.opened.connect(self._go_to_person)

    def _lay_out(self) -> None:
        figures = Card()
        figures.body.setContentsMargins(20, 12, 20, 12)
        figures.add(self.strip)
        self.body.addWidget(figures)
        self._stack = QStackedWidget()
        for view in (self.groups, self.hours, self.unreached):
            self._stack.addWidget(view)
        head = QHBoxLayout()
        head.addWidget(self.kind)
        head.addStretch(1)
        card = Card()
        card.add(head)
        card.add(self.note)
        card.add(self._stack, 1)
        self.body.addWidget(card, 1)
        self.body.addWidget(self.hints)

    # --- showing -------------------------------------------------------------------------------

    def _offer(self, choices: FilterChoices, wanted: tuple[HoursRequirement, ...]) -> None:
        self.filters.offer(choices)
        before = self.hours.requirement()
        self.hours.offer(wanted)
        if self.kind.value() == HOURS and self.hours.requirement() != before:
            self.read()

    def _grouping(self) -> By | None:
        key = self.kind.value()
        return None if key in (HOURS, UNREACHED) else By(key)

    def _show(self, found: Statistics, by: By | None) -> None:
        self._found = found
        self.busy.setText("")
        self.strip.show_total(found.total)
        if by is not None:
            self.groups.show_found(by, found)
            self._stack.setCurrentWidget(self.groups)
        chosen = found.filter
        self.set_facts(f"{chosen.start:%Y-%m-%d} 至 {chosen.end:%Y-%m-%d}")
        self.note.setText(_note(found))

    def _read_hours(self, chosen: StatisticsFilter) -> None:
        wanted, desk = self.hours.requirement(), self.ctx.desk
        self._stack.setCurrentWidget(self.hours)
        if wanted is None:
            self.hours.show_found(None)
            return

        def show(found: HoursStanding) -> None:
            self.hours.show_found(found)

        self.ctx.work.read(
            lambda: desk.statistics.hours(chosen, wanted), show, owner=self, key="part"
        )

    def _show_unreached(self, found: Unreached) -> None:
        self.unreached.show_found(found)
        self._stack.setCurrentWidget(self.unreached)

    def _read_hints(self) -> None:
        chosen, desk = self.filters.value(), self.ctx.desk
        if chosen is not None:
            self.ctx.work.read(
                lambda: desk.statistics.absence_hints(chosen),
                self.hints.show_hints,
                owner=self,
                key="hints",
            )

    # --- what is behind the figures ------------------------------------------------------------

    def _open_figure(self, word: str) -> None:
        if self._found is not None:
            self._behind.open(self._found.filter, word)

    def _open_group(self, by: By, row: StatisticsRow, word: str) -> None:
        if self._found is not None:
            chosen = self._found.filter.narrowed(by, row)
            self._behind.open(chosen, word, about=group_name(by, row))

    def _go_to_person(self, person_id: UUID) -> None:
        self.ctx.open_page("people", person_id=person_id)

    # --- files ---------------------------------------------------------------------------------

    def _chosen(self) -> StatisticsFilter | None:
        chosen = self.filters.value()
        if chosen is None:
            self.ctx.toast("请先选好期间的起止日期。")
        return chosen

    def _export(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            save_statistics(self.ctx, self, chosen, self.hours.requirement())

    def _export_ledger(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            save_ledger(self.ctx, self, chosen.start, chosen.end)

    def preview_absentees(self) -> None:
        """Open 签到率与缺席名单 of the filter chosen."""
        chosen = self._chosen()
        if chosen is not None:
            show_absentees(self.ctx, self, chosen)

    def _preview_table(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            show_statistics_paper(self.ctx, self, chosen)

    def _preview(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            show_period(self.ctx, self, chosen.start, chosen.end)


def _note(found: Statistics) -> str:
    words = [
        f"截至 {found.as_of:%Y-%m-%d %H:%M}",
        "应到、实到等按人次和当日单位，人数、学时按人员现在的单位",
    ]
    if found.total.unsettled:
        words.append(f"{found.total.unsettled} 场未记录完，不计入到会率和覆盖率")
    return "　".join(words)

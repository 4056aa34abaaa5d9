"""宣传宣讲: what was published, where talks were given, and both by month."""

from __future__ import annotations

from datetime import date
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSizePolicy

from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.page import Page
from jz_training.ui.publicity.articles_tab import ArticlesTab
from jz_training.ui.publicity.months_tab import MonthsTab
from jz_training.ui.publicity.publicity_exports import (
    save_articles,
    save_talks,
    show_talks_paper,
)
from jz_training.ui.publicity.talks_tab import TalksTab
from jz_training.ui.widgets.tabs import Tabs

ARTICLES, TALKS, MONTHS = "articles", "talks", "months"
_TABS = ((ARTICLES, "宣传报道"), (TALKS, "宣讲"), (MONTHS, "按月"))


class PublicityPage(Page):
    """Three tabs; `show_for(tab=…, notice_id=…, start=…, end=…)` opens one of them filtered.

    `publicity_id` or `training_id` names the row to choose.
    """

    kinds: ClassVar[frozenset[str]] = frozenset(
        {
            kinds.PUBLICITY,
            kinds.TRAININGS,
            kinds.LISTS,
            kinds.ATTENDANCE,
            kinds.DOCUMENTS,
            kinds.NOTICES,
            kinds.UNITS,
        }
    )

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, title="宣传宣讲")
        self.tabs = Tabs(_TABS)
        self._made: dict[str, ArticlesTab | TalksTab | MonthsTab] = {}
        self.body.addWidget(self.tabs, 1)
        self._make_actions()
        self.tabs.chosen.connect(lambda _: self._show_tab())
        self._show_actions()

    def show_for(self, **what: object) -> None:
        """Open a tab, filtered by a notice or a period where asked for."""
        tab, notice = what.get("tab"), what.get("notice_id")
        start, end = what.get("start"), what.get("end")
        if isinstance(notice, UUID):
            for shown in (self.articles, self.talks):
                shown.filters.clear()
                shown.filters.show_notice(notice)
        for made in self._made.values():
            if not isinstance(made, MonthsTab):
                made.entry.show_today()
        if isinstance(tab, str):
            self.tabs.choose(tab)
        if isinstance(start, date) and isinstance(end, date):
            self._open_rows(self.tabs.line.current, start, end)
        self._shown()
        self._fit()
        self.articles.wanted = what.get("publicity_id")
        if "training_id" in what:
            self.talks.wanted = what["training_id"]
        self._read_all()
        self._focus()
        QTimer.singleShot(0, self, lambda: self.talks)  # what waits is made when there is time
        QTimer.singleShot(0, self, lambda: self.months)

    def refresh(self) -> None:
        """Read what is shown again."""
        self._read_all()

    def focus_filter(self) -> None:
        """Put the cursor into the filter of the tab shown (Ctrl+F)."""
        tab = self.tabs.line.current
        (self.months.period if tab == MONTHS else self._log(tab).filters.text).setFocus()

    # --- tabs ----------------------------------------------------------------------------------

    @property
    def articles(self) -> ArticlesTab:
        """Return the tab 宣传报道, made when first asked for."""
        found = self._made.get(ARTICLES)
        if isinstance(found, ArticlesTab):
            return found
        made = ArticlesTab(self.ctx)
        made.shown.connect(lambda count: self._count(ARTICLES, count))
        self._set_tab(ARTICLES, made)
        return made

    @property
    def talks(self) -> TalksTab:
        """Return the tab 宣讲, made when first asked for."""
        found = self._made.get(TALKS)
        if isinstance(found, TalksTab):
            return found
        made = TalksTab(self.ctx)
        made.shown.connect(lambda count: self._count(TALKS, count))
        self._set_tab(TALKS, made)
        return made

    @property
    def months(self) -> MonthsTab:
        """Return the tab 按月, made when first asked for."""
        found = self._made.get(MONTHS)
        if isinstance(found, MonthsTab):
            return found
        made = MonthsTab(self.ctx)
        made.asked.connect(self._open_rows)
        self._set_tab(MONTHS, made)
        return made

    def _set_tab(self, key: str, made: ArticlesTab | TalksTab | MonthsTab) -> None:
        self._made[key] = made
        self.tabs.set_page(key, made)
        self._fit()
        made.refresh()

    def _shown(self) -> ArticlesTab | TalksTab | MonthsTab:
        tab = self.tabs.line.current
        return self.months if tab == MONTHS else self._log(tab)

    # --- construction --------------------------------------------------------------------------

    def _make_actions(self) -> None:
        self.export = self.add_action("导出", self._export, icon="file-spreadsheet")
        self.paper = self.add_action("宣讲记录表", self._preview, icon="printer", keys="Ctrl+P")
        self.add_keys("Ctrl+N", self._begin)  # the line on top has the button

    def _show_actions(self) -> None:
        tab = self.tabs.line.current
        self.export.setVisible(tab != MONTHS)
        self.paper.setVisible(tab != ARTICLES)

    # --- showing -------------------------------------------------------------------------------

    def _read_all(self) -> None:
        for tab in self._made.values():
            tab.refresh()

    def _fit(self) -> None:
        """Let the page be no higher than the tab shown needs."""
        policy = QSizePolicy.Policy
        for key, tab in self._made.items():
            wish = policy.Expanding if key == self.tabs.line.current else policy.Ignored
            tab.setSizePolicy(wish, wish)

    def _show_tab(self) -> None:
        self._shown()
        self._fit()
        self._show_actions()
        if not self.tabs.line.hasFocus():  # who walks along the tabs stays on them
            self._focus()

    def _focus(self) -> None:
        """The keys of a page work while the focus is inside it: into the line, or the table."""
        QTimer.singleShot(0, self, self._begin)

    def _count(self, key: str, count: int | None) -> None:
        if count is not None:
            self.tabs.line.set_count(key, count)

    def _open_rows(self, tab: str, start: date, end: date) -> None:
        """Show the rows of some days, such as those behind a number of a month."""
        if tab != MONTHS:
            self._log(tab).show_period(start, end)
            self.tabs.choose(tab)

    def _log(self, tab: str) -> ArticlesTab | TalksTab:
        return self.articles if tab == ARTICLES else self.talks

    # --- doing ---------------------------------------------------------------------------------

    def _begin(self) -> None:
        tab = self.tabs.line.current
        if tab == MONTHS:
            self.months.table.setFocus()
        elif self.ctx.desk.read_only:
            self._log(tab).table.setFocus()
        else:
            self._log(tab).focus_entry()

    def _export(self) -> None:
        if self.tabs.line.current == ARTICLES:
            save_articles(self.ctx, self, self.articles.query())
        else:
            save_talks(self.ctx, self, self.talks.query())

    def _preview(self) -> None:
        if self.tabs.line.current != ARTICLES:
            show_talks_paper(self.ctx, self, self.talks.query())

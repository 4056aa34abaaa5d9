"""报送: look a report through, keep what was handed in, fill the superior's forms."""

from __future__ import annotations

from typing import ClassVar

from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.page import Page
from jz_training.ui.reporting.reporting_tabs import CHECK, REPORTING_TABS
from jz_training.ui.side_tabs import SideTabs


class ReportingPage(Page):
    """Tabs only; `show_for(tab=…)` opens one of them and hands it the rest."""

    kinds: ClassVar[frozenset[str]] = kinds.EVERYTHING

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, title="报送")
        self.tabs = SideTabs(self, REPORTING_TABS)
        self.add_keys("Ctrl+N", self._begin)

    def show_for(self, **what: object) -> None:
        """Open a tab; the first one when none is named."""
        tab = what.get("tab")
        self.tabs.choose(tab if isinstance(tab, str) else self.tabs.line.current or CHECK)
        if self.tabs.tab is not None:
            self.tabs.tab.show_for(**what)
            self.tabs.refresh()
            self.tabs.tab.focus_rows()

    def refresh(self) -> None:
        """Read the tab shown again."""
        self.tabs.refresh()

    def focus_filter(self) -> None:
        """Put the cursor into the filter of the tab shown (Ctrl+F)."""
        if self.tabs.tab is not None:
            self.tabs.tab.focus_filter()

    def _begin(self) -> None:
        if self.tabs.tab is not None:
            self.tabs.tab.begin()

"""Settings: the union, the calendar, the look, sheets and counting, backups, the change log."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.page import Page
from jz_training.ui.settings.settings_about import AboutTab
from jz_training.ui.settings.settings_backups import BackupsTab
from jz_training.ui.settings.settings_calendar import CalendarTab
from jz_training.ui.settings.settings_hours import HoursTab
from jz_training.ui.settings.settings_log import LogTab
from jz_training.ui.settings.settings_looks import LooksTab
from jz_training.ui.settings.settings_office import OfficeTab
from jz_training.ui.settings.settings_papers import PapersTab
from jz_training.ui.widgets.tabs import Tabs

_TABS = (
    ("office", "工会与签到表"),
    ("papers", "版式"),
    ("calendar", "日程与提醒"),
    ("hours", "学时"),
    ("looks", "外观"),
    ("backups", "备份"),
    ("log", "操作记录"),
    ("about", "关于"),
)


#: The tabs that show what is kept.
_READ_ANEW = (OfficeTab, PapersTab, CalendarTab, HoursTab, BackupsTab, LogTab)


class SettingsPage(Page):
    """Eight tabs; each saves as you go. `show_for(tab="backups")` opens one of them."""

    kinds: ClassVar[frozenset[str]] = kinds.EVERYTHING

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, title="设置")
        self.tabs = Tabs(_TABS)
        self.tabs.chosen.connect(self._make)
        self.body.addWidget(self.tabs, 1)
        self._make("office")

    def show_for(self, **what: object) -> None:
        """Open a tab by its key."""
        tab = what.get("tab")
        if isinstance(tab, str):
            self.tabs.choose(tab)
        self.refresh()

    def refresh(self) -> None:
        """Read the tab that is shown again."""
        shown = self.tabs.page(self.tabs.line.current)
        if isinstance(shown, _READ_ANEW):
            shown.refresh()

    def _make(self, key: str) -> None:
        if self.tabs.page(key) is None:
            self.tabs.set_page(key, self._made(key))
        else:
            self.refresh()

    def _made(self, key: str) -> QWidget:
        if key == "office":
            return OfficeTab(self.ctx)
        if key == "papers":
            return PapersTab(self.ctx)
        if key == "calendar":
            return CalendarTab(self.ctx)
        if key == "hours":
            return HoursTab(self.ctx)
        if key == "looks":
            return LooksTab(self.ctx)
        if key == "backups":
            return BackupsTab(self.ctx)
        return LogTab(self.ctx) if key == "log" else AboutTab(self.ctx)

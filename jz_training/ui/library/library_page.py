"""资料库: where trainings are held, who speaks, what is studied, in three tabs."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QTimer

from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.library.library_tab import LibraryTab
from jz_training.ui.library.materials_tab import MaterialsTab
from jz_training.ui.library.speakers_tab import SpeakersTab
from jz_training.ui.library.venues_tab import VenuesTab
from jz_training.ui.page import Page
from jz_training.ui.widgets.tabs import Tabs

VENUES, SPEAKERS, MATERIALS = "venues", "speakers", "materials"


class LibraryPage(Page):
    """Three tabs; `show_for(tab="venues" | "speakers" | "materials")` opens one of them."""

    kinds: ClassVar[frozenset[str]] = frozenset(
        {kinds.LIBRARIES, kinds.TRAININGS, kinds.DOCUMENTS, kinds.ATTENDANCE}
    )

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, title="资料库")
        self.set_crumb("场次", lambda: ctx.open_page("trainings"))
        self.venues, self.speakers = VenuesTab(ctx), SpeakersTab(ctx)
        self.materials = MaterialsTab(ctx)
        self.tabs = Tabs(((VENUES, "场地"), (SPEAKERS, "师资"), (MATERIALS, "学习材料")))
        for key, tab in self._shelves().items():
            self.tabs.set_page(key, tab)
            tab.shown.connect(lambda count, key=key: self._count(key, count))
        self.body.addWidget(self.tabs, 1)
        self.add_keys("Ctrl+N", self._begin)  # the line on top has the button
        self.tabs.chosen.connect(lambda _: self._show_tab())

    def show_for(self, **what: object) -> None:
        """Open a tab and read the shelves."""
        tab = what.get("tab")
        if isinstance(tab, str):
            self.tabs.choose(tab)
        self.refresh()
        self._focus()

    def refresh(self) -> None:
        """Read the shelves again."""
        for tab in self._shelves().values():
            tab.refresh()

    def focus_filter(self) -> None:
        """Put the cursor into the filter of the tab shown (Ctrl+F)."""
        self.tab.text.setFocus()

    @property
    def tab(self) -> LibraryTab:
        """Return the tab shown."""
        return self._shelves()[self.tabs.line.current]

    def _shelves(self) -> dict[str, LibraryTab]:
        return {VENUES: self.venues, SPEAKERS: self.speakers, MATERIALS: self.materials}

    def _begin(self) -> None:
        self.tab.begin()

    def _show_tab(self) -> None:
        if not self.tabs.line.hasFocus():  # who walks along the tabs stays on them
            self._focus()

    def _focus(self) -> None:
        """The keys of a page work while the focus is inside it."""
        QTimer.singleShot(0, self, lambda: self.tab.table.setFocus())

    def _count(self, key: str, count: int | None) -> None:
        if count is not None:
            self.tabs.line.set_count(key, count)

"""The tabs of the page 场次: the list of trainings and what stands beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from jz_training.ui.page import Page
from jz_training.ui.trainings.side_tab import SIDE_TABS, SideTab
from jz_training.ui.widgets.tabs import TabLine

LIST = "list"


class SideTabs:
    """Changes between the list, whose actions and filters are the page's own, and the tabs."""

    def __init__(self, page: Page, content: QWidget, own: list[QPushButton]) -> None:
        self._page, self._own = page, own
        self._made: dict[str, SideTab] = {}
        self._actions: dict[str, list[QPushButton]] = {}
        self.line = TabLine(((LIST, "场次"), *((spec.key, spec.word) for spec in SIDE_TABS)))
        self._stack = QStackedWidget()
        self._stack.addWidget(content)
        self._content = content
        page.put_tabs(self.line)
        page.body.addWidget(self._stack, 1)
        self.line.chosen.connect(self._show)

    @property
    def tab(self) -> SideTab | None:
        """Return the tab shown, None for the list of trainings."""
        return self._made.get(self.line.current)

    def choose(self, key: str) -> None:
        """Show the list or a tab."""
        self.line.choose(key)

    def refresh(self) -> None:
        """Read the tab shown again."""
        if self.tab is not None:
            self.tab.refresh()

    def _show(self, key: str) -> None:
        if key != LIST and key not in self._made:
            self._make(key)
        tab = self.tab
        self._page.show_filters(shown=tab is None)
        for made in self._own:
            made.setVisible(tab is None)
        for of, actions in self._actions.items():
            for made in actions:
                made.setVisible(of == key)
        self._stack.setCurrentWidget(self._content if tab is None else tab)
        if tab is not None:
            tab.refresh()
            if not self.line.hasFocus():  # who walks along the tabs stays on them
                tab.focus_rows()

    def _make(self, key: str) -> None:
        spec = next(spec for spec in SIDE_TABS if spec.key == key)
        tab = self._made[key] = spec.make(self._page.ctx)
        self._stack.addWidget(tab)
        tab.counted.connect(self._counter(key))
        self._actions[key] = [
            self._page.add_action(one.text, one.act, primary=one.primary, icon=one.icon)
            for one in tab.actions_wanted()
        ]

    def _counter(self, key: str) -> Callable[[object], None]:
        def count(found: object) -> None:
            if isinstance(found, int):
                self.line.set_count(key, found)

        return count

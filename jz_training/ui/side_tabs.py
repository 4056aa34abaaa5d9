"""Tabs of a page that bring their own actions; they are made on their first visit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from jz_training.ui.page import Page
from jz_training.ui.side_tab import SideTab, TabSpec
from jz_training.ui.widgets.tabs import TabLine


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTab:
    """A first tab that is the page's own: its content, and the actions that are shown with it."""

    key: str
    word: str
    content: QWidget
    actions: Sequence[QPushButton]


class SideTabs:
    """Changes between the tabs of a page, and between their actions."""

    def __init__(self, page: Page, specs: Sequence[TabSpec], own: OwnTab | None = None) -> None:
        self._page, self._specs, self._own = page, {spec.key: spec for spec in specs}, own
        self._made: dict[str, SideTab] = {}
        self._actions: dict[str, list[QPushButton]] = {}
        first = ((own.key, own.word),) if own is not None else ()
        self.line = TabLine((*first, *((spec.key, spec.word) for spec in specs)))
        self._stack = QStackedWidget()
        if own is not None:
            self._stack.addWidget(own.content)
        page.put_tabs(self.line)
        page.body.addWidget(self._stack, 1)
        self.line.chosen.connect(self._show)

    @property
    def tab(self) -> SideTab | None:
        """Return the tab shown, None for the page's own."""
        return self._made.get(self.line.current)

    def choose(self, key: str) -> None:
        """Show a tab by its key."""
        self.line.choose(key)
        if self.tab is None and self._is_beside(key):
            self._show(key)  # the first one is chosen from the beginning

    def refresh(self) -> None:
        """Read the tab shown again."""
        if self.tab is not None:
            self.tab.refresh()

    def _is_beside(self, key: str) -> bool:
        return self._own is None or key != self._own.key

    def _show(self, key: str) -> None:
        if self._is_beside(key) and key not in self._made:
            self._make(key)
        tab = self.tab
        if self._own is not None:
            self._page.show_filters(shown=tab is None)
            for made in self._own.actions:
                made.setVisible(tab is None)
        for of, actions in self._actions.items():
            for made in actions:
                made.setVisible(of == key)
        if tab is not None:
            self._stack.setCurrentWidget(tab)
            tab.refresh()
            if not self.line.hasFocus():  # who walks along the tabs stays on them
                tab.focus_rows()
        elif self._own is not None:
            self._stack.setCurrentWidget(self._own.content)

    def _make(self, key: str) -> None:
        tab = self._made[key] = self._specs[key].make(self._page.ctx)
        self._stack.addWidget(tab)
        tab.counted.connect(self._counter(key))
        self._actions[key] = [
            self._page.add_action(
                one.text, one.act, primary=one.primary, icon=one.icon, writes=one.writes
            )
            for one in tab.actions_wanted()
        ]

    def _counter(self, key: str) -> Callable[[object], None]:
        def count(found: object) -> None:
            if isinstance(found, int):
                self.line.set_count(key, found)

        return count

"""The pages of the window: made on their first visit, refreshed when they are seen again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from jz_training.ui.context import Context
from jz_training.ui.page import Page, PageSpec
from jz_training.ui.shell.skeleton import Skeleton
from jz_training.ui.shell.trail import Stop, Trail


class PageStack(QStackedWidget):
    """Shows one page at a time and remembers the way.

    Signals: opened(str): the key of the page now shown.
    """

    opened = Signal(str)

    def __init__(self, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        self._specs = {spec.key: spec for spec in specs}
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._trail = Trail()
        self._areas: dict[str, QScrollArea] = {}
        self._ctx: Context | None = None
        self.addWidget(Skeleton())

    def begin(self, ctx: Context) -> None:
        """Take what pages are made with."""
        self._ctx = ctx

    def has(self, key: str) -> bool:
        """Tell whether there is such a page."""
        return key in self._specs and self._ctx is not None

    def spec(self, key: str) -> PageSpec:
        """Return how a page is made and where it belongs."""
        return self._specs[key]

    def page(self, key: str) -> Page:
        """Return a page, making it on its first visit."""
        if key not in self._pages:
            if self._ctx is None:
                raise RuntimeError("no page before the desk is open")
            page = self._specs[key].make(self._ctx)
            self._pages[key], self._areas[key] = page, _scrolling(page)
            self.addWidget(self._areas[key])
        return self._pages[key]

    @property
    def current(self) -> Page | None:
        """Return the page being shown."""
        area = self.currentWidget()
        page = area.widget() if isinstance(area, QScrollArea) else None
        return page if isinstance(page, Page) else None

    def open(self, key: str, **what: object) -> None:
        """Open a page for something and remember it for the way back."""
        self._trail.go(Stop(key, what))
        self._show(Stop(key, what))

    def back(self) -> None:
        """Show the page before this one."""
        self._show(self._trail.back())

    def forward(self) -> None:
        """Show the page from which one went back."""
        self._show(self._trail.forward())

    def show_instead(self, widget: QWidget) -> None:
        """Show something in place of the pages."""
        self.addWidget(widget)
        self.setCurrentWidget(widget)

    def refresh_after(self, kinds: frozenset[str]) -> None:
        """Refresh the page shown if it is concerned; the others when they are seen again."""
        for key, page in self._pages.items():
            if not page.kinds & kinds:
                continue
            if page is self.current:
                page.refresh()
            else:
                self._stale.add(key)

    def refresh(self) -> None:
        """Refresh the page shown."""
        if self.current is not None:
            self.current.refresh()

    def _show(self, stop: Stop | None) -> None:
        if stop is None:
            return
        page = self.page(stop.key)
        self.setCurrentWidget(self._areas[stop.key])
        page.show_for(**stop.what)
        if stop.key in self._stale:
            self._stale.discard(stop.key)
            page.refresh()
        self.opened.emit(stop.key)


def _scrolling(page: Page) -> QScrollArea:
    """Let a page fill the room there is, and scroll where its least size does not fit."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area

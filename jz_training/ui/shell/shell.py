"""The inside of the window: rail, top bar, the pages, and what is said at the bottom.

It opens pages and carries keys; everything else belongs to the pages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jz_training import labels
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.page import Page, PageSpec, rail_entries
from jz_training.ui.shell.page_stack import PageStack
from jz_training.ui.shell.progress import JobBar, Progress
from jz_training.ui.shell.rail import Rail
from jz_training.ui.shell.search_hits import Hit, find_hits
from jz_training.ui.shell.toast import Toast
from jz_training.ui.shell.top_bar import TopBar
from jz_training.ui.style.look import the_look, theme

if TYPE_CHECKING:
    from jz_training.ui.work import Work

#: Below this width the rail shows icons only (LOOK: Grid).
NARROW = 1100
#: Said on the button that takes the last act back.
UNDO = "撤销"


class Shell(QWidget):
    """Rail and top bar around the pages."""

    def __init__(self, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        self._ctx: Context | None = None
        self.setProperty("kind", "ground")
        self._lay_out(specs)
        self._make_keys()
        look = the_look()
        if look is not None:
            look.changed.connect(self._fit_rail)

    def begin(self, ctx: Context, first: str) -> None:
        """Take the open desk and show the first page."""
        self._ctx = ctx
        self.pages.begin(ctx)
        self._listen(ctx.work)
        self.rail.setEnabled(True)
        self.top.setEnabled(True)
        if ctx.desk.read_only:
            self.top.show_read_only(archive=ctx.desk.archived is not None)
        else:
            self.top.show_unchanged()
        self._refresh_name()
        self.open_page(first)

    def open_page(self, key: str, **what: object) -> None:
        """Open a page for something and remember it for the way back."""
        self.pages.open(key, **what)

    @property
    def current(self) -> Page | None:
        """Return the page being shown."""
        return self.pages.current

    # --- telling -------------------------------------------------------------------------------

    def tell(
        self,
        text: str,
        *,
        undo: bool = False,
        actions: tuple[tuple[str, Callable[[], object]], ...] = (),
    ) -> None:
        """Say that something was done; with `undo`, offer to take it back."""
        offered = ((UNDO, self.undo), *actions) if undo else actions
        self.toast.tell(text, offered)

    def warn(self, sentence: str, details: str = "") -> None:
        """Say what went wrong; details stand behind 详情."""
        ctx = self._ctx
        if ctx is None or not details:
            self.toast.warn(sentence)
        else:
            self.toast.warn(sentence, [("详情", lambda: ctx.ask.tell(sentence, detail=details))])

    def undo(self) -> None:
        """Undo the last act (Ctrl+Z) and say what it was."""
        ctx = self._ctx
        if ctx is not None and not ctx.desk.read_only:
            ctx.work.change(
                ctx.desk.history.undo_last,
                self._say_undone,
                owner=self,
                kinds=kinds.EVERYTHING,
            )

    def _say_undone(self, act: Any) -> None:
        if act is None:
            self.tell("没有可以撤销的操作。")
        else:
            self.tell(f"已撤销：{labels.act_words(act.verb, act.subject, act.count)}")

    # --- construction --------------------------------------------------------------------------

    def _lay_out(self, specs: Sequence[PageSpec]) -> None:
        self.rail = Rail(rail_entries(specs))
        self.top = TopBar()
        self.pages = PageStack(specs)
        self.jobs = JobBar()
        right = _column(self.top, self.pages, self.jobs)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.rail)
        line.addLayout(right, 1)
        self.toast = Toast(self, above=self.jobs)
        self.rail.setEnabled(False)
        self.top.setEnabled(False)
        self.rail.chosen.connect(self.open_page)
        self.pages.opened.connect(self._mark_entry)
        self.top.help_requested.connect(partial(self._open_if_there, "help"))
        self.top.search.searched.connect(self._search)
        self.top.search.opened.connect(self._open_hit)

    def _make_keys(self) -> None:
        for keys, act in (
            ("Ctrl+K", self._focus_search),
            ("Ctrl+F", self._focus_filter),
            ("Ctrl+Z", self.undo),
            ("F1", partial(self._open_if_there, "help")),
            ("F5", self.pages.refresh),
            ("Alt+Left", self.pages.back),
            ("Alt+Right", self.pages.forward),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _listen(self, work: Work) -> None:
        work.changed.connect(self._refresh_after)
        work.saved.connect(self.top.show_saved)
        work.saved.connect(lambda _: self.toast.withdraw(UNDO))  # it would take back another act
        work.busy.connect(self.top.show_busy)
        work.failed.connect(self.warn)
        work.stopped.connect(self.tell)
        work.job_began.connect(self._show_job)
        work.job_ended.connect(self.jobs.hide)
        self.jobs.stop_requested.connect(work.stop_running)
        self.jobs.stop_requested.connect(self.jobs.stopping)

    # --- doing ---------------------------------------------------------------------------------

    def _mark_entry(self, key: str) -> None:
        self.rail.choose(self.pages.spec(key).under or key)

    def _refresh_after(self, changed: frozenset[str]) -> None:
        self.pages.refresh_after(changed)
        if kinds.SETTINGS in changed:
            self._refresh_name()

    def _refresh_name(self) -> None:
        ctx = self._ctx
        if ctx is not None:
            ctx.work.read(
                lambda: ctx.desk.settings.get().organiser,
                self.top.set_organiser,
                owner=self,
                key="organiser",
            )

    def _show_job(self, title: str, progress: Progress) -> None:
        self.jobs.begin(title, can_stop=True)
        progress.moved.connect(self.jobs.show_progress)

    def _focus_search(self) -> None:
        self.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.search.selectAll()

    def _focus_filter(self) -> None:
        if self.current is not None:
            self.current.focus_filter()

    def _open_if_there(self, key: str) -> None:
        if self.pages.has(key):
            self.open_page(key)

    def _search(self, text: str) -> None:
        ctx = self._ctx
        if ctx is not None:
            ctx.work.read(
                lambda: find_hits(ctx.desk, text),
                lambda hits: self.top.search.show_hits(text, hits),
                owner=self.top.search,
                key="search",
            )

    def _open_hit(self, hit: Hit) -> None:
        self.open_page(hit.page, **hit.what)

    # --- shape ---------------------------------------------------------------------------------

    def _fit_rail(self) -> None:
        self.rail.set_narrow(self.width() < theme().sizes.of(NARROW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_rail()
        super().resizeEvent(event)


def _column(*widgets: QWidget) -> QVBoxLayout:
    """Return top bar, pages and job line one below the other."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget, 1 if isinstance(widget, PageStack) else 0)
    return column

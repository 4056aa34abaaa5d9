"""One notice: title, number and issuer on top, then its tabs."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from PySide6.QtWidgets import QMenu, QSizePolicy, QStackedWidget

from jz_training.errors import JzError
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.notices.header_dialog import HeaderDialog
from jz_training.ui.notices.notice_changes import remove_notice, review_notice
from jz_training.ui.notices.notice_head import NoticeHead, read_head
from jz_training.ui.notices.notice_tab import NoticeTab
from jz_training.ui.notices.notice_tabs import notice_tabs
from jz_training.ui.notices.text_tab import is_gone
from jz_training.ui.page import Page
from jz_training.ui.paper.desktop import open_in_system
from jz_training.ui.widgets.tabs import TabLine

#: The 文号 stays to be read beside the longest title (px).
_NUMBER_WIDTH = 124


class NoticePage(Page):
    """Shows one notice at a time; `show_for(notice_id=…, tab="tasks", obligation_id=…)`.

    Tabs: text, tasks, coverage, documents.
    """

    kinds: ClassVar[frozenset[str]] = kinds.EVIDENCE

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, title="通知")
        self._notice_id: UUID | None = None
        self._head: NoticeHead | None = None
        self.set_crumb("通知", lambda: ctx.open_page("notices"))
        self._facts.setMinimumWidth(_NUMBER_WIDTH)
        self._make_tabs()
        self._make_actions()

    # --- for the window ------------------------------------------------------------------------

    def show_for(self, **what: object) -> None:
        """Show a notice, on the tab named or the one that was open last."""
        notice_id, tab, duty = what.get("notice_id"), what.get("tab"), what.get("obligation_id")
        if not isinstance(notice_id, UUID):
            return
        if notice_id != self._notice_id:
            self._notice_id, self._head = notice_id, None
            self._stack.hide()
        self.refresh_head()
        if isinstance(tab, str):
            self.tabs.choose(tab)
        self._open_tab()
        if isinstance(duty, UUID):
            self._tabs[self.tabs.current].show_duty(duty)
        self.tabs.setFocus()

    def refresh(self) -> None:
        """Read the notice again, and the tab that is shown."""
        self.refresh_head()
        if not self._stack.isHidden():
            self._tabs[self.tabs.current].refresh()

    def focus_filter(self) -> None:
        """Put the cursor into the first filter of the tab shown (Ctrl+F)."""
        self._tabs[self.tabs.current].focus_filter()

    def refresh_head(self) -> None:
        """Read title, facts and counts again."""
        notice_id, desk = self._notice_id, self.ctx.desk
        if notice_id is not None:
            self.ctx.work.read(
                lambda: read_head(desk, notice_id),
                self._show,
                owner=self,
                key="head",
                failed=self._leave_if_gone,
            )

    # --- construction --------------------------------------------------------------------------

    def _make_tabs(self) -> None:
        self._specs = notice_tabs()
        self.tabs = TabLine([(spec.key, spec.title) for spec in self._specs])
        self._tabs: dict[str, NoticeTab] = {spec.key: spec.make(self.ctx) for spec in self._specs}
        self._stack = QStackedWidget()
        for tab in self._tabs.values():
            self._stack.addWidget(tab)
        self._stack.hide()
        self.tabs.chosen.connect(lambda _: self._open_tab())
        self.body.addWidget(self.tabs)
        self.body.addWidget(self._stack, 1)

    def _make_actions(self) -> None:
        self.more = self.add_action("更多", lambda: None, icon="ellipsis")
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.more.setMenu(self._menu)
        self.plan = self.add_action(
            "生成培训计划", self._make_plan, icon="calendar-plus", writes=True
        )
        self.review = self.add_action(
            "核对完毕", lambda: self._review(True), primary=True, icon="check", keys="Ctrl+Return"
        )
        self.review.hide()
        self.add_keys("Ctrl+N", lambda: self._tabs[self.tabs.current].begin())
        self.add_keys("Ctrl+P", lambda: self._tabs[self.tabs.current].show_paper())

    # --- showing -------------------------------------------------------------------------------

    def _show(self, head: NoticeHead) -> None:
        self._head = head
        self.set_title(head.notice.header.title)
        self.set_badge(*head.badge)
        self.set_facts(*head.facts)
        self.review.setVisible(not head.notice.reviewed and not self.ctx.desk.read_only)
        for spec in self._specs:
            self.tabs.set_count(spec.key, spec.count(head))

    def tab(self, key: str) -> NoticeTab:
        """Return a tab by its key."""
        return self._tabs[key]

    def _open_tab(self) -> None:
        if self._notice_id is None:
            return
        tab = self._tabs[self.tabs.current]
        tab.show_notice(self._notice_id)
        policy = QSizePolicy.Policy
        for other in self._tabs.values():  # the page is no taller than the tab shown needs
            wish = policy.Expanding if other is tab else policy.Ignored
            other.setSizePolicy(wish, wish)
        self._stack.setCurrentWidget(tab)
        self._stack.show()

    # --- acts ----------------------------------------------------------------------------------

    def _fill_menu(self) -> None:
        self._menu.clear()
        head, writes = self._head, not self.ctx.desk.read_only
        for words, act, fits in (
            ("打开原文件", self.open_original, head is not None and head.original is not None),
            ("通知信息…", self.edit_header, writes),
            (
                "改回待核对",
                lambda: self._review(False),
                writes and head is not None and head.notice.reviewed,
            ),
            ("删除通知…", self._remove, writes),
        ):
            action = self._menu.addAction(words)
            action.triggered.connect(lambda _=False, act=act: act())
            action.setEnabled(fits and head is not None)

    def open_original(self) -> None:
        """Open a copy of the notice's own file with what the system has for it."""
        original = self._head.original if self._head is not None else None
        if original is not None:
            documents = self.ctx.desk.documents
            self.ctx.work.read(
                lambda: documents.export(original.id), open_in_system, owner=self, key="original"
            )

    def edit_header(self) -> None:
        """Open what stands around the text."""
        if self._head is not None:
            HeaderDialog(self.ctx, self, self._head.notice).open()

    def _make_plan(self) -> None:
        if self._notice_id is not None:
            self.ctx.open_page("plan", notice_id=self._notice_id, tab="plan")

    def _review(self, reviewed: bool) -> None:
        if self._notice_id is not None:
            review_notice(self.ctx, self, self._notice_id, reviewed=reviewed)

    def _remove(self) -> None:
        if self._head is not None:
            notice = self._head.notice
            remove_notice(
                self.ctx,
                self,
                notice.id,
                title=notice.header.title,
                obligations=len(self._head.book.duties),
                then=self._leave,
            )

    def _leave_if_gone(self, error: JzError) -> bool:
        """Go back to the list when the notice is not there any more, such as after 撤销."""
        if is_gone(error):
            self._leave()
        return is_gone(error)

    def _leave(self) -> None:
        """Forget the notice that is gone: a change must not read it again."""
        self._notice_id, self._head = None, None
        self._stack.hide()
        self.ctx.open_page("notices")

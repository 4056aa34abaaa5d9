"""One training: title, state and figures on top, then 基本信息 · 名单 · … · 打印."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from jz_training.domain.dossier import DossierPart
from jz_training.domain.tally import Tally
from jz_training.domain.training import TrainingState
from jz_training.errors import JzError, NotFound
from jz_training.ui import kinds
from jz_training.ui.attendance.attendance_book import AttendanceBook
from jz_training.ui.attendance.attendance_tab import AttendanceTab
from jz_training.ui.context import Context
from jz_training.ui.page import Page
from jz_training.ui.style.text import plain_tip
from jz_training.ui.trainings.closed_strip import ClosedStrip
from jz_training.ui.trainings.training_closing import close_training, reopen_training
from jz_training.ui.trainings.training_figures import open_figure
from jz_training.ui.trainings.training_head import TrainingHead, read_head
from jz_training.ui.trainings.training_tab import TrainingTab
from jz_training.ui.trainings.training_tabs import TABS, WITHOUT_FIGURES, TrainingTabs
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.stat_strip import StatStrip
from jz_training.ui.widgets.tabs import TabLine


class TrainingPage(Page):
    """Shows one training at a time; `show_for(training_id=…, tab="attendance")`.

    `part` chooses a part of the dossier, such as the signed sheet.
    """

    kinds: ClassVar[frozenset[str]] = kinds.EVERYTHING

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, title="场次")
        self._training_id: UUID | None = None
        self._head: TrainingHead | None = None
        self._wanted = ""
        self.set_crumb("场次", lambda: ctx.open_page("trainings"))
        self._make_actions()
        self._make_strip()
        self._make_tabs()

    # --- for the window ------------------------------------------------------------------------

    def show_for(self, **what: object) -> None:
        """Show a training; without a `tab` the one that is due."""
        training_id = what.get("training_id")
        if not isinstance(training_id, UUID):
            return
        if training_id != self._training_id:
            self._training_id, self._head = training_id, None
            self._stack.hide()
            self._figures.hide()
        tab, part = what.get("tab"), what.get("part")
        if isinstance(part, DossierPart):
            self._stack.choose_part(part)
        self._wanted = tab if isinstance(tab, str) else "due"
        self._read()

    def refresh(self) -> None:
        """Read the training again, and then the tab that is shown."""
        self._read(then=self._refresh_tab)

    # --- construction --------------------------------------------------------------------------

    def _make_actions(self) -> None:
        self._print = self.add_action(
            "打印签到表", self._print_sheet, icon="printer", keys="Ctrl+P"
        )
        self.reopen_action = self.add_action("重新打开…", self._ask_reopen, icon="lock-open")
        self.close_action = self.add_action("完成并关闭", self._ask_close, primary=True)
        self.add_keys("Ctrl+Return", self.close_action.click)
        plain_tip(self.close_action, "完成并关闭（Ctrl+回车）")
        for action in (self._print, self.reopen_action, self.close_action):
            action.hide()

    def _make_strip(self) -> None:
        self.strip = StatStrip(opens=True)
        self.strip.asked.connect(self._open_figure)
        self._beside = QStackedWidget()
        self._figures = Card()
        self._figures.body.setContentsMargins(20, 12, 20, 12)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.strip, 1)
        line.addWidget(self._beside, 1, Qt.AlignmentFlag.AlignRight)
        self._figures.add(line)
        self._figures.hide()

    def _make_tabs(self) -> None:
        self.tabs = TabLine(TABS)
        self._stack = TrainingTabs(self.ctx)
        self._stack.hide()
        self._beside.addWidget(self.attendance.panel)
        self.tabs.chosen.connect(lambda _: self._open_tab())
        self._stack.counted.connect(lambda n: self.tabs.set_count("dossier", n or None))
        self.attendance.tally_moved.connect(self._show_moving)
        self.attendance.list_wanted.connect(lambda: self._go("list"))
        self.attendance.reopen_wanted.connect(self._ask_reopen)
        self.closed = ClosedStrip()
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.closed)
        self.body.addWidget(self._figures)
        self.body.addWidget(self._stack, 1)

    # --- reading and showing -------------------------------------------------------------------

    def _read(self, then: Callable[[], None] = lambda: None) -> None:
        training_id, desk = self._training_id, self.ctx.desk

        def show(head: TrainingHead) -> None:
            self._show(head)
            then()

        if training_id is not None:
            self.ctx.work.read(
                lambda: read_head(desk, training_id),
                show,
                owner=self,
                key="head",
                failed=self._is_gone,
            )

    def _refresh_tab(self) -> None:
        if not self._stack.isHidden():
            self._stack.tab(self.tabs.current).refresh()

    def _is_gone(self, error: JzError) -> bool:
        """Go back to the list when the training is gone, as after its making was undone."""
        gone = isinstance(error, NotFound) and self._head is not None
        if gone:
            self._training_id, self._head = None, None
            self.ctx.open_page("trainings")
        return gone

    def _show(self, head: TrainingHead) -> None:
        self._head = head
        self.set_title(head.training.draft.title)
        self.set_badge(*head.badge)
        self.set_facts(*head.facts)
        self._show_figures()
        self._show_actions(head)
        self.tabs.set_count("list", head.tally.expected if head.has_list else None)
        self.tabs.set_count("dossier", head.documents or None)
        self.tabs.set_count("rooms", head.rooms or None)
        self.tabs.show_tab("rooms", shown=head.has_rooms)
        if self._wanted:
            wanted, self._wanted = self._wanted, ""
            self._open_wanted(_due_tab(head) if wanted == "due" else wanted)

    def _open_wanted(self, key: str) -> None:
        if key == self.tabs.current:
            self._open_tab()
        else:
            self.tabs.choose(key)

    def _show_figures(self) -> None:
        """Show the counts of the training, or of the part that is being marked."""
        if self._head is not None:
            whole = self._part is None
            self.strip.show_tally(self._head.tally if whole else self._book.tally())
        self._place_figures()

    @property
    def _part(self) -> int | None:
        """Return the place of the part whose attendance is shown."""
        return self._book.place if self.tabs.current == "attendance" else None

    @property
    def _book(self) -> AttendanceBook:
        return self.attendance.keeper.book

    def _show_actions(self, head: TrainingHead) -> None:
        writes = not self.ctx.desk.read_only
        self._print.setVisible(head.has_list)
        self.close_action.setVisible(writes and head.is_open and head.has_list)
        self.reopen_action.setVisible(writes and head.training.state is TrainingState.CLOSED)

    # --- tabs ----------------------------------------------------------------------------------

    @property
    def attendance(self) -> AttendanceTab:
        """Return the tab 考勤."""
        return self._stack.attendance

    def tab(self, key: str) -> TrainingTab:
        """Return a tab by its key: info, list, rooms, attendance, papers, dossier, record
        or print.
        """
        return self._stack.tab(key)

    def _open_tab(self) -> None:
        if self._training_id is None:
            return
        key = self.tabs.current
        self._stack.open(key, self._training_id)
        self._beside.setVisible(key == "attendance")
        self._show_figures()
        self._stack.show()
        if key == "attendance":
            self.attendance.focus_command()
        else:
            self.tabs.setFocus()

    def _place_figures(self) -> None:
        """Show the figures of a fixed list; beside a sheet of paper its height counts more."""
        fixed = self._head is not None and self._head.has_list
        self._figures.setVisible(fixed and self.tabs.current not in WITHOUT_FIGURES)
        writes = not self.ctx.desk.read_only
        self.closed.show_head(self._head, tab=self.tabs.current, writes=writes)

    def _print_sheet(self) -> None:
        """Show the sheet first; asked again with the sheet in sight, print it."""
        if self.tabs.current == "print":
            self._stack.print_sheet()
        else:
            self._go("print")

    def _go(self, key: str) -> None:
        self.tabs.choose(key)

    def _show_moving(self, tally: Tally) -> None:
        if self._head is not None and self.tabs.current == "attendance":
            self.strip.show_tally(tally)

    # --- acts ----------------------------------------------------------------------------------

    def _open_figure(self, word: str) -> None:
        if self._head is not None:
            open_figure(self.ctx, self, self._head, word, part=self._part)

    def _ask_close(self) -> None:
        if self._head is not None:
            unrecorded = self._head.tally.unrecorded
            if self.tabs.current == "attendance":
                unrecorded = self._book.rest_of_whole()
            close_training(self.ctx, self, self._head, unrecorded)

    def _ask_reopen(self) -> None:
        if self._head is not None:
            reopen_training(self.ctx, self, self._head)


def _due_tab(head: TrainingHead) -> str:
    """Return the tab where a hand is needed: the list first, then attendance once it is over."""
    if not head.has_list:
        return "list" if head.is_open else "info"
    over = head.training.draft.start <= head.now
    return "attendance" if over else "list"

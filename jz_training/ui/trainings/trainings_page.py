"""场次: every training of the union, found by form, state, period and words; beside it 请假."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu

from jz_training.domain.notice import NoticeRow
from jz_training.domain.summary import LedgerRow
from jz_training.domain.training import TrainingForm, TrainingState
from jz_training.labels import FORMS, STATES
from jz_training.services.ledger import TrainingQuery
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.page import Page
from jz_training.ui.side_tabs import OwnTab, SideTabs
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label, plain_tip
from jz_training.ui.trainings.blank_form_dialog import BlankFormDialog
from jz_training.ui.trainings.copy_dialog import CopyDialog
from jz_training.ui.trainings.training_changes import (
    cancel_training,
    copy_training,
    revive_training,
)
from jz_training.ui.trainings.training_exports import save_ledger
from jz_training.ui.trainings.training_jobs import print_sheets_of
from jz_training.ui.trainings.trainings_columns import ledger_row_columns, sort_key
from jz_training.ui.trainings.trainings_tabs import LIST, SIDE_TABS
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.notice_box import NoticeBox
from jz_training.ui.widgets.period_field import ALL, MONTH, OWN, QUARTER, YEAR, Period, PeriodField
from jz_training.ui.widgets.table import Table

#: A pause in typing after which the list follows.
_PAUSE_MS = 150


class TrainingsPage(Page):
    """Lists trainings, newest first; `show_for(new=True)` goes on to a new one."""

    kinds: ClassVar[frozenset[str]] = frozenset(
        {
            kinds.TRAININGS,
            kinds.LISTS,
            kinds.ATTENDANCE,
            kinds.SHEETS,
            kinds.NOTICES,
            kinds.LEAVES,
            kinds.DOCUMENTS,
            kinds.PEOPLE,
        }
    )

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, title="场次")
        self._rows: tuple[LedgerRow, ...] = ()
        self._sort, self._descending = "start", True
        self._filtered = False
        self._make_actions()
        self._make_filters_line()
        self._make_table()

    def show_for(self, **what: object) -> None:
        """Show the list, of one notice with `notice_id`; with `new` a training is begun at once.

        `tab` opens what stands beside the list, such as "leaves".
        """
        notice = what.get("notice_id")
        if isinstance(notice, UUID):
            self._clear()
            self.notice.set_value(notice)
        tab = what.get("tab")
        self.tabs.choose(tab if isinstance(tab, str) else LIST)
        if self.tabs.tab is not None:
            self.tabs.tab.show_for(**what)
        self.refresh()
        self._focus()
        if what.get("new"):
            QTimer.singleShot(0, self, self._begin)

    def refresh(self) -> None:
        """Read the list again."""
        query, desk = self._query(), self.ctx.desk
        self.ctx.work.read(desk.notices.list, self._offer_notices, owner=self, key="notices")
        self.ctx.work.read(lambda: desk.trainings.list(query), self._show, owner=self, key="list")
        self.tabs.refresh()

    def focus_filter(self) -> None:
        """Put the cursor into the filter of the tab shown (Ctrl+F)."""
        if self.tabs.tab is not None:
            self.tabs.tab.focus_filter()
        else:
            super().focus_filter()

    # --- construction --------------------------------------------------------------------------

    def _make_actions(self) -> None:
        export = self.add_action("导出台账", self._export, icon="file-spreadsheet")
        self.more = self.add_action("更多", lambda: None, icon="ellipsis")
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.more.setMenu(self._menu)
        self.begin = self.add_action(
            "新建场次", self._begin, primary=True, icon="plus", writes=True
        )
        plain_tip(self.begin, "新建场次（Ctrl+N）")
        self.add_keys("Ctrl+N", self._begin_here)
        self._own = [export, self.more, self.begin]

    def _make_filters_line(self) -> None:
        self.text = QLineEdit()
        self.text.setPlaceholderText("主题、地点、主讲")
        self.text.setAccessibleName("筛选场次")
        self.text.setClearButtonEnabled(True)
        self.text.setFixedWidth(theme().sizes.of(220))
        self.form = _choice("形式", "全部形式", {form.value: word for form, word in FORMS.items()})
        self.state = _choice("状态", "全部状态", {s.value: word for s, word in STATES.items()})
        self.notice = NoticeBox("全部通知")
        self.notice.setAccessibleName("对应通知")
        self.notice.hide()  # until there is a notice to choose
        self.period = PeriodField(self.ctx, keys=(ALL, MONTH, QUARTER, YEAR, OWN), current=ALL)
        self.count = plain_label("", "small")
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE_MS)
        self._typing.timeout.connect(self.refresh)
        self.text.textChanged.connect(lambda _: self._typing.start())
        self.form.currentIndexChanged.connect(lambda _: self.refresh())
        self.state.currentIndexChanged.connect(lambda _: self.refresh())
        self.notice.currentIndexChanged.connect(lambda _: self.refresh())
        self.period.chosen.connect(self.refresh)
        self.add_filter(self.text, self.form, self.state, self.notice, self.period)
        self.add_filter_note(self.count)

    def _make_table(self) -> None:
        self.table: Table[LedgerRow] = Table(
            "trainings", ledger_row_columns(self.ctx.desk.now), memory=self.ctx.memory
        )
        self.table.show_sorted("start", descending=True)
        self.table.opened.connect(self._open)
        self.table.sort_requested.connect(self._sort_by)
        for words, act, keys in (
            ("打开", self._open_current, ""),
            ("复制为新场次…", self._copy, "Ctrl+D"),
            ("取消场次…", self._cancel, "Del"),
            ("恢复场次", self._revive, ""),
            ("打印所选场次的签到表…", self._print_sheets, "Ctrl+P"),
        ):
            self.table.add_action(words, act, keys=keys)
        card = Card(padding=8)
        card.add(self.table, 1)
        own = OwnTab(key=LIST, word="场次", content=card, actions=self._own)
        self.tabs = SideTabs(self, SIDE_TABS, own)

    # --- showing -------------------------------------------------------------------------------

    def _focus(self) -> None:
        """The keys of a page work while the focus is inside it."""
        if self.tabs.tab is not None:
            self.tabs.tab.focus_rows()
        else:
            self.table.setFocus()

    def _query(self) -> TrainingQuery:
        period, form, state = self.period.value(), self.form.currentData(), self.state.currentData()
        return TrainingQuery(
            text=self.text.text(),
            form=TrainingForm(form) if form else None,
            state=TrainingState(state) if state else None,
            start=period.start if period else None,
            end=period.end if period else None,
            notice_id=self.notice.value(),
        )

    def _show(self, rows: tuple[LedgerRow, ...]) -> None:
        query = self._query()
        self._filtered = query != TrainingQuery()
        self._rows = tuple(sorted(rows, key=sort_key(self._sort), reverse=self._descending))
        if self._filtered:
            self.table.set_empty("没有符合条件的场次。", verb="清除筛选", act=self._clear)
        elif self.ctx.desk.read_only:
            self.table.set_empty("这里没有场次。")
        else:
            self.table.set_empty(
                "还没有场次。新建一个，定好时间和应到范围。", verb="新建场次", act=self._begin
            )
        self.table.show_rows(self._rows, [row.training_id for row in self._rows])
        self.count.setText(f"共 {len(rows)} 场")

    def _sort_by(self, key: str, descending: bool) -> None:
        self._sort, self._descending = key, descending
        self._show(self._rows)

    def _clear(self) -> None:
        self.text.clear()
        self.form.setCurrentIndex(0)
        self.state.setCurrentIndex(0)
        self.notice.set_value(None)
        self.period.choose(ALL)

    def _offer_notices(self, notices: tuple[NoticeRow, ...]) -> None:
        self.notice.set_notices(notices)
        self.notice.setVisible(bool(notices))

    # --- doing ---------------------------------------------------------------------------------

    def _begin_here(self) -> None:
        if self.tabs.tab is not None:
            self.tabs.tab.begin()
        else:
            self.begin.click()

    def _begin(self) -> None:
        self.ctx.open_page("training_new")

    def _begin_many(self) -> None:
        self.ctx.open_page("training_many")

    def _open(self, training_id: UUID) -> None:
        self.ctx.open_page("training", training_id=training_id)

    def _open_current(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self._open(row.training_id)

    def _copy(self) -> None:
        row = self.table.current_row()
        if row is not None:
            dialog = CopyDialog(self, row, clock=self.ctx.desk.now)
            dialog.chosen.connect(lambda start: copy_training(self.ctx, self, row, start))
            dialog.open()

    def _cancel(self) -> None:
        row = self.table.current_row()
        if row is not None and row.state is TrainingState.PLANNED:
            cancel_training(self.ctx, self, row)

    def _revive(self) -> None:
        row = self.table.current_row()
        if row is not None and row.state is TrainingState.CANCELLED:
            revive_training(self.ctx, self, row)

    def _print_sheets(self) -> None:
        chosen = self.table.selected_ids()
        if chosen:
            print_sheets_of(self.ctx, self, chosen)

    def _fill_menu(self) -> None:
        row = self.table.current_row()
        self._menu.clear()
        for words, act, fits in (
            ("批量安排…", self._begin_many, True),
            ("复制为新场次…\tCtrl+D", self._copy, row is not None),
            (
                "取消场次…\tDel",
                self._cancel,
                row is not None and row.state is TrainingState.PLANNED,
            ),
            ("恢复场次", self._revive, row is not None and row.state is TrainingState.CANCELLED),
        ):
            action = self._menu.addAction(words)
            action.triggered.connect(lambda _=False, act=act: act())
            action.setEnabled(fits and not self.ctx.desk.read_only)
        self._menu.addSeparator()
        words = _print_words(len(self.table.selected_ids()))
        sheets = self._menu.addAction(words, self._print_sheets)
        sheets.setEnabled(row is not None)
        blank = self._menu.addAction("空白签到表…")
        blank.triggered.connect(lambda: BlankFormDialog(self.ctx, self).open())
        self._menu.addSeparator()
        library = self._menu.addAction("资料库：场地、师资、学习材料")
        library.triggered.connect(lambda: self.ctx.open_page("library"))

    def _export(self) -> None:
        period = self.period.value() or self._whole()
        if period is None:
            self.ctx.toast("没有可以导出的场次。")
        else:
            save_ledger(self.ctx, self, period.start, period.end)

    def _whole(self) -> Period | None:
        """Return the period that all trainings shown lie in."""
        days = [row.start.date() for row in self._rows]
        return Period(min(days), max(days)) if days else None


def _print_words(count: int) -> str:
    return f"打印所选 {count} 场的签到表…\tCtrl+P" if count > 1 else "打印签到表…\tCtrl+P"


def _choice(name: str, everything: str, words: dict[str, str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.addItem(everything, "")
    for value, word in words.items():
        box.addItem(word, value)
    return box

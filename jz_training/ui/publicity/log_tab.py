"""What both logs have, publications and talks: a line to enter on top, filters, the rows below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jz_training.domain.notice import NoticeRow
from jz_training.errors import JzError
from jz_training.ui.context import Context
from jz_training.ui.publicity.entry_line import EntryLine
from jz_training.ui.publicity.log_filters import LogFilters
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.entry_dialog import EntryDialog
from jz_training.ui.widgets.table import Table

Row = TypeVar("Row")

#: So much of a notice's title is said in a toast.
_LONGEST = 24


class LogTab(QWidget, Generic[Row]):
    """Enters one line each and lists what was entered, newest first.

    A tab makes its `entry`, `filters` and `table`, then calls `put_together()`.
    Signals: shown(int): how many rows there are under no filter, None under one.
    """

    shown = Signal(object)

    entry: EntryLine
    filters: LogFilters
    table: Table[Row]

    def __init__(self, ctx: Context, *, sort: str) -> None:
        super().__init__()
        self._ctx = ctx
        self._rows: tuple[Row, ...] = ()
        self.wanted: object = None
        self._sort, self._descending = sort, True

    # --- what a tab says of itself -------------------------------------------------------------

    def refresh(self) -> None:
        """Read the list again, and what was entered before."""
        raise NotImplementedError

    def is_filtered(self) -> bool:
        """Tell whether the filters leave something out."""
        raise NotImplementedError

    def sort_key(self, column: str) -> Callable[[Row], Any]:
        """Return how rows are compared for a sortable column."""
        raise NotImplementedError

    def id_of(self, row: Row) -> object:
        """Return the id by which the table knows a row."""
        raise NotImplementedError

    def count_words(self, rows: Sequence[Row]) -> str:
        """Return what is said of the number of rows."""
        raise NotImplementedError

    def empty_words(self, *, filtered: bool) -> str:
        """Return what stands where no row is."""
        raise NotImplementedError

    def open_dialog(self, row: Row | None) -> EntryDialog:
        """Open the dialog of a row, or with None of what stands in the line on top."""
        raise NotImplementedError

    # --- asked from outside --------------------------------------------------------------------

    def show_period(self, start: date, end: date) -> None:
        """Show the rows between two days, both included."""
        self.filters.show_period(start, end)

    def focus_entry(self) -> None:
        """Put the cursor where an entry begins."""
        self.entry.focus_first()

    def open_current(self) -> None:
        """Open the dialog of the row with the cursor."""
        row = self.table.current_row()
        if row is not None and not self._ctx.desk.read_only:
            self.open_dialog(row)

    # --- construction --------------------------------------------------------------------------

    def put_together(self) -> None:
        """Connect line, filters and table and put them one below the other."""
        self.entry.more_asked.connect(self._open_new)
        if self._ctx.desk.read_only:
            self.entry.hide()
        self.filters.changed.connect(self.refresh)
        self.table.show_sorted(self._sort, descending=self._descending)
        self.table.opened.connect(lambda _: self.open_current())
        self.table.sort_requested.connect(self._sort_by)
        card = Card(padding=8)
        card.add(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.entry)
        column.addWidget(self.filters)
        column.addWidget(card, 1)

    # --- showing -------------------------------------------------------------------------------

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show what was read, in the order chosen."""
        key = self.sort_key(self._sort)
        self._rows = tuple(sorted(rows, key=key, reverse=self._descending))
        filtered = self.is_filtered()
        if filtered:
            words = self.empty_words(filtered=True)
            self.table.set_empty(words, verb="清除筛选", act=self.filters.clear)
        else:
            self.table.set_empty(self.empty_words(filtered=False))
        self.table.show_rows(self._rows, [self.id_of(row) for row in self._rows])
        self._choose_wanted()
        self.filters.count.setText(self.count_words(rows))
        self.shown.emit(None if filtered else len(rows))

    def _choose_wanted(self) -> None:
        """Choose the row that was asked for; what stands in no list is forgotten."""
        if self.wanted is not None and self.table.select(self.wanted):
            self.table.setFocus()
        self.wanted = None

    def _sort_by(self, key: str, descending: bool) -> None:
        self._sort, self._descending = key, descending
        self.show_rows(self._rows)

    # --- entering ------------------------------------------------------------------------------

    def notice_of_entry(self, notices: Sequence[NoticeRow]) -> UUID | None:
        """Return the notice an entry belongs to: the one looked at, else the newest under way.

        Under way is what was held against its text and still has something open.
        """
        shown: UUID | None = self.filters.notice.value()
        under_way = (row.id for row in notices if row.reviewed and row.met < row.obligations)
        return shown or next(under_way, None)

    def tell_entered(self, notices: Sequence[NoticeRow], notice_id: UUID | None) -> None:
        """Say towards which notice an entry counts, and offer to take it back."""
        title = next((row.title for row in notices if row.id == notice_id), "")
        short = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"
        words = f"已登记，计入“{short}”。" if title else "已登记，没有对应的通知。"
        self._ctx.toast(words, undo=True)

    def refused(self, error: JzError) -> bool:
        """Show below the line why its entry was not saved."""
        self.entry.release()
        return self.entry.show_error(error)

    def _open_new(self) -> None:
        self.open_dialog(None).saved.connect(lambda _: self.entry.start_next())

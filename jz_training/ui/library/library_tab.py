"""What the three tabs of the library share: entered on top, found below, opened, removed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jz_training.errors import JzError
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.library.library_columns import USED
from jz_training.ui.library.library_dialog import LibraryDialog
from jz_training.ui.library.library_shelf import Shelf
from jz_training.ui.library.uses_dialog import show_uses
from jz_training.ui.publicity.entry_line import EntryLine
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.table import Table
from jz_training.ui.widgets.verb_button import verb_button

#: A pause in typing after which the list follows.
_PAUSE_MS = 150
_KINDS = (kinds.LIBRARIES, kinds.DOCUMENTS)


class LibraryTab(QWidget):
    """Shows one shelf of the library; a subclass gives its entry line and its dialog.

    `first` is the field in which a line begins.

    Signals: shown(int): how many rows there are under no filter, None under one.
    """

    shown = Signal(object)

    def __init__(self, ctx: Context, shelf: Shelf, entry: EntryLine, *, first: QLineEdit) -> None:
        super().__init__()
        self._ctx, self.shelf, self.entry, self.first = ctx, shelf, entry, first
        self.rows: tuple[Any, ...] = ()
        self._sort, self._descending = "", False
        self._wanted: UUID | None = None
        self._make_head()
        self._make_table()
        self._lay_out()
        entry.entered.connect(self._enter)
        entry.more_asked.connect(lambda: self.open_dialog(None))
        entry.setVisible(not ctx.desk.read_only)
        self._enable()

    # --- for a subclass ------------------------------------------------------------------------

    def adding(self) -> Callable[[], UUID] | None:
        """Return what enters the line on top; None when it cannot be read (it is shown)."""
        raise NotImplementedError

    def clear_entry(self) -> None:
        """Be ready for the next one."""
        raise NotImplementedError

    def make_dialog(self, row: Any | None) -> None:
        """Make the dialog of a row, or of another one that begins with the line on top."""
        raise NotImplementedError

    def offer(self) -> None:
        """Offer in the line on top what the rows have; called when there are other rows."""

    # --- for the page --------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the shelf again."""
        find, text = self.shelf.find, self.text.text()
        self._ctx.work.read(lambda: find(text), self._show, owner=self, key="list")

    def begin(self) -> None:
        """Put the cursor where the next one begins."""
        (self.table if self._ctx.desk.read_only else self.first).setFocus()

    def row(self) -> Any | None:
        """Return the row with the cursor."""
        return self.table.current_row() if self.table.selected_ids() else None

    def edit(self) -> None:
        """Open the dialog of the row with the cursor."""
        row = self.row()
        if row is not None:
            self.open_dialog(row)

    def open_dialog(self, row: Any | None) -> None:
        """Open the dialog of a row, or of another one."""
        if not self._ctx.desk.read_only:
            self.make_dialog(row)

    def show_uses(self) -> None:
        """Open the trainings that use the row with the cursor."""
        row = self.row()
        if row is None:
            return
        uses, words = self.shelf.uses, f"用到“{self.shelf.name(row)}”的场次"
        self._ctx.work.read(
            lambda: uses(row.id),
            lambda found: show_uses(self._ctx, self, title=words, uses=found),
            owner=self,
            key="uses",
        )

    def remove(self) -> None:
        """Remove the row with the cursor; what is still needed stays, with a sentence."""
        row, shelf = self.row(), self.shelf
        if row is not None and not self._ctx.desk.read_only:
            self._ctx.work.change(
                lambda: shelf.remove(row.id),
                lambda _: self._ctx.toast(f"已删除{shelf.word}“{shelf.name(row)}”。", undo=True),
                owner=self,
                kinds=_KINDS,
            )

    # --- construction --------------------------------------------------------------------------

    def _make_head(self) -> None:
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.shelf.hint)
        self.text.setAccessibleName(f"筛选{self.shelf.word}")
        self.text.setClearButtonEnabled(True)
        self.text.setFixedWidth(theme().sizes.of(280))
        self.count = plain_label("", "small")
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE_MS)
        self._typing.timeout.connect(self.refresh)
        self.text.textChanged.connect(lambda _: self._typing.start())
        self.editing = verb_button("修改", "pencil", self.edit, keys="F2")
        self.using = verb_button("看场次", "list", self.show_uses, keys="Ctrl+J")
        self.removing = verb_button("删除", "trash-2", self.remove, keys="Del")

    def _make_table(self) -> None:
        shelf = self.shelf
        self.table: Table[Any] = Table(
            f"library_{shelf.key}", shelf.columns, label=shelf.word, memory=self._ctx.memory
        )
        self.table.opened.connect(lambda _: self.edit())
        self.table.selection_changed.connect(self._enable)
        self.table.sort_requested.connect(self._sort_by)
        self.table.view.clicked.connect(self._click)
        self.entries = [
            self.table.add_action("修改…", self.edit, keys="F2"),
            self.table.add_action("看场次…", self.show_uses, keys="Ctrl+J"),
        ]

    def add_removing(self) -> None:
        """Add 删除 at the end of the context menu."""
        self.table.add_separator()
        self.entries.append(self.table.add_action("删除", self.remove, keys="Del"))

    def _lay_out(self) -> None:
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self.text)
        self.head.addStretch(1)
        self.head.addWidget(self.count)
        for made in (self.editing, self.using, self.removing):
            self.head.addWidget(made)
        card = Card(padding=8)
        card.add(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.entry)
        column.addLayout(self.head)
        column.addWidget(card, 1)

    # --- showing -------------------------------------------------------------------------------

    def _show(self, rows: tuple[Any, ...]) -> None:
        key = self.shelf.keys.get(self._sort)
        self.rows = rows if key is None else tuple(sorted(rows, key=key, reverse=self._descending))
        filtered = bool(self.text.text().strip())
        if filtered:
            self.table.set_empty(
                f"没有符合条件的{self.shelf.word}。", verb="清除筛选", act=self.text.clear
            )
        else:
            self.table.set_empty(self.shelf.empty)
        self.table.show_rows(self.rows, [row.id for row in self.rows])
        if self._wanted is not None and self.table.select(self._wanted):
            self._wanted = None
        self.count.setText(f"共 {len(rows)} {self.shelf.measure}")
        self.offer()
        self._enable()
        self.shown.emit(None if filtered else len(rows))

    def _sort_by(self, key: str, descending: bool) -> None:
        self._sort, self._descending = key, descending
        self.table.show_sorted(key, descending=descending)
        self._show(self.rows)

    def _enable(self) -> None:
        chosen, free = self.row() is not None, not self._ctx.desk.read_only
        for made in (self.editing, self.removing):
            made.setEnabled(chosen and free)
        self.using.setEnabled(chosen)

    # --- doing ---------------------------------------------------------------------------------

    def _click(self, index: QModelIndex) -> None:
        row = self.table.model.row_at(index.row())
        if row is not None:
            self.open_cell(row, self.shelf.columns[index.column()].key)

    def open_cell(self, row: Any, column: str) -> None:
        """Open what is behind a cell; nothing is behind a nought."""
        if column == USED and row.trainings:
            self.show_uses()

    def show_dialog(self, dialog: LibraryDialog, *, entered: bool) -> None:
        """Open a dialog; what was entered by it is chosen and leaves the line on top."""

        def saved(row_id: UUID) -> None:
            self._wanted = row_id
            if entered:
                self.clear_entry()

        dialog.saved.connect(saved)
        dialog.finished.connect(lambda result: self._come_back(result))
        dialog.open()

    def _come_back(self, result: int) -> None:
        if result == QDialog.DialogCode.Accepted:
            self.table.setFocus()

    def _enter(self) -> None:
        job = self.adding()
        if job is not None:
            self.entry.hold()
            self._ctx.work.change(
                job, self._entered, owner=self, kinds=_KINDS, failed=self._refused
            )

    def _entered(self, row_id: UUID) -> None:
        self.entry.release()
        self._wanted = row_id
        self.entry.clear_faults()
        self.clear_entry()
        self.first.setFocus()

    def _refused(self, error: JzError) -> bool:
        self.entry.release()
        return self.entry.show_error(error)

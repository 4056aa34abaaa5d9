"""The table of the house: calm rows, sorting by header, remembered widths, copying as a table."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from jz_training.ui.memory import Memory
from jz_training.ui.style.look import the_look, theme
from jz_training.ui.widgets.clipboard import copy_table
from jz_training.ui.widgets.empty_state import EmptyState
from jz_training.ui.widgets.row_delegate import RowDelegate
from jz_training.ui.widgets.rows_model import Cell, Column, Fetch, RowsModel, id_of
from jz_training.ui.widgets.table_header import TableHeader
from jz_training.ui.widgets.table_view import RowsView

Row = TypeVar("Row")

__all__ = ["Cell", "Column", "Table"]

#: Measures the size of the letters so finely that rounding does not show.
_UNIT = 1000
#: The column that takes what is left keeps at least this much of it (px at 100 %).
_LEAST = 88


class Table(QWidget, Generic[Row]):
    """A table over a `RowsModel` with everything LOOK asks of tables.

    Signals: opened(id) on Enter or double click; selection_changed(); sort_requested(str, bool):
    the sort key of the header that was clicked and whether it should run downwards.
    """

    opened = Signal(object)
    selection_changed = Signal()
    sort_requested = Signal(str, bool)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[Row]],
        *,
        fetch: Fetch | None = None,
        row_id: Callable[[Row], Hashable] | None = None,
        label: str = "",
        tall: bool = False,
        least_rows: int = 4,
        memory: Memory | None = None,
    ) -> None:
        super().__init__()
        self._name, self._tall, self._memory = name, tall, memory
        self._least_rows = least_rows
        self.model: RowsModel[Row] = RowsModel(
            columns, fetch=fetch, row_id=row_id or id_of, parent=self
        )
        self._actions: list[QAction | None] = []
        self._make_view()
        self.view.setAccessibleName(label)
        self._make_columns()
        self._connect()

    # --- what is shown -------------------------------------------------------------------------

    def show_ids(self, ids: Sequence[Hashable]) -> None:
        """Show other ids, keeping the selection where it still exists."""
        self._keeping_selection(lambda: self.model.set_ids(ids))

    def show_rows(self, rows: Sequence[Row], ids: Sequence[Hashable] | None = None) -> None:
        """Show rows that are already there, keeping the selection where it still exists."""
        self._keeping_selection(lambda: self.model.set_rows(rows, ids))

    def show_sorted(self, key: str, *, descending: bool = False) -> None:
        """Mark the header by which the rows are in order."""
        self._header.show_order(key, descending=descending)

    def set_empty(
        self, sentence: str, *, verb: str = "", act: Callable[[], object] | None = None
    ) -> None:
        """Set what is said, and which button is offered, when there is no row."""
        self._empty.set_words(sentence, verb=verb, act=act)

    def hide_columns(self, keys: Collection[str]) -> None:
        """Leave some columns out, where there is no room for them; the others are shown."""
        for at, column in enumerate(self.model.columns):
            self.view.setColumnHidden(at, column.key in keys)
        self._stretch()

    # --- selection -----------------------------------------------------------------------------

    def selected_ids(self) -> list[Any]:
        """Return the ids of the selected rows in the order shown."""
        return [self.model.id_at(at) for at in self._selected_places()]

    def current_row(self) -> Row | None:
        """Return the row with the cursor, if it is there already."""
        at = self.view.currentIndex().row()
        return self.model.row_at(at) if at >= 0 else None

    def select(self, wanted: Hashable) -> bool:
        """Select a row by its id and bring it into sight; False when it is not shown."""
        at = self.model.place_of(wanted)
        if at >= 0:
            index, flag = self.model.index(at, 0), QItemSelectionModel.SelectionFlag
            # selectRow would add to the selection while Ctrl is still held down from a shortcut
            self.view.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
            self.view.scrollTo(index)
        return at >= 0

    # --- actions -------------------------------------------------------------------------------

    def add_action(self, text: str, act: Callable[[], object], *, keys: str = "") -> QAction:
        """Add an entry to the context menu; its keys work while the table has the cursor."""
        action = QAction(text.replace("&", "&&"), self.view)
        action.triggered.connect(lambda: act())
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.view.addAction(action)
        self._actions.append(action)
        return action

    def add_separator(self) -> None:
        """Add a line to the context menu."""
        self._actions.append(None)

    def copy(self) -> None:
        """Copy the selected rows, with their header, as a table for Excel or text."""
        places = self._selected_places()
        columns = self.model.columns
        self.model.ensure(places, lambda rows: copy_table(columns, rows))

    # --- construction --------------------------------------------------------------------------

    def _make_view(self) -> None:
        self.view = RowsView()
        self.view.setModel(self.model)
        self._delegate = RowDelegate(self.view)
        self.view.setItemDelegate(self._delegate)
        self._empty = EmptyState(self.view)
        self._empty.hide()  # until it is known that there is nothing
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setFocusProxy(self.view)

    def _make_columns(self) -> None:
        self._header = TableHeader(self.view, self.model)
        self.view.setHorizontalHeader(self._header)
        kept = self._memory.numbers(f"widths/{self._name}") if self._memory else []
        for at, column in enumerate(self.model.columns):
            known = kept[at] if len(kept) == len(self.model.columns) else 0
            self.view.setColumnWidth(at, theme().sizes.of(known or column.width))
            if column.stretch:
                self._header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        self._unit = theme().sizes.of(_UNIT)
        self._renew()

    def _connect(self) -> None:
        self.view.activated.connect(self._open)
        self.view.hovered_row.connect(self._hover)
        self.view.copy_requested.connect(self.copy)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.view.selectionModel().selectionChanged.connect(
            lambda *_: self.selection_changed.emit()
        )
        self.model.modelReset.connect(self._show_emptiness)
        self._header.sort_requested.connect(self.sort_requested)
        self._header.sectionResized.connect(self._remember_widths)
        look = the_look()
        if look is not None:
            look.changed.connect(self._renew)

    # --- doing ---------------------------------------------------------------------------------

    def _renew(self) -> None:
        sizes = theme().sizes
        self._widen(sizes.of(_UNIT))
        self._delegate.renew()
        self.view.setMinimumHeight(sizes.of(36) + self._least_rows * sizes.row)
        self.view.verticalHeader().setDefaultSectionSize(
            sizes.tall_row if self._tall else sizes.row
        )
        self.view.viewport().update()

    def _widen(self, unit: int) -> None:
        """Let the columns follow the size of the letters; widths are kept as of 100 %."""
        before, self._unit = self._unit, unit
        if unit == before:
            return
        widths = [self.view.columnWidth(at) for at in range(len(self.model.columns))]
        for at, width in enumerate(widths):
            self.view.setColumnWidth(at, round(width * unit / before))
        self._stretch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    def _stretch(self) -> None:
        """Give the stretching column what is left; too little, and the table scrolls sideways."""
        columns = self.model.columns
        stretching = next((at for at, column in enumerate(columns) if column.stretch), None)
        if stretching is None:
            return
        taken = sum(self.view.columnWidth(at) for at in range(len(columns)) if at != stretching)
        least = theme().sizes.of(_LEAST)
        narrow = self.width() - taken < least
        mode = QHeaderView.ResizeMode
        self._header.setSectionResizeMode(stretching, mode.Interactive if narrow else mode.Stretch)
        if narrow:
            self.view.setColumnWidth(stretching, least)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.model.id_at(index.row()))

    def _hover(self, at: int) -> None:
        if at != self._delegate.hovered:
            self._delegate.hovered = at
            self.view.viewport().update()

    def _selected_places(self) -> list[int]:
        """Read ranges, not rows: with 100,000 rows selected a list of them takes seconds."""
        chosen = self.view.selectionModel().selection()
        ranges = [chosen.at(place) for place in range(chosen.count())]
        return sorted({at for one in ranges for at in range(one.top(), one.bottom() + 1)})

    def _keeping_selection(self, renew: Callable[[], None]) -> None:
        kept = self.selected_ids()
        top = self.view.verticalScrollBar().value()
        renew()
        places = [at for at in map(self.model.place_of, kept[:200]) if at >= 0]
        if places:
            flag = QItemSelectionModel.SelectionFlag
            chosen = self.view.selectionModel()
            chosen.setCurrentIndex(self.model.index(places[0], 0), flag.NoUpdate)
            for at in places:
                chosen.select(self.model.index(at, 0), flag.Select | flag.Rows)
            self.view.verticalScrollBar().setValue(top)

    def _show_emptiness(self) -> None:
        self._empty.setVisible(self.model.rowCount() == 0)

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        for action in self._actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        menu.addSeparator()
        copying = menu.addAction("复制", self.copy)
        copying.setEnabled(bool(self._selected_places()))
        menu.exec(self.view.viewport().mapToGlobal(at))
        menu.deleteLater()

    def _remember_widths(self) -> None:
        if self._memory is not None:
            columns = range(len(self.model.columns))
            widths = [round(self.view.columnWidth(at) * _UNIT / self._unit) for at in columns]
            self._memory.keep(f"widths/{self._name}", widths)

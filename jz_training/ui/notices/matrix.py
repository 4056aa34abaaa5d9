"""A table whose columns depend on what it shows, and whose cells can be asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from jz_training.ui.style.look import theme
from jz_training.ui.widgets.table import Column, Table

Row = TypeVar("Row")

#: The header and a little room for the sideways scroll bar, in pixels at 100 %.
_AROUND = 52
_LEAST_ROWS = 2


class Matrix(QWidget, Generic[Row]):
    """Shows all its rows at once; the page around it scrolls.

    Signals: asked(object, int): the row and the column of a cell that was clicked, or that has the
    cursor when Enter is pressed.
    """

    asked = Signal(object, int)

    def __init__(self, name: str, *, label: str, empty: str, tall: bool = False) -> None:
        super().__init__()
        self._name, self._label, self._empty, self._tall = name, label, empty, tall
        self._keys: tuple[tuple[str, str], ...] | None = None
        self.table: Table[Any] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_matrix(self, columns: Sequence[Column[Row]], rows: Sequence[Row]) -> None:
        """Show other rows, under other columns where these have changed."""
        keys = tuple((column.key, f"{column.title} {column.tip}") for column in columns)
        if self.table is None or keys != self._keys:
            self._keys = keys
            self._renew(columns)
        if self.table is not None:
            self.table.model.columns = tuple(columns)  # the cells may look at other rows
            self.table.show_rows(rows)
            self._fit(len(rows))

    # --- construction --------------------------------------------------------------------------

    def _renew(self, columns: Sequence[Column[Row]]) -> None:
        old = self.table
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        made: Table[Any] = Table(self._name, columns, label=self._label, tall=self._tall)
        made.set_empty(self._empty)
        view = made.view
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.clicked.connect(self._ask)
        view.activated.connect(self._ask)
        self.table = made
        self._column.addWidget(made)
        self.setFocusProxy(made)

    def _fit(self, rows: int) -> None:
        sizes = theme().sizes
        height = sizes.tall_row if self._tall else sizes.row
        if self.table is not None:
            self.table.view.setMinimumHeight(0)
            self.table.setFixedHeight(sizes.of(_AROUND) + max(_LEAST_ROWS, rows) * height)

    # --- asking --------------------------------------------------------------------------------

    def _ask(self, at: QModelIndex) -> None:
        row = self.table.model.row_at(at.row()) if self.table is not None else None
        if row is not None:
            self.asked.emit(row, at.column())

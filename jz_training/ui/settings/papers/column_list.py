"""The columns of a list: ticked, renamed in place, put in order by dragging or with Alt+↑ and ↓."""

from __future__ import annotations

from collections.abc import Set

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from jz_training.domain.paper_style import ColumnLayout, PaperLayout
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import dress, literal_tip

_KEY = int(Qt.ItemDataRole.UserRole)
_OURS = _KEY + 1
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ColumnList(QListWidget):
    """Shows every column of a list; those ticked are on the paper, in this order.

    Signals: arranged() after each change the user made.
    """

    arranged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._needed: Set[str] | None = None
        dress(self, "columns")
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(self._follow)
        self.model().rowsMoved.connect(lambda *_: self.arranged.emit())

    def show_layout(
        self, layout: PaperLayout, ours: PaperLayout, *, needed: Set[str] | None = None
    ) -> None:
        """Show the columns a layout has, then those it leaves out, unticked.

        `needed` are keys that cannot be left out; with it the others can, and nothing is named or
        moved: the columns stand as ours.
        """
        self._needed = needed
        self.setDragEnabled(needed is None)
        place = self.currentRow()
        headings = {one.key: one.heading for one in ours.columns}
        shown = [one for one in layout.columns if one.key in headings] or list(ours.columns)
        keys = {one.key for one in shown}
        left_out = [one for one in ours.columns if one.key not in keys]
        if needed is not None:
            shown, left_out = list(ours.columns), []
        self.blockSignals(True)
        self.clear()
        for column in (*shown, *left_out):
            item = _item(column, headings[column.key], ticked=column.key in keys)
            if needed is not None:
                _only_ticked(item, needed=column.key in needed)
            self.addItem(item)
        self.setCurrentRow(min(max(place, 0), self.count() - 1))
        self.blockSignals(False)

    def value(self) -> tuple[ColumnLayout, ...]:
        """Return the columns ticked, in order, under their headings."""
        items = [self.item(at) for at in range(self.count())]
        return tuple(
            ColumnLayout(key=item.data(_KEY), heading=item.text()) for item in items if _on(item)
        )

    def shift(self, step: int) -> None:
        """Move the current column up (-1) or down (1)."""
        at = self.currentRow()
        if self._needed is not None or at < 0 or not 0 <= at + step < self.count():
            return
        self.blockSignals(True)
        self.insertItem(at + step, self.takeItem(at))
        self.setCurrentRow(at + step)
        self.blockSignals(False)
        self.arranged.emit()

    def rename(self) -> None:
        """Edit the heading of the current column in place (F2)."""
        item = self.currentItem()
        if item is not None and item.flags() & Qt.ItemFlag.ItemIsEditable:
            self.editItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _MOVES.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shift(step)
        else:
            super().keyPressEvent(event)

    def _follow(self, item: QListWidgetItem) -> None:
        """Take a tick or a heading; an empty heading is ours again, the last tick stays."""
        self.blockSignals(True)
        item.setText(" ".join(item.text().split()) or item.data(_OURS))
        if not self.value():
            item.setCheckState(Qt.CheckState.Checked)
        _tell_ours(item)
        self.blockSignals(False)
        self.arranged.emit()


def _item(column: ColumnLayout, ours: str, *, ticked: bool) -> QListWidgetItem:
    item = QListWidgetItem(column.heading or ours)
    item.setData(_KEY, column.key)
    item.setData(_OURS, ours)
    item.setFlags(
        Qt.ItemFlag.ItemIsEnabled
        | Qt.ItemFlag.ItemIsSelectable
        | Qt.ItemFlag.ItemIsEditable
        | Qt.ItemFlag.ItemIsUserCheckable
        | Qt.ItemFlag.ItemIsDragEnabled
    )
    item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    item.setSizeHint(QSize(0, theme().sizes.of(28)))
    _tell_ours(item)
    return item


def _only_ticked(item: QListWidgetItem, *, needed: bool) -> None:
    """Let a column be left out, or nothing at all where it is needed."""
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    item.setFlags(flags if needed else flags | Qt.ItemFlag.ItemIsUserCheckable)
    if needed:
        item.setForeground(QColor(theme().roles.faint))


def _tell_ours(item: QListWidgetItem) -> None:
    ours = item.data(_OURS)
    words = "" if item.text() == ours else literal_tip(f"原名：{ours}")
    item.setData(Qt.ItemDataRole.ToolTipRole, words)


def _on(item: QListWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked

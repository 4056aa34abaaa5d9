"""The tree of units with tick boxes: a ticked unit means all the units below it as well."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from jz_training.domain.roster import UnitRow

_ID = Qt.ItemDataRole.UserRole

#: More units than this scroll in the field; fewer make it just as high as they are.
_MOST_ROWS = 14

_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class UnitTicks(QTreeWidget):
    """Ticks units. No tick at all means every unit.

    Signals: ticked() when the user changed something.
    """

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._items: dict[UUID, QTreeWidgetItem] = {}
        self._filling = False
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(20)
        self.setAccessibleName("单位范围")
        self.itemChanged.connect(self._tell)

    def show_units(self, units: Sequence[UnitRow]) -> None:
        """Show the tree; what was ticked stays ticked."""
        ticked = self.value()
        self._filling = True
        self.clear()
        self._items = {unit.id: _item(unit) for unit in units}
        for unit in units:
            above = self._items.get(unit.parent_id) if unit.parent_id else None
            if above is None:
                self.addTopLevelItem(self._items[unit.id])
            else:
                above.addChild(self._items[unit.id])
        self.setRootIsDecorated(any(unit.parent_id in self._items for unit in units))
        self.expandAll()
        self._filling = False
        self.set_value(ticked)
        self._fit()

    def value(self) -> tuple[UUID, ...]:
        """Return the topmost units that are ticked whole; empty when all or none are."""
        found: list[UUID] = []
        tops = [self.topLevelItem(at) for at in range(self.topLevelItemCount())]
        for item in tops:
            if item is not None:
                _collect(item, found)
        whole = all(item is not None and item.checkState(0) is _CHECKED for item in tops)
        return () if whole else tuple(found)

    def set_value(self, units: Sequence[UUID]) -> None:
        """Tick some units without telling about it."""
        self._filling = True
        for item in self._items.values():
            if item.childCount() == 0:
                item.setCheckState(0, _UNCHECKED)
        for unit in units:
            if unit in self._items:
                _tick(self._items[unit])
        self._filling = False

    def tick(self, unit: UUID, *, on: bool = True) -> None:
        """Tick one unit as the user would."""
        self._items[unit].setCheckState(0, _CHECKED if on else _UNCHECKED)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def _fit(self) -> None:
        rows = max(1, min(_MOST_ROWS, len(self._items)))
        self.setFixedHeight(rows * max(1, self.sizeHintForRow(0)) + 2 * self.frameWidth() + 8)

    def _tell(self, item: QTreeWidgetItem, column: int) -> None:
        if not self._filling and column == 0:
            self.ticked.emit()


def _item(unit: UnitRow) -> QTreeWidgetItem:
    item = QTreeWidgetItem([f"{unit.name}　{unit.people} 人" if unit.people else unit.name])
    item.setData(0, _ID, unit.id)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
    item.setCheckState(0, _UNCHECKED)
    return item


def _tick(item: QTreeWidgetItem) -> None:
    if item.childCount() == 0:
        item.setCheckState(0, _CHECKED)
    for below in _below(item):
        _tick(below)


def _collect(item: QTreeWidgetItem, found: list[UUID]) -> None:
    if item.checkState(0) is _CHECKED:
        found.append(item.data(0, _ID))
        return
    for below in _below(item):
        _collect(below, found)


def _below(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    children = (item.child(at) for at in range(item.childCount()))
    return [child for child in children if child is not None]

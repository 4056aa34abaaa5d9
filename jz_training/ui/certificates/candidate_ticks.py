"""Who may be given a certificate: ticked where there is a right to it, grey with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from jz_training.domain.certificate import CertificateCandidate
from jz_training.labels.certificates import refusal_words
from jz_training.labels.hours import hours_text
from jz_training.ui.style.look import theme

_ID = Qt.ItemDataRole.UserRole
_NAME, _UNIT, _HOURS, _WHY = range(4)
_WIDTHS = {_NAME: 136, _HOURS: 64, _WHY: 208}


class CandidateTicks(QTreeWidget):
    """Ticks persons; who was unticked by hand stays so when the list is read again.

    Signals: ticked() when another number of persons is ticked.
    """

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._untaken: set[UUID] = set()
        self._filling = False
        self.setAccessibleName("人员")
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setHeaderLabels(["姓名", "单位", "学时", "说明"])
        self.headerItem().setTextAlignment(_HOURS, Qt.AlignmentFlag.AlignCenter)
        header = self.header()
        header.setStretchLastSection(False)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, theme().sizes.of(width))
        header.setSectionResizeMode(_UNIT, QHeaderView.ResizeMode.Stretch)
        self.setMinimumHeight(theme().sizes.of(216))
        self.itemChanged.connect(self._note)

    def show_candidates(self, candidates: Sequence[CertificateCandidate]) -> None:
        """Show persons; all who have a right to it are ticked."""
        self._filling = True
        self.clear()
        for each in candidates:
            self.addTopLevelItem(self._item(each))
        self._filling = False
        self.ticked.emit()

    def value(self) -> tuple[UUID, ...]:
        """Return the persons ticked, in the order shown."""
        return tuple(item.data(_NAME, _ID) for item in self._items() if _is_ticked(item))

    def tick_all(self, *, on: bool) -> None:
        """Tick everybody with a right to it, or nobody."""
        for item in self._items():
            if not item.isDisabled():
                item.setCheckState(_NAME, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _items(self) -> list[QTreeWidgetItem]:
        items = (self.topLevelItem(at) for at in range(self.topLevelItemCount()))
        return [item for item in items if item is not None]

    def _item(self, each: CertificateCandidate) -> QTreeWidgetItem:
        hours = hours_text(each.hours) if each.entitled and each.hours is not None else ""
        why = refusal_words(each.refusal, issued=each.issued) if each.refusal else ""
        made_up = "含补学" if each.entitled and each.made_up else ""
        item = QTreeWidgetItem([each.name, each.unit, hours, why or made_up])
        item.setData(_NAME, _ID, each.person_id)
        item.setTextAlignment(_HOURS, Qt.AlignmentFlag.AlignCenter)
        taken = each.entitled and each.person_id not in self._untaken
        item.setCheckState(_NAME, Qt.CheckState.Checked if taken else Qt.CheckState.Unchecked)
        if not each.entitled:
            item.setDisabled(True)
            for column in range(self.columnCount()):  # the sheet of styles colours them as ink
                item.setForeground(column, QColor(theme().roles.faint))
        return item

    def _note(self, item: QTreeWidgetItem, column: int) -> None:
        if self._filling or column != _NAME:
            return
        person: UUID = item.data(_NAME, _ID)
        if _is_ticked(item):
            self._untaken.discard(person)
        else:
            self._untaken.add(person)
        self.ticked.emit()


def _is_ticked(item: QTreeWidgetItem) -> bool:
    return not item.isDisabled() and item.checkState(_NAME) is Qt.CheckState.Checked

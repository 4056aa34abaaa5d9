"""The filters of the list of people, in one line: text, unit, layer, category, shift, retired."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSizePolicy, QWidget

from jz_training.domain.roster import UnitRow
from jz_training.services.people import PeopleQuery
from jz_training.ui.people.unit_tree import UnitBox
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_tip
from jz_training.ui.widgets.word_filter import WordFilter

#: Long enough for the next key, short enough not to be felt.
TYPING_MS = 150


class PeopleFilters(QObject):
    """Holds the filter widgets and tells what they ask for.

    Signals: changed().
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.changed)
        self._make()

    def _make(self) -> None:
        self.text = _TextField()
        self.text.setPlaceholderText("姓名、拼音首字母或电话")
        self.text.setAccessibleName("查找人员")
        self.text.setClearButtonEnabled(True)
        plain_tip(self.text, "查找人员（Ctrl+F）")
        self.text.textChanged.connect(lambda _: self._typing.start())
        self.unit = UnitBox("全部单位", counts=True)
        self.unit.setAccessibleName("单位")
        self.layer, self.category = WordFilter("全部层级"), WordFilter("全部类别")
        self.shift = WordFilter("全部班次")
        self.shift.hide()  # until somebody works in turns
        self.retired = QCheckBox("已停用")
        plain_tip(self.retired, "只看已停用的人员")
        for box in (self.unit, self.layer, self.category, self.shift):
            box.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.retired.toggled.connect(lambda _: self.changed.emit())

    def widgets(self) -> tuple[QWidget, ...]:
        """Return the widgets in their order on the line."""
        return self.text, self.unit, self.layer, self.category, self.shift, self.retired

    def query(self, sort: str) -> PeopleQuery:
        """Return what is asked for."""
        return PeopleQuery(
            text=self.text.text(),
            unit_id=self.unit.value(),
            with_parts=True,
            layer=self.layer.currentData() or "",
            category=self.category.currentData() or "",
            shift=self.shift.currentData() or "",
            retired=self.retired.isChecked(),
            sort=sort,
        )

    @property
    def in_use(self) -> bool:
        """Tell whether anything is filtered."""
        return self.query("unit") != PeopleQuery(with_parts=True)

    def offer(
        self,
        units: Sequence[UnitRow],
        layers: Sequence[str],
        categories: Sequence[str],
        shifts: Sequence[str] = (),
    ) -> None:
        """Offer other choices, keeping what is chosen; shifts where somebody works in turns."""
        self.unit.set_units(units)
        self.layer.offer(layers)
        self.category.offer(categories)
        self.shift.offer(shifts)
        self.shift.setVisible(self.shift.count() > 1)

    def clear(self, *, retired: bool = False, unit_id: UUID | None = None) -> None:
        """Filter by nothing but what is given; told once."""
        for widget in self.widgets():
            widget.blockSignals(True)
        self.text.clear()
        self.unit.set_value(unit_id)
        self.layer.setCurrentIndex(0)
        self.category.setCurrentIndex(0)
        self.shift.setCurrentIndex(0)
        self.retired.setChecked(retired)
        for widget in self.widgets():
            widget.blockSignals(False)
        self._typing.stop()
        self.changed.emit()


class _TextField(QLineEdit):
    """As wide as its hint needs, narrower where the line is full."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().sizes.of(216), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().sizes.of(136), super().minimumSizeHint().height())

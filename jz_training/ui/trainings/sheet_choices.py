"""How the sign-in sheet is printed this time: columns, blank lines, telephones, by unit, lying."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QSpinBox, QVBoxLayout, QWidget

from jz_training.domain.sheet import SheetColumns, SheetOptions
from jz_training.ui.style.text import plain_label, plain_tip
from jz_training.ui.widgets.segmented import Segmented

_COLUMNS = (("auto", "自动"), ("one", "一栏"), ("two", "双栏"))
_MOST_BLANK = 60


class SheetChoices(QWidget):
    """The choices one below the other; those that do nothing for a sheet are hidden.

    Signals: changed() when the user chose something else.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.columns = Segmented(_COLUMNS)
        self.columns.setAccessibleName("栏数")
        self._make_blank()
        self.by_unit = QCheckBox("每个单位单独成页")
        plain_tip(self.by_unit, "便于分发到各单位签到；序号仍按全部名单排列")
        self.lying = QCheckBox("横向打印")
        self.phone = QCheckBox("印联系电话（隐去中间四位）")
        self._lay_out()
        self._connect()
        self.show_parts(0)

    def value(self) -> SheetOptions:
        """Return what is chosen."""
        columns = self.columns.value()
        return SheetOptions(
            columns=None if columns == "auto" else SheetColumns(columns),
            blank_rows=self.blank.value(),
            with_phone=self.phone.isChecked(),
            by_unit=self.by_unit.isChecked(),
            lying=self.lying.isChecked(),
        )

    def show_options(self, options: SheetOptions) -> None:
        """Show options without telling about it."""
        self.blockSignals(True)
        self.columns.set_value(options.columns.value if options.columns else "auto")
        self.blank.setValue(options.blank_rows)
        self.phone.setChecked(options.with_phone)
        self.by_unit.setChecked(options.by_unit)
        self.lying.setChecked(options.lying)
        self.blockSignals(False)

    def show_parts(self, parts: int) -> None:
        """Offer what fits a training of so many parts; one of several has one list on a page."""
        several = parts > 1
        self.lying.setVisible(several)
        for widget in (self._columns_label, self.columns):
            widget.setVisible(not several)

    # --- construction --------------------------------------------------------------------------

    def _make_blank(self) -> None:
        self.blank = QSpinBox()
        self.blank.setRange(0, _MOST_BLANK)
        self.blank.setSuffix(" 行")
        self.blank.setAccessibleName("空白行")
        self.blank.lineEdit().setTextMargins(10, 0, 10, 0)
        plain_tip(self.blank, "留给临时参会的人签名")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._columns_label = plain_label("栏数", "field")
        self._blank_label = plain_label("空白行", "field")
        for widget in (
            self._columns_label, self.columns, self._blank_label, self.blank,
            self.by_unit, self.lying, self.phone,
        ):  # fmt: skip
            column.addWidget(widget)

    def _connect(self) -> None:
        self.columns.chosen.connect(lambda _: self.changed.emit())
        self.blank.valueChanged.connect(lambda _: self.changed.emit())
        for box in (self.by_unit, self.lying, self.phone):
            box.toggled.connect(lambda _: self.changed.emit())
        self.by_unit.toggled.connect(self._show_blank)

    def _show_blank(self, by_unit: bool) -> None:
        """Hide the blank lines of pages of units: these have what is left on them."""
        for widget in (self._blank_label, self.blank):
            widget.setVisible(not by_unit)

"""A small dialog that asks for one day, such as the one on which something was reported."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from jz_training.ui.context import Context
from jz_training.ui.widgets.date_time_field import DateField
from jz_training.ui.widgets.dialog import PlainDialog
from jz_training.ui.widgets.form import Form


class DayDialog(PlainDialog):
    """Asks for a day; today stands there already.

    Signals: chosen(date).
    """

    chosen = Signal(object)

    def __init__(
        self, ctx: Context, parent: QWidget, *, title: str, label: str, value: date | None = None
    ) -> None:
        super().__init__(parent, title=title, verb="保存", width=360)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Form()
        self.day = self.form.add("day", label, DateField(clock=ctx.desk.now), required=True)
        self.day.set_value(value or ctx.desk.now().date())
        self.form.submitted.connect(self.accept)
        self.body.addWidget(self.form)
        self.day.setFocus()

    def accept(self) -> None:
        """Close with the day, unless it cannot be read."""
        day = self.day.value()
        if day is None:
            typed = self.day.text().strip()
            self.form.show_errors({"day": f"没有看懂“{typed}”，可以写成 2026-12-10、12-10 这样。"})
            return
        self.done(QDialog.DialogCode.Accepted)
        self.chosen.emit(day)

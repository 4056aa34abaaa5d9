"""复制为新场次: when the same training is held again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from jz_training.domain.summary import LedgerRow
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.date_time_field import WhenField
from jz_training.ui.widgets.dialog import PlainDialog
from jz_training.ui.widgets.form import Form


class CopyDialog(PlainDialog):
    """Asks for the day and time; a week later is proposed.

    Signals: chosen(datetime): when the copy begins. Its length is that of the original.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget, row: LedgerRow, *, clock: Callable[[], datetime]) -> None:
        super().__init__(parent, title=f"复制“{row.title}”", verb="复制")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Form()
        self.when = self.form.add("when", "新场次的时间", WhenField(clock=clock))
        self.when.end.setReadOnly(True)
        self.when.set_value(row.start + timedelta(days=7), row.end + timedelta(days=7))
        self.body.addWidget(self.form)
        words = "主题、形式、地点、人员安排和应到范围都带过来，名单和考勤不带。"
        self.body.addWidget(plain_label(words, "small", wrap=True))
        self.ready = self._is_ready
        self.form.submitted.connect(self.accept)
        self.accepted.connect(self._tell)
        self.when.setFocus()

    def _is_ready(self) -> bool:
        unreadable = self.when.unreadable()
        if unreadable:
            self.form.show_errors({"when": unreadable})
        return not unreadable

    def _tell(self) -> None:
        when = self.when.value()
        if when is not None:
            self.chosen.emit(when[0])

"""整体移动: another time for one training, and as much later or earlier for the others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from jz_training.ui.style.text import plain_label
from jz_training.ui.trainings.series.series_reading import SeriesMembers
from jz_training.ui.widgets.date_time_field import WhenField
from jz_training.ui.widgets.dialog import PlainDialog
from jz_training.ui.widgets.form import Form
from jz_training.ui.widgets.segmented import Segmented

_ALL, _FOLLOWING = "all", "following"


class MoveSeriesDialog(PlainDialog):
    """Asks for the new time of the training that is open.

    Signals: chosen(timedelta, UUID or None): by how much, and from which training on.
    """

    chosen = Signal(object, object)

    def __init__(
        self, parent: QWidget, series: SeriesMembers, *, clock: Callable[[], datetime]
    ) -> None:
        super().__init__(parent, title="整体移动系列", verb="移动", width=480)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._series = series
        draft = series.training.draft
        self.form = Form()
        self.scope = self.form.add(
            "scope", "移动哪些", Segmented([(_ALL, "整组场次"), (_FOLLOWING, "这一场和以后的")])
        )
        self.when = self.form.add("when", "这一场的新时间", WhenField(clock=clock))
        self.when.end.setReadOnly(True)
        self.when.set_value(draft.start, draft.end)
        self.form.submitted.connect(self.accept)
        self.body.addWidget(self.form)
        words = "其他各场提前或推后同样的时间；已登记、已关闭和已取消的场次不动。"
        self.body.addWidget(plain_label(words, "small", wrap=True))
        self.ready = self._is_ready
        self.accepted.connect(self._tell)
        self.when.setFocus()

    def _by(self) -> timedelta:
        when = self.when.value()
        return when[0] - self._series.training.draft.start if when else timedelta()

    def _is_ready(self) -> bool:
        fault = self.when.unreadable() or ("" if self._by() else "请填写与原来不同的时间。")
        if fault:
            self.form.show_errors({"when": fault})
        return not fault

    def _tell(self) -> None:
        following = self.scope.value() == _FOLLOWING
        self.chosen.emit(self._by(), self._series.training.id if following else None)

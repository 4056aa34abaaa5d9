"""复制系列: the whole series again, from another day on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from jz_training.domain.training import TrainingState
from jz_training.ui.style.text import plain_label
from jz_training.ui.trainings.series.series_reading import SeriesMembers
from jz_training.ui.widgets.date_time_field import DateField
from jz_training.ui.widgets.dialog import PlainDialog
from jz_training.ui.widgets.form import Form


class CopySeriesDialog(PlainDialog):
    """Asks for the day of the first; the same weekday after the last is proposed.

    Signals: chosen(date): the day of the first copy.
    """

    chosen = Signal(object)

    def __init__(
        self, parent: QWidget, series: SeriesMembers, *, clock: Callable[[], datetime]
    ) -> None:
        kept = [one for one in series.members if one.state is not TrainingState.CANCELLED]
        kept = kept or list(series.members)
        super().__init__(parent, title=f"复制系列（{len(kept)} 场）", verb="复制")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first, last = kept[0].draft.start.date(), kept[-1].draft.start.date()
        weeks = (last - first).days // 7 + 1
        self.form = Form()
        self.day = self.form.add("first", "第一场在哪一天", DateField(clock=clock), required=True)
        self.day.set_value(first + timedelta(weeks=weeks))
        self.form.submitted.connect(self.accept)
        self.body.addWidget(self.form)
        words = "各场之间相隔的天数不变；已取消的场次不复制，名单和考勤不带。"
        self.body.addWidget(plain_label(words, "small", wrap=True))
        self.ready = self._is_ready
        self.accepted.connect(lambda: self.chosen.emit(self.day.value()))

    def _is_ready(self) -> bool:
        readable = self.day.value() is not None
        if not readable:
            self.form.show_errors({"first": "请写清日期，如 2026-11-20。"})
        return readable

"""All trainings of a series in order of time."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from jz_training.domain.training import TrainingState, TrainingView
from jz_training.labels import STATES, WEEKDAYS
from jz_training.ui.style.look import theme
from jz_training.ui.style.theme import Tone
from jz_training.ui.trainings.series.series_reading import SeriesMembers
from jz_training.ui.widgets.dialog import PlainDialog
from jz_training.ui.widgets.table import Cell, Column, Table
from jz_training.ui.widgets.when import day_words, time_words

_TONES = {
    TrainingState.PLANNED: Tone.ACCENT,
    TrainingState.CLOSED: Tone.GREEN,
    TrainingState.CANCELLED: Tone.GREY,
}


class SeriesListDialog(PlainDialog):
    """Lists a series; the one that is open is selected.

    Signals: opened(UUID): the training to be opened.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget, series: SeriesMembers, *, now: datetime) -> None:
        title = f"系列：共 {len(series.members)} 场"
        super().__init__(parent, title=title, verb="打开", cancel="关闭", width=640)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table: Table[TrainingView] = Table("series", _columns(now), label=title)
        self.table.setMinimumHeight(theme().sizes.of(320))
        self.table.show_rows(series.members, [one.id for one in series.members])
        self.table.select(series.training.id)
        self.table.opened.connect(lambda _: self.accept())
        self.body.addWidget(self.table, 1)
        self.accepted.connect(self._tell)

    def _tell(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.opened.emit(row.id)


def _columns(now: datetime) -> tuple[Column[TrainingView], ...]:
    def day(one: TrainingView) -> str:
        start = one.draft.start
        return f"{day_words(start.date(), today=now.date())} {WEEKDAYS[start.weekday()]}"

    return (
        Column(key="day", title="日期", cell=day, width=152),
        Column(
            key="time",
            title="时间",
            cell=lambda one: time_words(one.draft.start, one.draft.end, parts=len(one.draft.parts)),
            width=112,
        ),
        Column(key="title", title="主题", cell=lambda one: one.draft.title, stretch=True),
        Column(
            key="state",
            title="状态",
            cell=lambda one: Cell(STATES[one.state], tone=_TONES[one.state]),
            width=88,
        ),
    )

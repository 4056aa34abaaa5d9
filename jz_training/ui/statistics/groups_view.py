"""One grouping of the statistics: its table, and the chart beside it where there is room."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from jz_training import labels
from jz_training.domain.statistics import OF_PERSONS, By, Statistics, StatisticsRow
from jz_training.labels.figures import MADE_UP
from jz_training.labels.statistics import GROUPINGS
from jz_training.ui.context import Context
from jz_training.ui.statistics.chart_view import ChartView
from jz_training.ui.statistics.period_strip import PERSONS, TRAININGS
from jz_training.ui.statistics.statistics_columns import statistics_columns
from jz_training.ui.style.look import theme
from jz_training.ui.widgets.card import scrolled
from jz_training.ui.widgets.table import Table

#: Below this width the table has it all.
_ROOM = 1080
_OPENS = (labels.EXPECTED, labels.PRESENT, labels.LEAVE, labels.ABSENT, labels.UNRECORDED,
          MADE_UP, TRAININGS)  # fmt: skip


class GroupsView(QWidget):
    """Holds a table per grouping and one chart.

    Signals: asked(By, StatisticsRow, str): the rows behind a figure are wanted, by its word.
    """

    asked = Signal(object, object, str)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._tables: dict[By, Table[StatisticsRow]] = {}
        self._stack = QStackedWidget()
        self.chart = ChartView(ctx)
        self._beside = scrolled(self.chart)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().sizes.gap)
        line.addWidget(self._stack, 5)
        line.addWidget(self._beside, 2)

    def table(self, by: By) -> Table[StatisticsRow]:
        """Return the table of a grouping, made when it is first wanted."""
        if by not in self._tables:
            self._tables[by] = self._make_table(by)
            self._stack.addWidget(self._tables[by])
        return self._tables[by]

    def show_found(self, by: By, found: Statistics) -> None:
        """Show one grouping."""
        rows, table = found.tables[by], self.table(by)
        table.show_rows(rows)
        self._stack.setCurrentWidget(table)
        self.chart.show_rows(by, rows)
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        self._beside.setVisible(self.width() >= theme().sizes.of(_ROOM))

    def _make_table(self, by: By) -> Table[StatisticsRow]:
        table: Table[StatisticsRow] = Table(
            f"statistics_{by.value}",
            statistics_columns(by),
            label=f"按{GROUPINGS[by]}",
            memory=self._ctx.memory,
        )
        table.set_empty("这段时间没有场次。")
        table.opened.connect(lambda _: self._ask(by, labels.EXPECTED))
        words = (*_OPENS, PERSONS) if by in OF_PERSONS else _OPENS
        for word in words:
            table.add_action(f"看{word}明细", partial(self._ask, by, word))
        return table

    def _ask(self, by: By, word: str) -> None:
        row = self.table(by).current_row()
        if row is not None:
            self.asked.emit(by, row, word)

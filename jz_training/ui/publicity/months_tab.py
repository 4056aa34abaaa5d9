"""The tab 按月: what each month came to, as a table and as bars; every number opens its rows."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jz_training.domain.outreach import MonthOfOutreach
from jz_training.ui.context import Context
from jz_training.ui.publicity.month_bars import MonthBars
from jz_training.ui.publicity.month_lines import MEASURES, MonthLine, month_columns, month_lines
from jz_training.ui.style.look import theme
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.period_field import ALL, OWN, QUARTER, YEAR, PeriodField
from jz_training.ui.widgets.segmented import Segmented
from jz_training.ui.widgets.table import Table

_WORDS = {key: f"{word}（{unit}）" for key, word, unit in MEASURES}
#: The columns of the table in their order: the first one is the month.
_KEYS = ("", *(key for key, _, _ in MEASURES))


class MonthsTab(QWidget):
    """Shows a period by month.

    Signals: asked(str, date, date): which rows to open – publications or talks – of which days.
    """

    asked = Signal(str, object, object)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._lines: tuple[MonthLine, ...] = ()
        self.period = PeriodField(ctx, keys=(YEAR, QUARTER, ALL, OWN), current=YEAR)
        self.period.chosen.connect(self.refresh)
        self._make_table()
        self._make_bars()
        self._lay_out()

    def refresh(self) -> None:
        """Read the months again."""
        period, outreach = self.period.value(), self._ctx.desk.outreach
        start, end = (period.start, period.end) if period else (None, None)
        self._ctx.work.read(
            lambda: outreach.months(start, end), self._show, owner=self, key="months"
        )

    def open_figure(self, line: MonthLine, key: str) -> None:
        """Ask for the rows behind a number; nothing is behind a nought."""
        if getattr(line, key):
            where = "articles" if key == "publications" else "talks"
            self.asked.emit(where, line.start, line.end)

    # --- construction --------------------------------------------------------------------------

    def _make_table(self) -> None:
        self.table: Table[MonthLine] = Table(
            "months", month_columns(), label="按月", memory=self._ctx.memory
        )
        self.table.set_empty("这段时间没有宣传报道和宣讲。")
        self.table.view.clicked.connect(self._open_cell)
        self.table.opened.connect(lambda _: self._open_row())
        self.table.add_action("看宣传报道", lambda: self._open_as("publications"), keys="Ctrl+B")
        self.table.add_action("看宣讲", lambda: self._open_as("talks"), keys="Ctrl+J")

    def _make_bars(self) -> None:
        choices = [(key, word) for key, word, _ in MEASURES]
        self.measure = Segmented(choices, current="talks")
        self.measure.chosen.connect(lambda _: self._show_bars())
        self.bars = MonthBars()
        self.bars.asked.connect(lambda line: self.open_figure(line, self.measure.value()))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.period)
        head.addStretch(1)
        drawn = Card("按月走势", note="点一根柱看明细")
        drawn.add(self.measure)
        drawn.add(self.bars, 1)
        listed = Card("各月", note="点数字看明细")
        listed.add(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        across = QHBoxLayout()
        across.setSpacing(theme().sizes.gap)
        across.addWidget(listed, 10)
        across.addWidget(drawn, 9)
        column.addLayout(across, 1)

    # --- showing -------------------------------------------------------------------------------

    def _show(self, months: tuple[MonthOfOutreach, ...]) -> None:
        self._lines = month_lines(months)
        self.table.show_rows(self._lines)
        self._show_bars()

    def _show_bars(self) -> None:
        key = self.measure.value()
        self.bars.show_lines(self._lines, key=key, word=_WORDS[key])

    # --- opening -------------------------------------------------------------------------------

    def _open_cell(self, index: QModelIndex) -> None:
        line, key = self.table.model.row_at(index.row()), _KEYS[index.column()]
        if line is not None and key:
            self.open_figure(line, key)

    def _open_row(self) -> None:
        line = self.table.current_row()
        if line is not None:
            self.open_figure(line, "talks" if line.talks else "publications")

    def _open_as(self, key: str) -> None:
        line = self.table.current_row()
        if line is not None:
            self.open_figure(line, key)

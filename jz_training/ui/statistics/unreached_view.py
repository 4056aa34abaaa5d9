"""未参训: people of the roster whom no training of the period reached, told apart."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from jz_training.domain.reach import PersonReach, Unreached
from jz_training.ui.context import Context
from jz_training.ui.statistics.statistics_columns import reach_columns
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.segmented import Segmented
from jz_training.ui.widgets.table import Table

CAME, EXPECTED = "came", "expected"
_WORDS = {CAME: "列入名单但未参加也未补学", EXPECTED: "从未列入名单"}


class UnreachedView(QWidget):
    """Two lists in order of unit and name, one shown at a time.

    Signals: opened(UUID): the page of a person is wanted.
    """

    opened = Signal(object)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.kind = Segmented(list(_WORDS.items()))
        self.tables: dict[str, Table[PersonReach]] = {}
        self._stack = QStackedWidget()
        for key in _WORDS:
            self.tables[key] = self._make_table(ctx, key)
            self._stack.addWidget(self.tables[key])
        self.kind.chosen.connect(lambda key: self._stack.setCurrentWidget(self.tables[key]))
        line = QHBoxLayout()
        line.addWidget(self.kind)
        line.addStretch(1)
        line.addWidget(plain_label("只列在册人员，按单位和姓名排列", "small"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self._stack, 1)

    def show_found(self, found: Unreached) -> None:
        """Show who was left out."""
        for key, people in ((CAME, found.never_came), (EXPECTED, found.never_expected)):
            self.tables[key].show_rows(people)
            self.kind.set_words(key, f"{_WORDS[key]} {len(people)}")

    def _make_table(self, ctx: Context, key: str) -> Table[PersonReach]:
        table: Table[PersonReach] = Table(
            f"unreached_{key}", reach_columns(), label=_WORDS[key], memory=ctx.memory
        )
        if key == EXPECTED:
            table.hide_columns({"expected", "present", "made_up", "hours"})
        table.set_empty("没有这样的人员。")
        table.opened.connect(lambda _: self._open(table))
        return table

    def _open(self, table: Table[PersonReach]) -> None:
        person = table.current_row()
        if person is not None:
            self.opened.emit(person.person_id)

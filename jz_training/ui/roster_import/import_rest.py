"""What of the file is not a person: rows that were skipped, and things to know."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from jz_training.domain.roster_reading import RosterWarning, SkippedRow
from jz_training.labels import SKIP_REASONS, warning_words
from jz_training.ui.memory import Memory
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.card import scrolled
from jz_training.ui.widgets.rows_model import Cell, Column
from jz_training.ui.widgets.table import Table


def make_skipped_table(memory: Memory) -> Table[SkippedRow]:
    """Return the table of rows that were left out, each with its reason."""
    columns: list[Column[SkippedRow]] = [
        Column(key="row", title="行", cell=lambda row: str(row.row), width=64, number=True),
        Column(
            key="sheet",
            title="工作表",
            cell=lambda row: Cell(row.sheet, role="secondary"),
            width=136,
        ),
        Column(key="reason", title="原因", cell=lambda row: SKIP_REASONS[row.reason], width=168),
        Column(
            key="text",
            title="这一行的内容",
            cell=lambda row: Cell(row.text, role="secondary"),
            stretch=True,
        ),
    ]
    table: Table[SkippedRow] = Table("import_skipped", columns, memory=memory)
    table.set_empty("没有跳过的行。")
    return table


class WarningsList(QWidget):
    """The warnings of a reading, in sentences one below the other."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 8, 8, 8)
        self._column.setSpacing(12)
        self.sentences: list[str] = []

    def in_area(self) -> QScrollArea:
        """Return the list in a frame that scrolls."""
        return scrolled(self)

    def show_warnings(self, warnings: Sequence[RosterWarning]) -> None:
        """Show other warnings."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.sentences = [warning_words(warning) for warning in warnings]
        for sentence in self.sentences or ["没有需要提醒的地方。"]:
            self._column.addWidget(_line(sentence))
        self._column.addStretch(1)


def _line(sentence: str) -> QWidget:
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    line.addWidget(plain_label("·", "secondary"))
    line.addWidget(plain_label(sentence, wrap=True), 1)
    return made

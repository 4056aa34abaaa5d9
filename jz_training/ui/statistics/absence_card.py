"""The private hint: who was absent several times in a row. Folded, read only when unfolded."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from jz_training.domain.reach import LEAST_ABSENCES, AbsenceHint
from jz_training.ui.context import Context
from jz_training.ui.statistics.statistics_columns import hint_columns
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.table import Table

_SHOW, _HIDE = "查看", "收起"


class AbsenceCard(Card):
    """Says whom to ask what is the matter; nothing of it is printed or exported (domain.md §8).

    Signals: unfolded(): the hints are to be read; opened(UUID): the page of a person is wanted.
    """

    unfolded = Signal()
    opened = Signal(object)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.body.setContentsMargins(16, 8, 16, 8)
        self._fold = button(_SHOW, "link")
        self._fold.clicked.connect(self._turn)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(plain_label("关心提示", "strong"))
        line.addWidget(
            plain_label(
                f"连续缺席 {LEAST_ABSENCES} 次以上的人员，仅供秘书了解情况，不打印、不导出", "small"
            )
        )
        line.addStretch(1)
        line.addWidget(self._fold)
        self.add(line)
        self.table: Table[AbsenceHint] = Table(
            "absence_hints", hint_columns(), label="关心提示", memory=ctx.memory, least_rows=3
        )
        self.table.set_empty("没有连续缺席的人员。")
        self.table.opened.connect(lambda _: self._open())
        self.table.hide()
        self.add(self.table)

    @property
    def is_open(self) -> bool:
        """Tell whether the hints are shown."""
        return not self.table.isHidden()

    def show_hints(self, hints: tuple[AbsenceHint, ...]) -> None:
        """Show the hints, in order of unit and name."""
        self.table.show_rows(hints)

    def unfold(self) -> None:
        """Show the hints and ask for them."""
        self._show_table(True)
        self.unfolded.emit()

    def fold(self) -> None:
        """Put the hints away."""
        self._show_table(False)
        self.table.show_rows(())

    def _turn(self) -> None:
        if self.is_open:
            self.fold()
        else:
            self.unfold()

    def _show_table(self, shown: bool) -> None:
        self.table.setVisible(shown)
        self._fold.setText(_HIDE if shown else _SHOW)

    def _open(self) -> None:
        hint = self.table.current_row()
        if hint is not None:
            self.opened.emit(hint.person_id)

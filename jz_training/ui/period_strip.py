"""The figures of a period: 场次, then 人次, then 人数; never mixed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jz_training.domain.summary import LedgerRow, PeriodSummary
from jz_training.domain.training import TrainingState
from jz_training.ui.look import theme
from jz_training.ui.stat_strip import Figure, StatStrip

TRAININGS, PERSONS, HOURS = "场次", "参加人数", "学时"


class PeriodStrip(QWidget):
    """Shows the figures; each can be clicked.

    Signals: asked(str): the word of the figure.
    """

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.trainings = self._figure(TRAININGS)
        self.strip = StatStrip(opens=True)
        self.strip.asked.connect(self.asked)
        self.persons = self._figure(PERSONS)
        self.hours = Figure(HOURS)
        self.hours.colour("ink")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.trainings)
        line.addWidget(self.strip, 1)
        line.addWidget(self.persons)
        line.addWidget(self.hours)

    def show_summary(self, summary: PeriodSummary) -> None:
        """Show the figures of a period."""
        self.trainings.show_value(str(len(held(summary))))
        self.strip.show_tally(summary.ledger.total)
        persons = summary.persons
        self.persons.show_value(f"{persons.part}/{persons.whole}")
        self.hours.show_value(f"{summary.hours.normalize():f}" if summary.hours else "0")

    def _figure(self, word: str) -> Figure:
        figure = Figure(word)
        figure.colour("ink")
        figure.setMinimumWidth(theme().sizes.of(104))
        figure.open_with(lambda: self.asked.emit(word))
        return figure


def held(summary: PeriodSummary) -> tuple[LedgerRow, ...]:
    """Return the trainings of a period that were not cancelled."""
    cancelled = TrainingState.CANCELLED
    return tuple(row for row in summary.ledger.rows if row.state is not cancelled)

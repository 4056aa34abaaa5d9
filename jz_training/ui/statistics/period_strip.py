"""The figures of a period: 场次, then 人次, then 人数; never mixed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jz_training.domain.summary import PeriodSummary
from jz_training.ui.style.look import theme
from jz_training.ui.widgets.stat_strip import Figure, StatStrip

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
        ledger = summary.ledger
        self.trainings.show_value(str(len(ledger.held)))
        self.strip.show_tally(ledger.total, ledger.settled.rate)
        persons = summary.persons
        self.persons.show_value(f"{persons.part}/{persons.whole}")
        self.hours.show_value(f"{summary.hours.normalize():f}" if summary.hours else "0")

    def _figure(self, word: str) -> Figure:
        figure = Figure(word)
        figure.colour("ink")
        figure.setMinimumWidth(theme().sizes.of(104))
        figure.open_with(lambda: self.asked.emit(word))
        return figure

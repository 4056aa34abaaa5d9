"""The figures of a filter: 场次, then 人次, then 人数; never mixed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jz_training.documents.columns import in_words
from jz_training.domain.statistics import PersonFigures, StatisticsRow
from jz_training.labels import rate_words
from jz_training.labels.figures import COVERAGE, MADE_UP
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_tip
from jz_training.ui.widgets.filled_flow import FilledFlow
from jz_training.ui.widgets.stat_strip import Figure, StatStrip

TRAININGS, PERSONS, HOURS, PER_HEAD = "场次", "参加人数", "学时", "人均学时"


class PeriodStrip(QWidget):
    """Shows the figures; each can be clicked.

    Signals: asked(str): the word of the figure.
    """

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.trainings = self._figure(TRAININGS, "已召开、未取消的场次")
        self.strip = StatStrip(opens=True)
        self.strip.asked.connect(self.asked)
        self.made_up = self._figure(MADE_UP, "缺席或请假后已经补学的人次")
        self.coverage = self._figure(COVERAGE, "实到加补学占应到的比例，只算记录完整的场次")
        self.persons = self._figure(PERSONS, "参加过的人数 / 应参加的人数，每人只计一次")
        self.hours = self._figure(HOURS, "参加和补学得到的学时合计")
        self.per_head = self._figure(PER_HEAD, "学时合计 ÷ 应参加人数")
        self._lay_out()

    def show_total(self, total: StatisticsRow) -> None:
        """Show the figures of all together."""
        persons = total.persons or PersonFigures()
        self.trainings.show_value(str(total.trainings))
        self.strip.show_tally(total.tally, total.rate)
        self.made_up.show_value(str(total.tally.made_up))
        self.coverage.show_value(rate_words(total.coverage))
        self.persons.show_value(f"{persons.came}/{persons.expected}")
        self.hours.show_value(in_words(persons.all_hours))
        self.per_head.show_value("—" if persons.per_head is None else in_words(persons.per_head))

    def _lay_out(self) -> None:
        """Put them on one line, or on two where large letters leave no room."""
        of = theme().sizes.of
        line = FilledFlow(spacing=0)
        self.setLayout(line)
        line.put(self.trainings, least=of(72), grow=1)
        line.put(self.strip, least=of(388), grow=6)
        for figure, least in (
            (self.made_up, 72), (self.coverage, 88), (self.persons, 112), (self.hours, 72),
            (self.per_head, 72),
        ):  # fmt: skip
            line.put(figure, least=of(least), grow=1)

    def _figure(self, word: str, tip: str) -> Figure:
        figure = Figure(word)
        figure.colour("ink")
        figure.open_with(lambda: self.asked.emit(word))
        plain_tip(figure, tip)
        return figure

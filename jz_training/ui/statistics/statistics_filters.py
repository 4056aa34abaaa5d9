"""The filters of the statistics in one line: period, unit, notice, form, layer, category."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from jz_training import labels
from jz_training.domain.notice import NoticeRow
from jz_training.domain.roster import UnitRow
from jz_training.domain.statistics import StatisticsFilter
from jz_training.domain.training import TrainingForm
from jz_training.ui.context import Context
from jz_training.ui.people.unit_tree import UnitBox
from jz_training.ui.widgets.notice_box import NoticeBox
from jz_training.ui.widgets.period_field import MONTH, OWN, QUARTER, YEAR, PeriodField
from jz_training.ui.widgets.word_box import WordBox
from jz_training.ui.widgets.word_filter import WordFilter


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterChoices:
    """What the boxes offer."""

    units: tuple[UnitRow, ...]
    notices: tuple[NoticeRow, ...]
    layers: tuple[str, ...]
    categories: tuple[str, ...]


class StatisticsFilters(QObject):
    """Holds the boxes and tells what they ask for.

    Signals: changed().
    """

    changed = Signal()

    def __init__(self, ctx: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.period = PeriodField(ctx, keys=(MONTH, QUARTER, YEAR, OWN), current=YEAR)
        self.unit = UnitBox("全部单位")
        self.notice = NoticeBox("全部通知")
        self.form: WordBox[TrainingForm] = WordBox(labels.FORMS, ctx.work, everything="全部形式")
        self.layer, self.category = WordFilter("全部层级", least=5), WordFilter("全部类别", least=5)
        self.period.chosen.connect(self.changed)
        named = {self.unit: "单位", self.notice: "通知", self.form: "形式",
                 self.layer: "层级", self.category: "类别"}  # fmt: skip
        for box, name in named.items():
            box.setAccessibleName(name)
            box.currentIndexChanged.connect(lambda _: self.changed.emit())

    def widgets(self) -> tuple[QWidget, ...]:
        """Return the widgets in their order on the line."""
        return self.period, self.unit, self.notice, self.form, self.layer, self.category

    def value(self) -> StatisticsFilter | None:
        """Return what is asked for; None while the period is incomplete."""
        period, form = self.period.value(), self.form.value()
        if period is None:
            return None
        return StatisticsFilter(
            start=period.start,
            end=period.end,
            unit_id=self.unit.value(),
            notice_id=self.notice.value(),
            forms=(form,) if form is not None else (),
            layers=_one(self.layer.value()),
            categories=_one(self.category.value()),
        )

    def offer(self, choices: FilterChoices) -> None:
        """Offer other choices, keeping what is chosen."""
        self.unit.set_units(choices.units)
        self.notice.set_notices(choices.notices)
        self.layer.offer(choices.layers)
        self.category.offer(choices.categories)


def _one(word: str) -> tuple[str, ...]:
    return (word,) if word else ()

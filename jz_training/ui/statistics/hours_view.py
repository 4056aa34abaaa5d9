"""学时: how far the people of each unit are with a requirement, each number with its people."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from jz_training.documents.columns import in_words
from jz_training.domain.hours import HoursRequirement
from jz_training.domain.reach import HoursStanding, Standing, StandingRow
from jz_training.domain.statistics import By
from jz_training.labels.statistics import NAMELESS, STANDINGS, own_name
from jz_training.ui.context import Context
from jz_training.ui.statistics.behind_figures import BehindFigures
from jz_training.ui.statistics.statistics_columns import standing_columns
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.widgets.table import Table

_NO_REQUIREMENT = "还没有学时要求，无法比较是否达到。"


class HoursView(QWidget):
    """A choice of requirement, three figures, and a line for each unit.

    Signals: chosen(): another requirement is meant; setting_up(): one is to be entered.
    """

    chosen = Signal()
    setting_up = Signal()

    def __init__(self, ctx: Context, behind: BehindFigures) -> None:
        super().__init__()
        self._behind = behind
        self._found: HoursStanding | None = None
        self._wanted: tuple[HoursRequirement, ...] = ()
        self.box = QComboBox()
        self.box.setAccessibleName("学时要求")
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.box.currentIndexChanged.connect(lambda _: self.chosen.emit())
        self.note = plain_label("", "small", wrap=True)
        self.counts: dict[Standing, QPushButton] = {
            standing: button("", "link") for standing in Standing
        }
        self._make_table(ctx)
        self._lay_out()

    def offer(self, wanted: tuple[HoursRequirement, ...]) -> None:
        """Offer requirements, keeping the choice, without telling about it."""
        kept = self.box.currentText()
        self._wanted = wanted
        self.box.blockSignals(True)
        self.box.clear()
        for one in wanted:
            self.box.addItem(one.name)
        self.box.setCurrentIndex(max(0, self.box.findText(kept)))
        self.box.blockSignals(False)
        self._top.setVisible(bool(wanted))
        if wanted:
            self.table.set_empty("没有要达到这个要求的人员。")
        else:
            self.table.set_empty(_NO_REQUIREMENT, verb="去设置", act=self.setting_up.emit)

    def requirement(self) -> HoursRequirement | None:
        """Return the requirement chosen."""
        at = self.box.currentIndex()
        return self._wanted[at] if 0 <= at < len(self._wanted) else None

    def show_found(self, found: HoursStanding | None) -> None:
        """Show how far everybody is; None while there is no requirement."""
        self._found = found
        self.table.show_rows(found.units if found is not None else ())
        if found is None:
            return
        for standing, made in self.counts.items():
            count = sum(getattr(row, standing.value) for row in found.units)
            made.setText(f"{STANDINGS[standing]} {count} 人")
        self.note.setText(_sentence(found))

    # --- construction --------------------------------------------------------------------------

    def _make_table(self, ctx: Context) -> None:
        self.table: Table[StandingRow] = Table(
            "statistics_hours", standing_columns(), label="各单位学时", memory=ctx.memory
        )
        self.table.opened.connect(lambda _: self._open_unit(None))
        self.table.add_action("看全部人员", lambda: self._open_unit(None))
        for standing in Standing:
            self.table.add_action(
                f"看{STANDINGS[standing]}的人员", partial(self._open_unit, standing)
            )
            self.counts[standing].clicked.connect(
                lambda _=False, standing=standing: self._open_all(standing)
            )

    def _lay_out(self) -> None:
        self._top = QWidget()
        line = QHBoxLayout(self._top)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(self.box)
        for made in self.counts.values():
            line.addWidget(made)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._top)
        column.addWidget(self.note)
        column.addWidget(self.table, 1)

    # --- opening -------------------------------------------------------------------------------

    def _open_unit(self, standing: Standing | None) -> None:
        row = self.table.current_row()
        if row is not None and self._found is not None:
            name = own_name(row.name) if row.itself else row.name or NAMELESS[By.UNIT]
            chosen = self._found.of_unit(row)
            self._behind.open_hours(chosen, self._found.requirement, standing, about=f"{name}　")

    def _open_all(self, standing: Standing) -> None:
        if self._found is not None:
            self._behind.open_hours(self._found.filter, self._found.requirement, standing)


def _sentence(found: HoursStanding) -> str:
    wanted = found.requirement
    years = (
        f"{found.last_year} 年"
        if found.first_year == found.last_year
        else f"{found.first_year} 至 {found.last_year} 年"
    )
    online = "线上学习" if wanted.online else ""
    who = "、".join((*wanted.layers, *wanted.categories)) or "全部人员"
    words = (
        f"{years}，{who}，{online}不少于 {in_words(wanted.hours)} 学时，在册人员按现在的单位统计"
    )
    return f"{words}；依据：{wanted.basis}" if wanted.basis else f"{words}。"

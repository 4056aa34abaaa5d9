"""The preview of an import: the columns, the people by what they were taken for, the rest."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from jz_training.domain.roster_reading import Decision, Likeness, RosterReading
from jz_training.labels import LIKENESS
from jz_training.ui.context import Context
from jz_training.ui.roster_import.import_columns import ColumnsCard
from jz_training.ui.roster_import.import_detail import LineDetail
from jz_training.ui.roster_import.import_plan import ImportPlan
from jz_training.ui.roster_import.import_rest import WarningsList, make_skipped_table
from jz_training.ui.roster_import.import_table import make_lines_table
from jz_training.ui.roster_import.import_words import DECISIONS
from jz_training.ui.style.look import theme
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.tabs import TabLine

_TABS = (
    ("all", "全部"),
    *((likeness.value, word) for likeness, word in LIKENESS.items()),
    ("skipped", "跳过的行"),
    ("warnings", "提示"),
)


class PreviewStep(QWidget):
    """Shows a reading beside what is stored and takes the user's decisions.

    Signals: columns_changed() when a column was taken for something else; decided().
    """

    columns_changed = Signal()
    decided = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self.plan = ImportPlan(())
        self._make()
        self._connect()

    def show_preview(self, reading: RosterReading, plan: ImportPlan, *, fresh: bool) -> None:
        """Show a reading; a `fresh` one opens where a decision is needed."""
        self.plan = plan
        self.columns.show_columns(reading.columns)
        self.columns.say("")
        self.skipped.show_rows(reading.skipped, list(range(len(reading.skipped))))
        self.warnings.show_warnings(reading.warnings)
        self._show_counts(reading)
        if fresh:
            self.table.show_rows((), ())  # the selection belonged to what was read before
            self.tabs.choose(Likeness.DOUBTFUL.value if plan.undecided else "all")
        self._show_tab(self.tabs.current)

    # --- construction --------------------------------------------------------------------------

    def _make(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().sizes.gap)
        self.columns = ColumnsCard()
        column.addWidget(self.columns)
        self.tabs = TabLine(_TABS)
        column.addWidget(self.tabs)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._make_people())
        self.skipped = make_skipped_table(self._ctx.memory)
        self.warnings = WarningsList()
        for part in (self.skipped, self.warnings.in_area()):
            card = Card()
            card.add(part, 1)
            self._pages.addWidget(card)
        column.addWidget(self._pages, 1)

    def _make_people(self) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().sizes.gap)
        self.table = make_lines_table(lambda: self.plan, self._ctx.memory)
        self.table.set_empty("这一类没有人。")
        card = Card()
        card.add(self.table, 1)
        self.detail = LineDetail()
        line.addWidget(card, 1)
        line.addWidget(self.detail)
        return holder

    def _connect(self) -> None:
        self.columns.changed.connect(self.columns_changed)
        self.tabs.chosen.connect(self._show_tab)
        self.detail.decided.connect(self.decide)
        self.table.selection_changed.connect(self._show_detail)
        self.table.view.selectionModel().currentChanged.connect(lambda *_: self._show_detail())
        for keys, (decision, word) in enumerate(DECISIONS.items(), 1):
            self.table.add_action(word, self._decider(decision), keys=str(keys))

    def _decider(self, decision: Decision) -> Callable[[], None]:
        return lambda: self.decide(decision)

    # --- showing -------------------------------------------------------------------------------

    def _show_counts(self, reading: RosterReading) -> None:
        self.tabs.set_count("all", len(self.plan.lines))
        for likeness, places in self.plan.places.items():
            self.tabs.set_count(likeness.value, len(places))
        self.tabs.set_count("skipped", len(reading.skipped))
        self.tabs.set_count("warnings", len(reading.warnings))

    def _show_tab(self, key: str) -> None:
        if key in ("skipped", "warnings"):
            self._pages.setCurrentIndex(1 if key == "skipped" else 2)
            return
        self._pages.setCurrentIndex(0)
        whole = range(len(self.plan.lines))
        places = whole if key == "all" else self.plan.places[Likeness(key)]
        self.table.show_rows(places, places)
        if len(places) and not self.table.selected_ids():
            self._go_to(self._first(key))
        self.table.view.scrollTo(self.table.view.currentIndex())
        self._show_detail()

    def _first(self, key: str) -> int:
        """Return the place to begin at: the first line that needs a decision."""
        open_one = self.plan.next_undecided(-1)
        if open_one is not None and key in ("all", Likeness.DOUBTFUL.value):
            return open_one
        return 0 if key == "all" else self.plan.places[Likeness(key)][0]

    def _show_detail(self) -> None:
        place = self.table.current_row()
        if place is None or place >= len(self.plan.lines):
            self.detail.show_nothing()
            return
        line = self.plan.lines[place]
        self.detail.show_line(line, self.plan.decision(place))
        self._ctx.work.read(
            lambda: self._ctx.desk.people.rows([UUID(hex=one) for one in line.matches]),
            self.detail.show_matches,
            owner=self,
            key="matches",
        )

    # --- deciding ------------------------------------------------------------------------------

    def decide(self, decision: Decision) -> None:
        """Decide for the selected lines and go on to the next one that is open."""
        places = self.table.selected_ids()
        if not self.plan.decide(places, decision):
            return
        self.table.view.viewport().update()
        following = self.plan.next_undecided(places[-1])
        if following is not None and self._shows_doubtful():
            self._go_to(following)
        self._show_detail()
        self.decided.emit()

    def _shows_doubtful(self) -> bool:
        return self.tabs.current in ("all", Likeness.DOUBTFUL.value)

    def _go_to(self, place: int) -> None:
        at = self.table.model.place_of(place)
        if at < 0:
            return
        flags = QItemSelectionModel.SelectionFlag
        index = self.table.model.index(at, 0)
        self.table.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.table.view.scrollTo(index)

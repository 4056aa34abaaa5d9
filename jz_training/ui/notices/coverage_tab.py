"""覆盖表: which clause reached which layer, and which topic was dealt with where."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jz_training.domain.coverage import ClauseRow, Coverage, TopicRow
from jz_training.domain.evidence import TrainingFact
from jz_training.ui.context import Context
from jz_training.ui.notices.book_exports import save_coverage
from jz_training.ui.notices.coverage_columns import (
    cell_at,
    clause_columns,
    fact_columns,
    topic_columns,
    training_at,
)
from jz_training.ui.notices.matrix import Matrix
from jz_training.ui.notices.notice_tab import NoticeTab
from jz_training.ui.statistics.rows_dialog import RowsDialog
from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button
from jz_training.ui.widgets.card import Card, scrolled
from jz_training.ui.widgets.segmented import Segmented

_ALL = "all"
_NOTE = "格子里是场次和人次，点开可以看到是哪些场次。"


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRead:
    """The coverage with the notice's title and every training it may name."""

    title: str
    coverage: Coverage
    trainings: dict[UUID, TrainingFact]


class CoverageTab(NoticeTab):
    """Both tables of coverage, of one 期 or of all."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._notice_id: UUID | None = None
        self._phase: int | None = None
        self._phases: tuple[int, ...] = ()
        self.shown: CoverageRead | None = None
        self._dialog: RowsDialog | None = None
        self._make_line()
        self._make_tables()
        self._lay_out()

    # --- for the page --------------------------------------------------------------------------

    def show_notice(self, notice_id: UUID) -> None:
        """Show the coverage of a notice, reading it from the desk."""
        if notice_id != self._notice_id:
            self._notice_id, self._phase = notice_id, None
        self.refresh()

    def refresh(self) -> None:
        """Read the coverage again."""
        notice_id, phase, desk = self._notice_id, self._phase, self._ctx.desk
        if notice_id is None:
            return

        def read() -> CoverageRead:
            facts = desk.duties.facts(notice_id)
            return CoverageRead(
                title=desk.notices.get(notice_id).header.title,
                coverage=desk.duties.coverage(notice_id, phase),
                trainings={one.id: one for one in facts.trainings},
            )

        self._ctx.work.read(read, self._show, owner=self, key="coverage")

    # --- construction --------------------------------------------------------------------------

    def _make_line(self) -> None:
        self._line = QHBoxLayout()
        self._line.setSpacing(8)
        self.phase = Segmented(((_ALL, "全部期次"),))
        self._line.addWidget(self.phase)
        self._line.addStretch(1)
        self.export = button("导出 Excel")
        set_icon(self.export, "file-spreadsheet")
        self.export.clicked.connect(lambda: self.save())
        self._line.addWidget(self.export)

    def _make_tables(self) -> None:
        self.clauses: Matrix[ClauseRow] = Matrix(
            "coverage_clauses", label="条款与层级", empty="还没有要求，无从对照。", tall=True
        )
        self.topics: Matrix[TopicRow] = Matrix(
            "coverage_topics",
            label="学习内容与场次",
            empty="通知里没有列出学习内容，可以在“学习内容”类的要求里填写。",
        )
        self.clauses.asked.connect(self._open_cell)
        self.topics.asked.connect(self._open_tick)

    def _lay_out(self) -> None:
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme().sizes.gap)
        for title, note, matrix in (
            ("条款与层级", _NOTE, self.clauses),
            ("学习内容与场次", "✓ 已学，“计划”还没有举办。", self.topics),
        ):
            card = Card(title, note=note)
            card.add(matrix)
            inner.addWidget(card)
        inner.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._line)
        column.addWidget(scrolled(content), 1)

    # --- showing -------------------------------------------------------------------------------

    def _show(self, found: CoverageRead) -> None:
        self.shown = found
        self._offer_phases(found.coverage.phases)
        coverage = found.coverage
        self.clauses.show_matrix(clause_columns(coverage), coverage.clauses)
        columns = topic_columns(coverage, self._ctx.desk.now().date())
        self.topics.show_matrix(columns, coverage.topics)

    def _offer_phases(self, phases: tuple[int, ...]) -> None:
        if phases != self._phases:
            self._phases = phases
            choices = ((_ALL, "全部期次"), *((str(one), f"第{one}期") for one in phases))
            made = Segmented(choices)
            made.setAccessibleName("期次")
            made.chosen.connect(self._choose_phase)
            self._line.replaceWidget(self.phase, made)
            self.phase.hide()
            self.phase.deleteLater()
            self.phase = made
        self.phase.set_value(str(self._phase) if self._phase in phases else _ALL)

    def _choose_phase(self, key: str) -> None:
        self._phase = None if key == _ALL else int(key)
        self.refresh()

    # --- opening -------------------------------------------------------------------------------

    def _open_cell(self, row: ClauseRow, column: int) -> None:
        if self.shown is None:
            return
        layer, cell = cell_at(self.shown.coverage, row, column)
        known = self.shown.trainings
        rows = [known[one] for one in cell.trainings if one in known]
        if rows:
            title = "　".join(
                part for part in (row.heading or row.path or "（无条款）", layer) if part
            )
            self._show_rows(title, rows)

    def _show_rows(self, title: str, rows: list[TrainingFact]) -> None:
        """Show the trainings behind a cell; a double click comes here twice, but opens once."""
        if self._dialog is not None:
            return
        today = self._ctx.desk.now().date()
        dialog = RowsDialog(self, title=title, columns=fact_columns(lambda: today), rows=rows)
        dialog.lead_on(lambda fact: self._open_training(fact))
        dialog.table.view.clicked.connect(lambda at: dialog.table.view.activated.emit(at))
        dialog.destroyed.connect(lambda: self._forget_dialog())
        dialog.finished.connect(lambda _: self._forget_dialog())
        self._dialog = dialog
        dialog.open()

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _open_tick(self, row: TopicRow, column: int) -> None:
        fact = training_at(self.shown.coverage, row, column) if self.shown else None
        if fact is not None:
            self._open_training(fact)

    def _open_training(self, fact: TrainingFact) -> None:
        self._ctx.open_page("training", training_id=fact.id)

    def save(self) -> None:
        """Save both tables as a workbook."""
        if self._notice_id is not None and self.shown is not None:
            save_coverage(
                self._ctx, self, self._notice_id, title=self.shown.title, phase=self._phase
            )

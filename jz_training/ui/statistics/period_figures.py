"""The rows behind the figures of a period: trainings, lines or persons, each leading on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jz_training import labels
from jz_training.domain.attendance import AttendanceStatus
from jz_training.domain.summary import LedgerRow, PeriodSummary
from jz_training.domain.training import TrainingForm
from jz_training.services.period_lines import Group, PeriodLine, PersonOfPeriod
from jz_training.ui.context import Context
from jz_training.ui.statistics.period_strip import PERSONS
from jz_training.ui.statistics.rows_dialog import RowsDialog
from jz_training.ui.statistics.statistics_columns import (
    line_columns,
    missed_columns,
    person_columns,
)
from jz_training.ui.trainings.trainings_columns import ledger_row_columns
from jz_training.ui.widgets.table import Column

_MISSED = {labels.LEAVE: AttendanceStatus.LEAVE, labels.ABSENT: AttendanceStatus.ABSENT}


class PeriodFigures:
    """Opens what a figure counts."""

    def __init__(self, ctx: Context, owner: QWidget) -> None:
        self._ctx = ctx
        self._owner = owner

    def open_figure(self, summary: PeriodSummary, word: str) -> None:
        """Open a figure of the line on top by its word."""
        if word in _MISSED:
            self._open_missed(summary, word)
        elif word == PERSONS:
            self._read_persons(summary)
        elif word == labels.UNRECORDED:
            rows = [row for row in summary.ledger.held if row.tally.unrecorded]
            self._open_trainings(f"还有未记录的场次 {len(rows)} 场", rows)
        else:
            rows = list(summary.ledger.held)
            self._open_trainings(f"{word}：{len(rows)} 场", rows)

    def open_form(self, summary: PeriodSummary, form: TrainingForm) -> None:
        """Open the trainings of one form."""
        rows = [row for row in summary.ledger.held if row.form is form]
        self._open_trainings(f"{labels.FORMS[form]} {len(rows)} 场", rows)

    def open_group(self, summary: PeriodSummary, group: Group, name: str) -> None:
        """Open the lines of one unit, layer or category."""
        desk, ledger = self._ctx.desk, summary.ledger

        def show(lines: tuple[PeriodLine, ...]) -> None:
            title = f"{name or '未填写'} {len(lines)} 人次"
            self._open(title, line_columns(), lines, lambda line: self._go(line.training_id))

        self._ctx.work.read(
            lambda: desk.lines.of_group(ledger.start, ledger.end, group=group, name=name),
            show,
            owner=self._owner,
            key="behind",
        )

    def _open_missed(self, summary: PeriodSummary, word: str) -> None:
        pairs = [
            (training, row)
            for training, rows in summary.absentees
            for row in rows
            if row.mark.status is _MISSED[word]
        ]
        self._open(
            f"{word} {len(pairs)} 人次",
            missed_columns(),
            pairs,
            lambda pair: self._go(pair[0].training_id),
        )

    def _read_persons(self, summary: PeriodSummary) -> None:
        desk, ledger = self._ctx.desk, summary.ledger

        def show(persons: tuple[PersonOfPeriod, ...]) -> None:
            came = sum(person.reached for person in persons)
            title = f"应参加 {len(persons)} 人，参加或补学过 {came} 人"
            self._open(title, person_columns(), persons, self._go_to_person)

        self._ctx.work.read(
            lambda: desk.lines.of_persons(ledger.start, ledger.end),
            show,
            owner=self._owner,
            key="behind",
        )

    def _open_trainings(self, title: str, rows: Sequence[LedgerRow]) -> None:
        columns = [
            column
            for column in ledger_row_columns(self._ctx.desk.now)
            if column.key not in ("time", "venue", "speaker")
        ]
        self._open(title, columns, rows, lambda row: self._go(row.training_id))

    def _open(
        self,
        title: str,
        columns: Sequence[Column[Any]],
        rows: Sequence[Any],
        act: Callable[[Any], object],
    ) -> None:
        dialog = RowsDialog(self._owner, title=title, columns=columns, rows=rows)
        dialog.lead_on(act)
        dialog.open()

    def _go(self, training_id: UUID) -> None:
        self._ctx.open_page("training", training_id=training_id)

    def _go_to_person(self, person: PersonOfPeriod) -> None:
        self._ctx.open_page("people", person_id=person.person_id)

"""The rows behind the figures: trainings, lines or persons, each leading on to its page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jz_training import labels
from jz_training.domain.attendance import CAME, AttendanceStatus
from jz_training.domain.hours import HoursRequirement
from jz_training.domain.reach import PersonReach, Standing
from jz_training.domain.statistics import StatisticsFilter
from jz_training.domain.summary import LedgerRow
from jz_training.labels.figures import COVERAGE, MADE_UP
from jz_training.labels.statistics import STANDINGS
from jz_training.ui.context import Context
from jz_training.ui.statistics.period_strip import HOURS, PER_HEAD, PERSONS, TRAININGS
from jz_training.ui.statistics.rows_dialog import RowsDialog
from jz_training.ui.statistics.statistics_columns import line_columns, reach_columns
from jz_training.ui.trainings.trainings_columns import ledger_row_columns
from jz_training.ui.widgets.table import Column

if TYPE_CHECKING:
    from jz_training.services.period_lines import PeriodLine

#: So many rows are read and no more; whoever wants them all narrows the filter or exports.
MOST_ROWS = 5000

_STATUSES = {
    labels.EXPECTED: (),
    labels.PRESENT: tuple(sorted(CAME)),
    labels.LEAVE: (AttendanceStatus.LEAVE,),
    labels.ABSENT: (AttendanceStatus.ABSENT,),
    labels.UNRECORDED: (AttendanceStatus.UNRECORDED,),
}
_OF_PERSONS = (PERSONS, HOURS, PER_HEAD)


class BehindFigures:
    """Opens what a figure counts."""

    def __init__(self, ctx: Context, owner: QWidget) -> None:
        self._ctx = ctx
        self._owner = owner

    def open(self, chosen: StatisticsFilter, word: str, *, about: str = "") -> None:
        """Open a figure by its word; `about` names the group it is of."""
        about = f"{about}　" if about else ""
        if word in _OF_PERSONS:
            self._open_persons(chosen, about)
        elif word in (TRAININGS, labels.RATE, COVERAGE):
            self._open_trainings(chosen, about)
        elif word == MADE_UP:
            self._open_lines(chosen, f"{about}{word}", (), made_up=True)
        else:
            self._open_lines(chosen, f"{about}{word}", _STATUSES[word])

    def open_hours(
        self,
        chosen: StatisticsFilter,
        wanted: HoursRequirement,
        standing: Standing | None,
        *,
        about: str = "",
    ) -> None:
        """Open the persons of one standing (None: of any); `about` names their unit."""
        word = STANDINGS[standing] if standing is not None else "学时"
        desk = self._ctx.desk
        self._read(
            lambda: desk.statistics.hours_people(chosen, wanted, standing),
            lambda people: self._show_people(f"{about}{word} {len(people)} 人", people),
        )

    # --- reading -------------------------------------------------------------------------------

    def _open_lines(
        self,
        chosen: StatisticsFilter,
        word: str,
        statuses: tuple[AttendanceStatus, ...],
        *,
        made_up: bool = False,
    ) -> None:
        desk = self._ctx.desk

        def read() -> tuple[PeriodLine, ...]:
            return desk.statistics.lines(
                chosen, statuses=statuses, made_up=made_up, limit=MOST_ROWS + 1
            )

        def show(lines: tuple[PeriodLine, ...]) -> None:
            cut = len(lines) > MOST_ROWS
            count = f"超过 {MOST_ROWS} 人次，列出前 {MOST_ROWS} 条" if cut else f"{len(lines)} 人次"
            self._show(
                f"{word} {count}",
                line_columns(),
                lines[:MOST_ROWS],
                lambda line: self._go(line.training_id),
            )

        self._read(read, show)

    def _open_trainings(self, chosen: StatisticsFilter, about: str) -> None:
        def show(rows: tuple[LedgerRow, ...]) -> None:
            columns = [
                column
                for column in ledger_row_columns(self._ctx.desk.now)
                if column.key not in ("time", "venue", "speaker")
            ]
            title = f"{about}{len(rows)} 场"
            self._show(title, columns, rows, lambda row: self._go(row.training_id))

        desk = self._ctx.desk
        self._read(lambda: desk.statistics.trainings(chosen), show)

    def _open_persons(self, chosen: StatisticsFilter, about: str) -> None:
        def show(people: tuple[PersonReach, ...]) -> None:
            listed = [person for person in people if person.expected]
            came = sum(person.present > 0 for person in listed)
            title = f"{about}应参加 {len(listed)} 人，参加过 {came} 人"
            if len(people) > len(listed):
                title += f"，另有 {len(people) - len(listed)} 人临时参加"
            self._show_people(title, people)

        desk = self._ctx.desk
        self._read(lambda: desk.statistics.people(chosen), show)

    def _read(self, read: Callable[[], Any], show: Callable[[Any], None]) -> None:
        self._ctx.work.read(read, show, owner=self._owner, key="behind")

    # --- showing -------------------------------------------------------------------------------

    def _show_people(self, title: str, people: Sequence[PersonReach]) -> None:
        self._show(title, reach_columns(), people, lambda one: self._go_to_person(one.person_id))

    def _show(
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

    def _go_to_person(self, person_id: UUID) -> None:
        self._ctx.open_page("people", person_id=person_id)

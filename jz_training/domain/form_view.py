"""What of the workspace may fill a form: read once for a choice, turned into values elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from jz_training.domain.outreach import OutreachRow
from jz_training.domain.plan import PlanView
from jz_training.domain.publicity import PublicityRow
from jz_training.domain.reach import PersonReach
from jz_training.domain.statistics import By, LayerRow, Statistics, StatisticsRow
from jz_training.domain.summary import LedgerRow, TrainingSummary
from jz_training.domain.superior_form import FormChoice, Whose
from jz_training.domain.task import TaskList


@dataclass(frozen=True, slots=True, kw_only=True)
class FormView:
    """The figures and lists of a choice; a list that no tie asks for is empty or None.

    `groups` has the figures of each unit, layer … that a cell asks for; what is gone from the
    workspace is not in it.
    """

    choice: FormChoice
    today: date
    organiser: str = ""
    operator: str = ""
    notice: str = ""
    notice_number: str = ""
    statistics: Statistics | None = None
    groups: Mapping[Whose, StatisticsRow] = field(default_factory=dict)
    layers: tuple[LayerRow, ...] = ()
    trainings: tuple[LedgerRow, ...] = ()
    people: tuple[PersonReach, ...] = ()
    plan: PlanView | None = None
    tasks: TaskList | None = None
    outreach: tuple[OutreachRow, ...] = ()
    publicity: tuple[PublicityRow, ...] = ()
    training: TrainingSummary | None = None

    def rows_by(self, by: By) -> tuple[StatisticsRow, ...]:
        """Return the lines of a table of statistics; none where it was not read."""
        return self.statistics.tables.get(by, ()) if self.statistics else ()

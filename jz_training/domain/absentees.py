"""签到率与缺席名单: the rates of the trainings of a period, and everybody who missed one."""

from __future__ import annotations

from dataclasses import dataclass

from jz_training.domain.make_up import MissedRow
from jz_training.domain.statistics import Statistics
from jz_training.domain.summary import LedgerRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Absentees:
    """The trainings a filter counts with the tallies of the people it means, and who missed them.

    `missed` are those on leave and those absent, by training and number on the list; `statistics`
    has the filter, its words and the totals.
    """

    statistics: Statistics
    trainings: tuple[LedgerRow, ...]
    missed: tuple[MissedRow, ...]

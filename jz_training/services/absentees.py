"""签到率与缺席名单: what the statistics count of a period, person by person."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from jz_training.domain.absentees import Absentees
from jz_training.domain.attendance import MISSED
from jz_training.domain.make_up import MissedRow
from jz_training.domain.statistics import StatisticsFilter
from jz_training.services.make_ups import MakeUps
from jz_training.services.statistics import StatisticsDesk

#: Lines looked up at a time, and the most that a list of persons has.
STRIDE, MOST = 500, 100_000


class AbsenteeLists:
    """The lists of absentees of one workspace; nothing here writes."""

    def __init__(self, statistics: StatisticsDesk, make_ups: MakeUps) -> None:
        self._statistics = statistics
        self._make_ups = make_ups

    def of(self, chosen: StatisticsFilter) -> Absentees:
        """Return the trainings a filter counts, and who was on leave or absent from them."""
        lines = self._statistics.lines(chosen, statuses=MISSED, limit=MOST)
        return Absentees(
            statistics=self._statistics.of(chosen),
            trainings=self._statistics.trainings(chosen),
            missed=self._missed([line.row.id for line in lines]),
        )

    def _missed(self, ids: Sequence[UUID]) -> tuple[MissedRow, ...]:
        """Return lines with their make-ups, in the order of their ids as given."""
        found: dict[UUID, MissedRow] = {}
        for first in range(0, len(ids), STRIDE):
            rows = self._make_ups.of_lines(ids[first : first + STRIDE])
            found.update((row.attendee_id, row) for row in rows)
        return tuple(found[one] for one in ids if one in found)

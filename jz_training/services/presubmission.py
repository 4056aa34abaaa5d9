"""What would embarrass in a report (自查), as far as the data can tell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from jz_training.domain.presubmission import (
    Concern,
    changed_concerns,
    duty_concerns,
    training_concerns,
)
from jz_training.services.duties import Duties
from jz_training.services.reports import Reports
from jz_training.services.summaries import Summaries


class PreSubmission:
    """Looks through one workspace; nothing is changed here.

    What only the finished paper can tell (（待补） left, fonts replaced) comes from
    `documents.checking`.
    """

    def __init__(self, summaries: Summaries, duties: Duties, reports: Reports) -> None:
        self._summaries = summaries
        self._duties = duties
        self._reports = reports

    def concerns(
        self, first: date, last: date, *, notice_id: UUID | None = None
    ) -> tuple[Concern, ...]:
        """Return what is the matter with the trainings of some days, with duties and figures.

        With a notice, its duties only and the last report made for it.
        """
        ledger = self._summaries.ledger(first, last)
        report = self._reports.last(notice_id)
        return (
            *training_concerns(ledger.rows),
            *self._duty_concerns(notice_id, ledger.as_of.date()),
            *changed_concerns(self._reports.changes(report) if report else ()),
        )

    def _duty_concerns(self, notice_id: UUID | None, today: date) -> Iterator[Concern]:
        for key, _, duties in self._duties.of_all():
            if notice_id in (None, key):
                yield from duty_concerns(key, duties, today)

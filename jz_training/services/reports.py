"""Reports that were handed in, with the figures they had."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select

from jz_training.domain.paper_kind import PaperKind
from jz_training.domain.report import (
    Changed,
    ReportRow,
    changes,
    figures_from_json,
    figures_json,
    figures_of,
)
from jz_training.services.stored_row import stored_row
from jz_training.services.summaries import Summaries
from jz_training.services.typed_text import lines, one_line
from jz_training.storage.paper_tables import Report
from jz_training.storage.store import Store


class Reports:
    """What one workspace handed upward."""

    def __init__(self, store: Store, summaries: Summaries) -> None:
        self._store = store
        self._summaries = summaries

    def list(self) -> tuple[ReportRow, ...]:
        """Return the reports, the last one first."""
        with self._store.read() as db:
            found = db.scalars(select(Report).order_by(Report.as_of.desc(), Report.id.desc()))
            return tuple(map(_row, found))

    def last(self, notice_id: UUID | None = None) -> ReportRow | None:
        """Return the last report, for a notice if one is given; None before the first."""
        fitting = (one for one in self.list() if notice_id in (None, one.notice_id))
        return next(fitting, None)

    def hand_in(
        self,
        *,
        title: str,
        first: date,
        last: date,
        kind: PaperKind = PaperKind.PERIOD_SUMMARY,
        notice_id: UUID | None = None,
        note: str = "",
    ) -> UUID:
        """Keep the figures of a period as they are now, as those that were handed in.

        Raises Refused.
        """
        ledger = self._summaries.ledger(first, last)
        title = one_line("title", title)
        with self._store.write("report.hand_in", subject=title) as db:
            report = Report(
                kind=kind.value,
                title=title,
                notice_id=notice_id,
                first=first,
                last=last,
                as_of=ledger.as_of,
                figures=figures_json(figures_of(row) for row in ledger.held),
                note=lines("note", note),
            )
            db.add(report)
        return report.id

    def remove(self, report_id: UUID) -> None:
        """Remove a report that was not handed in after all. Raises NotFound."""
        with self._store.write("report.remove") as db:
            report = stored_row(db, Report, report_id, "report")
            db.info["subject"] = report.title
            db.delete(report)

    def changes(self, report: ReportRow) -> tuple[Changed, ...]:
        """Return the trainings whose figures are not those of a report any more."""
        return changes(report, self._summaries.ledger(report.first, report.last).rows)


def _row(stored: Report) -> ReportRow:
    return ReportRow(
        id=stored.id,
        kind=PaperKind(stored.kind),
        title=stored.title,
        notice_id=stored.notice_id,
        first=stored.first,
        last=stored.last,
        as_of=stored.as_of,
        trainings=figures_from_json(stored.figures),
        note=stored.note,
    )

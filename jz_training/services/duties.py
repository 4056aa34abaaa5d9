"""Duties: how the obligations of notices stand, by what, what is missing and what is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from jz_training.domain.assessment import COMPUTED
from jz_training.domain.coverage import Coverage, coverage_of
from jz_training.domain.evidence import Evidence, NoticeFacts, everything
from jz_training.domain.task_book import Duty, DutyState, TaskBook, in_time
from jz_training.labels import LAYERS
from jz_training.services.notice_rows import obligation_row, sections_of
from jz_training.services.obligations import in_order, the_obligation
from jz_training.services.stored_row import stored_row
from jz_training.services.task_books import TaskBooks, assessed
from jz_training.storage.store import Store
from jz_training.storage.tables import Notice

#: How far ahead something is due soon.
SOON = timedelta(days=14)
#: More than this the home page does not show.
MOST_DUE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDuty:
    """A duty that needs a hand, with the notice it is of; `overdue`: its day is past."""

    notice_id: UUID
    notice_title: str
    duty: Duty
    overdue: bool


class Duties:
    """The task books of one workspace's notices; nothing is changed here."""

    def __init__(self, store: Store, books: TaskBooks) -> None:
        self._store = store
        self._books = books

    def book(self, notice_id: UUID) -> TaskBook:
        """Return the task book of a notice as of today. Raises NotFound."""
        with self._store.read() as db:
            (book,) = self._books.of(db, [stored_row(db, Notice, notice_id, "notice")])
            return book

    def facts(self, notice_id: UUID) -> NoticeFacts:
        """Return everything that may be evidence for a notice's obligations. Raises NotFound."""
        with self._store.read() as db:
            notice = stored_row(db, Notice, notice_id, "notice")
            return self._books.facts(db, [notice])[notice_id]

    def coverage(self, notice_id: UUID, phase: int | None = None) -> Coverage:
        """Return the tables clause × layer and topic × training, of one phase or of all.

        Layers come in the order of rank; an empty one is that of people without a layer. Raises
        NotFound.
        """
        with self._store.read() as db:
            notice = stored_row(db, Notice, notice_id, "notice")
            facts = self._books.facts(db, [notice])[notice_id]
            duties = assessed(in_order(db, notice_id), facts)
        return coverage_of(
            duties, facts, sections=sections_of(notice), layers=_layers(facts), phase=phase
        )

    def of_all(self) -> tuple[tuple[UUID, str, tuple[Duty, ...]], ...]:
        """Return the id, the title and the duties of every notice, the newest notice first."""
        with self._store.read() as db:
            notices = db.scalars(select(Notice).order_by(Notice.id.desc())).all()
            books = self._books.of(db, notices)
        return tuple(
            (notice.id, notice.title, book.duties)
            for notice, book in zip(notices, books, strict=True)
        )

    def due(self, *, within: timedelta = SOON) -> tuple[DueDuty, ...]:
        """Return the duties that need a hand: overdue, due soon, then those begun with a gap."""
        today = self._store.now().date()
        waiting = [
            DueDuty(notice_id=notice_id, notice_title=title, duty=duty, overdue=duty.overdue(today))
            for notice_id, title, duties in self.of_all()
            for duty in duties
            if not duty.settled
        ]
        dated = [one for one in waiting if _by(one) <= today + within]
        begun = [
            one
            for one in waiting
            if one.duty.state is DutyState.PARTLY and _by(one) > today + within
        ]
        return (*sorted(dated, key=_by), *sorted(begun, key=_by))[:MOST_DUE]

    def candidates(self, obligation_id: UUID) -> tuple[Evidence, ...]:
        """Return what of the notice could be counted towards an obligation by hand.

        What counts already is left out; nothing for what is computed from who came. Raises
        NotFound.
        """
        with self._store.read() as db:
            row = the_obligation(db, obligation_id)
            if obligation_row(row).draft.kind in COMPUTED:
                return ()
            notice = stored_row(db, Notice, row.notice_id, "notice")
            facts = self._books.facts(db, [notice])[notice.id]
            duties = assessed([row], facts)
        counted = {one.id for duty in duties for one in duty.evidence}
        return in_time([one for one in everything(facts) if one.id not in counted])


def _by(one: DueDuty) -> date:
    return one.duty.obligation.by or date.max


def _layers(facts: NoticeFacts) -> tuple[str, ...]:
    """Return the layers of the roster and of the lists, by rank; one's own words come after."""
    found = {group.layer for group in facts.people}
    found |= {group.layer for one in facts.trainings for group in one.groups}
    known = [layer for layer in LAYERS if layer in found]
    others = sorted(found - set(known) - {""})
    return (*known, *others, *([""] if "" in found else []))

"""The dossier of a training as it leaves the house, filled from what is stored and filed."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Row, or_, select
from sqlalchemy.orm import Session

from jz_training.domain.attendance import AttendanceStatus, LeaveReason
from jz_training.domain.dossier import Dossier, DossierLine, OwnPaper
from jz_training.domain.dossier_paper import DossierDocument, DossierPaper, section_of
from jz_training.domain.filing import FiledRow
from jz_training.domain.leave import LeaveDraft, LeaveRow
from jz_training.domain.make_up import MakeUpDraft, MakeUpForm, MissedRow
from jz_training.errors import FileMissing
from jz_training.labels import phase_words
from jz_training.services.dossiers import Dossiers
from jz_training.services.papers import Papers
from jz_training.services.records import Records
from jz_training.services.summaries import Summaries
from jz_training.storage.files import FileStore, StoredFile
from jz_training.storage.store import Store
from jz_training.storage.tables import Attendee, Leave, MakeUp, Person, Training, Unit


class DossierViews:
    """Puts together what a dossier is printed from; the services it asks hold the pieces."""

    def __init__(
        self,
        store: Store,
        files: FileStore,
        *,
        dossiers: Dossiers,
        papers: Papers,
        summaries: Summaries,
        records: Records,
    ) -> None:
        self._store = store
        self._files = files
        self._dossiers = dossiers
        self._papers = papers
        self._summaries = summaries
        self._records = records

    def paper(self, training_id: UUID) -> DossierPaper:
        """Return the dossier as of now, its files where they lie. Raises NotFound.

        A file that is gone or was changed is told with its document and hides nothing else.
        """
        dossier = self._dossiers.of_training(training_id)
        own = {line.own for line in dossier.lines}
        summary = self._summaries.of_training(training_id)
        draft = summary.training.draft
        has_record = OwnPaper.RECORD in own
        with self._store.read() as db:
            leaves = _leaves(db, training_id) if OwnPaper.LEAVE in own else ()
            make_ups = _make_ups(db, training_id) if OwnPaper.MAKE_UP in own else ()
        return DossierPaper(
            title=draft.title,
            organiser=summary.organiser,
            start=draft.start,
            end=draft.end,
            venue=draft.venue,
            as_of=summary.as_of,
            phase=phase_words(draft.phase, draft.batch),
            sections=tuple(section_of(line, self._documents(line)) for line in dossier.lines),
            agenda=self._papers.agenda(training_id) if OwnPaper.AGENDA in own else None,
            summary=summary if own & {OwnPaper.SHEET, OwnPaper.SUMMARY} else None,
            record=self._records.get(training_id) if has_record else None,
            leaves=leaves,
            make_ups=make_ups,
        )

    def paths(self, dossier: Dossier) -> dict[UUID, Path]:
        """Return where the files of a dossier's documents lie, those that are there."""
        found = {}
        for line in dossier.lines:
            for row in line.documents:
                document = self._document(row)
                if document.path is not None:
                    found[row.id] = document.path
        return found

    def _documents(self, line: DossierLine) -> tuple[DossierDocument, ...]:
        return tuple(map(self._document, line.documents))

    def _document(self, row: FiledRow) -> DossierDocument:
        path, fault = None, ""
        if row.sha256 is not None:
            stored = StoredFile(sha256=row.sha256, size=row.size, suffix=row.suffix)
            try:
                path = self._files.path_of(stored, name=row.draft.name)
            except FileMissing as error:
                fault = FileMissing.SENTENCES[error.fault]
        return DossierDocument(
            id=row.id,
            name=row.draft.name,
            caption=row.draft.note,
            suffix=row.suffix,
            path=path,
            original=self._original(row),
            fault=fault,
        )

    def _original(self, row: FiledRow) -> Path | None:
        if row.original_sha256 is None:
            return None
        try:
            return self._dossiers.original_of(row.id)
        except FileMissing:
            return None  # `check` names it; the smaller picture is there


def _leaves(db: Session, training_id: UUID) -> tuple[LeaveRow, ...]:
    """Return the leaves that cover lines of a training's list, in order of the list."""
    covering = select(Attendee.leave_id).where(Attendee.training_id == training_id)
    query = (
        select(Leave, Person.name, Unit.name)
        .join(Person, Person.id == Leave.person_id)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .where(or_(Leave.training_id == training_id, Leave.id.in_(covering)))
        .order_by(Leave.first, Leave.id)
    )
    return tuple(
        LeaveRow(
            id=leave.id,
            version=leave.version,
            draft=LeaveDraft(
                person_id=leave.person_id,
                reason=LeaveReason(leave.reason),
                first=leave.first,
                last=leave.last,
                training_id=leave.training_id,
                approver=leave.approver,
                note=leave.note,
            ),
            name=name,
            unit=unit or "",
        )
        for leave, name, unit in db.execute(query)
    )


def _make_ups(db: Session, training_id: UUID) -> tuple[MissedRow, ...]:
    """Return who made a training up, in order of the list."""
    query = (
        select(MakeUp, Attendee, Training.title, Training.start, Training.hours)
        .join(Attendee, Attendee.id == MakeUp.attendee_id)
        .join(Training, Training.id == MakeUp.training_id)
        .where(MakeUp.training_id == training_id, MakeUp.done_on.is_not(None))
        .order_by(Attendee.number)
    )
    return tuple(map(_missed_row, db.execute(query)))


def _missed_row(row: Row[*tuple[Any, ...]]) -> MissedRow:
    made, line = row.MakeUp, row.Attendee
    return MissedRow(
        attendee_id=line.id,
        person_id=line.person_id,
        name=line.name,
        unit=line.unit,
        layer=line.layer,
        category=line.category,
        training_id=line.training_id,
        title=row.title,
        day=row.start.date(),
        status=AttendanceStatus(line.status),
        reason=LeaveReason(line.reason) if line.reason else None,
        hours=row.hours if made.hours is None else made.hours,
        make_up_id=made.id,
        make_up_version=made.version,
        make_up=MakeUpDraft(
            form=MakeUpForm(made.form),
            done_on=made.done_on,
            planned_on=made.planned_on,
            hours=made.hours,
            note=made.note,
        ),
    )

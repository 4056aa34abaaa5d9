"""The dossier of a training as it leaves the house, filled from what is stored and filed."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from jz_training.domain.dossier import Dossier, DossierLine, OwnPaper
from jz_training.domain.dossier_paper import DossierDocument, DossierPaper, section_of
from jz_training.domain.filing import FiledRow
from jz_training.errors import FileMissing
from jz_training.labels import phase_words
from jz_training.services.dossiers import Dossiers
from jz_training.services.leaves import Leaves
from jz_training.services.papers import Papers
from jz_training.services.records import Records
from jz_training.services.summaries import Summaries
from jz_training.storage.files import FileStore, StoredFile


class DossierViews:
    """Puts together what a dossier is printed from; the services it asks hold the pieces."""

    def __init__(
        self,
        files: FileStore,
        *,
        dossiers: Dossiers,
        leaves: Leaves,
        papers: Papers,
        summaries: Summaries,
        records: Records,
    ) -> None:
        self._files = files
        self._dossiers = dossiers
        self._leaves = leaves
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
        leaves = self._leaves.on_paper(training_id).rows if OwnPaper.LEAVE in own else ()
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
            make_ups=tuple(row for row in summary.make_ups if row.done),
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

"""Documents (材料) filed with whatever they are evidence of."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from jz_training.domain.dossier import DossierPart
from jz_training.domain.file_name import safe_file_name
from jz_training.domain.filing import DocumentKind, FiledDraft, FiledRow
from jz_training.domain.ids import new_id
from jz_training.errors import CannotFile, FileMissing, Refused
from jz_training.services.evidence_links import forget_choices
from jz_training.services.notice_rows import file_columns, file_of, filed_columns, filed_row
from jz_training.services.stored_row import must_exist, shown_row, stored_row
from jz_training.services.typed_text import lines, one_line
from jz_training.storage.files import FileStore
from jz_training.storage.store import Store
from jz_training.storage.tables import (
    Attachment,
    Leave,
    MakeUp,
    Material,
    Notice,
    Obligation,
    Publicity,
    Training,
)

#: What a document may belong to; one of these at least.
OWNERS = (
    "notice_id", "obligation_id", "publicity_id", "training_id", "leave_id", "make_up_id",
)  # fmt: skip


class Documents:
    """The documents of one workspace."""

    def __init__(self, store: Store, files: FileStore) -> None:
        self._store = store
        self._files = files
        self._copies: TemporaryDirectory[str] | None = None

    # --- reading -----------------------------------------------------------------------------

    def of_notice(self, notice_id: UUID) -> tuple[FiledRow, ...]:
        """Return the documents of a notice, those of its obligations among them, oldest first."""
        return self._list(Attachment.notice_id == notice_id)

    def of_obligation(self, obligation_id: UUID) -> tuple[FiledRow, ...]:
        """Return the documents filed with an obligation, oldest first."""
        return self._list(Attachment.obligation_id == obligation_id)

    def of_publicity(self, publicity_id: UUID) -> tuple[FiledRow, ...]:
        """Return the scans and pictures filed with a publication, oldest first."""
        return self._list(Attachment.publicity_id == publicity_id)

    def of_leave(self, leave_id: UUID) -> tuple[FiledRow, ...]:
        """Return the slips filed with a leave, oldest first."""
        return self._list(Attachment.leave_id == leave_id)

    def get(self, document_id: UUID) -> FiledRow:
        """Return one document. Raises NotFound."""
        with self._store.read() as db:
            return filed_row(_the_document(db, document_id))

    def path_of(self, document_id: UUID) -> Path:
        """Return where a document's file lies: to be read, never to be changed.

        Raises NotFound, or FileMissing when there is no file or not as it was filed.
        """
        with self._store.read() as db:
            row = _the_document(db, document_id)
            stored = file_of(row)
        if stored is None:
            raise FileMissing(row.name, "on_paper")
        return self._files.path_of(stored, name=row.name)

    def export(self, document_id: UUID) -> Path:
        """Return a copy of a document's file under its own name, for another program to open.

        The copy may be changed without harm and goes when the desk is closed. Raises like
        `path_of`, and CannotFile when no copy could be made.
        """
        source, row = self.path_of(document_id), self.get(document_id)
        try:
            if self._copies is None:
                self._copies = TemporaryDirectory(prefix="jz-", ignore_cleanup_errors=True)
            folder = Path(self._copies.name) / new_id().hex
            folder.mkdir(mode=0o700)
            return shutil.copyfile(source, folder / safe_file_name(row.draft.name, row.suffix))
        except OSError as error:
            raise CannotFile(row.draft.name, "no_copy", details=repr(error)) from error

    def close(self) -> None:
        """Remove the copies that were made to be opened."""
        if self._copies is not None:
            self._copies.cleanup()
            self._copies = None

    def _list(self, condition: ColumnElement[bool]) -> tuple[FiledRow, ...]:
        query = select(Attachment).where(condition).order_by(Attachment.id)
        with self._store.read() as db:
            return tuple(map(filed_row, db.scalars(query)))

    def of_make_up(self, make_up_id: UUID) -> tuple[FiledRow, ...]:
        """Return what shows a make-up: its own documents and those filed for all of a training."""
        with self._store.read() as db:
            made = stored_row(db, MakeUp, make_up_id, "make_up")
            training_id = made.training_id
        shared = and_(
            Attachment.training_id == training_id,
            Attachment.make_up_id.is_(None),
            Attachment.dossier_part == DossierPart.MAKE_UP.value,
        )
        return self._list(or_(Attachment.make_up_id == make_up_id, shared))

    # --- changing ----------------------------------------------------------------------------

    def file(self, draft: FiledDraft, *, source: Path | None = None) -> UUID:
        """File a document, with its file or as one kept on paper; the name may come from the file.

        Raises Refused, NotFound, CannotFile, DiskFull or ReadOnly; then nothing was filed.
        """
        _refuse_ownerless(draft)
        draft = _checked(draft, fallback="" if source is None else source.stem)
        stored = None if source is None else self._files.put(source)
        with self._store.write("document.file", subject=draft.name) as db:
            row = Attachment(
                **filed_columns(_linked(db, draft)),
                **file_columns(stored),
                filed_on=self._store.now().date(),
            )
            db.add(row)
        return row.id

    def change(self, document_id: UUID, *, version: int, draft: FiledDraft) -> None:
        """Change what is said of a document. Raises Refused, ChangedMeanwhile or NotFound."""
        draft = _checked(draft)
        with self._store.write("document.change", subject=draft.name) as db:
            row = shown_row(db, Attachment, document_id, "document", version=version)
            if not materials_with(db, document_id):
                _refuse_ownerless(draft)
            for name, value in filed_columns(_linked(db, draft)).items():
                setattr(row, name, value)

    def remove(self, document_id: UUID) -> None:
        """Take a document out; its content stays in the folder, so that undoing brings it back."""
        with self._store.write("document.remove") as db:
            row = _the_document(db, document_id)
            db.info["subject"] = row.name
            forget_choices(db, document_id)
            for material in materials_with(db, document_id):
                material.attachment_id = None
            db.flush()
            db.delete(row)


def _the_document(db: Session, document_id: UUID) -> Attachment:
    return stored_row(db, Attachment, document_id, "document")


def materials_with(db: Session, document_id: UUID) -> Sequence[Material]:
    """Return the study materials whose file is a document."""
    return db.scalars(select(Material).where(Material.attachment_id == document_id)).all()


def _refuse_ownerless(draft: FiledDraft) -> None:
    """Refuse a document of nothing; only the file of a study material belongs to it alone."""
    if all(getattr(draft, name) is None for name in OWNERS):
        raise Refused("notice_id", "no_owner")


def _checked(draft: FiledDraft, *, fallback: str = "") -> FiledDraft:
    """Return what was entered as it is stored. Raises Refused with the field at fault."""
    texts: dict[str, Any] = {
        "name": one_line("name", draft.name) or one_line("name", fallback),
        "number": one_line("number", draft.number),
        "note": lines("note", draft.note),
    }
    if not texts["name"]:
        raise Refused("name", "missing")
    return replace(draft, **texts)


def _linked(db: Session, draft: FiledDraft) -> FiledDraft:
    """Return a draft that names the notice of its obligation too. Raises NotFound."""
    must_exist(db, Notice, draft.notice_id, "notice")
    must_exist(db, Publicity, draft.publicity_id, "publicity")
    must_exist(db, Training, draft.training_id, "training")
    must_exist(db, Leave, draft.leave_id, "leave")
    draft = _of_make_up(db, draft)
    if draft.obligation_id is None:
        return draft
    obligation = stored_row(db, Obligation, draft.obligation_id, "obligation")
    return replace(draft, notice_id=obligation.notice_id)


def _of_make_up(db: Session, draft: FiledDraft) -> FiledDraft:
    """Return a draft in the dossier of the training that was made up. Raises NotFound."""
    if draft.make_up_id is None:
        return draft
    made = stored_row(db, MakeUp, draft.make_up_id, "make_up")
    return replace(
        draft,
        kind=DocumentKind.MAKE_UP,
        training_id=made.training_id,
        dossier_part=DossierPart.MAKE_UP.value,
    )

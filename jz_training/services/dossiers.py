"""The dossiers of trainings (一会一档): what is filed, in which part, and what is still to come.

Evidence arrives late: filing, captions and order are open on closed trainings too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jz_training.domain.dossier import KINDS, Dossier, DossierPart
from jz_training.domain.dossier_filing import Filing, NotFiled, ToFile
from jz_training.domain.filing import FiledDraft
from jz_training.errors import CannotFile, NotFound, Refused
from jz_training.services.dossier_rows import dossier_of, missing_parts
from jz_training.services.evidence_links import forget_choices
from jz_training.services.notice_rows import (
    file_columns,
    filed_columns,
    original_columns,
    original_of,
)
from jz_training.services.stored_row import shown_row, stored_row
from jz_training.services.trainings import the_training
from jz_training.services.typed_text import lines, one_line
from jz_training.storage.files import FileStore, StoredFile
from jz_training.storage.store import Store
from jz_training.storage.tables import Attachment, Training


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taken:
    """A file whose content is in the folder already, and what is said of it."""

    file: ToFile
    name: str
    caption: str
    stored: StoredFile
    original: StoredFile | None


class Dossiers:
    """The dossiers of one workspace."""

    def __init__(self, store: Store, files: FileStore) -> None:
        self._store = store
        self._files = files

    # --- reading -----------------------------------------------------------------------------

    def of_training(self, training_id: UUID) -> Dossier:
        """Return the dossier of a training. Raises NotFound."""
        with self._store.read() as db:
            return dossier_of(db, the_training(db, training_id))

    def missing(self, training_ids: Collection[UUID]) -> dict[UUID, tuple[DossierPart, ...]]:
        """Return which parts are still to come in each of these dossiers."""
        with self._store.read() as db:
            return missing_parts(db, training_ids)

    def original_of(self, document_id: UUID) -> Path | None:
        """Return where a photo lies as it came; None when only the smaller one was kept.

        Raises NotFound or FileMissing.
        """
        with self._store.read() as db:
            row = stored_row(db, Attachment, document_id, "document")
            stored = original_of(row)
        return None if stored is None else self._files.path_of(stored, name=row.name)

    # --- filing ------------------------------------------------------------------------------

    def file(self, training_id: UUID, files: Sequence[ToFile]) -> Filing:
        """File several documents in one act, each at the end of its part.

        A content that lies in the dossier already, and a file that cannot be read, is left out
        and said so. Raises NotFound, DiskFull or ReadOnly; then nothing was filed.
        """
        left_out: list[NotFiled] = []
        taken = self._taken_in(files, left_out)
        with self._store.write("dossier.file") as db:
            training = the_training(db, training_id)
            known = _contents(db, training_id)
            ids = []
            for one in taken:
                if one.stored.sha256 in known:
                    twin = known[one.stored.sha256]
                    left_out.append(NotFiled(name=_shown(one.file), twin=twin))
                    continue
                known[one.stored.sha256] = one.name
                ids.append(self._add(db, training, one))
            db.info.update(subject=training.title, count=len(ids))
        return Filing(ids=tuple(ids), left_out=tuple(left_out))

    def _taken_in(self, files: Sequence[ToFile], left_out: list[NotFiled]) -> list[_Taken]:
        taken = []
        for file in files:
            try:
                taken.append(self._take_in(file))
            except (CannotFile, Refused) as error:
                left_out.append(NotFiled(name=_shown(file), reason=str(error)))
        return taken

    def _take_in(self, file: ToFile) -> _Taken:
        name = one_line("name", file.name) or one_line("name", file.source.stem)
        return _Taken(
            file=file,
            name=name,
            caption=lines("note", file.caption),
            stored=self._files.put(file.source),
            original=None if file.original is None else self._files.put(file.original),
        )

    def _add(self, db: Session, training: Training, one: _Taken) -> UUID:
        said = FiledDraft(
            kind=KINDS[one.file.part],
            name=one.name,
            note=one.caption,
            dated=None if one.file.taken is None else one.file.taken.date(),
            training_id=training.id,
            dossier_part=one.file.part.value,
        )
        row = Attachment(
            **filed_columns(said),
            **file_columns(one.stored),
            **original_columns(one.original),
            filed_on=self._store.now().date(),
            position=_next_position(db, training.id, one.file.part),
        )
        db.add(row)
        db.flush()
        return row.id

    # --- changing ----------------------------------------------------------------------------

    def set_not_needed(self, training_id: UUID, part: DossierPart, *, yes: bool) -> None:
        """Say that a part does not apply (不适用), or that it does. Raises NotFound."""
        with self._store.write("dossier.not_needed") as db:
            training = the_training(db, training_id)
            db.info["subject"] = training.title
            chosen = set(training.not_needed or ()) - {part.value}
            chosen |= {part.value} if yes else set()
            training.not_needed = [one.value for one in DossierPart if one.value in chosen]

    def describe(self, document_id: UUID, *, version: int, name: str, caption: str) -> None:
        """Give a document another name and caption. Raises Refused or ChangedMeanwhile."""
        name, caption = one_line("name", name), lines("note", caption)
        if not name:
            raise Refused("name", "missing")
        with self._store.write("dossier.describe", subject=name) as db:
            row = shown_row(db, Attachment, document_id, "document", version=version)
            row.name, row.note = name, caption

    def arrange(self, training_id: UUID, part: DossierPart, ids: Sequence[UUID]) -> None:
        """Put documents into a part in this order: those of other parts come over to it.

        What lies in the part and is not named follows as it was. Raises NotFound.
        """
        with self._store.write("dossier.move", count=len(ids)) as db:
            db.info["subject"] = the_training(db, training_id).title
            rows = [_filed_with(db, training_id, one) for one in dict.fromkeys(ids)]
            rest = [row for row in _of_part(db, training_id, part) if row.id not in set(ids)]
            for position, row in enumerate((*rows, *rest)):
                if row.dossier_part != part.value:
                    row.dossier_part, row.kind = part.value, KINDS[part].value
                row.position = position

    def move(self, training_id: UUID, ids: Sequence[UUID], part: DossierPart) -> None:
        """Move documents to the end of another part. Raises NotFound."""
        with self._store.read() as db:
            there = [row.id for row in _of_part(db, training_id, part) if row.id not in set(ids)]
        self.arrange(training_id, part, (*there, *ids))

    def remove(self, training_id: UUID, ids: Iterable[UUID]) -> None:
        """Take documents out in one act; their contents stay for undoing. Raises NotFound."""
        with self._store.write("dossier.remove") as db:
            db.info["subject"] = the_training(db, training_id).title
            rows = [_filed_with(db, training_id, one) for one in dict.fromkeys(ids)]
            db.info["count"] = len(rows)
            for row in rows:
                forget_choices(db, row.id)
                db.delete(row)


def _shown(file: ToFile) -> str:
    return file.name or file.source.name


def _contents(db: Session, training_id: UUID) -> dict[str, str]:
    """Return the contents that lie in a dossier, each with the name of its document."""
    query = select(Attachment.sha256, Attachment.name).where(
        Attachment.training_id == training_id, Attachment.sha256.is_not(None)
    )
    return {sha256 or "": name for sha256, name in db.execute(query)}


def _of_part(db: Session, training_id: UUID, part: DossierPart) -> list[Attachment]:
    query = (
        select(Attachment)
        .where(Attachment.training_id == training_id, Attachment.dossier_part == part.value)
        .order_by(func.coalesce(Attachment.position, 0), Attachment.id)
    )
    return list(db.scalars(query))


def _next_position(db: Session, training_id: UUID, part: DossierPart) -> int:
    last = select(func.max(Attachment.position)).where(
        Attachment.training_id == training_id, Attachment.dossier_part == part.value
    )
    position = db.scalar(last)
    return 0 if position is None else position + 1


def _filed_with(db: Session, training_id: UUID, document_id: UUID) -> Attachment:
    """Return a document of this dossier itself. Raises NotFound."""
    row = stored_row(db, Attachment, document_id, "document")
    if row.training_id != training_id:
        raise NotFound("document")
    return row

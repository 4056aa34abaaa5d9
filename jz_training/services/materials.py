"""The study materials (学习材料) of a unit, their files, and where they were studied."""

from __future__ import annotations

import builtins
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from jz_training.domain.filing import DocumentKind, FiledDraft
from jz_training.domain.library import MaterialDraft, MaterialRow, Use
from jz_training.errors import NotFound, Refused
from jz_training.services.library_uses import (
    NOT_CANCELLED,
    found_by,
    number_to_come,
    refuse_in_use,
    uses,
)
from jz_training.services.notice_rows import file_columns, filed_columns
from jz_training.services.stored_row import shown_row, stored_row
from jz_training.services.trainings import the_training
from jz_training.services.typed_text import lines, one_line
from jz_training.storage.files import FileStore
from jz_training.storage.store import Store
from jz_training.storage.tables import Attachment, Material, Training, TrainingMaterial

FIELDS = ("title", "issuer", "note")


class Materials:
    """The study materials of one workspace."""

    def __init__(self, store: Store, files: FileStore) -> None:
        self._store = store
        self._files = files

    # --- reading -----------------------------------------------------------------------------

    def list(self, text: str = "") -> tuple[MaterialRow, ...]:
        """Return the materials whose title, issuer or pinyin fits a search, newest first."""
        with self._store.read() as db:
            rows = _rows(db)
        return tuple(row for row in rows if found_by(text, row.draft.title, row.draft.issuer))

    def get(self, material_id: UUID) -> MaterialRow:
        """Return one material. Raises NotFound."""
        with self._store.read() as db:
            rows = _rows(db, Material.id == material_id)
        if not rows:
            raise NotFound("material")
        return rows[0]

    def uses(self, material_id: UUID) -> tuple[Use, ...]:
        """Return the trainings that study a material, newest first. Raises NotFound."""
        with self._store.read() as db:
            stored_row(db, Material, material_id, "material")
            return uses(db, _studying(material_id))

    def of_training(self, training_id: UUID) -> tuple[MaterialRow, ...]:
        """Return what a training studies, in its order. Raises NotFound."""
        order = select(TrainingMaterial.material_id).where(
            TrainingMaterial.training_id == training_id
        )
        with self._store.read() as db:
            the_training(db, training_id)
            ids = builtins.list(db.scalars(order.order_by(TrainingMaterial.position)))
            known = {row.id: row for row in _rows(db, Material.id.in_(ids))}
        return tuple(known[one] for one in ids)

    # --- changing ----------------------------------------------------------------------------

    def add(self, draft: MaterialDraft, *, source: Path | None = None) -> UUID:
        """Enter a material, with its file when there is one; the title may come from the file.

        Raises Refused, CannotFile, DiskFull or ReadOnly; then nothing was entered.
        """
        draft = _checked(draft, fallback="" if source is None else source.stem)
        stored = None if source is None else self._files.put(source)
        with self._store.write("material.add", subject=draft.title) as db:
            _refuse_same(db, draft, None)
            material = Material(**_columns(draft), attachment_id=None)
            db.add(material)
            if stored is not None:
                material.attachment_id = self._attach_file(db, draft, file_columns(stored))
        return material.id

    def change(self, material_id: UUID, *, version: int, draft: MaterialDraft) -> None:
        """Change what is said of a material. Raises Refused, NotFound or ChangedMeanwhile."""
        draft = _checked(draft)
        with self._store.write("material.change", subject=draft.title) as db:
            material = shown_row(db, Material, material_id, "material", version=version)
            _refuse_same(db, draft, material_id)
            for name, value in _columns(draft).items():
                setattr(material, name, value)

    def set_file(self, material_id: UUID, source: Path | None) -> None:
        """Give a material its file, or take it away; a file it had before is let go.

        Raises NotFound, CannotFile, DiskFull or ReadOnly.
        """
        stored = None if source is None else self._files.put(source)
        with self._store.write("material.file") as db:
            material = stored_row(db, Material, material_id, "material")
            db.info["subject"] = material.title
            _let_go_of_file(db, material)
            if stored is not None:
                draft = _draft(material)
                material.attachment_id = self._attach_file(db, draft, file_columns(stored))

    def _attach_file(self, db: Session, draft: MaterialDraft, columns: dict[str, object]) -> UUID:
        said = filed_columns(FiledDraft(kind=DocumentKind.MATERIAL, name=draft.title))
        row = Attachment(**said, **columns, filed_on=self._store.now().date())
        db.add(row)
        return row.id

    def remove(self, material_id: UUID) -> None:
        """Remove a material with its file.

        Raises NotFound, or Refused: in_use when trainings to come study it, studied when others
        did, since what they studied could not be told any more.
        """
        with self._store.write("material.remove") as db:
            material = stored_row(db, Material, material_id, "material")
            db.info["subject"] = material.title
            refuse_in_use("material", number_to_come(db, _studying(material_id), self._store.now()))
            if studied := len(uses(db, _studying(material_id))):
                raise Refused("material", "studied", count=studied)
            for link in db.scalars(
                select(TrainingMaterial).where(TrainingMaterial.material_id == material_id)
            ):
                db.delete(link)
            _let_go_of_file(db, material)
            db.delete(material)

    def attach(self, training_id: UUID, material_ids: Iterable[UUID]) -> None:
        """Say what a training studies, all of it, in this order. Raises NotFound.

        A training that is closed takes it too: a dossier is completed afterwards.
        """
        wanted = builtins.list(dict.fromkeys(material_ids))
        with self._store.write("material.attach", count=len(wanted)) as db:
            db.info["subject"] = the_training(db, training_id).title
            for material_id in wanted:
                stored_row(db, Material, material_id, "material")
            set_materials(db, training_id, wanted)


def set_materials(db: Session, training_id: UUID, material_ids: builtins.list[UUID]) -> None:
    """Let a training study these materials in this order and no others."""
    had = select(TrainingMaterial).where(TrainingMaterial.training_id == training_id)
    linked = {link.material_id: link for link in db.scalars(had)}
    for position, material_id in enumerate(material_ids):
        link = linked.pop(material_id, None)
        if link is not None:
            link.position = position
            continue
        db.add(
            TrainingMaterial(training_id=training_id, material_id=material_id, position=position)
        )
    for link in linked.values():
        db.delete(link)


def _studying(material_id: UUID) -> ColumnElement[bool]:
    studying = select(TrainingMaterial.training_id)
    return Training.id.in_(studying.where(TrainingMaterial.material_id == material_id))


def _rows(db: Session, *where: ColumnElement[bool]) -> builtins.list[MaterialRow]:
    used = (
        select(TrainingMaterial.material_id, func.count().label("trainings"))
        .join(Training, Training.id == TrainingMaterial.training_id)
        .where(NOT_CANCELLED)
        .group_by(TrainingMaterial.material_id)
        .subquery()
    )
    query = (
        select(Material, used.c.trainings)
        .outerjoin(used, used.c.material_id == Material.id)
        .where(*where)
        .order_by(Material.id.desc())
    )
    return [
        MaterialRow(
            id=material.id,
            version=material.version,
            draft=_draft(material),
            document_id=material.attachment_id,
            trainings=trainings or 0,
        )
        for material, trainings in db.execute(query)
    ]


def _draft(material: Material) -> MaterialDraft:
    return MaterialDraft(**{name: getattr(material, name) for name in FIELDS})


def _columns(draft: MaterialDraft) -> dict[str, str]:
    return {name: getattr(draft, name) for name in FIELDS}


def _checked(draft: MaterialDraft, *, fallback: str = "") -> MaterialDraft:
    """Return what was entered as it is stored. Raises Refused with the field at fault."""
    title = one_line("title", draft.title) or one_line("title", fallback)
    if not title:
        raise Refused("title", "missing")
    issuer, note = one_line("issuer", draft.issuer), lines("note", draft.note)
    return replace(draft, title=title, issuer=issuer, note=note)


def _refuse_same(db: Session, draft: MaterialDraft, but: UUID | None) -> None:
    same = select(Material.id).where(Material.title == draft.title, Material.issuer == draft.issuer)
    if any(found != but for found in db.scalars(same)):
        raise Refused("title", "same_name", name=draft.title)


def _let_go_of_file(db: Session, material: Material) -> None:
    """Take a material's file out; one that was filed with something else too stays there."""
    filed = db.get(Attachment, material.attachment_id) if material.attachment_id else None
    material.attachment_id = None
    db.flush()
    if filed is None:
        return
    owners = (filed.notice_id, filed.obligation_id, filed.publicity_id, filed.training_id)
    if all(owner is None for owner in owners):
        db.delete(filed)
        db.flush()

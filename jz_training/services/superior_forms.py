"""The forms of a superior (上级表格): kept with their files and tied to our figures."""

from __future__ import annotations

import zipfile
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.filing import DocumentKind, FiledDraft
from jz_training.domain.form_ties_json import ties_of_json, ties_to_json
from jz_training.domain.form_view import FormView
from jz_training.domain.statistics import By
from jz_training.domain.superior_form import (
    FormChoice,
    FormKind,
    FormTies,
    SuperiorFormRow,
    Whose,
)
from jz_training.errors import CannotFile, Refused
from jz_training.labels import CATEGORIES, FORMS, LAYERS
from jz_training.services.documents import Documents
from jz_training.services.form_views import FormViews
from jz_training.services.notice_rows import file_columns, filed_columns
from jz_training.services.stored_row import shown_row, stored_row
from jz_training.services.typed_text import one_line
from jz_training.storage.files import FileStore, StoredFile
from jz_training.storage.paper_tables import SuperiorForm
from jz_training.storage.store import Store
from jz_training.storage.tables import Attachment, Unit


class SuperiorForms:
    """The forms of a superior of one workspace."""

    def __init__(
        self, store: Store, files: FileStore, *, documents: Documents, views: FormViews
    ) -> None:
        self._store = store
        self._files = files
        self._documents = documents
        self._views = views

    # --- reading -----------------------------------------------------------------------------

    def list(self) -> tuple[SuperiorFormRow, ...]:
        """Return every form, newest first."""
        with self._store.read() as db:
            forms = db.scalars(select(SuperiorForm).order_by(SuperiorForm.id.desc()))
            return tuple(_row(db, form) for form in forms)

    def get(self, form_id: UUID) -> SuperiorFormRow:
        """Return one form. Raises NotFound."""
        with self._store.read() as db:
            return _row(db, stored_row(db, SuperiorForm, form_id, "superior_form"))

    def path_of(self, form_id: UUID) -> Path:
        """Return where a form's file lies, never to be changed. Raises NotFound or FileMissing."""
        return self._documents.path_of(self.get(form_id).document_id)

    def template(self, form_id: UUID) -> bytes:
        """Return the form's file as it was filed. Raises NotFound or FileMissing."""
        return self.path_of(form_id).read_bytes()

    def values(self, form_id: UUID, choice: FormChoice) -> FormView:
        """Return what fills a form for a choice; only what its ties ask for is read.

        Raises NotFound, also when a chosen notice, training or plan is gone, and Refused when
        the training or plan that the form needs was not chosen.
        """
        return self.values_for(self.get(form_id).ties, choice)

    def values_for(self, ties: FormTies, choice: FormChoice) -> FormView:
        """Return what ties ask for, also of ties that are not saved; raises as `values` does."""
        return self._views.read(ties, choice)

    def groups(self) -> tuple[Whose, ...]:
        """Return whose figures a cell may ask for: each unit, layer, category and form."""
        with self._store.read() as db:
            units = db.execute(select(Unit.id, Unit.name).order_by(Unit.position, Unit.id))
            found = [Whose(by=By.UNIT, key=key.hex, name=name) for key, name in units]
        found += [Whose(by=By.LAYER, key=one, name=one) for one in LAYERS]
        found += [Whose(by=By.CATEGORY, key=one, name=one) for one in CATEGORIES]
        found += [Whose(by=By.FORM, key=one.value, name=word) for one, word in FORMS.items()]
        return tuple(found)

    # --- changing ----------------------------------------------------------------------------

    def add(self, path: Path, *, name: str = "", superior: str = "") -> UUID:
        """Keep a form; its name may come from the file. The file was read before (readers.forms).

        Raises Refused, CannotFile, DiskFull or ReadOnly; then nothing was kept.
        """
        name, superior = _checked(name or path.stem, superior)
        _kind_of(path)
        stored = self._files.put(path)
        with self._store.write("form.add", subject=name) as db:
            _refuse_same(db, name, None)
            filed = self._filed(db, name, stored)
            form = SuperiorForm(
                name=name, superior=superior, attachment_id=filed, ties=ties_to_json(FormTies())
            )
            db.add(form)
        return form.id

    def set_file(self, form_id: UUID, path: Path) -> None:
        """Give a form the superior's new file; its ties stay and should be looked over.

        Raises NotFound, CannotFile, DiskFull or ReadOnly.
        """
        _kind_of(path)
        stored = self._files.put(path)
        with self._store.write("form.file") as db:
            form = stored_row(db, SuperiorForm, form_id, "superior_form")
            db.info["subject"] = form.name
            before = form.attachment_id
            form.attachment_id = self._filed(db, form.name, stored)
            db.flush()
            _let_go(db, before)

    def tie(self, form_id: UUID, ties: FormTies, *, version: int) -> None:
        """Say what fills a form, all of it. Raises NotFound or ChangedMeanwhile."""
        with self._store.write("form.tie", count=ties.count) as db:
            form = shown_row(db, SuperiorForm, form_id, "superior_form", version=version)
            db.info["subject"] = form.name
            form.ties = ties_to_json(ties)

    def rename(self, form_id: UUID, *, version: int, name: str, superior: str) -> None:
        """Change a form's name and whose it is. Raises Refused, NotFound or ChangedMeanwhile."""
        name, superior = _checked(name, superior)
        with self._store.write("form.change", subject=name) as db:
            form = shown_row(db, SuperiorForm, form_id, "superior_form", version=version)
            _refuse_same(db, name, form_id)
            form.name, form.superior = name, superior
            stored_row(db, Attachment, form.attachment_id, "document").name = name

    def remove(self, form_id: UUID) -> None:
        """Remove a form with its ties; undoing brings both back. Raises NotFound."""
        with self._store.write("form.remove") as db:
            form = stored_row(db, SuperiorForm, form_id, "superior_form")
            db.info["subject"] = form.name
            filed = form.attachment_id
            db.delete(form)
            db.flush()
            _let_go(db, filed)

    def _filed(self, db: Session, name: str, stored: StoredFile) -> UUID:
        said = filed_columns(FiledDraft(kind=DocumentKind.OTHER, name=name))
        today = self._store.now().date()
        row = Attachment(**said, **file_columns(stored), filed_on=today)
        db.add(row)
        db.flush()
        return row.id


def _row(db: Session, form: SuperiorForm) -> SuperiorFormRow:
    filed = stored_row(db, Attachment, form.attachment_id, "document")
    return SuperiorFormRow(
        id=form.id,
        version=form.version,
        name=form.name,
        superior=form.superior,
        document_id=filed.id,
        kind=FormKind((filed.suffix or "").removeprefix(".")),
        ties=ties_of_json(form.ties),
    )


def _checked(name: str, superior: str) -> tuple[str, str]:
    """Return name and superior as they are stored. Raises Refused with the field at fault."""
    name = one_line("name", name)
    if not name:
        raise Refused("name", "missing")
    return name, one_line("superior", superior)


def _refuse_same(db: Session, name: str, but: UUID | None) -> None:
    same = db.scalars(select(SuperiorForm.id).where(SuperiorForm.name == name))
    if any(found != but for found in same):
        raise Refused("name", "same_form" if but is None else "same_name", name=name)


def _kind_of(path: Path) -> FormKind:
    """Return a form's kind by its ending, which a glance into the file must bear out.

    Raises CannotFile.
    """
    ending = path.suffix.lower()
    kinds = [kind for kind in FormKind if ending == f".{kind}"]
    try:
        if kinds and zipfile.is_zipfile(path):
            return kinds[0]
    except OSError:
        pass  # putting it into the folder says what is wrong
    if not path.is_file():
        raise CannotFile(path, "missing")
    raise CannotFile(path, "not_a_form")


def _let_go(db: Session, document_id: UUID) -> None:
    filed = db.get(Attachment, document_id)
    if filed is not None:
        db.delete(filed)
        db.flush()

"""How the office's papers are dressed (版式): what it adjusted of each kind, and its letterhead."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.filing import DocumentKind, FiledDraft
from jz_training.domain.paper_kind import PaperKind
from jz_training.domain.paper_style import (
    ColumnLayout,
    Letterhead,
    PaperLayout,
    PaperSkin,
    PaperStyle,
)
from jz_training.domain.picture_head import picture_sides
from jz_training.errors import FileMissing, Refused
from jz_training.labels.papers import LOGO, PAPER_KINDS
from jz_training.services.notice_rows import file_columns, filed_columns
from jz_training.services.settings import WorkspaceSettings
from jz_training.services.typed_text import one_line, words
from jz_training.storage.files import FileStore, StoredFile
from jz_training.storage.paper_tables import PaperLayoutRow
from jz_training.storage.store import Store
from jz_training.storage.tables import Attachment

#: What is kept of a logo, and larger ones are refused: bytes, and pixels of the longer side.
LOGO_BYTES = 2 * 2**20
LOGO_SIDE = 2000

HEADING_LIMIT = 30
SIGNATURE_LIMIT = 20
MOST_SIGNATURES = 6
FOOTER_LIMIT = 100

#: A layout that adjusts nothing.
OURS = PaperLayout()


class PaperStyles:
    """The styles of one workspace's papers."""

    def __init__(self, store: Store, files: FileStore, settings: WorkspaceSettings) -> None:
        self._store = store
        self._files = files
        self._settings = settings

    # --- reading -----------------------------------------------------------------------------

    def of(self, kind: PaperKind) -> PaperStyle:
        """Return how a kind of paper is dressed here: office-wide facts and its own layout."""
        settings = self._settings.get()
        return PaperStyle(
            skin=PaperSkin(settings.paper_skin),
            letterhead=self.letterhead(),
            layout=self.layout(kind),
            duplex=settings.paper_duplex,
        )

    def letterhead(self) -> Letterhead:
        """Return 版头 as the office set it; the number is left open for the secretary.

        机关代字〔year〕　号 (GB/T 9704 7.2.5): without a code there is no number.
        """
        settings = self._settings.get()
        year = self._store.now().year
        number = f"{settings.paper_code}〔{year}〕　号" if settings.paper_code else ""
        return Letterhead(mark=settings.paper_mark, number=number)

    def layout(self, kind: PaperKind) -> PaperLayout:
        """Return what the office adjusted of a kind.

        A logo is left out whose file is damaged, or is none we would keep: a workspace that was
        taken over may hold any.
        """
        with self._store.read() as db:
            row = _row(db, kind)
            if row is None:
                return OURS
            logo = db.get(Attachment, row.logo_id) if row.logo_id else None
            layout = _from_json(row.layout)
        return replace(layout, logo=None if logo is None else self._content(logo))

    def adjusted(self) -> frozenset[PaperKind]:
        """Return the kinds of which something is not as we make it."""
        with self._store.read() as db:
            kept = set(db.scalars(select(PaperLayoutRow.kind)))
        return frozenset(kind for kind in PaperKind if kind.value in kept)

    def _content(self, logo: Attachment) -> bytes | None:
        try:
            content = self._files.path_of(_stored(logo), name=logo.name).read_bytes()
        except (FileMissing, OSError):
            return None
        whole = hashlib.sha256(content).hexdigest() == logo.sha256
        return content if whole and not _logo_fault(content) else None

    # --- changing ----------------------------------------------------------------------------

    def keep(self, kind: PaperKind, layout: PaperLayout, *, ours: PaperLayout = OURS) -> None:
        """Adjust a kind of paper; what is as in `ours` is not kept, nor a layout of nothing else.

        Raises Refused (a field of the layout), CannotFile, DiskFull or ReadOnly.
        """
        layout = _checked(layout).differing(ours)
        if layout == OURS:
            self.reset(kind)
            return
        stored = None if layout.logo is None else self._put(layout.logo)
        with self._store.write("paper.layout", subject=PAPER_KINDS[kind]) as db:
            row = _row(db, kind)
            if row is None:
                row = PaperLayoutRow(kind=kind.value, layout={}, logo_id=None)
                db.add(row)
            row.layout = _to_json(layout)
            self._set_logo(db, row, stored)

    def reset(self, kind: PaperKind) -> None:
        """Make a kind of paper as we make it again. What is so already is left alone."""
        with self._store.read() as db:
            if _row(db, kind) is None:
                return
        with self._store.write("paper.layout_reset", subject=PAPER_KINDS[kind]) as db:
            row = _row(db, kind)
            if row is not None:
                self._set_logo(db, row, None)
                db.delete(row)

    def _put(self, logo: bytes) -> StoredFile:
        """Take a logo into the folder of documents."""
        suffix = ".png" if logo.startswith(b"\x89PNG") else ".jpg"
        with TemporaryDirectory(prefix="jz-", ignore_cleanup_errors=True) as folder:
            path = Path(folder) / f"0{suffix}"
            path.write_bytes(logo)
            return self._files.put(path)

    def _set_logo(self, db: Session, row: PaperLayoutRow, stored: StoredFile | None) -> None:
        """Let a layout show a logo or none; what it showed before is let go."""
        had = db.get(Attachment, row.logo_id) if row.logo_id else None
        if had is not None and stored is not None and had.sha256 == stored.sha256:
            return
        row.logo_id = None if stored is None else self._file_logo(db, stored)
        db.flush()
        if had is not None:
            db.delete(had)
            db.flush()

    def _file_logo(self, db: Session, stored: StoredFile) -> UUID:
        said = filed_columns(FiledDraft(kind=DocumentKind.PICTURE, name=LOGO))
        row = Attachment(**said, **file_columns(stored), filed_on=self._store.now().date())
        db.add(row)
        db.flush()
        return row.id


def _row(db: Session, kind: PaperKind) -> PaperLayoutRow | None:
    return db.scalar(select(PaperLayoutRow).where(PaperLayoutRow.kind == kind.value))


def _stored(logo: Attachment) -> StoredFile:
    return StoredFile(sha256=logo.sha256 or "", size=logo.size, suffix=logo.suffix)


# --- what was entered --------------------------------------------------------------------------


def _checked(layout: PaperLayout) -> PaperLayout:
    """Return a layout as it is kept. Raises Refused with the field at fault."""
    columns = {one.key: _column(one) for one in layout.columns}
    signatures = layout.signatures
    if signatures is not None:
        signatures = words("signatures", signatures)
        if len(signatures) > MOST_SIGNATURES:
            raise Refused("signatures", "too_many")
        for one in signatures:
            one_line("signatures", one, limit=SIGNATURE_LIMIT)
    if layout.logo is not None:
        _check_logo(layout.logo)
    return replace(
        layout,
        title=one_line("title", layout.title),
        columns=tuple(columns.values()),
        signatures=signatures,
        footer=one_line("footer", layout.footer, limit=FOOTER_LIMIT),
    )


def _column(column: ColumnLayout) -> ColumnLayout:
    return replace(column, heading=one_line("columns", column.heading, limit=HEADING_LIMIT))


def _check_logo(logo: bytes) -> None:
    fault = _logo_fault(logo)
    if fault:
        raise Refused("logo", fault, megabytes=LOGO_BYTES // 2**20, pixels=LOGO_SIDE)


def _logo_fault(logo: bytes) -> str:
    """Return what keeps a picture from being a logo; nothing when it can be one."""
    sides = picture_sides(logo)
    if sides is None:
        return "no_picture"
    return "picture_too_large" if len(logo) > LOGO_BYTES or max(sides) > LOGO_SIDE else ""


# --- as JSON -----------------------------------------------------------------------------------


def _to_json(layout: PaperLayout) -> dict[str, Any]:
    return {
        "title": layout.title,
        "columns": [[one.key, one.heading] for one in layout.columns],
        "signatures": None if layout.signatures is None else list(layout.signatures),
        "footer": layout.footer,
    }


def _from_json(kept: Mapping[str, Any]) -> PaperLayout:
    signatures = kept.get("signatures")
    return PaperLayout(
        title=kept.get("title", ""),
        columns=tuple(
            ColumnLayout(key=key, heading=heading) for key, heading in kept.get("columns", ())
        ),
        signatures=None if signatures is None else tuple(signatures),
        footer=kept.get("footer", ""),
    )

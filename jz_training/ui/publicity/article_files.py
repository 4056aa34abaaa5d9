"""The scans and pictures of a publication: filed, opened, taken away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jz_training.domain.filing import DocumentKind, FiledDraft, FiledRow
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.paper.desktop import open_in_system

_PICTURES = {".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".heic"}
_KINDS = (kinds.DOCUMENTS, kinds.PUBLICITY)


def kind_of(path: Path) -> DocumentKind:
    """Return what a file filed with a publication is: a picture, or else the article itself."""
    is_picture = path.suffix.lower() in _PICTURES
    return DocumentKind.PICTURE if is_picture else DocumentKind.ARTICLE


def file_with(
    ctx: Context, owner: QWidget, publicity_id: UUID, paths: Sequence[Path], *, title: str
) -> None:
    """Copy files into the workspace and file them with a publication, one act a file."""
    documents = ctx.desk.documents

    def run(_: object) -> int:
        for path in paths:
            draft = FiledDraft(kind=kind_of(path), name=path.stem, publicity_id=publicity_id)
            documents.file(draft, source=path)
        return len(paths)

    ctx.work.long(
        "归档附件",
        run,
        lambda count: ctx.toast(f"已给“{title}”加入 {count} 个附件。", undo=count == 1),
        owner=owner,
        kinds=_KINDS,
        on_desk=True,
    )


def open_filed(ctx: Context, owner: QWidget, filed: FiledRow) -> None:
    """Open a copy of a filed document under its own name."""
    documents = ctx.desk.documents
    ctx.work.long(
        "取出附件", lambda _: documents.export(filed.id), open_in_system, owner=owner, on_desk=True
    )


def take_away(ctx: Context, owner: QWidget, filed: FiledRow, then: Callable[[], object]) -> None:
    """Take a filed document away; it can be undone."""
    documents = ctx.desk.documents

    def done(_: object) -> None:
        ctx.toast(f"已移除附件“{filed.draft.name}”。", undo=True)
        then()

    ctx.work.change(lambda: documents.remove(filed.id), done, owner=owner, kinds=_KINDS)

"""The files of study materials: filed, replaced, opened."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from jz_training.domain.library import MaterialDraft, MaterialRow
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.paper.desktop import open_in_system

_KINDS = (kinds.LIBRARIES, kinds.DOCUMENTS)


def keep_files(ctx: Context, owner: QWidget, paths: Sequence[Path], *, issuer: str) -> None:
    """Copy files into the workspace, one material and one act each; the name is the title."""
    materials = ctx.desk.materials

    def run(_: object) -> int:
        for path in paths:
            materials.add(MaterialDraft(title=path.stem, issuer=issuer), source=path)
        return len(paths)

    ctx.work.long(
        "登记学习材料",
        run,
        lambda count: ctx.toast(f"已登记 {count} 份学习材料。", undo=count == 1),
        owner=owner,
        kinds=_KINDS,
        on_desk=True,
    )


def set_file(ctx: Context, owner: QWidget, row: MaterialRow, path: Path) -> None:
    """Give a material its file; the one it had is let go, and undoing brings it back."""
    materials = ctx.desk.materials
    words = "已更换" if row.document_id else "已加入"
    ctx.work.long(
        "归档文件",
        lambda _: materials.set_file(row.id, path),
        lambda _: ctx.toast(f"{words}“{row.draft.title}”的文件。", undo=True),
        owner=owner,
        kinds=_KINDS,
        on_desk=True,
    )


def open_file(ctx: Context, owner: QWidget, row: MaterialRow) -> None:
    """Open a copy of a material's file under its own name."""
    documents, document_id = ctx.desk.documents, row.document_id
    if document_id is None:
        ctx.toast(f"“{row.draft.title}”还没有文件。")
        return
    ctx.work.long(
        "取出文件",
        lambda _: documents.export(document_id),
        open_in_system,
        owner=owner,
        on_desk=True,
    )

"""What is done to documents (材料) of a notice, with 撤销 offered each time."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jz_training.domain.filing import DocumentKind, FiledRow
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.paper.desktop import open_in_system

KINDS = (kinds.DOCUMENTS,)
#: What the file dialog offers.
FILES = (
    "文件 (*.pdf *.docx *.doc *.wps *.xlsx *.xls *.et *.pptx *.ppt *.txt *.jpg *.jpeg *.png);;"
    "所有文件 (*)"
)
_PICTURES = {".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".heic"}
#: Words of a file's name that tell what it is, in the order in which they are looked for.
_NAMED = (
    ("纪要", DocumentKind.MINUTES),
    ("会议记录", DocumentKind.MINUTES),
    ("通知", DocumentKind.NOTICE),
    ("措施", DocumentKind.MEASURES),
    ("方案", DocumentKind.PLAN),
    ("计划", DocumentKind.PLAN),
    ("报告", DocumentKind.REPORT),
    ("总结", DocumentKind.REPORT),
    ("情况", DocumentKind.REPORT),
    ("材料", DocumentKind.MATERIAL),
    ("读本", DocumentKind.MATERIAL),
    ("讲话", DocumentKind.MATERIAL),
    ("体会", DocumentKind.ARTICLE),
    ("评论", DocumentKind.ARTICLE),
)


def guessed_kind(path: Path) -> DocumentKind:
    """Return what a file seems to be by its name: only offered, the secretary decides."""
    named = (kind for word, kind in _NAMED if word in path.stem)
    found = next(named, DocumentKind.OTHER)
    if found is DocumentKind.OTHER and path.suffix.lower() in _PICTURES:
        return DocumentKind.PICTURE
    return found


def open_document(ctx: Context, owner: QWidget, document_id: UUID) -> None:
    """Open a copy of a document's file; of one kept on paper say where it is."""
    documents = ctx.desk.documents

    def go_on(row: FiledRow) -> None:
        if row.sha256 is None:
            ctx.toast(f"“{row.draft.name}”只有纸质件，没有存入文件。")
            return
        ctx.work.long(
            "取出材料",
            lambda _: documents.export(document_id),
            open_in_system,
            owner=owner,
            on_desk=True,
        )

    ctx.work.read(lambda: documents.get(document_id), go_on, owner=owner, key="document")


def remove_document(ctx: Context, owner: QWidget, row: FiledRow) -> None:
    """Take a document out; it can be taken back."""
    documents = ctx.desk.documents
    ctx.work.change(
        lambda: documents.remove(row.id),
        lambda _: ctx.toast(f"已移除材料“{row.draft.name}”。", undo=True),
        owner=owner,
        kinds=KINDS,
    )

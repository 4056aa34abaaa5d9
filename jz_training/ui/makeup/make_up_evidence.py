"""The documents behind a make-up, in a small window; a row opens its file."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jz_training.domain.filing import FiledRow
from jz_training.domain.make_up import MissedRow
from jz_training.labels import DOCUMENT_KINDS
from jz_training.ui.context import Context
from jz_training.ui.publicity.article_files import open_filed
from jz_training.ui.statistics.rows_dialog import RowsDialog
from jz_training.ui.widgets.rows_model import Cell, Column


def show_evidence(ctx: Context, owner: QWidget, row: MissedRow) -> None:
    """Show what was filed with a make-up, and for all of its training."""
    make_up_id, documents = row.make_up_id, ctx.desk.documents
    if make_up_id is None or not row.evidence:
        return

    def show(found: tuple[FiledRow, ...]) -> None:
        title = f"{row.name}的补学材料 {len(found)} 份"
        dialog = RowsDialog(owner, title=title, columns=_columns(), rows=found)
        dialog.lead_on(lambda filed: open_filed(ctx, owner, filed))
        dialog.open()

    ctx.work.read(lambda: documents.of_make_up(make_up_id), show, owner=owner, key="evidence")


def _columns() -> tuple[Column[FiledRow], ...]:
    return (
        Column(key="name", title="名称", cell=lambda row: row.draft.name, stretch=True),
        Column(key="kind", title="类别", cell=_kind, width=112),
        Column(key="filed", title="归档日期", cell=lambda row: row.filed_on.isoformat(), width=104),
    )


def _kind(row: FiledRow) -> Cell:
    return Cell(DOCUMENT_KINDS[row.draft.kind], role="secondary")

"""What is done with the documents of a dossier; each act tells the pages and can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jz_training.domain.dossier import DossierPart
from jz_training.domain.dossier_filing import Filing, NotFiled
from jz_training.domain.filing import FiledRow
from jz_training.labels.dossier import DOSSIER_PARTS
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.paper.desktop import open_in_system
from jz_training.ui.trainings.dossier.intake import Prepared, Wish, prepare

#: The checklist of a dossier is part of what the pages of trainings show.
_KINDS = (kinds.DOCUMENTS, kinds.TRAININGS)


class DossierActs:
    """The acts of one tab. `left_out` is told what was not filed, with an empty list when all was;
    `filed` the ids of what was."""

    def __init__(
        self,
        ctx: Context,
        owner: QWidget,
        *,
        left_out: Callable[[Sequence[NotFiled]], object],
        filed: Callable[[Sequence[UUID]], object],
    ) -> None:
        self._ctx = ctx
        self._owner = owner
        self._left_out = left_out
        self._filed = filed

    def file(self, training_id: UUID, wishes: Sequence[Wish], *, keep_original: bool) -> None:
        """Make files ready in the background, then file them in one act."""
        self._ctx.work.long(
            "整理材料",
            lambda progress: prepare(wishes, keep_original=keep_original, progress=progress),
            lambda ready: self._file_prepared(training_id, ready),
            owner=self._owner,
        )

    def _file_prepared(self, training_id: UUID, ready: Prepared) -> None:
        dossiers = self._ctx.desk.dossiers

        def run() -> Filing:
            try:
                return dossiers.file(training_id, ready.files)
            finally:
                ready.folder.cleanup()

        def tell(done: Filing) -> None:
            if done.ids:
                self._ctx.toast(f"已归档 {len(done.ids)} 份材料。", undo=True)
            self._left_out((*ready.left_out, *done.left_out))
            self._filed(done.ids)

        self._ctx.work.change(run, tell, owner=self._owner, kinds=_KINDS)

    def describe(self, row: FiledRow, *, name: str, caption: str) -> None:
        """Give a document another name or caption."""
        dossiers = self._ctx.desk.dossiers
        self._ctx.work.change(
            lambda: dossiers.describe(row.id, version=row.version, name=name, caption=caption),
            owner=self._owner,
            kinds=_KINDS,
        )

    def arrange(self, training_id: UUID, part: DossierPart, ids: Sequence[UUID]) -> None:
        """Put the documents of a part in order."""
        dossiers = self._ctx.desk.dossiers
        self._ctx.work.change(
            lambda: dossiers.arrange(training_id, part, ids), owner=self._owner, kinds=_KINDS
        )

    def move(self, training_id: UUID, ids: Sequence[UUID], part: DossierPart) -> None:
        """Move documents to another part."""
        ctx, count = self._ctx, len(ids)
        dossiers = ctx.desk.dossiers
        ctx.work.change(
            lambda: dossiers.move(training_id, ids, part),
            lambda _: ctx.toast(f"已把 {count} 份材料移到“{DOSSIER_PARTS[part]}”。", undo=True),
            owner=self._owner,
            kinds=_KINDS,
        )

    def remove(self, training_id: UUID, ids: Sequence[UUID]) -> None:
        """Take documents out of the dossier."""
        ctx, count = self._ctx, len(ids)
        dossiers = ctx.desk.dossiers
        ctx.work.change(
            lambda: dossiers.remove(training_id, ids),
            lambda _: ctx.toast(f"已移除 {count} 份材料。", undo=True),
            owner=self._owner,
            kinds=_KINDS,
        )

    def set_not_needed(self, training_id: UUID, part: DossierPart, *, yes: bool) -> None:
        """Say whether a part does not apply."""
        dossiers = self._ctx.desk.dossiers
        self._ctx.work.change(
            lambda: dossiers.set_not_needed(training_id, part, yes=yes),
            owner=self._owner,
            kinds=_KINDS,
        )

    def open(self, row: FiledRow) -> None:
        """Open a copy of a document under its own name."""
        documents = self._ctx.desk.documents
        self._ctx.work.long(
            "取出材料",
            lambda _: documents.export(row.id),
            open_in_system,
            owner=self._owner,
            on_desk=True,
        )

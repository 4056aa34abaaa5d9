"""The dialog to file documents, to note one kept on paper, or to change what is said of one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from jz_training.domain.filing import DocumentKind, FiledDraft, FiledRow
from jz_training.errors import JzError
from jz_training.labels.filing import DOCUMENT_KINDS
from jz_training.ui.context import Context
from jz_training.ui.notices.document_changes import KINDS, guessed_kind
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.date_time_field import DateField
from jz_training.ui.widgets.entry_dialog import EntryDialog
from jz_training.ui.widgets.form import Form
from jz_training.ui.widgets.id_box import IdBox

if TYPE_CHECKING:
    from jz_training.services.documents import Documents

#: So many names of files are told one by one.
_TOLD = 5


class DocumentDialog(EntryDialog):
    """Files one document or several at once, or changes the one it is given.

    Several files keep their own names; kind, date and duty are those of all of them. Without files
    a document kept on paper is noted. Signals: saved(UUID) with the last document's id.
    """

    def __init__(
        self,
        ctx: Context,
        parent: QWidget,
        *,
        notice_id: UUID,
        duties: Sequence[tuple[UUID, str]],
        files: Sequence[Path] = (),
        row: FiledRow | None = None,
        obligation_id: UUID | None = None,
    ) -> None:
        super().__init__(ctx, parent, title=_title(row, files), kinds=KINDS, width=480)
        self._notice_id, self._row = notice_id, row
        self._files = tuple(files)
        self._make(duties)
        self._fill(obligation_id)
        self.fit()

    @property
    def many(self) -> bool:
        """Tell whether several files are filed at once, each under its own name."""
        return len(self._files) > 1

    # --- construction --------------------------------------------------------------------------

    def _make(self, duties: Sequence[tuple[UUID, str]]) -> None:
        if self._files:
            self.column.addWidget(plain_label(_files_words(self._files), "secondary", wrap=True))
        self.form = Form()
        self.name, self.number = QLineEdit(), QLineEdit()
        if not self.many:
            self.form.add("name", "名称", self.name, required=True)
        self.kind = self.form.add("kind", "类别", QComboBox(), hint=self._kind_hint())
        for kind, word in DOCUMENT_KINDS.items():
            self.kind.addItem(word, kind.value)
        if not self.many:
            self.form.add("number", "文号", self.number)
        self.dated = self.form.add("dated", "日期", DateField(clock=self._ctx.desk.now))
        self.duty = self.form.add("obligation_id", "对应的要求", IdBox("不对应某项要求"))
        self.duty.offer(duties)
        self.note = self.form.add("note", "备注", QPlainTextEdit())
        self.note.setFixedHeight(theme().sizes.of(56))
        self.note.setTabChangesFocus(True)
        self.form.submitted.connect(self.accept)
        self.put(self.form)

    def _kind_hint(self) -> str:
        return "按文件名推测，请核对。" if self._files else ""

    def _fill(self, obligation_id: UUID | None) -> None:
        draft = self._row.draft if self._row else self._offered(obligation_id)
        self.name.setText(draft.name)
        self.number.setText(draft.number)
        self.kind.setCurrentIndex(self.kind.findData(draft.kind.value))
        self.dated.set_value(draft.dated)
        self.note.setPlainText(draft.note)
        self.duty.set_value(draft.obligation_id)
        (self.kind if self.many else self.name).setFocus()

    def _offered(self, obligation_id: UUID | None) -> FiledDraft:
        guesses = {guessed_kind(path) for path in self._files}
        return FiledDraft(
            kind=guesses.pop() if len(guesses) == 1 else DocumentKind.OTHER,
            name=self._files[0].stem if self._files else "",
            obligation_id=obligation_id,
        )

    # --- saving --------------------------------------------------------------------------------

    def draft(self, name: str) -> FiledDraft:
        """Return what is entered, for a document of a name."""
        return FiledDraft(
            kind=DocumentKind(self.kind.currentData()),
            name=name,
            number=self.number.text().strip(),
            dated=self.dated.value(),
            note=self.note.toPlainText().strip(),
            notice_id=self._notice_id,
            obligation_id=self.duty.value(),
            publicity_id=self._row.draft.publicity_id if self._row else None,
        )

    def submit(self, job: Callable[[], UUID], then: Callable[[UUID], None]) -> None:
        """Save as a long job: files are copied."""
        self._ctx.work.long(
            "存入材料",
            lambda _: job(),
            then,
            owner=self,
            kinds=KINDS,
            on_desk=True,
            failed=self._show_fault,
        )

    def _readable(self) -> bool:
        typed = self.dated.text().strip()
        if not typed or self.dated.value() is not None:
            return True
        self.form.show_errors({"dated": f"没有看懂“{typed}”，可以写成 2026-12-10、12-10 这样。"})
        return False

    def saving_job(self) -> Callable[[], UUID] | None:
        if not self.form.complete() or not self._readable():
            return None
        documents, row, files = self._ctx.desk.documents, self._row, self._files
        names = [path.stem for path in files] if self.many else [self.name.text().strip()]
        drafts = [self.draft(name) for name in names]

        def save() -> UUID:
            if row is not None:
                documents.change(row.id, version=row.version, draft=drafts[0])
                return row.id
            return _filed(documents, drafts, files or (None,))

        return save

    def tell_saved(self) -> None:
        count = max(1, len(self._files))
        words = f"已存入 {count} 份材料。" if self.many else f"已存入“{self.name.text().strip()}”。"
        if self._row is None:
            self._ctx.toast(words, undo=not self.many)


def _filed(
    documents: Documents, drafts: Sequence[FiledDraft], sources: Sequence[Path | None]
) -> UUID:
    """File all of them or, when one is refused, none; return the id of the last."""
    filed: list[UUID] = []
    try:
        for draft, source in zip(drafts, sources, strict=True):
            filed.append(documents.file(draft, source=source))
    except JzError:
        for document_id in filed:
            documents.remove(document_id)
        raise
    return filed[-1]


def _title(row: FiledRow | None, files: Sequence[Path]) -> str:
    if row is not None:
        return "修改材料"
    return "存入材料" if files else "登记纸质材料"


def _files_words(files: Sequence[Path]) -> str:
    names = "、".join(path.name for path in files[:_TOLD])
    if len(files) == 1:
        return names
    more = "等" if len(files) > _TOLD else ""
    return f"共 {len(files)} 个文件：{names}{more}"

"""The files of one publication inside its dialog: a line each, to open or take away."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from jz_training.domain.filing import FiledRow
from jz_training.labels.file_sizes import size_words
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.publicity.article_files import file_with, open_filed, take_away
from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.text import ElidedLabel, button, plain_label

_FILES = "图片和文章 (*.png *.jpg *.jpeg *.gif *.bmp *.webp *.pdf *.docx *.doc *.wps);;所有文件 (*)"


class FilesList(QWidget):
    """Shows what is filed with a publication and follows every change of it."""

    def __init__(self, ctx: Context, publicity_id: UUID, *, title: str) -> None:
        super().__init__()
        self._ctx, self._id, self._title = ctx, publicity_id, title
        self.rows: tuple[FiledRow, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.add = button("加入附件…")
        set_icon(self.add, "plus")
        self.add.clicked.connect(self._choose)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addWidget(plain_label("也可以把文件拖到列表里的那一行上。", "small"))
        foot.addStretch(1)
        self._column.addLayout(self._lines)
        self._column.addLayout(foot)
        self.setFocusProxy(self.add)
        ctx.work.changed.connect(self._hear)
        self.refresh()

    def refresh(self) -> None:
        """Read the files again."""
        documents, publicity_id = self._ctx.desk.documents, self._id
        self._ctx.work.read(
            lambda: documents.of_publicity(publicity_id), self._show, owner=self, key="files"
        )

    def take(self, paths: Sequence[Path]) -> None:
        """File some more."""
        file_with(self._ctx, self, self._id, paths, title=self._title)

    def take_away(self, row: FiledRow) -> None:
        """Take one away; it can be undone."""
        take_away(self._ctx, self, row, self.add.setFocus)

    def _show(self, rows: tuple[FiledRow, ...]) -> None:
        self.rows = rows
        while (item := self._lines.takeAt(0)) is not None:
            line = item.widget()
            if line is not None:
                line.hide()
                line.deleteLater()
        for row in rows:
            self._lines.addWidget(self._line(row))

    def _line(self, row: FiledRow) -> QWidget:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(ElidedLabel(f"{row.draft.name}{row.suffix}"), 1)
        across.addWidget(plain_label(size_words(row.size), "small"))
        opener = button("打开", "link")
        opener.setAccessibleName(f"打开 {row.draft.name}")
        opener.clicked.connect(lambda: open_filed(self._ctx, self, row))
        cross = QToolButton()
        cross.setAccessibleName(f"移除 {row.draft.name}")
        set_icon(cross, "x")
        cross.clicked.connect(lambda: self.take_away(row))
        across.addWidget(opener)
        across.addWidget(cross)
        return line

    def _choose(self) -> None:
        path = self._ctx.ask.open_file("加入附件", kinds=_FILES)
        if path is not None:
            self.take([path])

    def _hear(self, changed: frozenset[str]) -> None:
        if kinds.DOCUMENTS in changed:
            self.refresh()

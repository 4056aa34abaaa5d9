"""The files that show a make-up, kept until the dialog around them is saved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jz_training.ui.context import Context
from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.text import ElidedLabel, button
from jz_training.ui.widgets.file_drop import take_files

_FILES = "图片和文档 (*.png *.jpg *.jpeg *.pdf *.docx *.doc *.wps *.txt);;所有文件 (*)"


class EvidenceField(QWidget):
    """Takes several files, chosen or dropped; each may be taken away again."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._paths: list[Path] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.add = button("加入文件…")
        set_icon(self.add, "plus")
        self.add.clicked.connect(self._choose)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._lines)
        column.addLayout(foot)
        self.setFocusProxy(self.add)
        take_files(self, self.take)

    def value(self) -> tuple[Path, ...]:
        """Return the files in the order they came."""
        return tuple(self._paths)

    def take(self, paths: Sequence[Path]) -> None:
        """Add files, each once."""
        for path in paths:
            if path not in self._paths:
                self._paths.append(path)
                self._lines.addWidget(self._line(path))

    def _line(self, path: Path) -> QWidget:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(ElidedLabel(path.name), 1)
        drop = button("移除", "link")
        drop.setAccessibleName(f"移除 {path.name}")
        drop.clicked.connect(lambda: self._drop(path, line))
        across.addWidget(drop)
        return line

    def _drop(self, path: Path, line: QWidget) -> None:
        self._paths.remove(path)
        self._lines.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.add.setFocus()

    def _choose(self) -> None:
        self.take(self._ctx.ask.open_files("补学的佐证材料", kinds=_FILES))

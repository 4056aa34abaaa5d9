"""The one file of a study material inside a form: its name, to choose another or none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jz_training.domain.filing import FiledRow
from jz_training.ui.context import Context
from jz_training.ui.style.text import ElidedLabel, button

FILES = "文档和图片 (*.pdf *.docx *.doc *.wps *.pptx *.ppt *.txt *.png *.jpg);;所有文件 (*)"


class FileField(QWidget):
    """Keeps what was chosen until the form is saved.

    `source` is the file chosen, `renewed` whether the file filed before is to be replaced or
    taken away. Signals: chosen(Path) when the user picked a file.
    """

    chosen = Signal(object)

    def __init__(self, ctx: Context, filed: FiledRow | None) -> None:
        super().__init__()
        self._ctx = ctx
        self.source: Path | None = None
        self.renewed = False
        self._name = ElidedLabel("", "secondary")
        self.choose = button("选择文件…")
        self.drop = button("移除", "link")
        self.choose.clicked.connect(self._ask)
        self.drop.clicked.connect(lambda: self._set(None))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.choose)
        line.addWidget(self._name, 1)
        line.addWidget(self.drop)
        self.setFocusProxy(self.choose)
        self._show(f"{filed.draft.name}{filed.suffix}" if filed else "")

    @property
    def words(self) -> str:
        """Return what the field says of the file."""
        return self._name.text()

    def take(self, path: Path) -> None:
        """Take a file in the place of the one there."""
        self._set(path)

    def _set(self, path: Path | None) -> None:
        self.source, self.renewed = path, True
        self._show(path.name if path else "")

    def _show(self, name: str) -> None:
        self._name.setText(name or "没有文件")
        self.drop.setVisible(bool(name))

    def _ask(self) -> None:
        path = self._ctx.ask.open_file("选择学习材料的文件", kinds=FILES)
        if path is not None:
            self.chosen.emit(path)

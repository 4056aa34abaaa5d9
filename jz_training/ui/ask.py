"""A replaceable way to ask and tell: pages speak to an `Asker`, the window answers with dialogs.

Tests give a list of answers instead. Everything shown is plain text.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from jz_training.ui.memory import Memory
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.dialog import PlainDialog
from jz_training.ui.widgets.form import Form


class Asker(Protocol):
    """What a page may ask. Cancelled answers are False, None or an empty list."""

    def confirm(self, sentence: str, *, detail: str = "", verb: str, danger: bool = False) -> bool:
        """Ask before something that cannot be undone; `verb` is the word on the button."""
        ...

    def text(
        self, sentence: str, *, label: str, verb: str, value: str = "", detail: str = ""
    ) -> str | None:
        """Ask for one line, such as the reason for reopening; never returns an empty text."""
        ...

    def tell(self, sentence: str, *, detail: str = "") -> None:
        """Tell something that must be read; `detail` stands behind 详情."""
        ...

    def open_file(self, title: str, *, kinds: str) -> Path | None:
        """Ask for an existing file; `kinds` as Qt wants it: 名册 (*.xlsx *.xls)."""
        ...

    def open_files(self, title: str, *, kinds: str) -> list[Path]:
        """Ask for existing files, one or several."""
        ...

    def save_file(self, title: str, *, name: str, kinds: str) -> Path | None:
        """Ask where to save; the system's dialog asks about replacing."""
        ...

    def folder(self, title: str) -> Path | None:
        """Ask for a folder."""
        ...


class WindowAsker:
    """Asks by dialogs over the window; file dialogs open where the last one ended."""

    def __init__(self, parent: QWidget, memory: Memory) -> None:
        self._parent = parent
        self._memory = memory

    def confirm(self, sentence: str, *, detail: str = "", verb: str, danger: bool = False) -> bool:
        """Ask with two buttons; Esc and closing mean no."""
        dialog = confirm_dialog(self._parent, sentence, detail=detail, verb=verb, danger=danger)
        return dialog.run()

    def text(
        self, sentence: str, *, label: str, verb: str, value: str = "", detail: str = ""
    ) -> str | None:
        """Ask for one line in a small form, below what should be known before."""
        from PySide6.QtWidgets import QLineEdit

        dialog = PlainDialog(self._parent, title=sentence, verb=verb)
        if detail:
            dialog.body.addWidget(plain_label(detail, "secondary", wrap=True))
        field = QLineEdit(value)
        form = Form()
        form.add("text", label, field, required=True)
        form.submitted.connect(dialog.accept)
        dialog.body.addWidget(form)
        dialog.ready = form.complete
        field.setFocus()
        return field.text().strip() if dialog.run() else None

    def tell(self, sentence: str, *, detail: str = "") -> None:
        """Show a sentence with one button; the detail can be unfolded and copied."""
        dialog = PlainDialog(self._parent, title=sentence, verb="知道了", cancel="")
        if detail:
            dialog.add_detail(detail)
        dialog.run()

    def open_file(self, title: str, *, kinds: str) -> Path | None:
        """Ask by the system's dialog."""
        found, _ = QFileDialog.getOpenFileName(self._parent, title, self._last(), kinds)
        return self._remember(found)

    def open_files(self, title: str, *, kinds: str) -> list[Path]:
        """Ask by the system's dialog."""
        found, _ = QFileDialog.getOpenFileNames(self._parent, title, self._last(), kinds)
        return [path for path in map(self._remember, found) if path is not None]

    def save_file(self, title: str, *, name: str, kinds: str) -> Path | None:
        """Ask by the system's dialog, which asks about replacing."""
        start = str(Path(self._last()) / name)
        found, _ = QFileDialog.getSaveFileName(self._parent, title, start, kinds)
        return self._remember(found)

    def folder(self, title: str) -> Path | None:
        """Ask by the system's dialog."""
        return self._remember(QFileDialog.getExistingDirectory(self._parent, title, self._last()))

    def _last(self) -> str:
        found = self._memory.text("last_folder")
        return found if found and Path(found).is_dir() else str(Path.home())

    def _remember(self, found: str) -> Path | None:
        if not found:
            return None
        path = Path(found)
        self._memory.keep("last_folder", str(path if path.is_dir() else path.parent))
        return path


def confirm_dialog(
    parent: QWidget, sentence: str, *, detail: str = "", verb: str, danger: bool = False
) -> PlainDialog:
    """Return the dialog that asks before something; Enter is the verb, Esc means no."""
    dialog = PlainDialog(parent, title=sentence, verb=verb, danger=danger)
    if detail:
        dialog.body.addWidget(plain_label(detail, "secondary", wrap=True))
    return dialog

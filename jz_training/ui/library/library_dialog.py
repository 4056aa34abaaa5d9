"""What the dialogs of the libraries share: a form, saving in the background, faults in place."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from jz_training.errors import JzError, Refused
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.dialog import PlainDialog
from jz_training.ui.widgets.form import Form

#: A new name of a venue or a speaker goes to the trainings to come.
_KINDS = (kinds.LIBRARIES, kinds.TRAININGS, kinds.DOCUMENTS)


class LibraryDialog(PlainDialog):
    """A form whose subclass gives the job that saves it.

    Signals: saved(UUID) with the id of what was entered or changed.
    """

    saved = Signal(object)

    def __init__(self, ctx: Context, parent: QWidget, *, title: str) -> None:
        super().__init__(parent, title=title, verb="保存", width=480)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ctx = ctx
        self._saving = False
        self.form = Form()
        self.form.submitted.connect(self.accept)
        self.trouble = plain_label("", "error", wrap=True)
        self.body.addWidget(self.form)
        self.body.addWidget(self.trouble)
        self.trouble.hide()
        self.ready = self._save

    def job(self) -> Callable[[], UUID] | None:
        """Return what saves the form; None when something cannot be read (it is shown)."""
        raise NotImplementedError

    def add_note(self) -> QPlainTextEdit:
        """Add the field 备注 at the end of the form."""
        note = self.form.add("note", "备注", QPlainTextEdit())
        note.setFixedHeight(theme().sizes.of(56))
        note.setTabChangesFocus(True)
        return note

    def _save(self) -> bool:
        """Save in the background; the dialog closes when that has succeeded."""
        job = self.job() if not self._saving and self.form.complete() else None
        if job is not None:
            self._show_saving(True)
            self._ctx.work.change(
                job, self._close_with, owner=self, kinds=_KINDS, failed=self._show_fault
            )
        return False

    def _close_with(self, row_id: UUID) -> None:
        self.done(QDialog.DialogCode.Accepted)
        self.saved.emit(row_id)

    def _show_saving(self, saving: bool) -> None:
        self._saving = saving
        self.verb.setEnabled(not saving)
        self.trouble.hide()

    def _show_fault(self, error: JzError) -> bool:
        self._show_saving(False)
        self.form.clear_errors()
        wrong = error.field if isinstance(error, Refused) else ""
        if not self.form.set_error(wrong, str(error)):
            self.trouble.setText(str(error))
            self.trouble.show()
        return True

"""The one way entries are saved in dialogs: in the background, closing once that has succeeded."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jz_training.errors import JzError, Refused
from jz_training.ui.context import Context
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.card import scrolled
from jz_training.ui.widgets.dialog import PlainDialog
from jz_training.ui.widgets.form import Form


class EntryDialog(PlainDialog):
    """A dialog of fields that scroll when they are many, with 保存 and 取消.

    A dialog makes its `form`, puts it into `column`, says in `saving_job()` what saves the entries
    and calls `fit()` once it is filled. What is refused stands under its field, every other
    trouble below all of them. Signals: saved(UUID) with the id of what was saved.
    """

    saved = Signal(object)

    #: The only form, unless `forms()` tells more.
    form: Form

    def __init__(
        self,
        ctx: Context,
        parent: QWidget,
        *,
        title: str,
        kinds: Iterable[str],
        width: int = 440,
    ) -> None:
        super().__init__(parent, title=title, verb="保存", width=width)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ctx, self._kinds = ctx, frozenset(kinds)
        self._saving = False
        self._make_column()
        self.ready = self._save

    # --- what a dialog says of itself ----------------------------------------------------------

    def saving_job(self) -> Callable[[], UUID] | None:
        """Return what saves the entries and tells the id of what was saved.

        None when an entry is missing or cannot be read, which is shown. The job runs on another
        thread: it takes along what was entered and touches no widget.
        """
        raise NotImplementedError

    def forms(self) -> tuple[Form, ...]:
        """Return the forms under whose fields a refusal may stand."""
        return (self.form,)

    def tell_saved(self) -> None:
        """Say outside the dialog that the entries are saved; what a list shows says it itself."""

    def submit(self, job: Callable[[], UUID], then: Callable[[UUID], None]) -> None:
        """Hand the saving over to the door for work."""
        work = self._ctx.work
        work.change(job, then, owner=self, kinds=self._kinds, failed=self._show_fault)

    # --- construction --------------------------------------------------------------------------

    def _make_column(self) -> None:
        self._holder = QWidget()
        self.column = QVBoxLayout(self._holder)
        self.column.setContentsMargins(0, 0, 8, 0)
        self.column.setSpacing(12)
        self._area = scrolled(self._holder)
        self.body.addWidget(self._area, 1)
        self.trouble = plain_label("", "error", wrap=True)
        self.trouble.hide()
        self.body.addWidget(self.trouble)

    def put(self, *parts: QWidget) -> None:
        """Put the parts one below the other; what room is left stays empty below them."""
        for part in parts:
            self.column.addWidget(part)
        self.column.addStretch(1)

    def fit(self) -> None:
        """Be as high as the fields, as far as the screen allows; then they scroll."""
        self._holder.adjustSize()
        self._area.setMinimumHeight(min(self._holder.sizeHint().height(), self._room()))
        self.adjustSize()

    def _grow(self) -> None:
        """Make room for the sentences under the fields, as far as the screen allows."""
        fitted = self._area.minimumHeight()
        if fitted and (layout := self._holder.layout()) is not None:
            layout.activate()
            needed = layout.totalHeightForWidth(self._area.viewport().width())
            self._area.setMinimumHeight(max(fitted, min(needed, self._room())))

    def _room(self) -> int:
        return self.screen().availableGeometry().height() - theme().sizes.of(200)

    # --- saving --------------------------------------------------------------------------------

    def begin_saving(self, then: Callable[[UUID], None]) -> None:
        """Save in the background, once at a time; afterwards `then` gets the id."""
        job = None if self._saving else self.saving_job()
        if job is not None:
            self.show_saving(True)
            self.submit(job, then)
        self._grow()  # for what is missing

    def show_saving(self, saving: bool) -> None:
        """Let the verb rest while the entries are being saved."""
        self._saving = saving
        self.verb.setEnabled(not saving)
        self.trouble.hide()

    def show_refusal(self, field: str, sentence: str) -> bool:
        """Show a sentence under the field it belongs to; False when no form has it."""
        forms = self.forms()
        for form in forms:
            form.clear_errors()
        return any(form.set_error(field, sentence) for form in forms)

    def _save(self) -> bool:
        """Begin to save; the dialog stays until that has succeeded."""
        self.begin_saving(self._close_with)
        return False

    def _close_with(self, saved_id: UUID) -> None:
        self.done(QDialog.DialogCode.Accepted)
        self.tell_saved()
        self.saved.emit(saved_id)

    def _show_fault(self, error: JzError) -> bool:
        self.show_saving(False)
        field = error.field if isinstance(error, Refused) else ""
        if not self.show_refusal(field, str(error)):
            self.trouble.setText(str(error))
            self.trouble.show()
        self._grow()
        return True

"""An entry dialog in two parts, the second one folded, that can go on with the next entry."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from jz_training.ui.style.text import button
from jz_training.ui.widgets.entry_dialog import EntryDialog
from jz_training.ui.widgets.form import Form


class FoldingDialog(EntryDialog):
    """Shows the fields everybody fills; those few need, `more`, unfold by a link or when wrong."""

    more: Form

    def forms(self) -> tuple[Form, ...]:
        return (self.form, self.more)

    def put_folded(self, words: str, *, first: QWidget) -> None:
        """Put both forms, the second under a link; unfolding goes to its `first` field."""
        self._first = first
        self._fold = button(words, "link")
        self._fold.clicked.connect(self.unfold)
        self.column.setSpacing(8)
        self.column.addWidget(self.form)
        self.column.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        self.put(self.more)
        self.more.hide()
        for form in self.forms():
            form.submitted.connect(self.accept)

    def unfold(self) -> None:
        """Show the fields that few need."""
        self._fold.hide()
        self.more.show()
        self.fit()
        self._first.setFocus()

    def offer_next(self, words: str) -> None:
        """Offer to save and begin the next entry at once."""
        self.next = button(words, tip=f"{words}（Ctrl+Enter）")
        self.next.clicked.connect(lambda: self.begin_saving(self._start_next))
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.next.click)
        self.extra.addWidget(self.next)

    def empty_for_next(self) -> None:
        """Empty what belongs to one entry; what is often the same again stays."""
        raise NotImplementedError

    def show_refusal(self, field: str, sentence: str) -> bool:
        shown = super().show_refusal(field, sentence)
        if shown and self.more.has_errors():
            self.show_more()
        return shown

    def show_more(self) -> None:
        """Unfold, unless that is done already."""
        if self.more.isHidden():
            self.unfold()

    def _start_next(self, saved_id: UUID) -> None:
        self.show_saving(False)
        self.empty_for_next()
        self.form.clear_errors()
        self.saved.emit(saved_id)

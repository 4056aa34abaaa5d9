"""What is being typed on a row of the list: a mark that more keys may complete."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from jz_training.domain.attendance import Mark
from jz_training.ui.attendance.attendance_keys import Typed, begin, go_on


class RowTyping(QObject):
    """Gathers the keys of one mark, so that it is recorded once.

    Signals: marked(int, Mark): number of the row and the mark; drafting(Mark or None): how far
    the mark has come.
    """

    marked = Signal(int, object)
    drafting = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._number = 0
        self.draft: Mark | None = None

    def take(self, key: str, *, number: int) -> bool:
        """Take a key on a row; False when it means nothing here."""
        typed = go_on(self.draft, key) if self.draft is not None else Typed(used=False)
        if not typed.used:
            typed = begin(key)
            if typed.used:
                self.commit()
        if typed.used:
            self._number = number
            self._set(typed.mark)
            if not typed.open:
                self.commit()
        return typed.used

    def commit(self) -> None:
        """Record what was typed so far, if anything."""
        mark = self.draft
        if mark is not None:
            self._set(None)
            self.marked.emit(self._number, mark)

    def drop(self) -> bool:
        """Forget what was typed; False when there was nothing."""
        had = self.draft is not None
        if had:
            self._set(None)
        return had

    def _set(self, mark: Mark | None) -> None:
        self.draft = mark
        self.drafting.emit(mark)

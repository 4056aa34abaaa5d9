"""Free text that also offers the usual words: a click into the empty field shows them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from jz_training.ui.widgets.suggest_field import SuggestField


class ChoiceField(SuggestField):
    """A SuggestField for words of a short list, such as 层级; any other word may be typed."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.isReadOnly():
            self._list.offer(self.suggestions("" if self._is_usual() else self.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self._is_usual() and not self._list.isVisible():
            self._list.offer(self.suggestions(""))
        else:
            super().keyPressEvent(event)

    def _is_usual(self) -> bool:
        """Tell whether the text is one of the words: then the others are offered, to change it."""
        return not self.text() or self.text() in self._choices

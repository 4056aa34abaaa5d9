"""Short sentences at the bottom of the window: what was done, with 撤销; what went wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, plain_label

Action = tuple[str, Callable[[], object]]

#: Long enough to read a sentence and reach the button.
SHOWN_MS = 8000


class Toast(QFrame):
    """One sentence over the window; a new one takes the place of the old one.

    It lies over a widget, and above another one while that is shown at the bottom. Good news goes
    by itself, trouble stays until it is closed.

    Signals: shown(str).
    """

    shown = Signal(str)

    def __init__(self, over: QWidget, *, above: QWidget | None = None) -> None:
        super().__init__(over)
        self._over, self._above = over, above
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(16, 8, 8, 8)
        self._line.setSpacing(8)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.text = ""
        self._buttons: list[QPushButton] = []
        over.installEventFilter(self)
        self.hide()

    def tell(self, text: str, actions: Sequence[Action] = ()) -> None:
        """Say that something was done."""
        self._say(text, "toast", actions)
        self._timer.start(SHOWN_MS)

    def warn(self, text: str, actions: Sequence[Action] = ()) -> None:
        """Say what went wrong; it stays until it is closed or something else is said."""
        self._timer.stop()
        self._say(text, "trouble", [*actions, ("关闭", self.hide)])

    def offers(self, word: str) -> QPushButton | None:
        """Return the button with a word, if one is offered."""
        found = (b for b in self._buttons if b.text() == word)
        return next(found, None)

    def withdraw(self, word: str) -> None:
        """Take away what is said if it offers something that no longer holds."""
        if self.offers(word) is not None:
            self._timer.stop()
            self.hide()

    def _say(self, text: str, kind: str, actions: Sequence[Action]) -> None:
        self._clear()
        self.text = text
        self.setProperty("kind", kind)
        self._line.addWidget(plain_label(text, wrap=True), 1)
        for word, act in actions:
            made = button(word, "quiet" if kind == "trouble" else "")
            made.clicked.connect(lambda _=False, act=act: self._do(act))
            self._line.addWidget(made)
            self._buttons.append(made)
        self._show_parts()
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self.shown.emit(text)

    def _show_parts(self) -> None:
        """Over a toast that is still there a new part would count as hidden, thus as no height."""
        for at in range(self._line.count()):
            item = self._line.itemAt(at)
            part = item.widget() if item is not None else None
            if part is not None:
                part.show()

    def _do(self, act: Callable[[], object]) -> None:
        self.hide()
        act()

    def _clear(self) -> None:
        self._buttons.clear()
        while (item := self._line.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _place(self) -> None:
        self.style().unpolish(self)
        self.style().polish(self)
        width = min(self._over.width() - 48, theme().sizes.of(640))
        self.setFixedWidth(min(width, self._natural_width()))
        self.adjustSize()
        left = (self._over.width() - self.width()) // 2
        self.move(left, self._over.height() - self.height() - 24 - self._lift())

    def _lift(self) -> int:
        above = self._above
        return above.height() if above is not None and above.isVisible() else 0

    def _natural_width(self) -> int:
        words = self.fontMetrics().horizontalAdvance(self.text) + 56
        items = (self._line.itemAt(at) for at in range(1, self._line.count()))
        return words + sum(item.sizeHint().width() + 8 for item in items if item is not None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

"""A line of free text that offers what was written before, found by Chinese or pinyin initials."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout

from jz_training.ui.style.look import theme

if TYPE_CHECKING:
    from jz_training.ui.work import Work

_MOST = 8


class SuggestField(QLineEdit):
    """A QLineEdit with a short list under it; any other text may be typed as well.

    Down opens the list, Enter takes the marked line, Esc closes the list first.

    Signals: picked(str) when a suggestion was taken.
    """

    picked = Signal(str)

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self._choices: tuple[str, ...] = ()
        self._initials: Mapping[str, str] = {}
        self._details: Mapping[str, str] = {}
        self._list = SuggestionList(self)
        self._list.taken.connect(self._take)
        self.textEdited.connect(self._offer)

    def set_choices(
        self, choices: Sequence[str], *, initials: Mapping[str, str] | None = None
    ) -> None:
        """Set what is offered, likeliest first; `initials` maps a choice to its pinyin initials
        (several ways of reading apart by a blank)."""
        self._choices = tuple(dict.fromkeys(choice for choice in choices if choice))
        self._initials = initials or {}

    def offer(self, choices: Sequence[str], work: Work) -> None:
        """Set what is offered and find the pinyin initials on the worker."""
        self.set_choices(choices)
        wanted = self._choices

        def find() -> dict[str, str]:
            from jz_training.ui.widgets.initials import initials_of

            return {choice: initials_of(choice) for choice in wanted}

        work.read(find, lambda found: self.set_choices(wanted, initials=found), owner=self,
                  key="initials")  # fmt: skip

    def set_details(self, details: Mapping[str, str]) -> None:
        """Set what is said beside a choice in the list, such as how many a venue seats."""
        self._details = details

    def suggestions(self, typed: str) -> list[str]:
        """Return what is offered for a text: beginnings first, then what holds it."""
        wanted = typed.strip().lower()
        first = [c for c in self._choices if self._starts(c, wanted)]
        rest = [c for c in self._choices if c not in first and wanted in c.lower()]
        return [c for c in first + rest if c != typed][:_MOST]

    def _starts(self, choice: str, wanted: str) -> bool:
        keys = (choice.lower(), *self._initials.get(choice, "").split())
        return any(key.startswith(wanted) for key in keys)

    def _offer(self) -> None:
        self._show(self.suggestions(self.text()))

    def _show(self, choices: Sequence[str]) -> None:
        self._list.offer(choices, details=self._details)

    def _take(self, choice: str) -> None:
        self.setText(choice)
        self.picked.emit(choice)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self._list.isVisible():
            self._show(self.suggestions(self.text() if self.isModified() else ""))
        elif not self._list.take_key(event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._list.hide()
        super().focusOutEvent(event)


class SuggestionList(QFrame):
    """The list under a field. It never takes the focus, so typing goes on.

    Signals: taken(str).
    """

    taken = Signal(str)

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self._field = field
        self._choices: tuple[str, ...] = ()
        self.setProperty("kind", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._model = QStringListModel(self)
        self._view = QListView()
        self._view.setModel(self._model)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._view.clicked.connect(lambda index: self._take(index.row()))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._view)

    def offer(self, choices: Sequence[str], *, details: Mapping[str, str] | None = None) -> None:
        """Show some choices under the field, or nothing when there are none."""
        self._choices = tuple(choices)
        said = details or {}
        lines = ((choice, said.get(choice, "")) for choice in self._choices)
        self._model.setStringList(["\u3000".join(filter(None, line)) for line in lines])
        if not choices:
            self.hide()
            return
        row = theme().sizes.of(30)
        self.resize(max(self._field.width(), 160), len(choices) * row + 12)
        self.move(self._field.mapToGlobal(QPoint(0, self._field.height() + 4)))
        self._view.setCurrentIndex(self._model.index(-1, 0))
        self.show()
        self._field.window().installEventFilter(self)

    def words(self) -> list[str]:
        """Return the choices shown."""
        return list(self._choices) if self.isVisible() else []

    def take_key(self, event: QKeyEvent) -> bool:
        """Move, take or close by a key; False when the key is not ours."""
        if not self.isVisible():
            return False
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if steps is not None:
            self._mark((self._view.currentIndex().row() + steps) % self._model.rowCount())
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return True
        marked = self._view.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and marked >= 0:
            self._take(marked)
            return True
        return False

    def _mark(self, at: int) -> None:
        self._view.setCurrentIndex(self._model.index(at, 0))

    def _take(self, at: int) -> None:
        choice = self._choices[at]
        self.hide()
        self.taken.emit(choice)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowDeactivate):
            self.hide()
        return False

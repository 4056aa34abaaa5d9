"""A page of the window: title and facts, at most three actions, a filter line, the body."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from jz_training.ui.context import Context
from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import ElidedLabel, button, button_words, plain_tip
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.badge import Badge


class Page(QWidget):
    """Base of all pages. A subclass fills `body`, and overrides `show_for` and `refresh`.

    `kinds` names the changes (`Work.changed`) after which the page wants a `refresh`; while it is
    hidden the refresh waits until it is shown. `body` is a vertical layout.
    """

    kinds: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, ctx: Context, *, title: str) -> None:
        super().__init__()
        self.ctx = ctx
        self._go_up: Callable[[], None] = lambda: None
        self.setProperty("kind", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        pad = theme().sizes.page_pad
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(pad, 20, pad, 20)
        self._column.setSpacing(theme().sizes.gap)
        self._make_head(title)
        self._make_filters()
        self.body = QVBoxLayout()
        self.body.setSpacing(theme().sizes.gap)
        self._column.addLayout(self.body, 1)

    # --- for the window ------------------------------------------------------------------------

    def show_for(self, **what: object) -> None:
        """Show what the page was opened for; called each time it is opened."""

    def refresh(self) -> None:
        """Read again what is shown; called after a change of one of `kinds`."""

    def focus_filter(self) -> None:
        """Put the cursor into the first filter (Ctrl+F)."""
        for at in range(self._filters.count()):
            item = self._filters.itemAt(at)
            widget = item.widget() if item is not None else None
            if widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    # --- for the page --------------------------------------------------------------------------

    @property
    def title(self) -> str:
        """Return the title shown."""
        return self._title.text()

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_facts(self, *facts: str) -> None:
        """Show what is known at a glance, in one line right of the title."""
        self._facts.setText("    ".join(fact for fact in facts if fact))

    def set_badge(self, word: str, tone: Tone = Tone.GREY) -> None:
        """Show a state beside the title; an empty word hides it."""
        self._badge.show_word(word, tone)

    def set_crumb(self, text: str, go: Callable[[], None]) -> None:
        """Show where this page belongs, before the title; a click goes there."""
        self._crumb.setText(button_words(f"{text} ›"))
        self._go_up = go
        self._crumb.show()

    def add_action(
        self,
        text: str,
        act: Callable[[], object],
        *,
        primary: bool = False,
        icon: str = "",
        keys: str = "",
        writes: bool = False,
    ) -> QPushButton:
        """Add an action at the right of the title and return its button.

        The house keeps to three, one of them primary; `keys` such as "Ctrl+N" work while the page
        is shown and stand in the tooltip. One that `writes` rests where nothing can be changed.
        """
        made = button(text, "primary" if primary else "")
        if icon:
            set_icon(made, icon, role="on_accent" if primary else "secondary")
        made.clicked.connect(lambda: act())
        made.setEnabled(not (writes and self.ctx.desk.read_only))
        if keys:
            self.add_keys(keys, made.click)
            plain_tip(made, f"{text}（{keys}）")
        self._actions.addWidget(made)
        return made

    def add_keys(self, keys: str, act: Callable[[], object]) -> None:
        """Let a key sequence do something while this page has the window."""
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def add_filter(self, *widgets: QWidget) -> None:
        """Add widgets to the filter line."""
        self._filter_line.show()
        for widget in widgets:
            self._filters.insertWidget(self._filters.count() - 1, widget)

    def add_filter_note(self, widget: QWidget) -> None:
        """Add a widget at the right end of the filter line, such as a count."""
        self._filter_line.show()
        self._filters.addWidget(widget)

    def show_filters(self, *, shown: bool) -> None:
        """Show or hide the filter line, for a page on which not every tab has it."""
        self._filter_line.setVisible(shown)

    def put_tabs(self, line: QWidget) -> None:
        """Put a line of tabs between the title and the filters."""
        self._column.insertWidget(1, line)

    # --- construction --------------------------------------------------------------------------

    def _make_head(self, title: str) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addStrut(theme().sizes.control)
        self._crumb = button("", "crumb")
        self._crumb.clicked.connect(lambda: self._go_up())
        self._crumb.hide()
        self._title = ElidedLabel("", "page_title", middle=True)
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._badge = Badge()
        self._facts = ElidedLabel("", "secondary")
        self._actions = QHBoxLayout()
        self._actions.setSpacing(theme().sizes.gap)
        for widget in (self._crumb, self._title, self._badge):
            head.addWidget(widget)
        head.addWidget(self._facts, 1)
        head.addLayout(self._actions)
        self._column.addLayout(head)
        self.set_title(title)

    def _make_filters(self) -> None:
        self._filter_line = QWidget()
        self._filters = QHBoxLayout(self._filter_line)
        self._filters.setContentsMargins(0, 0, 0, 0)
        self._filters.setSpacing(8)
        self._filters.addStretch(1)
        self._column.addWidget(self._filter_line)
        self._filter_line.hide()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSpec:
    """How the window makes a page on its first visit.

    `in_rail` False is a page that belongs `under` an entry of the rail (a training under 场次).
    """

    key: str
    title: str
    icon: str = ""
    make: Callable[[Context], Page]
    in_rail: bool = True
    under: str = ""


def rail_entries(specs: Sequence[PageSpec]) -> list[PageSpec]:
    """Return the pages that have an entry in the rail."""
    return [spec for spec in specs if spec.in_rail]

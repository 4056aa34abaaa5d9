"""The bar above the pages: search, the union's name, and whether everything is saved."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from jz_training.ui.shell.search_box import SearchBox
from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import ElidedLabel, plain_label, plain_tip


class TopBar(QWidget):
    """Search at the left, the union, the saved state and help at the right.

    Signals: help_requested().
    """

    help_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.search = SearchBox()
        self.search.setMaximumWidth(theme().sizes.of(360))
        self._organiser = ElidedLabel("", "secondary")
        self._organiser.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._dot = plain_label("·", "secondary")
        self._state = plain_label("", "secondary")
        line = QHBoxLayout(self)
        pad = theme().sizes.page_pad
        line.setContentsMargins(pad, 9, pad, 10)
        line.setSpacing(12)
        line.addWidget(self.search, 2)
        line.addWidget(plain_label("Ctrl K", "key"), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._organiser, 1)
        line.addWidget(self._dot)
        line.addWidget(self._state)
        line.addWidget(self._make_help())
        self.set_organiser("")

    def _make_help(self) -> QToolButton:
        made = QToolButton()
        set_icon(made, "circle-help", role="faint")
        plain_tip(made, "帮助（F1）")
        made.setAccessibleName("帮助")
        made.clicked.connect(self.help_requested)
        return made

    @property
    def state(self) -> str:
        """Return the words of the saved state."""
        return self._state.text()

    def set_organiser(self, name: str) -> None:
        """Show whose workspace this is."""
        self._organiser.setText(name)
        self._dot.setVisible(bool(name and self.state))

    def show_busy(self, busy: bool) -> None:
        """Show that something is being saved, and take that back if nothing came of it."""
        if busy:
            self._before = self.state
            self._show("正在保存…")
        elif self.state == "正在保存…":
            self._show(self._before)

    def show_saved(self, at: datetime) -> None:
        """Show when the last change was saved."""
        self._show(f"已保存 {at:%H:%M}")

    def show_unchanged(self) -> None:
        """Show that there is nothing to save."""
        self._show("已保存")

    def show_read_only(self, *, archive: bool = False) -> None:
        """Show that this workspace may only be read, or is an archive."""
        self._show("归档，只供查阅" if archive else "只读")

    def _show(self, words: str) -> None:
        self._state.setText(words)
        self._dot.setVisible(bool(self._organiser.text()))

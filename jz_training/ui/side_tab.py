"""A tab of a page that brings its own actions, filters and table, such as 请假 beside 场次."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jz_training.ui.context import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class TabAction:
    """An action that the page shows at the right of its title while the tab is chosen."""

    text: str
    act: Callable[[], object]
    icon: str = ""
    primary: bool = False
    writes: bool = False


class SideTab(QWidget):
    """Base of these tabs: its own filters and table.

    Signals: counted(int or None): how many rows there are under no filter, None under one.
    """

    counted = Signal(object)

    def actions_wanted(self) -> tuple[TabAction, ...]:
        """Return the actions, the primary one last."""
        return ()

    def show_for(self, **what: object) -> None:
        """Show what the page was opened for on this tab."""

    def refresh(self) -> None:
        """Read again what is shown."""

    def begin(self) -> None:
        """Begin a new entry (Ctrl+N)."""

    def focus_filter(self) -> None:
        """Put the cursor into the filter (Ctrl+F)."""

    def focus_rows(self) -> None:
        """Put the cursor into the table: the keys of a page work while the focus is inside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TabSpec:
    """How the page makes a tab on its first visit."""

    key: str
    word: str
    make: Callable[[Context], SideTab]

"""Short sentences over a window of its own: those of the main window lie out of sight behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from jz_training.errors import JzError
from jz_training.ui.context import Teller
from jz_training.ui.shell.toast import Toast


@dataclass(frozen=True, slots=True)
class OwnTeller:
    """Tells over the window it is given, and over the main one once that is closed.

    What can be undone is told by the main window, which undoes it.
    """

    toast: Toast
    main: Teller

    def __call__(
        self,
        text: str,
        *,
        undo: bool = False,
        actions: tuple[tuple[str, Callable[[], object]], ...] = (),
    ) -> None:
        """Say a short sentence."""
        if undo or not isValid(self.toast):  # the window was closed while it went out
            self.main(text, undo=undo, actions=actions)
        else:
            self.toast.tell(text, actions)

    def warn(self, error: JzError) -> bool:
        """Say what went wrong and return True; False where the window is gone."""
        if not isValid(self.toast):
            return False
        self.toast.warn(str(error))
        return True


def own_teller(over: QWidget, main: Teller) -> OwnTeller:
    """Return what tells over a window that stands before the main one."""
    return OwnTeller(Toast(over), main)

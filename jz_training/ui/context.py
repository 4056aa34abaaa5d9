"""What every page is given: the desk, the door for work, and ways to tell, ask and move on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from jz_training.services.desk import Desk
    from jz_training.ui.ask import Asker
    from jz_training.ui.memory import Memory
    from jz_training.ui.style.look import Look
    from jz_training.ui.work import Work


class Teller(Protocol):
    """Shows a short sentence at the bottom of the window for some seconds.

    With `undo` it offers 撤销 for the last act; with `actions` (word, what to do) up to two others.
    """

    def __call__(
        self,
        text: str,
        *,
        undo: bool = False,
        actions: tuple[tuple[str, Callable[[], object]], ...] = (),
    ) -> None: ...


class Opener(Protocol):
    """Opens a page by its key; `what` goes to the page's `show_for`."""

    def __call__(self, key: str, **what: object) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Handed to every page; holds no state of its own."""

    desk: Desk
    work: Work
    ask: Asker
    toast: Teller
    open_page: Opener
    memory: Memory
    look: Look

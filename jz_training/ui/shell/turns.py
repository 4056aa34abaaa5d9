"""Work in the background of which a newer wish drops the older one, with its progress."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from jz_training.errors import CannotRead, JzError
from jz_training.ui.context import Context
from jz_training.ui.shell.progress import Progress

T = TypeVar("T")


class Turns(QObject):
    """Does one thing at a time; `drop` before each wish of a person.

    Signals: began(str, Progress): what is being done; done(object): what came of it;
    failed(JzError).
    """

    began = Signal(str, object)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._turn = 0
        self._progress: Progress | None = None

    def drop(self) -> None:
        """Stop what is running and say nothing more about it."""
        self._turn += 1
        if self._progress is not None:
            self._progress.stop()

    def _begin(
        self,
        title: str,
        run: Callable[[Progress], T],
        then: Callable[[T], object],
        *,
        on_desk: bool = False,
        otherwise: Callable[[], None] | None = None,
    ) -> None:
        """Start a step and go on with `then`; with `otherwise` where a file was not read."""
        turn = self._turn

        def failed(error: JzError) -> bool:
            if turn == self._turn:
                if otherwise is not None and isinstance(error, CannotRead):
                    otherwise()
                else:
                    self.failed.emit(error)
            return True

        self._progress = self._ctx.work.long(
            title, run, self._unless_dropped(then), owner=self, on_desk=on_desk, failed=failed
        )
        self.began.emit(f"正在{title}…", self._progress)

    def _unless_dropped(self, then: Callable[[T], object]) -> Callable[[T], None]:
        turn = self._turn

        def deliver(result: T) -> None:
            if turn == self._turn:
                then(result)

        return deliver

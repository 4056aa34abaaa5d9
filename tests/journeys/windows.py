"""The whole window on a desk of the test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from jz_training.ui.context import Context
from jz_training.ui.memory import Memory
from jz_training.ui.page import Page
from jz_training.ui.pages import all_pages
from jz_training.ui.shell.shell import Shell
from jz_training.ui.style.look import Look
from jz_training.ui.work import Work
from tests.journeys.keyboard import Keyboard
from tests.ui.conftest import Answers, settled

if TYPE_CHECKING:
    from jz_training.services.desk import Desk

P = TypeVar("P", bound=Page)


@dataclass
class Window:
    """What a journey works with: the shell, its keyboard, and a way to wait."""

    shell: Shell
    keys: Keyboard
    answers: Answers
    settle: Callable[[], None]

    def open(self, kind: type[P], key: str, **what: Any) -> P:
        """Open a page and wait until it shows everything."""
        self.shell.open_page(key, **what)
        self.settle()
        return self.page(kind)

    def page(self, kind: type[P]) -> P:
        """Return the page shown."""
        page = self.shell.current
        assert isinstance(page, kind)
        return page


@pytest.fixture
def window(
    qtbot: QtBot, desk: Desk, work: Work, answers: Answers, memory: Memory, look: Look
) -> Iterator[Window]:
    """Return the window with every page, shown and active."""
    made = window_on(desk, work, answers=answers, memory=memory, look=look)
    qtbot.addWidget(made.shell)
    yield made
    close_window(made, work)


def window_on(desk: Desk, work: Work, *, answers: Answers, memory: Memory, look: Look) -> Window:
    """Return the window of a desk; `close_window` ends it."""
    shell = Shell(all_pages())
    shell.resize(1360, 860)
    shell.show()
    shell.activateWindow()

    def settle() -> None:
        settled(work)
        settled(work)  # what the last result asked for

    shell.begin(
        Context(
            desk=desk,
            work=work,
            ask=answers,
            toast=shell.tell,
            open_page=shell.open_page,
            memory=memory,
            look=look,
        ),
        "trainings",
    )
    settle()
    return Window(shell, Keyboard(shell), answers, settle)


def close_window(window: Window, work: Work) -> None:
    """Wait for what is being saved and take the window away for good."""
    shell = window.shell
    work.close()
    shell.deleteLater()
    QCoreApplication.sendPostedEvents(shell, QEvent.Type.DeferredDelete)  # not styled ever again

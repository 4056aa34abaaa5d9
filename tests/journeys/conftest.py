"""Journeys go through the whole inside of the window, with real clicks, files and data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from jz_training.ui.context import Context
from jz_training.ui.pages import all_pages
from jz_training.ui.shell.shell import Shell
from tests.journeys.windows import window
from tests.ui.conftest import (
    answers,
    ctx,
    look,
    memory,
    nothing_is_left,
    pytest_collection_modifyitems,
    said,
    settle,
    work,
)

if TYPE_CHECKING:
    from jz_training.ui.page import Page

__all__ = [
    "answers", "ctx", "look", "memory", "nothing_is_left", "pytest_collection_modifyitems",
    "said", "settle", "window", "work",
]  # fmt: skip


@pytest.fixture
def shell(qtbot: QtBot, ctx: Context) -> Shell:
    """Return the inside of the window with every page, showing the first one."""
    made = Shell(all_pages())
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    made.activateWindow()
    whole = replace(ctx, toast=made.tell, open_page=made.open_page)
    made.begin(whole, all_pages()[0].key)
    return made


@pytest.fixture
def page(shell: Shell) -> Callable[[], Page]:
    """Return a way to the page being shown."""

    def current() -> Page:
        assert shell.current is not None
        return shell.current

    return current

"""Pages of the log on a real desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from jz_training.ui.context import Context
from jz_training.ui.publicity.publicity_page import PublicityPage

if TYPE_CHECKING:
    from jz_training.services.desk import Desk


@pytest.fixture
def page(qtbot: QtBot, ctx: Context, desk: Desk, settle: Callable[[], None]) -> PublicityPage:
    """Return the page, shown and with the cursor in its line."""
    made = PublicityPage(ctx)
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()
    ctx.work.changed.connect(lambda _: made.refresh())  # as the window does
    made.activateWindow()
    made.show_for()
    settle()
    return made

"""The heartbeat itself: it must notice a window that stands still."""

from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Heartbeat


def test_a_stall_of_the_event_loop_is_noticed(heartbeat: Heartbeat, qtbot: QtBot) -> None:
    qtbot.wait(20)
    threading.Event().wait(0.15)
    qtbot.wait(20)
    assert heartbeat.stop() >= 100


@pytest.mark.soak  # a time: only on a machine with nothing else to do
def test_a_window_at_rest_has_no_stall(heartbeat: Heartbeat, qtbot: QtBot) -> None:
    qtbot.wait(50)
    assert heartbeat.stop() < 100

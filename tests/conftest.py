"""What every test may use: a workspace of its own and a clock that stands still."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING

import pytest

# before Qt is imported; set another one to watch the windows of a test
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from jz_training.services.desk import Desk


@dataclass
class Clock:
    """A clock that moves only when a test says so, and a little with every look."""

    time: datetime = field(default=datetime(2026, 11, 22, 9, 0))

    def __call__(self) -> datetime:
        """Return the time; each look is a millisecond later, so that acts have an order."""
        self.time += timedelta(milliseconds=1)
        return self.time


@pytest.fixture
def clock() -> Clock:
    """Return a clock at nine o'clock of a Sunday."""
    return Clock()


@pytest.fixture(scope="session", autouse=True)
def quick_database() -> Iterator[None]:
    """Spare every test of a database the compiling that the one before it did."""
    from tests.quick_database import share_statements

    with pytest.MonkeyPatch.context() as patch:
        share_statements(patch)
        yield


@pytest.fixture(scope="session")
def new_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty workspace that was migrated once; tests take copies of it."""
    from jz_training.services.desk import open_desk

    folder = tmp_path_factory.mktemp("new") / "workspace"
    open_desk(folder).close()
    return folder


@pytest.fixture
def desk(tmp_path: Path, new_workspace: Path, clock: Clock) -> Iterator[Desk]:
    """Return the services on a workspace of the test's own."""
    from jz_training.services.desk import open_desk

    desk = open_desk(copytree(new_workspace, tmp_path / "workspace"), clock=clock)
    yield desk
    desk.close()


@pytest.fixture(autouse=True)
def no_key_is_held() -> Iterator[None]:
    """Let go of Ctrl or Shift after a test that pressed a key with it.

    Qt remembers it for the whole process, and the next test's selectRow would add to a selection.
    """
    yield
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QWindow
    from PySide6.QtTest import QTest

    if QGuiApplication.instance() is not None and QGuiApplication.keyboardModifiers():
        QTest.keyRelease(QWindow(), Qt.Key.Key_Control)


def pytest_sessionfinish() -> None:
    """Empty the clipboard while Python can still be called.

    The offscreen platform keeps it in a static object, and data made in Python would be destroyed
    there after the interpreter has ended: a crash behind a green run. Screens let go of it in time.
    """
    if "PySide6.QtGui" not in sys.modules:
        return
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()

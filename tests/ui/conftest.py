"""The window under test: our look, a memory of its own, a context on a real desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jz_training.ui.context import Context
from jz_training.ui.memory import Memory
from jz_training.ui.style.look import Look, Shade, apply_look
from jz_training.ui.work import Work

if TYPE_CHECKING:
    from jz_training.services.desk import Desk


#: How long anything asked for may take to come back.
PATIENCE_MS = 5000
#: What the screenless platform says of things that only a screen can do.
NO_SCREEN = "This plugin does not support "


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the platform without a screen say so; every other warning of Qt fails its test."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(NO_SCREEN, extend=True))


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    """Return a memory that forgets after the test."""
    return Memory(tmp_path / "window.ini")


@pytest.fixture(autouse=True)
def look(qapp: QApplication, memory: Memory) -> Look:
    """Put our look in force, light and at 100 %."""
    memory.keep("shade", Shade.LIGHT.value)
    return apply_look(qapp, memory)


@pytest.fixture(autouse=True)
def nothing_is_left(qapp: QApplication) -> Iterator[None]:
    """Destroy what a test closed: windows that wait for it would be styled with the next ones."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def work(qtbot: QtBot) -> Iterator[Work]:
    """Return the door for work; at the end nothing may be left running."""
    made = Work()
    yield made
    made.close()


@dataclass
class Answers:
    """Stands in for the dialogs: gives prepared answers and remembers what was asked."""

    confirms: bool = True
    texts: list[str | None] = field(default_factory=list)
    paths: list[Path | None] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def confirm(self, sentence: str, *, detail: str = "", verb: str, danger: bool = False) -> bool:
        self.asked.append(sentence)
        return self.confirms

    def text(
        self, sentence: str, *, label: str, verb: str, value: str = "", detail: str = ""
    ) -> str | None:
        self.asked += [sentence, detail] if detail else [sentence]
        return self.texts.pop(0)

    def tell(self, sentence: str, *, detail: str = "") -> None:
        self.told.append(sentence)

    def open_file(self, title: str, *, kinds: str) -> Path | None:
        self.asked.append(title)
        return self.paths.pop(0)

    def open_files(self, title: str, *, kinds: str) -> list[Path]:
        self.asked.append(title)
        taken, self.paths = [path for path in self.paths if path is not None], []
        return taken

    def save_file(self, title: str, *, name: str, kinds: str) -> Path | None:
        self.asked.append(name)
        return self.paths.pop(0)

    def folder(self, title: str) -> Path | None:
        self.asked.append(title)
        return self.paths.pop(0)


@dataclass
class Said:
    """What pages told and which pages they opened."""

    toasts: list[str] = field(default_factory=list)
    opened: list[tuple[str, dict[str, object]]] = field(default_factory=list)

    def tell(self, text: str, **_: Any) -> None:
        self.toasts.append(text)

    def open_page(self, key: str, **what: object) -> None:
        self.opened.append((key, what))


@pytest.fixture
def answers() -> Answers:
    """Return the prepared answers; a test changes them."""
    return Answers()


@pytest.fixture
def said() -> Said:
    """Return what was told."""
    return Said()


@pytest.fixture
def ctx(
    desk: Desk, work: Work, answers: Answers, said: Said, memory: Memory, look: Look
) -> Context:
    """Return a page's context on a real desk."""
    return Context(
        desk=desk,
        work=work,
        ask=answers,
        toast=said.tell,
        open_page=said.open_page,
        memory=memory,
        look=look,
    )


@pytest.fixture
def settle(qapp: QApplication, work: Work) -> Callable[[], None]:
    """Return a way to wait until everything asked of the desk is there and shown."""

    return lambda: settled(work)


def settled(work: Work) -> None:
    """Wait until everything asked for has come back and is shown; each result wakes the loop."""
    alarm = QTimer(singleShot=True, interval=PATIENCE_MS)
    alarm.start()
    while not work.idle:
        assert alarm.isActive(), "something asked for did not come back"
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    QApplication.processEvents()


def type_text(widget: QWidget, text: str) -> None:
    """Type a text, Chinese included, as an input method hands it over."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


class Heartbeat:
    """Measures the longest time the event loop did not come round, in milliseconds."""

    BEAT_MS = 5

    def __init__(self) -> None:
        self.longest = 0
        self._timer = QTimer()
        self._timer.setInterval(self.BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._due = QDeadlineTimer(self.BEAT_MS)

    def start(self) -> None:
        """Begin to measure, from now."""
        self.longest = 0
        self._due = QDeadlineTimer(self.BEAT_MS)
        self._timer.start()

    def stop(self) -> int:
        """Stop and return the longest stall."""
        self._timer.stop()
        return self.longest

    def _beat(self) -> None:
        self.longest = max(self.longest, -self._late())
        self._due = QDeadlineTimer(self.BEAT_MS)

    def _late(self) -> int:
        return self._due.deadline() - QDeadlineTimer.current().deadline()


@pytest.fixture
def heartbeat(qtbot: QtBot) -> Iterator[Heartbeat]:
    """Return a heartbeat that runs through the test; `stop()` gives the longest stall."""
    beat = Heartbeat()
    beat.start()
    yield beat
    beat.stop()

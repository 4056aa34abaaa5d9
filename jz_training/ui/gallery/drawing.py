"""`jz-training gallery DIR`: every page and dialog drawn into pictures, without a screen.

Each scene is a small function; those who add a page add a scene to `scenes.py`. A scaling needs a
process of its own, because Qt takes it once at the start.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from jz_training.ui import kinds
from jz_training.ui.gallery.paper_pages import draw_papers
from jz_training.ui.style.look import Shade

if TYPE_CHECKING:
    from jz_training.ui.opening import Opening
    from jz_training.ui.shell.main_window import MainWindow
    from jz_training.ui.shell.shell import Shell
    from jz_training.ui.start import Start

SCALES = (1.0, 1.5)
SHADES = (Shade.LIGHT, Shade.DARK)

#: The size of the window in the pictures.
SIZE = (1360, 860)

#: Nothing that is drawn takes longer; a scene that does is a fault.
_PATIENCE_MS = 20_000

_SCALE = "QT_SCALE_FACTOR"


@dataclass(frozen=True, slots=True)
class Stage:
    """What a scene plays on: the started window with an open desk."""

    start: Start

    @property
    def window(self) -> MainWindow:
        """Return the window."""
        return self.start.window

    @property
    def opening(self) -> Opening:
        """Return what the window works with; there after the first paint."""
        self.wait_until(lambda: self.start.opening is not None)
        assert self.start.opening is not None
        return self.start.opening

    @property
    def shell(self) -> Shell:
        """Return the inside of the window."""
        return self.opening.shell

    def settle(self) -> None:
        """Wait until nothing is on the way and everything is painted."""
        self.wait_until(lambda: self.opening.work.idle)
        for _ in range(3):
            QApplication.processEvents()

    def undo(self, acts: int) -> None:
        """Take the last acts back, so that the next scene finds the sample union whole."""
        if not acts:
            return
        assert self.shell.current is not None
        history = self.shell.current.ctx.desk.history

        def back() -> None:
            for _ in range(acts):
                history.undo_last()

        self.opening.work.change(back, owner=self.window, kinds=kinds.EVERYTHING)
        self.settle()

    def wait_until(self, happened: Callable[[], bool]) -> None:
        """Let the window live until something is so. Raises TimeoutError after 20 seconds."""
        deadline = QDeadlineTimer(_PATIENCE_MS)
        while not happened():
            if deadline.hasExpired():
                raise TimeoutError("the window did not settle")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture: its file name, and what to show; `show` returns what is to be grabbed.

    `acts` is how many things it did to the data: they are undone after the picture.
    """

    name: str
    show: Callable[[Stage], QWidget]
    acts: int = 0


def run_gallery(directory: Path, *, scenes: Sequence[Scene] | None = None) -> int:
    """Draw all scenes into a folder, light and dark, at 100 % and 150 %, and the pages of papers.

    Return the exit code.
    """
    directory.mkdir(parents=True, exist_ok=True)
    if _SCALE in os.environ:
        return _draw(directory, scenes)
    draw_papers(directory)
    for scale in SCALES:
        command = [sys.executable, "-P", "-m", "jz_training", "gallery", str(directory)]
        done = subprocess.run(command, env={**os.environ, _SCALE: str(scale)}, check=False)
        if done.returncode:
            return done.returncode
    return 0


def draw_scenes(stage: Stage, scenes: Sequence[Scene], directory: Path) -> list[Path]:
    """Draw scenes on an open stage and return the pictures."""
    drawn = []
    for shade in SHADES:
        stage.opening.look.choose(shade=shade)
        for scene in scenes:
            shown = scene.show(stage)
            stage.settle()
            path = directory / f"{scene.name}-{shade.value}-{_percent(shown)}.png"
            if not shown.grab().save(str(path)):
                raise OSError(f"cannot write {path}")
            if shown is not stage.window:
                shown.close()
            stage.shell.toast.hide()  # it belongs to this scene
            stage.undo(scene.acts)
            drawn.append(path)
    return drawn


def _percent(widget: QWidget) -> int:
    return round(widget.devicePixelRatioF() * 100)


def _draw(directory: Path, scenes: Sequence[Scene] | None) -> int:
    from jz_training.ui.gallery.scenes import all_scenes, sample_plan
    from jz_training.ui.memory import Memory
    from jz_training.ui.start import Start

    app = QApplication.instance()
    app = app if isinstance(app, QApplication) else QApplication([])
    with TemporaryDirectory(prefix="jz-training-") as folder:
        memory = Memory(Path(folder) / "window.ini")
        workspace = Path(folder) / "workspace"
        start = Start(app, workspace, plan=sample_plan(workspace), memory=memory)
        start.window.resize(*SIZE)
        start.show()
        stage = Stage(start)
        try:
            stage.wait_until(lambda: stage.shell.current is not None)
            draw_scenes(stage, scenes or all_scenes(), directory)
        finally:
            start.window.close()
    return 0

"""The gallery draws every scene in both palettes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jz_training.ui.gallery.drawing import Scene, Stage, draw_scenes
from jz_training.ui.memory import Memory
from jz_training.ui.opening import usual_plan
from jz_training.ui.start import Start


@pytest.fixture
def stage(
    qapp: QApplication, qtbot: QtBot, memory: Memory, tmp_path: Path, new_workspace: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Stage]:  # fmt: skip
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    folder = copytree(new_workspace, tmp_path / "workspace")
    start = Start(qapp, folder, plan=usual_plan(folder), memory=memory)
    qtbot.addWidget(start.window)
    start.show()
    made = Stage(start)
    made.wait_until(lambda: made.shell.current is not None)
    yield made
    start.window.close()


def test_a_scene_is_drawn_light_and_dark(stage: Stage, tmp_path: Path) -> None:
    def help_page(stage: Stage) -> object:
        stage.shell.open_page("help")
        return stage.window

    drawn = draw_scenes(stage, [Scene("help", help_page)], tmp_path)
    assert [path.name for path in drawn] == ["help-light-100.png", "help-dark-100.png"]
    light, dark = (QImage(str(path)) for path in drawn)
    assert light.pixelColor(5, 5).lightness() > 200 > 60 > dark.pixelColor(5, 5).lightness()


def test_a_picture_that_cannot_be_written_is_a_fault(stage: Stage, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="cannot write"):
        draw_scenes(stage, [Scene("x", lambda stage: stage.window)], tmp_path / "nowhere")

"""What the gallery draws: one small function per picture, on the sample union."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from jz_training.ui.gallery import Scene, Stage
from jz_training.ui.opening import Plan, usual_plan


def all_scenes() -> tuple[Scene, ...]:
    """Return every picture in the order of the rail."""
    return (
        Scene("settings-office", lambda stage: _settings(stage, "office")),
        Scene("settings-looks", lambda stage: _settings(stage, "looks")),
        Scene("settings-backups", lambda stage: _settings(stage, "backups")),
        Scene("settings-log", lambda stage: _settings(stage, "log")),
        Scene("settings-about", lambda stage: _settings(stage, "about")),
        Scene("help", _help),
    )


def sample_plan(folder: Path) -> Plan:
    """Return how the gallery's workspace is opened."""
    return usual_plan(folder)


def _settings(stage: Stage, tab: str) -> QWidget:
    stage.shell.open_page("settings", tab=tab)
    return stage.window


def _help(stage: Stage) -> QWidget:
    stage.shell.open_page("help")
    return stage.window

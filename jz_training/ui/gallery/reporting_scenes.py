"""Pictures of the page 报送, on the sample union."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from jz_training.ui.gallery.drawing import Scene, Stage
from jz_training.ui.reporting.check_tab import CheckTab
from jz_training.ui.reporting.reporting_tabs import CHECK


def reporting_scenes() -> tuple[Scene, ...]:
    """Return the pictures in the order of the page."""
    return (Scene("reporting-check", _check),)


def _check(stage: Stage) -> QWidget:
    stage.shell.open_page("reporting", tab=CHECK)
    stage.settle()
    page: Any = stage.shell.current
    tab = page.tabs.tab
    assert isinstance(tab, CheckTab)
    stage.wait_until(lambda: bool(tab.verdict.text()))
    return stage.window

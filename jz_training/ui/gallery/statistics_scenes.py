"""Pictures of the statistics, on the sample union."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from jz_training import labels
from jz_training.domain.hours import HoursRequirement
from jz_training.domain.statistics import By
from jz_training.ui.gallery.drawing import Scene, Stage
from jz_training.ui.statistics.statistics_page import HOURS, UNREACHED, StatisticsPage


def statistics_scenes() -> tuple[Scene, ...]:
    """Return the pictures in the order of the page."""
    return (
        Scene("statistics", lambda stage: _show(stage, By.UNIT.value)),
        Scene("statistics-layers", lambda stage: _show(stage, By.LAYER.value)),
        Scene("statistics-months", lambda stage: _show(stage, By.MONTH.value)),
        Scene("statistics-notices", lambda stage: _show(stage, By.NOTICE.value)),
        Scene("statistics-hours", _hours),
        Scene("statistics-unreached", lambda stage: _show(stage, UNREACHED)),
        Scene("statistics-hints", _hints),
        Scene("statistics-behind", _behind),
    )


def _page(stage: Stage) -> StatisticsPage:
    stage.shell.open_page("statistics")
    stage.settle()
    page: Any = stage.shell.current
    assert isinstance(page, StatisticsPage)
    return page


def _show(stage: Stage, kind: str) -> QWidget:
    page = _page(stage)
    page.kind.set_value(kind)
    page.read()
    _wait_for_chart(stage)
    return stage.window


def _wait_for_chart(stage: Stage) -> None:
    page = _page(stage)
    stage.wait_until(lambda: not page.groups.chart.is_waiting)


def _hours(stage: Stage) -> QWidget:
    page = _page(stage)
    if page.hours.requirement() is None:
        wanted = HoursRequirement(name="每年 6 学时", hours=Decimal(6), basis="本会年度学习安排")
        page.hours.offer((wanted,))
    page.kind.set_value(HOURS)
    page.read()
    return stage.window


def _hints(stage: Stage) -> QWidget:
    _show(stage, By.FORM.value)
    page = _page(stage)
    page.hints.unfold()
    return stage.window


def _behind(stage: Stage) -> QWidget:
    _show(stage, By.UNIT.value)
    page = _page(stage)
    page.hints.fold()
    page.strip.asked.emit(labels.ABSENT)
    stage.settle()
    return next(d for d in stage.window.findChildren(QDialog) if d.isVisible())

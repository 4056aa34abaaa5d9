"""Pictures of trainings of several parts and of the rules for 学时, on the sample union."""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypeVar

from PySide6.QtWidgets import QDialog, QWidget

from jz_training.domain.parts_making import made_parts
from jz_training.labels.hours import RULE_EXAMPLES
from jz_training.ui.calendar.calendar_page import CalendarPage
from jz_training.ui.gallery.drawing import Scene, Stage
from jz_training.ui.settings.settings_hours import HoursTab
from jz_training.ui.settings.settings_page import SettingsPage
from jz_training.ui.trainings.parts.quick_parts import AFTERNOON, MORNING
from jz_training.ui.trainings.print_tab import PrintTab
from jz_training.ui.trainings.training_new_page import TrainingNewPage
from jz_training.ui.trainings.training_page import TrainingPage

P = TypeVar("P")


def course_scenes() -> tuple[Scene, ...]:
    """Return the pictures in the order of the job."""
    return (
        Scene("course-quick", _quick),
        Scene("course-new", _new),
        Scene("course-info", lambda stage: _course(stage, "info")),
        Scene("course-sheet-upright", lambda stage: _sheet(stage, 3)),
        Scene("course-sheet-lying", lambda stage: _sheet(stage, 6)),
        Scene("course-calendar", _calendar),
        Scene("settings-hours-rule", _rule),
        Scene("settings-hours-wanted", _wanted),
    )


def _page(stage: Stage, kind: type[P]) -> P:
    stage.settle()
    page: Any = stage.shell.current
    assert isinstance(page, kind)
    return page


def _new_page(stage: Stage) -> TrainingNewPage:
    stage.shell.open_page("training_new")
    page = _page(stage, TrainingNewPage)
    page.editor.fields.title.setText("基层工会干部业务培训班（第3期）")
    return page


def _quick(stage: Stage) -> QWidget:
    _new_page(stage).editor.fields.parts.divide.click()
    return stage.window


def _new(stage: Stage) -> QWidget:
    fields = _new_page(stage).editor.fields
    fields.parts.divide.click()
    fields.parts.quick.make.click()
    fields.rule.setCurrentIndex(1)
    fields.rule.rule_chosen.emit()
    return stage.window


def _course(stage: Stage, tab: str) -> QWidget:
    stage.shell.open_page("training", training_id=_coming(stage), tab=tab)
    stage.settle()
    return stage.window


def _coming(stage: Stage) -> Any:
    from jz_training.services.ledger import TrainingQuery

    page = stage.shell.current
    assert page is not None
    rows = page.ctx.desk.trainings.list(TrainingQuery())
    return next(row.training_id for row in rows if row.parts)


def _sheet(stage: Stage, count: int) -> QWidget:
    """Show the sheet of a course of so many parts: that of the sample is given them."""
    _course(stage, "print")
    page = _page(stage, TrainingPage)
    desk, training_id = page.ctx.desk, _coming(stage)
    training = desk.trainings.get(training_id)
    _give_parts(desk, training, count)
    stage.shell.open_page("training", training_id=training_id, tab="print")
    page = _page(stage, TrainingPage)
    tab = page.tab("print")
    assert isinstance(tab, PrintTab)
    page.refresh()
    stage.settle()
    stage.wait_until(lambda: tab.pane.view.pages > 0 and tab.pane.view.is_sharp)
    return stage.window


def _give_parts(desk: Any, training: Any, count: int) -> None:
    from dataclasses import replace

    first = training.draft.start.date()
    parts = made_parts(first, days=-(-count // 2), slots=(MORNING, AFTERNOON))[:count]
    draft = replace(training.draft, parts=parts)
    desk.trainings.change(training.id, version=training.version, draft=draft)


def _calendar(stage: Stage) -> QWidget:
    start: datetime = _start(stage)
    stage.shell.open_page("calendar")
    page = _page(stage, CalendarPage)
    page.show_day(start.date())
    stage.settle()
    return stage.window


def _start(stage: Stage) -> datetime:
    page = stage.shell.current
    assert page is not None
    start: datetime = page.ctx.desk.trainings.get(_coming(stage)).draft.start
    return start


def _hours_tab(stage: Stage) -> HoursTab:
    stage.shell.open_page("settings", tab="hours")
    tab = _page(stage, SettingsPage).tabs.page("hours")
    assert isinstance(tab, HoursTab)
    return tab


def _dialog(stage: Stage) -> QWidget:
    stage.settle()
    return next(d for d in stage.window.findChildren(QDialog) if d.isVisible())


def _rule(stage: Stage) -> QWidget:
    _hours_tab(stage).rules.enter(RULE_EXAMPLES[2][0])
    return _dialog(stage)


def _wanted(stage: Stage) -> QWidget:
    from jz_training.labels.hours import REQUIREMENT_EXAMPLES

    _hours_tab(stage).requirements.enter(REQUIREMENT_EXAMPLES[0])
    return _dialog(stage)

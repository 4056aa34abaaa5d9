"""Pictures of leave, of shifts and of temporary persons, on the sample union."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jz_training.sample.leaves import WORKSHOP
from jz_training.services.leaves import LeaveQuery
from jz_training.ui.gallery.drawing import Scene, Stage
from jz_training.ui.leaves.leave_dialog import LeaveDialog
from jz_training.ui.leaves.leaves_tab import LeavesTab
from jz_training.ui.people.merge_dialog import MergeDialog
from jz_training.ui.people.people_page import PeoplePage
from jz_training.ui.people.temporary_dialog import TemporaryDialog
from jz_training.ui.statistics.rows_dialog import RowsDialog
from jz_training.ui.trainings.trainings_page import TrainingsPage

if TYPE_CHECKING:
    from jz_training.services.desk import Desk


def leave_scenes() -> tuple[Scene, ...]:
    """Return the pictures in the order of the job."""
    return (
        Scene("leaves", _leaves),
        Scene("leave-new", _new),
        Scene("leave-days", _days),
        Scene("leave-on-list", _on_list),
        Scene("people-shifts", _shift),
        Scene("temporary-people", _temporary),
        Scene("person-merge", _merge),
        Scene("person-trainings", _trainings),
    )


def _tab(stage: Stage) -> LeavesTab:
    stage.shell.open_page("trainings", tab="leaves")
    stage.settle()
    page = stage.shell.current
    assert isinstance(page, TrainingsPage)
    tab = page.tabs.tab
    assert isinstance(tab, LeavesTab)
    tab.table.view.selectRow(0)
    stage.settle()
    return tab


def _leaves(stage: Stage) -> QWidget:
    _tab(stage)
    return stage.window


def _new(stage: Stage) -> QWidget:
    tab = _tab(stage)
    tab.begin()
    stage.settle()
    return tab.findChildren(LeaveDialog)[-1]


def _days(stage: Stage) -> QWidget:
    tab = _tab(stage)
    tab.edit()
    stage.settle()
    dialog = tab.findChildren(LeaveDialog)[-1]
    dialog.way.set_value("days")
    dialog.way.chosen.emit("days")
    dialog.fit()
    return dialog


def _on_list(stage: Stage) -> QWidget:
    rows = _desk(stage).leaves.list(LeaveQuery())
    training_id = next(row.draft.training_id for row in rows if row.draft.training_id)
    stage.shell.open_page("training", training_id=training_id, tab="list")
    stage.settle()
    return stage.window


def _people(stage: Stage) -> PeoplePage:
    stage.shell.open_page("people")
    stage.settle()
    page = stage.shell.current
    assert isinstance(page, PeoplePage)
    page.filters.clear(unit_id=_workshop(page.ctx.desk))
    stage.settle()
    page.table.view.selectRow(0)
    stage.window.grab()
    stage.settle()
    return page


def _shift(stage: Stage) -> QWidget:
    _people(stage)
    return stage.window


def _temporary(stage: Stage) -> QWidget:
    page = _people(stage)
    page.open_temporary()
    stage.settle()
    return page.findChildren(TemporaryDialog)[-1]


def _merge(stage: Stage) -> QWidget:
    page = _people(stage)
    page.merge()
    stage.settle()
    return page.findChildren(MergeDialog)[-1]


def _trainings(stage: Stage) -> QWidget:
    page = _people(stage)
    page.show_trainings()
    stage.settle()
    return page.findChildren(RowsDialog)[-1]


def _desk(stage: Stage) -> Desk:
    stage.settle()
    page = stage.shell.current
    assert page is not None
    return page.ctx.desk


def _workshop(desk: Desk) -> UUID:
    return next(unit.id for unit in desk.units.all() if unit.name == WORKSHOP)

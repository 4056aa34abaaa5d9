"""Pictures of make-up study, on the sample union."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from jz_training.domain.make_up import MakeUpState
from jz_training.ui.gallery.drawing import Scene, Stage
from jz_training.ui.makeup.finish_dialog import FinishDialog
from jz_training.ui.makeup.group_dialog import GroupDialog
from jz_training.ui.makeup.make_up_dialog import MakeUpDialog
from jz_training.ui.makeup.make_up_tab import GROUPS, PEOPLE, MakeUpTab
from jz_training.ui.trainings.trainings_page import TrainingsPage


def make_up_scenes() -> tuple[Scene, ...]:
    """Return the pictures of the tab 补学."""
    return (
        Scene("make-ups", _people),
        Scene("make-up-dialog", _record),
        Scene("make-up-group-dialog", _group),
        Scene("make-up-groups", _groups),
        Scene("make-up-finish", _finish),
    )


def _tab(stage: Stage) -> MakeUpTab:
    stage.shell.open_page("trainings", tab="make_ups")
    stage.settle()
    page = stage.shell.current
    assert isinstance(page, TrainingsPage)
    tab = page.tabs.tab
    assert isinstance(tab, MakeUpTab)
    tab.show_list(PEOPLE)
    tab.missed.filters.clear()
    stage.settle()
    return tab


def _open(stage: Stage) -> MakeUpTab:
    """Show what is still open, with the first rows chosen."""
    tab = _tab(stage)
    tab.missed.filters.state.set_value(MakeUpState.OPEN)
    stage.settle()
    tab.missed.table.view.selectAll()
    return tab


def _people(stage: Stage) -> QWidget:
    _tab(stage).missed.table.view.selectRow(1)
    return stage.window


def _record(stage: Stage) -> QWidget:
    _open(stage).missed.begin_record()
    return _dialog(stage, MakeUpDialog)


def _group(stage: Stage) -> QWidget:
    _open(stage).missed.begin_group()
    stage.settle()
    return _dialog(stage, GroupDialog)


def _with_groups(stage: Stage) -> MakeUpTab:
    tab = _tab(stage)
    tab.show_list(GROUPS)
    tab.groups.table.view.selectRow(0)
    return tab


def _groups(stage: Stage) -> QWidget:
    _with_groups(stage)
    return stage.window


def _finish(stage: Stage) -> QWidget:
    _with_groups(stage).groups.begin_finish()
    return _dialog(stage, FinishDialog)


def _dialog(stage: Stage, kind: type[QDialog]) -> QWidget:
    stage.settle()
    dialog: QDialog = stage.window.findChildren(kind)[-1]
    return dialog

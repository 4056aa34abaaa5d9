"""Pictures of the superior's forms, on the sample union."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jz_training.domain.superior_form import FormTies
from jz_training.ui.gallery.drawing import Scene, Stage
from jz_training.ui.superior_forms.fill_dialog import EMPTY, FillDialog
from jz_training.ui.superior_forms.form_dialog import FormDialog
from jz_training.ui.superior_forms.forms_tab import FormsTab
from jz_training.ui.superior_forms.mapper_dialog import MapperDialog
from jz_training.ui.superior_forms.mapping import Mapping


def form_scenes() -> tuple[Scene, ...]:
    """Return the pictures in the order of the work."""
    return (
        Scene("forms-list", _list),
        Scene("forms-name", _name),
        Scene("forms-proposed", _proposed),
        Scene("forms-tied", _tied),
        Scene("forms-fill", _fill),
        Scene("forms-gaps", _gaps),
    )


def _tab(stage: Stage) -> FormsTab:
    stage.shell.open_page("reporting", tab="forms")
    stage.settle()
    tab = stage.window.findChildren(FormsTab)[-1]
    tab.table.view.selectRow(0)
    return tab


def _list(stage: Stage) -> QWidget:
    _tab(stage)
    return stage.window


def _name(stage: Stage) -> QWidget:
    tab = _tab(stage)
    tab.rename()
    stage.settle()
    return tab.findChildren(FormDialog)[-1]


def _mapper(stage: Stage) -> MapperDialog:
    tab = _tab(stage)
    tab.map()
    stage.wait_until(lambda: bool(tab.findChildren(MapperDialog)))
    stage.settle()
    return tab.findChildren(MapperDialog)[-1]


def _proposed(stage: Stage) -> QWidget:
    dialog = _mapper(stage)
    dialog.ties = Mapping(FormTies())
    dialog.propose()
    dialog.choose(3, 2)
    return dialog


def _tied(stage: Stage) -> QWidget:
    dialog = _mapper(stage)
    dialog.choose(13, 3)
    return dialog


def _fill(stage: Stage) -> FillDialog:
    tab = _tab(stage)
    tab.fill()
    dialog = tab.findChildren(FillDialog)[-1]
    stage.wait_until(lambda: dialog.filled is not None)
    stage.settle()
    return dialog


def _gaps(stage: Stage) -> QWidget:
    dialog = _fill(stage)
    dialog.kind.set_value(EMPTY)
    dialog.kind.chosen.emit(EMPTY)
    return dialog

"""Pictures of the libraries, on the sample union."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QDialog, QScrollArea, QWidget

from jz_training.ui.gallery.drawing import Scene, Stage
from jz_training.ui.library.library_page import LibraryPage
from jz_training.ui.library.material_dialog import MaterialDialog
from jz_training.ui.library.speaker_dialog import SpeakerDialog
from jz_training.ui.library.training_materials import TrainingMaterials
from jz_training.ui.library.venue_dialog import VenueDialog
from jz_training.ui.statistics.rows_dialog import RowsDialog

D = TypeVar("D", bound=QDialog)


def library_scenes() -> tuple[Scene, ...]:
    """Return the pictures of the libraries."""
    return (
        Scene("library-venues", lambda stage: _tab(stage, "venues")),
        Scene("library-speakers", lambda stage: _tab(stage, "speakers")),
        Scene("library-materials", lambda stage: _tab(stage, "materials")),
        Scene("library-venue", lambda stage: _dialog(stage, "venues", VenueDialog)),
        Scene("library-speaker", lambda stage: _dialog(stage, "speakers", SpeakerDialog)),
        Scene("library-material", lambda stage: _dialog(stage, "materials", MaterialDialog)),
        Scene("library-uses", _uses),
        Scene("training-materials", _studied),
    )


def _open(stage: Stage, tab: str) -> LibraryPage:
    stage.shell.open_page("library", tab=tab)
    stage.settle()
    page = stage.shell.current
    assert isinstance(page, LibraryPage)
    page.tab.table.view.selectRow(1)
    return page


def _tab(stage: Stage, tab: str) -> QWidget:
    _open(stage, tab)
    return stage.window


def _dialog(stage: Stage, tab: str, kind: type[D]) -> D:
    page = _open(stage, tab)
    page.tab.edit()
    stage.settle()
    return page.tab.findChildren(kind)[-1]


def _uses(stage: Stage) -> QWidget:
    page = _open(stage, "venues")
    page.tab.show_uses()
    stage.settle()
    return page.tab.findChildren(RowsDialog)[-1]


def _studied(stage: Stage) -> QWidget:
    desk = _open(stage, "materials").ctx.desk
    training = desk.trainings.search("第2批")[0].training_id
    stage.shell.open_page("training", training_id=training, tab="info")
    stage.settle()
    card = stage.window.findChildren(TrainingMaterials)[-1]
    area = card.parentWidget()
    while not isinstance(area, QScrollArea):
        assert area is not None
        area = area.parentWidget()
    area.ensureWidgetVisible(card)
    return stage.window

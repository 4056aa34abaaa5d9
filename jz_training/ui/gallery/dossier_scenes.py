"""Pictures of the dossier of a training, on the sample union."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from jz_training.domain.dossier import DossierPart
from jz_training.domain.dossier_filing import NotFiled
from jz_training.domain.training import TrainingState
from jz_training.services.ledger import TrainingQuery
from jz_training.ui.gallery.drawing import Scene, Stage
from jz_training.ui.trainings.dossier.dossier_tab import DossierTab
from jz_training.ui.trainings.dossier.export import ExportDialog
from jz_training.ui.trainings.dossier.intake import guessed
from jz_training.ui.trainings.dossier.sorting_dialog import SortingDialog
from jz_training.ui.trainings.training_page import TrainingPage


def dossier_scenes() -> tuple[Scene, ...]:
    """Return a dossier with photos, one with nothing yet, what failed, and the two dialogs."""
    return (
        Scene("dossier", lambda stage: _photos(stage)),
        Scene("dossier-sheet", lambda stage: _part(stage, DossierPart.SHEET)),
        Scene("dossier-failed", _failed),
        Scene("dossier-empty", _empty),
        Scene("dossier-sorting", _sorting),
        Scene("dossier-export", _export),
    )


def _tab(stage: Stage, *, closed: bool = True) -> DossierTab:
    page: Any = stage.shell.current
    desk = page.ctx.desk
    rows = desk.trainings.list(TrainingQuery(newest_first=False))
    state = TrainingState.CLOSED if closed else TrainingState.PLANNED
    row = next(row for row in rows if row.state is state and row.tally.expected)
    stage.shell.open_page("training", training_id=row.training_id, tab="dossier")
    stage.settle()
    opened: Any = stage.shell.current
    assert isinstance(opened, TrainingPage)
    tab = opened.tab("dossier")
    assert isinstance(tab, DossierTab)
    tab.left_out.hide()
    return tab


def _part(stage: Stage, part: DossierPart) -> QWidget:
    _tab(stage).choose(part)
    stage.settle()
    return stage.window


def _photos(stage: Stage) -> QWidget:
    _part(stage, DossierPart.PHOTO)
    tab = _tab(stage)
    tab.documents.list.setCurrentRow(1)
    return stage.window


def _failed(stage: Stage) -> QWidget:
    tab = _tab(stage)
    tab.choose(DossierPart.PHOTO)
    tab.left_out.show_left_out(
        (
            NotFiled(name="IMG_2041.HEIC", reason=_heif()),
            NotFiled(name="IMG_2042.JPG", twin="照片2"),
        )
    )
    stage.settle()
    return stage.window


def _heif() -> str:
    from jz_training.readers.photos.refusals import is_heif

    return is_heif(Path("IMG_2041.HEIC")).sentence


def _empty(stage: Stage) -> QWidget:
    tab = _tab(stage, closed=False)
    tab.choose(DossierPart.SHEET)
    stage.settle()
    return stage.window


def _sorting(stage: Stage) -> QWidget:
    names = (
        "签到表扫描件.pdf",
        "程远请假条.jpg",
        "学习会纪要.docx",
        "发言提纲.docx",
        "IMG_2040.JPG",
    )
    return _opened(SortingDialog(_tab(stage), guessed(map(Path, names))))


def _export(stage: Stage) -> QWidget:
    return _opened(ExportDialog(_tab(stage), missing=3))


def _opened(dialog: QDialog) -> QDialog:
    dialog.open()
    return dialog

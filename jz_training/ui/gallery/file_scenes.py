"""Pictures of where further papers are asked for: files of persons, sheets by unit, blank forms."""

from __future__ import annotations

from typing import Any, TypeVar

from PySide6.QtWidgets import QDialog, QWidget

from jz_training.domain.training import TrainingState
from jz_training.services.ledger import TrainingQuery
from jz_training.ui.gallery.drawing import Scene, Stage
from jz_training.ui.paper.preview_dialog import PreviewDialog
from jz_training.ui.people.people_page import PeoplePage
from jz_training.ui.people.person_files import PersonFilesDialog
from jz_training.ui.statistics.statistics_page import StatisticsPage
from jz_training.ui.trainings.blank_form_dialog import BlankFormDialog
from jz_training.ui.trainings.event.paper_wish import PaperKind
from jz_training.ui.trainings.event.papers_tab import PapersTab
from jz_training.ui.trainings.print_tab import PrintTab

D = TypeVar("D", bound=QDialog)


def file_scenes() -> tuple[Scene, ...]:
    """Return the pictures in the order of the rail."""
    return (
        Scene("print-by-unit", _by_unit),
        Scene("print-parts", _parts),
        Scene("blank-form", _blank_form),
        Scene("name-tents", _name_tents),
        Scene("person-files", _person_files),
        Scene("person-file", _person_file),
        Scene("absentees", _absentees),
    )


def _current(stage: Stage) -> Any:
    stage.settle()
    return stage.shell.current


def _tab(stage: Stage, key: str, *, parts: bool = False) -> Any:
    rows = _current(stage).ctx.desk.trainings.list(TrainingQuery(newest_first=False))
    planned = [row for row in rows if row.state is TrainingState.PLANNED and row.tally.expected]
    row = next(row for row in planned if bool(row.parts) is parts)
    stage.shell.open_page("training", training_id=row.training_id, tab=key)
    return _current(stage).tab(key)


def _print(stage: Stage, *, parts: bool = False) -> PrintTab:
    tab = _tab(stage, "print", parts=parts)
    assert isinstance(tab, PrintTab)
    stage.settle()
    return tab


def _sharp(stage: Stage, tab: PrintTab | PapersTab) -> QWidget:
    stage.settle()
    stage.wait_until(lambda: tab.pane.view.pages > 0 and tab.pane.view.is_sharp)
    return stage.window


def _by_unit(stage: Stage) -> QWidget:
    tab = _print(stage)
    tab.choices.by_unit.setChecked(True)
    return _sharp(stage, tab)


def _parts(stage: Stage) -> QWidget:
    tab = _print(stage, parts=True)
    tab.choices.by_unit.setChecked(False)
    tab.choices.lying.setChecked(True)
    return _sharp(stage, tab)


def _blank_form(stage: Stage) -> QWidget:
    stage.shell.open_page("trainings")
    page = _current(stage)
    dialog = BlankFormDialog(page.ctx, page)
    dialog.open()
    return dialog


def _name_tents(stage: Stage) -> QWidget:
    tab = _tab(stage, "papers")
    assert isinstance(tab, PapersTab)
    tab.choose(PaperKind.CARDS)
    return _sharp(stage, tab)


def _people(stage: Stage, count: int) -> PeoplePage:
    stage.shell.open_page("people")
    page = _current(stage)
    assert isinstance(page, PeoplePage)
    page.filters.clear()
    stage.settle()
    page.table.view.clearSelection()
    for row in range(2, 2 + count):
        page.table.view.selectionModel().select(
            page.table.model.index(row, 0),
            page.table.view.selectionModel().SelectionFlag.Select
            | page.table.view.selectionModel().SelectionFlag.Rows,
        )
    stage.settle()
    return page


def _person_files(stage: Stage) -> QWidget:
    page = _people(stage, 3)
    page.show_files()
    stage.settle()
    return _opened(page, PersonFilesDialog)


def _person_file(stage: Stage) -> QWidget:
    page = _people(stage, 3)
    page.show_files()
    stage.settle()
    _opened(page, PersonFilesDialog).accept()
    return _preview(stage, page)


def _absentees(stage: Stage) -> QWidget:
    stage.shell.open_page("statistics")
    page = _current(stage)
    assert isinstance(page, StatisticsPage)
    page.preview_absentees()
    return _preview(stage, page)


def _preview(stage: Stage, page: QWidget) -> QWidget:
    stage.wait_until(lambda: any(d.isVisible() for d in page.findChildren(PreviewDialog)))
    dialog = _opened(page, PreviewDialog)
    stage.wait_until(lambda: dialog.pane.view.pages > 0 and dialog.pane.view.is_sharp)
    return dialog


def _opened(page: QWidget, kind: type[D]) -> D:
    """Return the dialog opened last: those closed before may still wait for their end."""
    return page.findChildren(kind)[-1]

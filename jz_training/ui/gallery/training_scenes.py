"""Pictures of trainings, attendance, sheets and statistics, on the sample union."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtWidgets import QDialog, QWidget

from jz_training import labels
from jz_training.domain.training import TrainingState
from jz_training.ui.attendance.status_menu import StatusMenu
from jz_training.ui.gallery.drawing import Scene, Stage
from jz_training.ui.trainings.copy_dialog import CopyDialog
from jz_training.ui.trainings.print_tab import PrintTab
from jz_training.ui.trainings.training_list_tab import TrainingListTab
from jz_training.ui.trainings.training_new_page import TrainingNewPage
from jz_training.ui.trainings.training_page import TrainingPage
from jz_training.ui.trainings.trainings_page import TrainingsPage

if TYPE_CHECKING:
    from jz_training.domain.summary import LedgerRow
    from jz_training.services.desk import Desk

P = TypeVar("P")


def training_scenes() -> tuple[Scene, ...]:
    """Return the pictures in the order of the job."""
    return (
        Scene("trainings", _trainings),
        Scene("trainings-none", _trainings_none),
        Scene("training-copy", _copy),
        Scene("training-new", _new),
        Scene("training-info", lambda stage: _tab(stage, "info")),
        Scene("training-list-before", _list_before),
        Scene("training-list", lambda stage: _tab(stage, "list")),
        Scene("attendance", _attendance),
        Scene("attendance-typing", lambda stage: _typed(stage, "请假 8 公 缺席 25-27")),
        Scene("attendance-fault", lambda stage: _typed(stage, "缺席 3 99")),
        Scene("attendance-found", lambda stage: _typed(stage, "w")),
        Scene("attendance-row", _row),
        Scene("attendance-menu", _menu),
        Scene("attendance-others", _others),
        Scene("attendance-close", _close),
        Scene("attendance-closed", _closed),
        Scene("attendance-no-list", _no_list),
        Scene("training-figure", _figure),
        Scene("print", _print),
    )


# --- finding the way -----------------------------------------------------------------------------


def _page(stage: Stage, kind: type[P]) -> P:
    stage.settle()
    page: Any = stage.shell.current
    assert isinstance(page, kind)
    return page


def _desk(stage: Stage) -> Desk:
    page = stage.shell.current
    assert page is not None
    return page.ctx.desk


def _find(stage: Stage, state: TrainingState, *, at: int = 0) -> LedgerRow:
    rows = [r for r in _rows(stage) if r.state is state and r.tally.expected]
    return rows[at]


def _rows(stage: Stage) -> tuple[LedgerRow, ...]:
    from jz_training.services.ledger import TrainingQuery

    return _desk(stage).trainings.list(TrainingQuery(newest_first=False))


def _tab(stage: Stage, tab: str, *, state: TrainingState = TrainingState.PLANNED) -> QWidget:
    row = _find(stage, state)
    stage.shell.open_page("training", training_id=row.training_id, tab=tab)
    stage.settle()
    return stage.window


def _training(stage: Stage, tab: str) -> TrainingPage:
    _tab(stage, tab)
    return _page(stage, TrainingPage)


def _dialog(stage: Stage) -> QWidget:
    stage.settle()
    return next(d for d in stage.window.findChildren(QDialog) if d.isVisible())


# --- the pictures --------------------------------------------------------------------------------


def _trainings(stage: Stage) -> QWidget:
    stage.shell.open_page("trainings")
    _page(stage, TrainingsPage).text.clear()
    return stage.window


def _trainings_none(stage: Stage) -> QWidget:
    _trainings(stage)
    page = _page(stage, TrainingsPage)
    page.text.setText("没有这样的场次")
    page.refresh()
    return stage.window


def _copy(stage: Stage) -> QWidget:
    _trainings(stage)
    row = _find(stage, TrainingState.CLOSED)
    dialog = CopyDialog(stage.window, row, clock=_desk(stage).now)
    dialog.open()
    return dialog


def _new(stage: Stage) -> QWidget:
    stage.shell.open_page("training_new")
    editor = _page(stage, TrainingNewPage).editor
    editor.fields.title.setText("代表大会精神专题学习会（第3批）")
    editor.fields.venue.setText("职工之家二楼")
    editor.fields.topics.set_value(("把牢正确政治方向", "做好职工服务"))
    for layer in ("中层干部", "一般干部"):
        editor.audience.layers.box(layer).click()
    return stage.window


def _list_before(stage: Stage) -> QWidget:
    _unlisted(stage)
    page = _page(stage, TrainingPage)
    page.tabs.choose("list")
    tab = page.tab("list")
    assert isinstance(tab, TrainingListTab)
    return stage.window


def _unlisted(stage: Stage) -> None:
    """Open a training without a list, entering one if there is none."""
    _trainings(stage)
    titled = [r for r in _rows(stage) if r.title == _WITHOUT_LIST]
    if titled:
        training_id = titled[0].training_id
    else:
        row = _find(stage, TrainingState.PLANNED, at=-1)
        desk = _desk(stage)
        training_id = desk.trainings.copy(row.training_id, start=row.start)
        view = desk.trainings.get(training_id)
        from dataclasses import replace

        draft = replace(view.draft, title=_WITHOUT_LIST)
        desk.trainings.change(training_id, version=view.version, draft=draft)
    stage.shell.open_page("training", training_id=training_id, tab="list")
    stage.settle()


_WITHOUT_LIST = "新任小组长培训"


def _attendance(stage: Stage) -> QWidget:
    return _tab(stage, "attendance")


def _typed(stage: Stage, text: str) -> QWidget:
    page = _training(stage, "attendance")
    page.attendance.panel.field.setText(text)
    return stage.window


def _row(stage: Stage) -> QWidget:
    page = _training(stage, "attendance")
    page.attendance.panel.field.clear()
    stage.window.activateWindow()
    page.attendance.board.go_to(25)
    page.attendance.board.setFocus()
    return stage.window


def _menu(stage: Stage) -> QWidget:
    page = _training(stage, "attendance")
    menu = StatusMenu(page.attendance.keeper.book.rows[3], stage.window)
    menu.popup(stage.window.mapToGlobal(stage.window.rect().center()))
    return menu


def _others(stage: Stage) -> QWidget:
    page = _training(stage, "attendance")
    page.attendance.others.begin()
    return stage.window


def _close(stage: Stage) -> QWidget:
    page = _training(stage, "attendance")
    page.attendance.others.hide()
    page.close_action.click()
    return _dialog(stage)


def _closed(stage: Stage) -> QWidget:
    return _tab(stage, "attendance", state=TrainingState.CLOSED)


def _no_list(stage: Stage) -> QWidget:
    _unlisted(stage)
    _page(stage, TrainingPage).tabs.choose("attendance")
    return stage.window


def _figure(stage: Stage) -> QWidget:
    _tab(stage, "attendance", state=TrainingState.CLOSED)
    _page(stage, TrainingPage).strip.asked.emit(labels.LEAVE)
    return _dialog(stage)


def _print(stage: Stage) -> QWidget:
    page = _training(stage, "print")
    tab = page.tab("print")
    assert isinstance(tab, PrintTab)
    stage.wait_until(lambda: tab.pane.view.pages > 0 and tab.pane.view.is_sharp)
    return stage.window

"""Pictures of notices: the list, one notice beside its duties, and the dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QDialog, QWidget

from jz_training.domain.obligation import ObligationKind
from jz_training.ui.gallery.drawing import Scene, Stage
from jz_training.ui.notices.header_dialog import HeaderDialog
from jz_training.ui.notices.notice_page import NoticePage
from jz_training.ui.notices.notices_page import NoticesPage
from jz_training.ui.notices.obligation_dialog import ObligationDialog
from jz_training.ui.notices.paste_dialog import PasteDialog
from jz_training.ui.notices.same_notice_dialog import SameNoticeDialog
from jz_training.ui.notices.text_tab import TextTab
from jz_training.ui.page import Page
from jz_training.ui.trainings.training_new_page import TrainingNewPage

if TYPE_CHECKING:
    from jz_training.services.desk import Desk

P = TypeVar("P", bound=Page)
D = TypeVar("D", bound=QDialog)


def notice_scenes() -> tuple[Scene, ...]:
    """Return the pictures in the order of the job."""
    return (
        Scene("notices-none", _empty),
        Scene("notices", _list),
        Scene("notices-none-found", _none_found),
        Scene("notice-paste", _paste),
        Scene("notice-same", _same),
        Scene("notice", _notice),
        Scene("notice-meeting", _meeting),
        Scene("notice-meeting-training", _meeting_training),
        Scene("notice-header", _header),
        Scene("obligation", lambda stage: _obligation(stage, ObligationKind.FORMS)),
        Scene("obligation-outreach", lambda stage: _obligation(stage, ObligationKind.OUTREACH)),
        Scene("obligation-new", _obligation_new),
    )


# --- finding the way -----------------------------------------------------------------------------


def _open(stage: Stage, kind: type[P], key: str, **what: object) -> P:
    stage.shell.open_page(key, **what)
    stage.settle()
    page = stage.shell.current
    assert isinstance(page, kind)
    return page


def _dialog(owner: QWidget, kind: type[D]) -> D:
    return owner.findChildren(kind)[-1]


def _desk(stage: Stage) -> Desk:
    assert stage.shell.current is not None
    return stage.shell.current.ctx.desk


def _the(stage: Stage, word: str) -> NoticePage:
    found = next(row.id for row in _desk(stage).notices.list() if word in row.title)
    return _open(stage, NoticePage, "notice", notice_id=found, tab="text")


def _text_tab(page: NoticePage) -> TextTab:
    tab = page.tab("text")
    assert isinstance(tab, TextTab)
    return tab


# --- the pictures --------------------------------------------------------------------------------


def _empty(stage: Stage) -> QWidget:
    page = _open(stage, NoticesPage, "notices")
    page.text.clear()
    page.show_list(())
    return stage.window


def _list(stage: Stage) -> QWidget:
    page = _open(stage, NoticesPage, "notices")
    page.text.clear()
    page.table.view.selectRow(0)
    return stage.window


def _none_found(stage: Stage) -> QWidget:
    _list(stage)
    _open(stage, NoticesPage, "notices").text.setText("没有这样的通知")
    return stage.window


def _paste(stage: Stage) -> QWidget:
    page = _open(stage, NoticesPage, "notices")
    page.text.clear()
    dialog = PasteDialog(page)
    dialog.open()
    return dialog


def _same(stage: Stage) -> QWidget:
    page = _open(stage, NoticesPage, "notices")
    dialog = SameNoticeDialog(page, page.ctx.desk.notices.list()[0])
    dialog.open()
    return dialog


def _notice(stage: Stage) -> QWidget:
    page = _the(stage, "代表大会")
    stage.settle()
    _text_tab(page).duties.table.view.selectRow(2)
    return stage.window


def _meeting(stage: Stage) -> QWidget:
    _the(stage, "交流会")
    return stage.window


def _meeting_training(stage: Stage) -> QWidget:
    page = _the(stage, "交流会")
    stage.settle()
    _text_tab(page).meeting.make.click()
    stage.wait_until(lambda: isinstance(stage.shell.current, TrainingNewPage))
    return stage.window


def _header(stage: Stage) -> QWidget:
    page = _the(stage, "代表大会")
    stage.settle()
    page.edit_header()
    return _dialog(page, HeaderDialog)


def _obligation(stage: Stage, kind: ObligationKind) -> QWidget:
    page = _the(stage, "代表大会")
    stage.settle()
    tab = _text_tab(page)
    duties = tab.duties.table.model
    rows = [duties.row_at(at) for at in range(duties.rowCount())]
    row = next(row for row in rows if row is not None and row.obligation.draft.kind is kind)
    tab.changes.edit(row.obligation)
    stage.settle()
    return _dialog(page, ObligationDialog)


def _obligation_new(stage: Stage) -> QWidget:
    page = _the(stage, "代表大会")
    stage.settle()
    tab = _text_tab(page)
    tab.text.drop_selection()
    tab.add()
    stage.settle()
    return _dialog(page, ObligationDialog)

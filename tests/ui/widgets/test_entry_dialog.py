"""What every dialog of an entry does by itself."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from jz_training.errors import ChangedMeanwhile, JzError, Refused
from jz_training.ui.widgets.entry_dialog import EntryDialog
from jz_training.ui.widgets.folding_dialog import FoldingDialog
from jz_training.ui.widgets.form import Form

_ID = uuid4()


def _saving(fault: JzError | None) -> Callable[[], UUID]:
    def save() -> UUID:
        if fault is not None:
            raise fault
        return _ID

    return save


class _Dialog(EntryDialog):
    fault: JzError | None = None

    def __init__(self, ctx, parent) -> None:
        super().__init__(ctx, parent, title="新增题目", kinds={"plans"})
        self.form = Form()
        self.name = self.form.add("name", "名称", QLineEdit(), required=True)
        self.put(self.form)
        self.fit()

    def saving_job(self) -> Callable[[], UUID] | None:
        return _saving(self.fault) if self.form.complete() else None


class _Folding(FoldingDialog):
    fault: JzError | None = None

    def __init__(self, ctx, parent) -> None:
        super().__init__(ctx, parent, title="新增题目", kinds={"plans"})
        self.form, self.more = Form(), Form()
        self.name = self.form.add("name", "名称", QLineEdit())
        self.note = self.more.add("note", "备注", QLineEdit())
        self.put_folded("更多：备注", first=self.note)
        self.offer_next("保存并新增下一题")
        self.fit()

    def saving_job(self) -> Callable[[], UUID] | None:
        return _saving(self.fault)

    def empty_for_next(self) -> None:
        self.name.clear()


@pytest.fixture
def opened(qtbot, ctx):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    def open_one(kind, *, fault: JzError | None = None):
        dialog = kind(ctx, parent)
        dialog.fault = fault
        dialog.name.setText("安全")
        dialog.open()
        return dialog

    return open_one


def test_a_saved_dialog_closes_and_tells_the_id_and_what_changed(opened, ctx, settle):
    dialog, told = opened(_Dialog), []
    dialog.accepted.connect(lambda: told.append("closed"))
    dialog.saved.connect(told.append)
    ctx.work.changed.connect(told.append)
    dialog.verb.click()
    settle()
    assert sorted(told, key=str) == sorted(["closed", _ID, frozenset({"plans"})], key=str)


def test_a_dialog_with_something_missing_stays_and_can_be_saved_later(opened, settle):
    dialog = opened(_Dialog)
    dialog.name.clear()
    dialog.verb.click()
    settle()
    assert dialog.form.error("name") == "请填写名称。"
    assert dialog.isVisible()
    assert dialog.verb.isEnabled()


def test_a_refusal_stands_under_its_field(opened, settle):
    dialog = opened(_Dialog, fault=Refused("name", "missing"))
    dialog.verb.click()
    settle()
    assert dialog.form.error("name") == "请填写这一项。"
    assert dialog.trouble.isHidden()
    assert dialog.verb.isEnabled()


@pytest.mark.parametrize("fault", [Refused("other", "missing"), ChangedMeanwhile("plan_item")])
def test_what_belongs_to_no_field_stands_below_all_of_them(opened, settle, fault):
    dialog = opened(_Dialog, fault=fault)
    dialog.verb.click()
    settle()
    assert (dialog.trouble.isVisible(), dialog.trouble.text()) == (True, str(fault))


def test_a_refusal_in_the_folded_part_unfolds_it(opened, settle):
    dialog = opened(_Folding, fault=Refused("note", "missing"))
    dialog.verb.click()
    settle()
    assert dialog.more.isVisible()
    assert dialog.more.error("note") == "请填写这一项。"


def test_the_next_entry_begins_in_the_same_dialog(opened, qtbot):
    dialog = opened(_Folding)
    with qtbot.waitSignal(dialog.saved):
        dialog.next.click()
    assert dialog.isVisible()
    assert dialog.verb.isEnabled()
    assert dialog.name.text() == ""


def test_a_dialog_grows_for_a_sentence_under_a_field(opened, settle):
    dialog = opened(_Dialog, fault=Refused("name", "same_form", name="安全" * 30))
    before = dialog.height()
    dialog.verb.click()
    settle()
    assert dialog.height() > before
    bar = dialog.findChild(QScrollArea).verticalScrollBar()
    assert bar.maximum() == 0

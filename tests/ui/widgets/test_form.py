"""Forms: Enter goes on, Esc backs out, what is missing is said under the field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from jz_training.ui.widgets.form import Form


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form()
    qtbot.addWidget(made)
    made.add("name", "姓名", QLineEdit(), required=True, hint="按签到表上的写法")
    made.add("unit", "单位", QComboBox()).addItems(["织造车间", "印染车间"])
    made.add("post", "职务", QLineEdit())
    made.show()
    made.activateWindow()
    return made


def field(form: Form, name: str) -> QLineEdit:
    widget = form._fields[name].widget
    assert isinstance(widget, QLineEdit)
    return widget


def test_enter_goes_on_and_at_the_end_submits(form: Form, qtbot: QtBot) -> None:
    name, post = field(form, "name"), field(form, "post")
    name.setText("王晓")
    name.setFocus()
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert form._fields["unit"].widget.hasFocus()
    post.setFocus()
    with qtbot.waitSignal(form.submitted):
        qtbot.keyClick(post, Qt.Key.Key_Return)


def test_what_is_missing_is_said_under_its_field_and_gets_the_cursor(
    form: Form, qtbot: QtBot
) -> None:
    field(form, "post").setFocus()
    with qtbot.assertNotEmitted(form.submitted):
        qtbot.keyClick(field(form, "post"), Qt.Key.Key_Return)
    assert form.error("name") == "请填写姓名。"
    assert field(form, "name").hasFocus()
    assert field(form, "name").accessibleDescription() == "请填写姓名。"


def test_the_hint_comes_back_when_the_error_goes(form: Form) -> None:
    form.set_error("name", "姓名太长。")
    form.clear_errors()
    assert form.error("name") == ""
    assert form._fields["name"].error.text() == "按签到表上的写法"


def test_errors_of_the_rules_find_their_fields(form: Form) -> None:
    form.show_errors({"post": "太长。"})
    assert form.error("post") == "太长。"
    assert not form.set_error("nowhere", "x")


def test_escape_backs_out(form: Form, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.cancelled):
        qtbot.keyClick(field(form, "name"), Qt.Key.Key_Escape)


def test_every_field_has_a_name_for_screen_readers(form: Form) -> None:
    names = [f.widget.accessibleName() for f in form._fields.values()]
    assert names == ["姓名", "单位", "职务"]


def test_a_required_choice_without_text_is_missing(qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    form.add("unit", "单位", QComboBox(), required=True)
    form.add("box", "列席", QCheckBox("列席"), required=True)
    assert not form.complete()
    assert form.error("unit")
    assert not form.error("box")

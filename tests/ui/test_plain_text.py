"""Text from outside is shown literally everywhere (safety.md §0.8, row 20)."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QLabel, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

import jz_training.ui
from jz_training.ui.ask import WindowAsker
from jz_training.ui.memory import Memory
from jz_training.ui.page import Page
from jz_training.ui.shell.toast import Toast
from jz_training.ui.style.text import ElidedLabel, literal_tip, plain_label, plain_tip
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.dialog import PlainDialog
from jz_training.ui.widgets.empty_state import EmptyState
from jz_training.ui.widgets.form import Form

SOURCES = sorted(Path(jz_training.ui.__file__).parent.glob("**/*.py"))
PAYLOADS = (
    '<img src="file:///etc/hostname">',
    '<img src="//10.0.0.9/share/x.png">',
    "<b>粗</b>",
    "<a href='x'>链接</a>",
    "A & B < C",
)

#: The only file that may make labels and tooltips, and what nobody may use.
DOOR = "text.py"
CLOSED = {"QMessageBox", "QTextBrowser", "QErrorMessage", "QInputDialog", "QTableWidget"}
RICH = {"setHtml", "insertHtml", "appendHtml", "setWhatsThis"}
CLIPBOARD = "clipboard.py"  # hands escaped HTML to other programs, draws none


def _calls(tree: ast.AST) -> list[str]:
    names = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            attribute = getattr(node.func, "attr", "")
            names.append(attribute or getattr(node.func, "id", ""))
    return names


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_labels_and_tooltips_are_made_in_one_place(path: Path) -> None:
    calls = _calls(ast.parse(path.read_text("utf-8")))
    if path.name != DOOR:
        assert "QLabel" not in calls
        assert "setToolTip" not in calls
    if path.name != CLIPBOARD:
        assert not RICH.intersection(calls)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_nothing_that_guesses_at_rich_text_is_imported(path: Path) -> None:
    names = {
        alias.name
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert not CLOSED & names


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_every_label_class_sets_plain_text(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and any(
            getattr(base, "id", "") == "QLabel" for base in node.bases
        ):
            assert "setTextFormat" in _calls(node)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_labels_show_a_payload_literally(qtbot: QtBot, payload: str) -> None:
    for label in (plain_label(payload), ElidedLabel(payload)):
        qtbot.addWidget(label)
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert label.text() == payload


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_tooltip_shows_a_payload_literally_and_loads_nothing(qtbot: QtBot, payload: str) -> None:
    loaded: list[QUrl] = []

    class Browser(QTextBrowser):
        def loadResource(self, kind: int, name: QUrl) -> None:
            loaded.append(name)

    browser, widget = Browser(), QWidget()
    qtbot.addWidget(browser)
    qtbot.addWidget(widget)
    plain_tip(widget, payload)
    browser.setText(widget.toolTip())
    browser.show()
    assert browser.toPlainText() == payload
    assert loaded == []


def test_a_tooltip_without_signs_stays_as_it_is() -> None:
    assert literal_tip("张伟 & 李娜") == "张伟 & 李娜"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_every_label_inside_our_widgets_is_plain(
    qtbot: QtBot, memory: Memory, payload: str
) -> None:
    page = Page(None, title=payload)  # type: ignore[arg-type]  # a page alone needs no context
    page.set_facts(payload)
    form = Form()
    form.add("name", payload, QWidget(), hint=payload)
    form.set_error("name", payload)
    dialog = PlainDialog(None, title=payload, verb=payload)
    toast_over = QWidget()
    Toast(toast_over).tell(payload)
    WindowAsker(toast_over, memory)
    widgets = (page, form, dialog, toast_over, Card(payload, note=payload),
               EmptyState(None, payload))  # fmt: skip
    for widget in widgets:
        qtbot.addWidget(widget)
        labels = widget.findChildren(QLabel)
        assert labels
        assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


def test_a_name_with_an_ampersand_is_no_shortcut(qtbot: QtBot) -> None:
    dialog = PlainDialog(None, title="x", verb="A&B")
    qtbot.addWidget(dialog)
    assert dialog.verb.text() == "A&&B"
    assert dialog.verb.shortcut().isEmpty()

"""Dialogs: a sentence, a verb, a way back; files open where the last one was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from jz_training.ui.ask import WindowAsker
from jz_training.ui.memory import Memory
from jz_training.ui.widgets.dialog import PlainDialog


@pytest.fixture
def asker(qtbot: QtBot, memory: Memory) -> WindowAsker:
    window = QWidget()
    qtbot.addWidget(window)
    made = WindowAsker(window, memory)
    made.test_window = window  # type: ignore[attr-defined]  # keeps it alive
    return made


def answering(act: Callable[[PlainDialog], None]) -> None:
    """Do something with the dialog that is about to open."""

    def find() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PlainDialog)
        act(dialog)

    QTimer.singleShot(0, find)


def test_the_verb_means_yes_and_escape_means_no(asker: WindowAsker, qtbot: QtBot) -> None:
    answering(lambda dialog: dialog.verb.click())
    assert asker.confirm("移除 3 人？", detail="可以撤销。", verb="移除", danger=True)
    answering(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    assert not asker.confirm("移除 3 人？", verb="移除")


def test_an_empty_reason_is_not_taken(asker: WindowAsker, qtbot: QtBot) -> None:
    def answer(dialog: PlainDialog) -> None:
        dialog.verb.click()
        assert dialog.isVisible()
        field = dialog.findChild(QLineEdit)
        field.setText("  补录两人  ")
        qtbot.keyClick(field, Qt.Key.Key_Return)

    answering(answer)
    assert asker.text("重新打开？", label="原因", verb="重新打开") == "补录两人"


def test_a_cancelled_text_is_none(asker: WindowAsker, qtbot: QtBot) -> None:
    answering(lambda dialog: dialog.reject())
    assert asker.text("重新打开？", label="原因", verb="重新打开", value="旧") is None


def test_details_stand_behind_a_button_and_can_be_copied(asker: WindowAsker) -> None:
    def read(dialog: PlainDialog) -> None:
        box = dialog.findChild(QPlainTextEdit)
        assert box.isHidden()
        assert box.toPlainText() == "ENOSPC"
        dialog.accept()

    answering(read)
    asker.tell("磁盘空间不足。", detail="ENOSPC")


def test_file_dialogs_open_where_the_last_one_ended(
    asker: WindowAsker, memory: Memory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    starts: list[str] = []

    def choose(parent: QWidget, title: str, start: str, kinds: str) -> tuple[str, str]:
        starts.append(start)
        return str(tmp_path / "名册.xlsx"), kinds

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    assert asker.open_file("选择名册", kinds="名册 (*.xlsx)") == tmp_path / "名册.xlsx"
    asker.save_file("另存为", name="台账.xlsx", kinds="Excel (*.xlsx)")
    assert starts[1] == str(tmp_path / "台账.xlsx")


def test_a_cancelled_file_dialog_is_none_and_remembers_nothing(
    asker: WindowAsker, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    assert asker.folder("选择文件夹") is None
    assert memory.text("last_folder") == ""


def test_a_last_folder_that_is_gone_is_not_offered(
    asker: WindowAsker, memory: Memory, tmp_path: Path
) -> None:
    memory.keep("last_folder", str(tmp_path / "gone"))
    assert asker._last() == str(Path.home())

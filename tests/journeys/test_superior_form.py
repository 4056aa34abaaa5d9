"""A superior's form: taken in, tied as its words propose, filled and saved; and from the shell."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jz_training.app import run
from jz_training.paths import resources
from jz_training.services.desk import Desk
from jz_training.ui.reporting.reporting_page import ReportingPage
from jz_training.ui.superior_forms.fill_dialog import FillDialog
from jz_training.ui.superior_forms.form_dialog import FormDialog
from jz_training.ui.superior_forms.forms_tab import FormsTab
from jz_training.ui.superior_forms.mapper_dialog import MapperDialog
from tests.journeys.windows import Window
from tests.services.stories import a_listed_training

PAST = {"start": datetime(2026, 11, 20, 15), "end": datetime(2026, 11, 20, 16)}
FORM = resources() / "sample" / "季度统计表.xlsx"


def test_a_form_is_tied_once_and_filled(
    window: Window, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.settings.change(organiser="清河市纺织公司工会")
    a_listed_training(desk, people=3, **PAST)
    tab = taken_in(window, qtbot)
    tied(window, tab)
    assert desk.superior_forms.list()[0].ties.count == 31
    target = tmp_path / "报送.xlsx"
    filled(window, tab, target, qtbot)
    sheet = load_workbook(target)["季报"]
    assert (sheet["C2"].value, sheet["B3"].value) == ("清河市纺织公司工会", 1)
    assert sheet["F16"].value == "=SUM(F13:F15)"
    assert desk.check() == ()


def taken_in(window: Window, qtbot: QtBot) -> FormsTab:
    """Choose the file, say whose form it is."""
    page = window.open(ReportingPage, "reporting", tab="forms")
    tab = page.tabs.tab
    assert isinstance(tab, FormsTab)
    window.answers.paths.append(FORM)
    tab.begin()
    qtbot.waitUntil(lambda: bool(tab.findChildren(FormDialog)))
    dialog = tab.findChildren(FormDialog)[-1]
    dialog.superior.setText("清河市总工会")
    window.keys.press(Qt.Key.Key_Return)
    dialog.accept()
    qtbot.waitUntil(lambda: bool(tab.findChildren(MapperDialog)))
    window.settle()
    return tab


def tied(window: Window, tab: FormsTab) -> None:
    """Take what the form's own words propose, untie one place again, save."""
    dialog = tab.findChildren(MapperDialog)[-1]
    assert "建议 32 项" in dialog.hint.text()
    assert dialog.verb.text() == "采用 32 项建议并保存"
    dialog.take_all()
    dialog.choose(6, 2)
    assert dialog.panel.said.text() == "填入：应到人次（领导干部）"
    dialog.panel.clear.click()
    assert dialog.verb.text() == "保存设置"
    dialog.accept()
    window.settle()


def filled(window: Window, tab: FormsTab, target: Path, qtbot: QtBot) -> None:
    """Look at the preview and save the filled file."""
    assert tab.row() is not None  # the only form is chosen already
    tab.fill()
    dialog = tab.findChildren(FillDialog)[-1]
    qtbot.waitUntil(lambda: dialog.filled is not None)
    assert dialog.table.model.rowCount() > 10
    window.answers.paths.append(target)
    dialog.accept()
    qtbot.waitUntil(target.exists)
    window.settle()
    assert dialog.teller.toast.text == "已导出“报送.xlsx”。"  # the main window waits behind
    dialog.reject()


def test_a_form_is_filled_from_the_command_line(
    new_workspace: Path, tmp_path: Path, capsys: object
) -> None:
    from shutil import copytree

    from jz_training.sample.forms import keep_form
    from jz_training.services.desk import open_desk

    folder = copytree(new_workspace, tmp_path / "data")
    desk = open_desk(folder)
    keep_form(desk, FORM)
    desk.close()
    target = tmp_path / "报送.xlsx"
    words = ["form", "fill", "季度统计表", "--out", str(target), "--workspace", str(folder)]
    assert run(words) == 0
    assert load_workbook(target)["季报"]["B3"].value == 0
    assert run(["form", "fill", "没有的表", "--out", str(target), "--workspace", str(folder)]) == 1

"""From the first paint to the open desk and to a clean end; what is said when it fails."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jz_training.errors import DatabaseIsNewer
from jz_training.services.desk import Desk, open_desk
from jz_training.ui.memory import Memory
from jz_training.ui.opening import Opening, Plan, usual_plan
from jz_training.ui.shell.one_window import Bell, bell_name, ring
from jz_training.ui.shell.trouble_page import TroublePage
from jz_training.ui.start import Start

Begin = Callable[[Plan], Opening]


@pytest.fixture
def folder(tmp_path: Path, new_workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    return copytree(new_workspace, tmp_path / "workspace")


@pytest.fixture
def begin(qapp: QApplication, qtbot: QtBot, memory: Memory, folder: Path) -> Iterator[Begin]:
    """Return a way to start the window; it is closed again at the end."""
    started: list[Start] = []

    def start(plan: Plan) -> Opening:
        made = Start(qapp, folder, plan=plan, memory=memory)
        started.append(made)
        qtbot.addWidget(made.window)
        made.show()
        qtbot.waitUntil(lambda: made.opening is not None)
        assert made.opening is not None
        return made.opening

    yield start
    for made in started:
        made.window.close()


def trouble(opening: Opening) -> TroublePage | None:
    shown = opening.shell.pages.currentWidget()
    return shown if isinstance(shown, TroublePage) else None


def test_the_window_opens_its_first_page_on_the_workspace(
    begin: Begin, folder: Path, qtbot: QtBot
) -> None:
    opening = begin(usual_plan(folder))
    qtbot.waitUntil(lambda: opening.shell.current is not None, timeout=10_000)
    assert opening.shell.current is opening.shell.pages.page(usual_plan(folder).pages[0].key)


def test_closing_the_window_backs_up_and_gives_the_workspace_back(
    begin: Begin, folder: Path, qtbot: QtBot
) -> None:
    opening = begin(usual_plan(folder))
    qtbot.waitUntil(lambda: opening.shell.current is not None, timeout=10_000)
    opening._window.close()
    again = open_desk(folder)
    assert [row.kind for row in again.backups.list()] == ["auto"]
    again.close()


def test_a_workspace_in_use_is_said_and_can_be_tried_again(
    begin: Begin, folder: Path, qtbot: QtBot
) -> None:
    other = open_desk(folder)
    opening = begin(usual_plan(folder))
    qtbot.waitUntil(lambda: trouble(opening) is not None, timeout=10_000)
    page = trouble(opening)
    assert page is not None
    assert "正在被另一个窗口使用" in page.sentence.text()
    other.close()
    qtbot.mouseClick(page.retry, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opening.shell.current is not None, timeout=10_000)


def test_newer_data_is_left_alone_and_said(begin: Begin, folder: Path, qtbot: QtBot) -> None:
    def refuse() -> Desk:
        raise DatabaseIsNewer(folder, "ffff")

    plan = Plan(folder=folder, open_desk=refuse, pages=usual_plan(folder).pages)
    opening = begin(plan)
    qtbot.waitUntil(lambda: trouble(opening) is not None)
    page = trouble(opening)
    assert page is not None
    assert "请安装新版程序" in page.sentence.text()
    assert not page.restore.isVisible()


def test_a_fault_of_ours_while_opening_is_said_with_its_details(
    begin: Begin, folder: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> Desk:
        raise ZeroDivisionError("odd")

    opening = begin(Plan(folder=folder, open_desk=fail, pages=usual_plan(folder).pages))
    qtbot.waitUntil(lambda: trouble(opening) is not None)
    assert "ZeroDivisionError" in caplog.text


def test_damaged_data_is_restored_from_a_backup_in_the_window(
    begin: Begin, folder: Path, qtbot: QtBot
) -> None:
    desk = open_desk(folder)
    desk.settings.change(organiser="清河市纺织公司工会")
    desk.backups.make()
    desk.close()
    (folder / "data.sqlite").write_bytes(b"SQLite format 3\0" + b"\xff" * 8000)
    opening = begin(usual_plan(folder))
    qtbot.waitUntil(
        lambda: (page := trouble(opening)) is not None and page.restore.isVisible(), timeout=10_000
    )
    page = trouble(opening)
    assert page is not None
    qtbot.mouseClick(page.restore, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: opening.shell.top._organiser.text() == "清河市纺织公司工会", timeout=10_000
    )
    assert list(folder.glob("damaged-*.sqlite"))


def test_lost_data_is_said_and_restored_from_a_backup_in_the_window(
    begin: Begin, folder: Path, qtbot: QtBot
) -> None:
    desk = open_desk(folder)
    desk.settings.change(organiser="清河市纺织公司工会")
    desk.backups.make()
    desk.close()
    (folder / "data.sqlite").unlink()
    opening = begin(usual_plan(folder))
    qtbot.waitUntil(
        lambda: (page := trouble(opening)) is not None and page.restore.isVisible(), timeout=10_000
    )
    page = trouble(opening)
    assert page is not None
    assert page.sentence.text() == "没有找到数据文件，但是有备份。请选择一个备份恢复。"
    qtbot.mouseClick(page.restore, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: opening.shell.top._organiser.text() == "清河市纺织公司工会", timeout=10_000
    )


@pytest.mark.parametrize("name", ["工会 #1?", os.fsdecode(b"\xff")])
def test_a_folder_of_any_name_can_be_rung_for(tmp_path: Path, name: str) -> None:
    assert not ring(tmp_path / name)


def test_a_second_start_raises_the_first_window(folder: Path, qtbot: QtBot) -> None:
    assert not ring(folder)
    bell = Bell(folder)
    assert bell.listen()
    with qtbot.waitSignal(bell.rung):
        assert ring(folder)
    bell.close()
    assert not ring(folder)


def test_what_a_killed_window_left_behind_does_not_stop_the_next(
    folder: Path, qtbot: QtBot
) -> None:
    Path(bell_name(folder)).touch()
    bell = Bell(folder)
    assert bell.listen()
    bell.close()


def test_windows_of_other_workspaces_are_left_alone(folder: Path, tmp_path: Path) -> None:
    assert bell_name(folder) != bell_name(tmp_path / "other")


def test_an_unexpected_error_in_the_window_is_logged_and_told(
    begin: Begin, folder: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    opening = begin(usual_plan(folder))
    qtbot.waitUntil(lambda: opening.shell.current is not None, timeout=10_000)
    error = KeyError("odd")
    opening.report(KeyError, error, None)
    assert "KeyError" in caplog.text
    assert "KeyError" in (folder / "window.log").read_text("utf-8")
    assert "程序出了一点问题" in opening.shell.toast.text


def test_the_database_is_really_damaged_in_these_tests(folder: Path) -> None:
    (folder / "data.sqlite").write_bytes(b"SQLite format 3\0" + b"\xff" * 8000)
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(folder / "data.sqlite").execute("PRAGMA quick_check").fetchone()

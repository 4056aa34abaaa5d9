"""One secretary hands everything on, the next goes on with it; a year is kept to be looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from jz_training.domain.handover import HandoverKind
from jz_training.domain.roster import PersonDraft
from jz_training.services.desk import Desk, open_desk
from jz_training.services.handing_over import take_over
from jz_training.services.people import PeopleQuery
from jz_training.ui.handover.looking import ArchiveLook
from jz_training.ui.handover.taking import TakingOver
from jz_training.ui.home.home_page import HomePage
from jz_training.ui.memory import Memory
from jz_training.ui.people.people_page import PeoplePage
from jz_training.ui.second_window import command_for
from jz_training.ui.settings.settings_backups import BackupsTab
from jz_training.ui.settings.settings_page import SettingsPage
from jz_training.ui.style.look import Look
from jz_training.ui.work import Work
from tests.conftest import Clock
from tests.journeys.windows import Window, close_window, window_on
from tests.services.stories import a_listed_training
from tests.ui.conftest import Answers

Opened = Callable[[Desk], Window]


@pytest.fixture
def opened(qapp: QApplication, answers: Answers, memory: Memory, look: Look) -> Iterator[Opened]:
    """Return a way to open a window on a desk; each has a worker of its own."""
    made: list[tuple[Window, Work, Desk]] = []

    def open_on(desk: Desk) -> Window:
        work = Work()
        window = window_on(desk, work, answers=answers, memory=memory, look=look)
        made.append((window, work, desk))
        return window

    yield open_on
    for window, work, desk in made:
        close_window(window, work)
        desk.close()


@pytest.fixture
def handed(desk: Desk, tmp_path: Path) -> Path:
    """Return the file of a desk of five people."""
    a_listed_training(desk)
    desk.settings.change(organiser="清河市纺织公司工会")
    desk.handing_over.write(tmp_path / "移交.jzw")
    return tmp_path / "移交.jzw"


def _can_be_pressed(one: QPushButton) -> bool:
    return one.isVisible() and one.isEnabled()


def backups_tab(window: Window) -> BackupsTab:
    page = window.open(SettingsPage, "settings", tab="backups")
    tab = page.tabs.page("backups")
    assert isinstance(tab, BackupsTab)
    return tab


def test_a_successor_takes_everything_over_at_the_first_steps(
    window: Window, desk: Desk, opened: Opened, tmp_path: Path, new_workspace: Path, clock: Clock
) -> None:
    a_listed_training(desk)
    desk.settings.change(organiser="清河市纺织公司工会")
    window.answers.paths = [tmp_path / "给小李"]
    backups_tab(window).handover.hand_over.click()
    window.settle()
    window.settle()
    assert window.answers.asked == ["清河市纺织公司工会-移交-2026-11-22.jzw"]
    assert "当面交给接手的人" in window.shell.toast.text

    other = opened(open_desk(copytree(new_workspace, tmp_path / "新电脑"), clock=clock))
    home = other.open(HomePage, "home")
    other.answers.paths = [tmp_path / "给小李.jzw"]
    home.start.take_over.click()
    for _ in range(3):
        other.settle()
    assert other.answers.asked[-1] == "接手这份数据？"
    assert "清河市纺织公司工会" in other.shell.toast.text
    assert not home.start.isVisible()
    assert other.shell.top._organiser.text() == "清河市纺织公司工会"
    assert other.open(PeoplePage, "people").table.model.rowCount() == 5
    assert home.ctx.desk.check() == ()


def test_where_one_works_already_the_data_goes_beside_in_a_second_window(
    window: Window, desk: Desk, handed: Path, tmp_path: Path
) -> None:
    shown: list[Path] = []
    page = window.open(HomePage, "home")
    window.answers.paths = [handed, tmp_path]
    TakingOver(page.ctx, page, show=lambda folder: not shown.append(folder)).begin()
    window.settle()
    window.settle()
    assert "不会和它混在一起" in window.answers.asked[1]
    assert shown == [tmp_path / "移交"]
    assert (shown[0] / "data.sqlite").exists()
    assert desk.people.count(PeopleQuery()) == 5


def test_what_is_no_handover_is_told_and_changes_nothing(window: Window, tmp_path: Path) -> None:
    wrong = tmp_path / "名册.jzw"
    wrong.write_bytes(b"PK\3\4 no")
    window.answers.paths = [wrong]
    window.open(HomePage, "home").start.take_over.click()
    window.settle()
    assert window.shell.toast.text.startswith("没有打开“名册.jzw”：这不是本程序生成的")


def test_an_archive_is_unpacked_once_beside_its_file(
    window: Window, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "2026年归档.jzw"
    window.answers.paths = [path]
    backups_tab(window).handover.archive.click()
    window.settle()
    window.settle()
    shown: list[Path] = []
    page = window.page(SettingsPage)
    for _ in range(2):
        window.answers.paths = [path]
        ArchiveLook(page.ctx, page, show=lambda folder: not shown.append(folder)).begin()
        window.settle()
        window.settle()
    assert shown == [tmp_path / "2026年归档"] * 2


def test_the_window_of_an_archive_says_so_and_offers_no_change(
    desk: Desk, opened: Opened, tmp_path: Path, clock: Clock
) -> None:
    desk.people.add(PersonDraft(name="陈国栋"))
    desk.handing_over.write(tmp_path / "a.jzw", kind=HandoverKind.ARCHIVE)
    take_over(tmp_path / "a.jzw", tmp_path / "a")
    window = opened(open_desk(tmp_path / "a", clock=clock))
    assert window.shell.top.state == "归档，只供查阅"
    card = backups_tab(window).handover
    assert not card.hand_over.isEnabled()
    assert not card.archive.isEnabled()
    assert not card.take_over.isVisible()
    assert card.look.isEnabled()
    for key in ("home", "people", "trainings", "reporting"):
        window.shell.open_page(key)
        window.settle()
        offered = {b.text() for b in window.shell.findChildren(QPushButton) if _can_be_pressed(b)}
        assert not offered & {"导入名册", "新增人员", "新建场次", "记为已报送"}


def test_a_second_window_is_this_program_on_another_folder(tmp_path: Path) -> None:
    _, words = command_for(tmp_path)
    assert words[-4:] == ["-m", "jz_training", "--workspace", str(tmp_path)]

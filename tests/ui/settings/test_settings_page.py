"""The settings page on a real workspace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jz_training.domain.roster import PersonDraft
from jz_training.labels.file_sizes import size_words
from jz_training.ui.context import Context
from jz_training.ui.settings.settings_about import AboutTab
from jz_training.ui.settings.settings_backups import BackupsTab
from jz_training.ui.settings.settings_log import LogTab
from jz_training.ui.settings.settings_looks import LooksTab
from jz_training.ui.settings.settings_office import OfficeTab
from jz_training.ui.settings.settings_page import SettingsPage
from jz_training.ui.style.look import Shade
from tests.ui.conftest import Answers, Said, type_text

Settle = Callable[[], None]


@pytest.fixture
def page(ctx: Context, qtbot: QtBot, settle: Settle) -> SettingsPage:
    made = SettingsPage(ctx)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    settle()
    return made


def tab(page: SettingsPage, key: str) -> object:
    page.show_for(tab=key)
    return page.tabs.page(key)


def test_the_name_is_saved_when_its_field_is_left(
    page: SettingsPage, ctx: Context, qtbot: QtBot, settle: Settle
) -> None:
    office = tab(page, "office")
    assert isinstance(office, OfficeTab)
    settle()
    office.organiser.setFocus()
    type_text(office.organiser, "清河市纺织公司工会")
    qtbot.keyClick(office.organiser, Qt.Key.Key_Return)
    settle()
    assert ctx.desk.settings.get().organiser == "清河市纺织公司工会"


def test_leaving_a_field_unchanged_saves_nothing(
    page: SettingsPage, ctx: Context, qtbot: QtBot, settle: Settle
) -> None:
    office = tab(page, "office")
    assert isinstance(office, OfficeTab)
    settle()
    office.organiser.setFocus()
    qtbot.keyClick(office.organiser, Qt.Key.Key_Return)
    settle()
    assert ctx.desk.history.acts() == ()


def test_choices_are_saved_at_once(
    page: SettingsPage, ctx: Context, qtbot: QtBot, settle: Settle
) -> None:
    office = tab(page, "office")
    assert isinstance(office, OfficeTab)
    settle()
    office.strokes._group.button(1).click()
    office.phone.click()
    office.stand_in.click()
    office.blank_rows.setValue(4)
    office.blank_rows.editingFinished.emit()
    settle()
    found = ctx.desk.settings.get()
    assert found.stroke_convention == "congress"
    assert found.phone_on_sheet
    assert found.stand_in_counts
    assert found.blank_rows == 4


def test_the_look_changes_at_once(page: SettingsPage, ctx: Context, qtbot: QtBot) -> None:
    looks = tab(page, "looks")
    assert isinstance(looks, LooksTab)
    looks.shade._group.button(2).click()
    looks.scale._group.button(3).click()
    qtbot.waitUntil(lambda: (ctx.look.shade, ctx.look.text_scale) == (Shade.DARK, 1.5))


def test_a_backup_is_made_and_put_back(
    page: SettingsPage, ctx: Context, answers: Answers, said: Said, qtbot: QtBot, settle: Settle
) -> None:
    backups = tab(page, "backups")
    assert isinstance(backups, BackupsTab)
    qtbot.mouseClick(backups.make, Qt.MouseButton.LeftButton)
    settle()
    ctx.desk.people.add(PersonDraft(name="陈国栋"))
    backups.refresh()
    settle()
    backups.table.select(backups.table.model.id_at(0))
    qtbot.mouseClick(backups.restore, Qt.MouseButton.LeftButton)
    settle()
    assert ctx.desk.people.search("陈国栋") == ()
    assert "恢复到" in answers.asked[0]
    assert said.toasts[-1] == "已恢复。恢复之前的数据也在备份里。"


def test_a_declined_restore_changes_nothing(
    page: SettingsPage, ctx: Context, answers: Answers, qtbot: QtBot, settle: Settle
) -> None:
    answers.confirms = False
    backups = tab(page, "backups")
    assert isinstance(backups, BackupsTab)
    ctx.desk.backups.make()
    ctx.desk.people.add(PersonDraft(name="陈国栋"))
    backups.refresh()
    settle()
    backups.table.select(backups.table.model.id_at(0))
    qtbot.mouseClick(backups.restore, Qt.MouseButton.LeftButton)
    settle()
    assert len(ctx.desk.people.search("陈国栋")) == 1


def test_an_act_is_undone_from_the_log(
    page: SettingsPage, ctx: Context, said: Said, qtbot: QtBot, settle: Settle
) -> None:
    ctx.desk.people.add(PersonDraft(name="陈国栋"))
    log = tab(page, "log")
    assert isinstance(log, LogTab)
    settle()
    assert not log.undo.isEnabled()
    log.table.select(log.table.model.id_at(0))
    qtbot.mouseClick(log.undo, Qt.MouseButton.LeftButton)
    settle()
    assert said.toasts == ["已撤销：新增人员“陈国栋”"]
    assert ctx.desk.people.search("陈国栋") == ()


def test_an_undone_act_cannot_be_undone_again(
    page: SettingsPage, ctx: Context, qtbot: QtBot, settle: Settle
) -> None:
    ctx.desk.people.add(PersonDraft(name="陈国栋"))
    ctx.desk.history.undo_last()
    log = tab(page, "log")
    assert isinstance(log, LogTab)
    settle()
    for act in list(log._acts):
        log.table.select(act.id)
        assert not log.undo.isEnabled()


def test_the_log_reads_on(
    page: SettingsPage, ctx: Context, qtbot: QtBot, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jz_training.ui.settings.settings_log.PAGE", 2)
    for name in ("甲一", "乙二", "丙三"):
        ctx.desk.people.add(PersonDraft(name=name))
    log = tab(page, "log")
    assert isinstance(log, LogTab)
    settle()
    qtbot.mouseClick(log.more, Qt.MouseButton.LeftButton)
    settle()
    assert len(log._acts) == 3
    assert not log.more.isVisible()


def test_about_shows_the_whole_licences(page: SettingsPage, ctx: Context) -> None:
    about = tab(page, "about")
    assert isinstance(about, AboutTab)
    about._unfold()
    assert "ISC License" in about.licence.toPlainText()


def test_every_icon_that_is_named_is_there() -> None:
    import re

    import jz_training.ui
    from jz_training.paths import resources

    folder = Path(jz_training.ui.__file__).parent
    words = r'(?:set_icon\(\w+, |icon=|_image\(|draw_icon\(\w+, )"([a-z0-9-]+)"'
    named = {
        name for path in folder.rglob("*.py") for name in re.findall(words, path.read_text("utf-8"))
    }
    there = {path.stem for path in (resources() / "icons").glob("*.svg")}
    assert named
    assert named <= there


@pytest.mark.parametrize(
    ("size", "words"), [(1, "1 KB"), (320 * 1024, "320 KB"), (1_468_006, "1.4 MB")]
)
def test_sizes_are_said_in_words(size: int, words: str) -> None:
    assert size_words(size) == words

"""The inside of the window: pages, the way back, searching, undo, what is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from jz_training.domain.roster import PersonDraft
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.page import Page, PageSpec
from jz_training.ui.shell.rail import Rail
from jz_training.ui.shell.shell import Shell
from tests.ui.conftest import Said, type_text


class Recorder(Page):
    """A page that remembers what it was shown for and how often it was refreshed."""

    kinds: ClassVar[frozenset[str]] = frozenset({kinds.PEOPLE})

    def __init__(self, ctx: Context, title: str) -> None:
        super().__init__(ctx, title=title)
        self.shown: list[dict[str, object]] = []
        self.refreshed = 0
        self.filter = QLineEdit()
        self.add_filter(self.filter)

    def show_for(self, **what: object) -> None:
        self.shown.append(what)

    def refresh(self) -> None:
        self.refreshed += 1


def spec(key: str, title: str, *, in_rail: bool = True, under: str = "") -> PageSpec:
    return PageSpec(
        key=key, title=title, icon="list", make=lambda ctx: Recorder(ctx, title),
        in_rail=in_rail, under=under,
    )  # fmt: skip


@pytest.fixture
def shell(qtbot: QtBot, ctx: Context) -> Iterator[Shell]:
    made = Shell(
        [
            spec("home", "工作台"),
            spec("people", "人员"),
            spec("training", "场次", in_rail=False, under="people"),
        ]
    )
    qtbot.addWidget(made)
    made.resize(1300, 700)
    made.show()
    made.begin(ctx, "home")
    yield made
    ctx.work.close()


def page(shell: Shell, key: str) -> Recorder:
    found = shell.pages.page(key)
    assert isinstance(found, Recorder)
    return found


def test_a_page_is_made_on_its_first_visit(shell: Shell) -> None:
    assert "people" not in shell.pages._pages
    shell.open_page("people", person_id=7)
    assert page(shell, "people").shown == [{"person_id": 7}]
    assert shell.current is page(shell, "people")


def test_a_page_below_another_lights_its_entry(shell: Shell) -> None:
    shell.open_page("training")
    assert shell.rail.entry("people").isChecked()
    assert not shell.rail.entry("home").isChecked()


def test_alt_left_goes_back_to_what_was_shown(shell: Shell, qtbot: QtBot) -> None:
    shell.open_page("people", person_id=7)
    shell.open_page("training", training_id=1)
    shell.pages.back()
    assert page(shell, "people").shown[-1] == {"person_id": 7}
    shell.pages.back()
    shell.pages.back()
    assert shell.current is page(shell, "home")
    shell.pages.forward()
    assert shell.current is page(shell, "people")


def test_going_elsewhere_forgets_the_way_ahead(shell: Shell) -> None:
    shell.open_page("people")
    shell.pages.back()
    shell.open_page("training")
    shell.pages.forward()
    assert shell.current is page(shell, "training")


def test_a_change_refreshes_the_page_shown_and_the_others_when_seen(
    shell: Shell, ctx: Context, qtbot: QtBot
) -> None:
    shell.open_page("people")
    shell.open_page("home")
    with qtbot.waitSignal(ctx.work.changed):
        ctx.work.change(lambda: None, owner=shell, kinds={kinds.PEOPLE})
    assert page(shell, "home").refreshed == 1
    assert page(shell, "people").refreshed == 0
    shell.open_page("people")
    assert page(shell, "people").refreshed == 1


def test_a_change_of_other_things_refreshes_nothing(
    shell: Shell, ctx: Context, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(ctx.work.changed):
        ctx.work.change(lambda: None, owner=shell, kinds={kinds.SHEETS})
    assert page(shell, "home").refreshed == 0


def test_the_corner_tells_when_it_was_saved(shell: Shell, ctx: Context, qtbot: QtBot) -> None:
    assert shell.top.state == "已保存"
    with qtbot.waitSignal(ctx.work.saved):
        ctx.work.change(lambda: None, owner=shell, kinds=())
        assert shell.top.state == "正在保存…"
    assert shell.top.state.startswith("已保存 ")


def test_search_finds_a_person_by_initials_and_opens_the_page(
    shell: Shell, ctx: Context, qtbot: QtBot
) -> None:
    person = ctx.desk.people.add(PersonDraft(name="陈国栋"))
    box = shell.top.search
    box.setFocus()
    type_text(box, "cgd")
    qtbot.waitUntil(lambda: bool(box.results.hits))
    assert [(hit.group, hit.text) for hit in box.results.hits] == [("人员", "陈国栋")]
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert page(shell, "people").shown == [{"person_id": person}]
    assert box.text() == ""


def test_escape_leaves_the_search_step_by_step(shell: Shell, qtbot: QtBot) -> None:
    box = shell.top.search
    box.setFocus()
    type_text(box, "nobody")
    qtbot.waitUntil(box.results.isVisible)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not box.results.isVisible()
    assert box.text() == "nobody"
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""


def test_undo_takes_the_last_act_back_and_says_which(
    shell: Shell, ctx: Context, qtbot: QtBot
) -> None:
    person = ctx.desk.people.add(PersonDraft(name="陈国栋"))
    with qtbot.waitSignal(shell.toast.shown) as told:
        shell.undo()
    assert told.args == ["已撤销：新增人员“陈国栋”"]
    assert ctx.desk.people.rows([person]) == ()


def test_undo_in_a_field_takes_back_what_was_typed_not_the_last_act(
    shell: Shell, ctx: Context, qtbot: QtBot
) -> None:
    person = ctx.desk.people.add(PersonDraft(name="陈国栋"))
    shell.activateWindow()
    box = page(shell, "home").filter
    box.setFocus()
    type_text(box, "织造")
    qtbot.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: ctx.work.idle)
    assert box.text() == ""
    assert ctx.desk.people.rows([person])


def test_undo_with_nothing_done_says_so(shell: Shell, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shell.toast.shown) as told:
        shell.undo()
    assert told.args == ["没有可以撤销的操作。"]


def test_a_toast_offers_to_take_back(shell: Shell, ctx: Context, qtbot: QtBot) -> None:
    ctx.desk.people.add(PersonDraft(name="陈国栋"))
    shell.tell("已新增 陈国栋。", undo=True)
    offered = shell.toast.offers("撤销")
    assert offered is not None
    with qtbot.waitSignal(ctx.work.changed):
        qtbot.mouseClick(offered, Qt.MouseButton.LeftButton)
    assert shell.toast.text.startswith("已撤销")


def test_an_offer_to_take_back_goes_with_the_next_act(
    shell: Shell, ctx: Context, qtbot: QtBot
) -> None:
    ctx.desk.people.add(PersonDraft(name="陈国栋"))
    shell.tell("已新增 陈国栋。", undo=True)
    with qtbot.waitSignal(ctx.work.changed):
        ctx.work.change(
            lambda: ctx.desk.people.add(PersonDraft(name="钟慧")), owner=shell, kinds=("people",)
        )
    assert shell.toast.isHidden()  # 撤销 would take back the second one now


def test_trouble_stays_until_it_is_closed_and_shows_details_behind_a_button(
    shell: Shell, answers: object, qtbot: QtBot
) -> None:
    shell.warn("磁盘空间不足。", "ENOSPC")
    assert not shell.toast._timer.isActive()
    details = shell.toast.offers("详情")
    assert details is not None
    qtbot.mouseClick(details, Qt.MouseButton.LeftButton)
    assert answers.told == ["磁盘空间不足。"]  # type: ignore[attr-defined]


def test_ctrl_f_goes_to_the_filter_of_the_page(shell: Shell) -> None:
    shell.activateWindow()
    shell._focus_filter()
    assert page(shell, "home").filter.hasFocus()


def test_the_rail_shows_icons_only_when_the_window_is_narrow(shell: Shell) -> None:
    wide = shell.rail.width()
    shell.resize(1000, 700)
    assert shell.rail.width() == 56 < wide


def test_an_entry_counts_what_waits(qtbot: QtBot, said: Said) -> None:
    rail = Rail([spec("home", "工作台")])
    qtbot.addWidget(rail)
    rail.set_count("home", 3)
    assert rail.entry("home").accessibleDescription() == "3 项待处理"
    rail.set_count("nowhere", 1)
    rail.set_count("home", 0)
    assert rail.entry("home").accessibleDescription() == ""


def test_the_name_in_the_corner_follows_the_settings(
    shell: Shell, ctx: Context, qtbot: QtBot
) -> None:
    ctx.work.change(
        lambda: ctx.desk.settings.change(organiser="清河市纺织公司工会"),
        owner=shell,
        kinds={kinds.SETTINGS},
    )
    qtbot.waitUntil(lambda: shell.top._organiser.text() == "清河市纺织公司工会")


def test_an_action_of_a_page_works_by_its_keys_and_says_so(shell: Shell, qtbot: QtBot) -> None:
    done: list[str] = []
    home = page(shell, "home")
    made = home.add_action("新建场次", lambda: done.append("new"), primary=True, keys="Ctrl+N")
    assert made.toolTip() == "新建场次（Ctrl+N）"
    shell.activateWindow()
    home.filter.setFocus()
    qtbot.keyClick(home.filter, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert done == ["new"]

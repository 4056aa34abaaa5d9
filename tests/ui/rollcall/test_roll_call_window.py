"""The roll call on a real desk: typing, scanning, clicking, whoever is not listed, undoing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from jz_training.domain.attendance import PRESENT, AttendanceStatus, Mark
from jz_training.domain.roster import PersonDraft
from jz_training.services.people import PeopleQuery
from jz_training.ui.attendance.attendance_keeper import AttendanceKeeper
from jz_training.ui.rollcall.roll_call_window import RollCallWindow
from tests.services.stories import a_listed_training


@pytest.fixture
def training(desk):
    made = a_listed_training(desk, people=4)
    for number, person_id in enumerate(desk.people.ids(PeopleQuery()), start=1):
        person = desk.people.get(person_id)
        draft = PersonDraft(name=person.name, unit_id=person.unit_id, number=f"GH{number:04}")
        desk.people.change(person_id, version=person.version, draft=draft)
    return made


@pytest.fixture
def room(qtbot, ctx, desk, training, settle):
    owner = QWidget()
    qtbot.addWidget(owner)
    keeper = AttendanceKeeper(ctx, owner)
    keeper.open(training)
    settle()
    made = RollCallWindow(ctx, keeper, owner)
    made.show_title(keeper.data)
    made.resize(1280, 720)
    made.show()
    settle()
    made.owner = owner  # whom it belongs to lives as long
    return made


def scan(qtbot, room, number):
    qtbot.keyClicks(room.line, number)
    qtbot.keyClick(room.line, Qt.Key.Key_Return)


def row(desk, training, number):
    return desk.attendance.sheet(training).rows[number - 1]


def sheet_number_of(room, badge):
    return room.caller.badges[badge]


def test_a_scanned_number_marks_the_person_and_says_the_name(qtbot, room, desk, training, settle):
    scan(qtbot, room, "gh0002")
    settle()
    found = row(desk, training, sheet_number_of(room, "GH0002"))
    assert found.mark == PRESENT
    assert found.name in room.message.words
    assert room.head.words() == {"应到": "4", "已到": "1", "请假": "0", "未到": "3"}


def test_who_was_marked_already_is_no_error(qtbot, room, desk, training, settle):
    room.caller.mark(2)
    room.caller.mark(2)
    settle()
    assert "已经登记过" in room.message.words
    assert desk.attendance.tally(training).present == 1


def test_the_number_of_somebody_unlisted_offers_to_enter_the_person(
    qtbot, room, desk, training, settle
):
    desk.people.add(PersonDraft(name="赵来", number="GH0099"))
    scan(qtbot, room, "GH0099")
    settle()
    assert "赵来不在名单上" in room.message.words
    qtbot.keyClick(room.line, Qt.Key.Key_Return)
    settle()
    assert [other.name for other in desk.attendance.sheet(training).others] == ["赵来"]
    room._keeper.reload()
    settle()
    scan(qtbot, room, "GH0099")
    settle()
    assert "已经登记过：临时参会" in room.message.words


def test_the_next_scan_lets_go_of_whoever_was_offered(qtbot, room, desk, training, settle):
    desk.people.add(PersonDraft(name="赵来", number="GH0099"))
    scan(qtbot, room, "GH0099")
    settle()
    scan(qtbot, room, "GH0001")
    qtbot.keyClick(room.line, Qt.Key.Key_Return)
    settle()
    assert desk.attendance.sheet(training).others == ()


def test_an_unknown_number_marks_nobody(qtbot, room, desk, training, settle):
    scan(qtbot, room, "GH7777")
    settle()
    assert "没有编号" in room.message.words
    assert desk.attendance.tally(training).unrecorded == 4


def test_a_click_marks_and_ctrl_z_takes_it_back_but_nothing_older(
    qtbot, room, desk, training, settle
):
    acts = len(desk.history.acts())
    at = room.board.area_of(3).center()
    qtbot.mouseClick(room.board, Qt.MouseButton.LeftButton, pos=at)
    settle()
    assert row(desk, training, 3).mark == PRESENT
    for _ in range(2):
        qtbot.keyClick(room.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        settle()
    assert desk.attendance.tally(training).unrecorded == 4
    assert "没有可以撤销" in room.message.words
    assert len(desk.history.acts()) == acts + 2


def test_who_was_on_leave_and_came_is_said_so(room, desk, training, settle):
    desk.attendance.mark(training, {1: Mark(status=AttendanceStatus.LEAVE)})
    room._keeper.reload()
    settle()
    room.caller.mark(1)
    settle()
    assert row(desk, training, 1).mark == PRESENT


def test_numbers_of_two_people_tell_nobody_apart(desk, training):
    first, second = (desk.people.get(one) for one in desk.people.ids(PeopleQuery())[:2])
    same = PersonDraft(name=second.name, unit_id=second.unit_id, number=first.number)
    desk.people.change(second.id, version=second.version, draft=same)
    assert first.number not in desk.roll_calls.numbers(training)
    assert desk.roll_calls.holder(first.number) is None


def test_escape_leaves_only_when_nothing_is_typed(qtbot, room):
    room.line.setText("ch")
    qtbot.keyClick(room.line, Qt.Key.Key_Escape)
    assert (room.line.text(), room.isVisible()) == ("", True)
    with qtbot.waitSignal(room.destroyed):
        qtbot.keyClick(room.line, Qt.Key.Key_Escape)

"""Walking through the list and marking by letters, menu and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from jz_training.domain.attendance import AttendanceStatus, LeaveReason, Mark
from jz_training.domain.attendance_sheet import AttendanceSheet
from jz_training.domain.sheet import SheetOptions
from jz_training.ui.attendance.attendance_board import AttendanceBoard
from jz_training.ui.attendance.attendance_layout import expected_pages
from jz_training.ui.attendance.status_menu import StatusMenu
from tests.factories import attendee, identity, walk_in

Status = AttendanceStatus


@pytest.fixture
def board(qtbot: QtBot) -> AttendanceBoard:
    made = AttendanceBoard()
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    show(made, 58)
    made.go_to(3)
    return made


def show(board: AttendanceBoard, people: int) -> None:
    rows = (*(attendee(number) for number in range(1, people + 1)), walk_in(people + 1))
    sheet = AttendanceSheet(training_id=identity(1, kind=3), version=1, rows=rows)
    board.show_pages(expected_pages(sheet, SheetOptions()), {row.number: row for row in rows})


@pytest.fixture
def marked(board: AttendanceBoard) -> list[tuple[int, Mark]]:
    """Return what the board asks to be recorded."""
    asked: list[tuple[int, Mark]] = []
    board.marked.connect(lambda number, mark: asked.append((number, mark)))
    return asked


def test_arrows_walk_down_and_across(qtbot: QtBot, board: AttendanceBoard) -> None:
    qtbot.keyClick(board, Qt.Key.Key_Down)
    assert board.current == 4
    qtbot.keyClick(board, Qt.Key.Key_Right)
    assert board.current == 26
    qtbot.keyClick(board, Qt.Key.Key_End)
    assert board.current == 59
    assert board.area_of(59).bottom() <= board.viewport().height()


@pytest.mark.parametrize(
    ("letter", "status"),
    [("d", Status.PRESENT), ("q", Status.ABSENT), ("x", Status.ONLINE), ("w", Status.UNRECORDED)],
)
def test_a_letter_marks_the_row(
    qtbot: QtBot,
    board: AttendanceBoard,
    marked: list[tuple[int, Mark]],
    letter: str,
    status: AttendanceStatus,
) -> None:
    qtbot.keyClicks(board, letter)
    assert marked == [(3, Mark(status=status))]


def test_leave_takes_its_reason_and_is_recorded_once(
    qtbot: QtBot, board: AttendanceBoard, marked: list[tuple[int, Mark]]
) -> None:
    qtbot.keyClicks(board, "jc")
    assert marked == [(3, Mark(status=Status.LEAVE, reason=LeaveReason.MATERNITY))]


def test_minutes_are_typed_behind_late_and_recorded_on_the_next_step(
    qtbot: QtBot, board: AttendanceBoard, marked: list[tuple[int, Mark]]
) -> None:
    qtbot.keyClicks(board, "c15")
    assert marked == []
    qtbot.keyClick(board, Qt.Key.Key_Down)
    assert marked == [(3, Mark(status=Status.LATE, minutes=15))]
    assert board.current == 4


def test_escape_drops_what_was_begun(
    qtbot: QtBot, board: AttendanceBoard, marked: list[tuple[int, Mark]]
) -> None:
    qtbot.keyClicks(board, "j")
    qtbot.keyClick(board, Qt.Key.Key_Escape)
    qtbot.keyClick(board, Qt.Key.Key_Down)
    assert marked == []


def test_a_figure_goes_on_in_the_command_line(qtbot: QtBot, board: AttendanceBoard) -> None:
    with qtbot.waitSignal(board.command_wanted) as asked:
        qtbot.keyClicks(board, "7")
    assert asked.args == ["7"]


def test_enter_records_and_returns_to_the_command_line(
    qtbot: QtBot, board: AttendanceBoard, marked: list[tuple[int, Mark]]
) -> None:
    qtbot.keyClicks(board, "j")
    with qtbot.waitSignal(board.command_wanted):
        qtbot.keyClick(board, Qt.Key.Key_Return)
    assert marked == [(3, Mark(status=Status.LEAVE))]


def test_a_closed_list_takes_no_letters(
    qtbot: QtBot, board: AttendanceBoard, marked: list[tuple[int, Mark]]
) -> None:
    board.editable = False
    qtbot.keyClicks(board, "q")
    assert marked == []


def test_who_is_not_on_the_list_is_removed_not_marked(
    qtbot: QtBot, board: AttendanceBoard, marked: list[tuple[int, Mark]]
) -> None:
    board.go_to(59)
    qtbot.keyClicks(board, "q")
    with qtbot.waitSignal(board.remove_asked) as asked:
        qtbot.keyClick(board, Qt.Key.Key_Delete)
    assert (asked.args, marked) == ([59], [])


def test_a_click_asks_for_the_menu_of_the_row(qtbot: QtBot, board: AttendanceBoard) -> None:
    at = board.area_of(5).center()
    with qtbot.waitSignal(board.menu_asked) as asked:
        qtbot.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert (asked.args[0], board.current) == (5, 5)


def test_a_click_on_the_header_does_nothing(qtbot: QtBot, board: AttendanceBoard) -> None:
    with qtbot.assertNotEmitted(board.menu_asked):
        qtbot.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 8))


def test_the_row_is_told_to_screen_readers(board: AttendanceBoard) -> None:
    board.go_to(8)
    assert board.accessibleDescription().startswith("8 号，")


def test_what_will_be_marked_comes_into_sight(board: AttendanceBoard) -> None:
    board.show_intent({57: Mark(status=Status.ABSENT)})
    assert 0 < board.area_of(57).bottom() <= board.viewport().height()


def words(menu: StatusMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def test_the_menu_offers_every_status_with_its_letter(qtbot: QtBot) -> None:
    menu = StatusMenu(attendee(1, status=Status.ABSENT))
    qtbot.addWidget(menu)
    assert words(menu) == [
        "到会(&D)", "缺席(&Q)", "请假(&J)", "迟到(&C)", "早退(&Z)", "线上(&X)", "代会(&R)…",
        "未记录(&W)",
    ]  # fmt: skip
    assert [a.text() for a in menu.actions() if a.isChecked()] == ["缺席(&Q)"]


def test_a_letter_in_the_menu_chooses(qtbot: QtBot) -> None:
    menu = StatusMenu(attendee(1))
    qtbot.addWidget(menu)
    menu.popup(QPoint(0, 0))
    with qtbot.waitSignal(menu.chosen) as chosen:
        qtbot.keyClick(menu, Qt.Key.Key_Q)
    assert chosen.args == [Mark(status=Status.ABSENT)]


def test_the_menu_of_a_walk_in_removes(qtbot: QtBot) -> None:
    menu = StatusMenu(walk_in(1))
    qtbot.addWidget(menu)
    assert len(words(menu)) == 1
    with qtbot.waitSignal(menu.remove_asked):
        menu.actions()[0].trigger()

"""The table of the house: selection, keys, copying, widths, emptiness."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from jz_training.ui.memory import Memory
from jz_training.ui.style.look import Look
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.clipboard import as_html, as_tsv
from jz_training.ui.widgets.row_delegate import broken
from jz_training.ui.widgets.table import Cell, Column, Table


@dataclass(frozen=True)
class Line:
    id: int
    name: str
    word: str = "到会"


COLUMNS = (
    Column[Line](key="id", title="序号", cell=lambda line: str(line.id), number=True, width=60),
    Column[Line](key="name", title="姓名", cell=lambda line: line.name, sort="name", width=100),
    Column[Line](
        key="word", title="考勤", cell=lambda line: Cell(line.word, tone=Tone.GREEN), stretch=True
    ),
)
LINES = [Line(1, "王晓"), Line(2, "=1+1"), Line(3, "白\t雪")]


@pytest.fixture
def table(qtbot: QtBot, memory: Memory) -> Table[Line]:
    made: Table[Line] = Table("lines", COLUMNS, memory=memory)
    qtbot.addWidget(made)
    made.show_rows(LINES, [line.id for line in LINES])
    made.resize(600, 300)
    made.show()
    return made


def test_enter_opens_the_row_with_the_cursor(table: Table[Line], qtbot: QtBot) -> None:
    table.select(2)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert opened.args == [2]


def test_the_selection_stays_when_the_rows_are_sorted_anew(table: Table[Line]) -> None:
    table.select(3)
    table.show_rows(list(reversed(LINES)), [3, 2, 1])
    assert table.selected_ids() == [3]


def test_a_click_on_a_header_asks_for_an_order_and_a_second_turns_it(
    table: Table[Line], qtbot: QtBot
) -> None:
    asked: list[tuple[str, bool]] = []
    table.sort_requested.connect(lambda key, down: asked.append((key, down)))
    header = table.view.horizontalHeader()
    for section in (1, 1, 0):
        where = header.viewport().rect().topLeft()
        where.setX(header.sectionViewportPosition(section) + 20)
        where.setY(10)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert asked == [("name", False), ("name", True)]


def test_copied_rows_are_a_table_in_which_text_stays_text(table: Table[Line], qtbot: QtBot) -> None:
    table.view.selectAll()
    qtbot.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().splitlines()[0] == "序号\t姓名\t考勤"
    assert data.text().splitlines()[3] == "3\t白 雪\t到会"
    assert "mso-number-format:'\\@'\">=1+1</td>" in data.html()


def test_html_of_the_clipboard_is_escaped() -> None:
    assert "&lt;img" in as_html([["<img src=x>"]], [False])


def test_line_ends_inside_a_cell_do_not_break_the_table() -> None:
    assert as_tsv([["a\nb", "c"]]) == "a b\tc"


def test_column_widths_are_remembered(table: Table[Line], qtbot: QtBot, memory: Memory) -> None:
    table.view.setColumnWidth(1, 222)
    again: Table[Line] = Table("lines", COLUMNS, memory=memory)
    qtbot.addWidget(again)
    assert again.view.columnWidth(1) == 222


def test_widths_of_former_columns_are_not_taken(qtbot: QtBot, memory: Memory) -> None:
    memory.keep("widths/lines", [10, 20])
    table: Table[Line] = Table("lines", COLUMNS, memory=memory)
    qtbot.addWidget(table)
    assert table.view.columnWidth(1) == 100


def test_an_empty_table_says_what_to_do_and_offers_it(table: Table[Line], qtbot: QtBot) -> None:
    done: list[str] = []
    table.set_empty("还没有人员。", verb="导入名册", act=lambda: done.append("import"))
    table.show_rows([])
    verb = next(b for b in table.findChildren(QPushButton) if b.text() == "导入名册")
    assert verb.isVisible()
    qtbot.mouseClick(verb, Qt.MouseButton.LeftButton)
    assert done == ["import"]
    table.show_rows(LINES)
    assert not verb.isVisible()


def test_a_table_that_is_still_being_read_does_not_call_itself_empty(qtbot: QtBot) -> None:
    table: Table[Line] = Table("new", COLUMNS, label="名单")
    qtbot.addWidget(table)
    table.show()
    assert table._empty.isHidden()
    table.show_rows([])
    assert not table._empty.isHidden()
    assert table.view.accessibleName() == "名单"


def test_an_action_works_by_its_key(table: Table[Line], qtbot: QtBot) -> None:
    done: list[list[int]] = []
    table.add_action("移除", lambda: done.append(table.selected_ids()), keys="Del")
    table.select(1)
    table.view.setFocus()
    qtbot.keyClick(table.view, Qt.Key.Key_Delete)
    assert done == [[1]]


def test_the_table_can_be_painted_with_everything_it_may_show(
    table: Table[Line], qtbot: QtBot
) -> None:
    table.show_sorted("name", descending=True)
    table.select(1)
    assert not table.grab().isNull()


def test_columns_follow_the_size_of_the_letters(
    table: Table[Line], look: Look, memory: Memory
) -> None:
    before = table.view.columnWidth(0)
    look.choose(text_scale=1.5)
    assert table.view.columnWidth(0) == round(before * 1.5)
    again: Table[Line] = Table("lines", COLUMNS, memory=memory)
    assert again.view.columnWidth(0) == table.view.columnWidth(0)


def test_the_stretching_column_stays_readable_in_a_narrow_table(
    table: Table[Line], qtbot: QtBot
) -> None:
    at = next(at for at, column in enumerate(COLUMNS) if column.stretch)
    table.resize(120, 300)
    table.show()
    assert table.view.columnWidth(at) >= 88
    table.resize(1200, 300)
    assert table.view.columnWidth(at) > 400


def test_a_long_text_goes_on_in_a_second_line_without_losing_a_letter(table: Table[Line]) -> None:
    painter = QPainter(image := QImage(300, 60, QImage.Format.Format_ARGB32))
    text = "通过举办专题学习会、报告会、𠮷研讨会等组织学习"
    first, rest = broken(painter, text, 120)
    assert first + rest == text
    assert painter.fontMetrics().horizontalAdvance(first) <= 120
    assert broken(painter, "短", 120) == ("短", "")
    painter.end()
    assert not image.isNull()

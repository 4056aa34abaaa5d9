"""Rows as ids and pages of 200; sorting and filtering never walk over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from jz_training.ui.widgets.rows_model import PAGE, Cell, Column, Deliver, RowsModel
from jz_training.ui.widgets.table import Table


@dataclass(frozen=True)
class Line:
    id: int
    name: str


COLUMNS = (
    Column[Line](key="id", title="序号", cell=lambda line: str(line.id), number=True, sort="id"),
    Column[Line](key="name", title="姓名", cell=lambda line: Cell(line.name), sort="name"),
)


class Source:
    """Answers at once and remembers how much it was asked for."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.gone: set[int] = set()

    def fetch(self, ids: Sequence[int], deliver: Deliver) -> None:
        self.asked.append(len(ids))
        deliver([Line(i, f"人{i}") for i in ids if i not in self.gone])


class Counting(RowsModel[Line]):
    """Counts how often it is asked for data."""

    calls = 0

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        Counting.calls += 1
        return super().data(index, role)


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def model(source: Source) -> RowsModel[Line]:
    return RowsModel(COLUMNS, fetch=source.fetch)


def test_the_model_keeps_the_rules_of_qt(
    model: RowsModel[Line], qtmodeltester: ModelTester
) -> None:
    model.set_ids(range(450))
    qtmodeltester.check(model)


def test_a_row_fetches_its_page_of_at_most_200(model: RowsModel[Line], source: Source) -> None:
    model.set_ids(range(100_000))
    assert model.index(50_123, 1).data() == "人50123"
    assert source.asked == [PAGE]


def test_a_page_is_fetched_once(model: RowsModel[Line], source: Source) -> None:
    model.set_ids(range(1000))
    for at in range(PAGE):
        model.index(at, 0).data()
    assert source.asked == [PAGE]


def test_setting_other_ids_fetches_nothing_by_itself(
    model: RowsModel[Line], source: Source
) -> None:
    model.set_ids(range(100_000))
    model.set_ids(range(99_999, -1, -1))
    assert source.asked == []


def test_rows_that_vanished_leave_the_others_in_their_places(
    model: RowsModel[Line], source: Source
) -> None:
    source.gone = {1}
    model.set_ids([0, 1, 2])
    assert model.index(2, 1).data() == "人2"
    assert model.index(1, 1).data() == ""


def test_an_answer_for_former_ids_is_dropped() -> None:
    waiting: list[Deliver] = []
    model: RowsModel[Line] = RowsModel(COLUMNS, fetch=lambda ids, deliver: waiting.append(deliver))
    model.set_ids([1])
    model.index(0, 1).data()
    model.set_ids([2])
    waiting[0]([Line(1, "旧")])
    assert model.row_at(0) is None


def test_a_row_on_its_way_shows_nothing_and_then_itself(qtbot: QtBot) -> None:
    waiting: list[Deliver] = []
    model: RowsModel[Line] = RowsModel(COLUMNS, fetch=lambda ids, deliver: waiting.append(deliver))
    model.set_ids([7])
    assert model.index(0, 1).data() == ""
    with qtbot.waitSignal(model.dataChanged):
        waiting[0]([Line(7, "王晓")])
    assert model.index(0, 1).data() == "王晓"


def test_forgotten_rows_are_fetched_again(model: RowsModel[Line], source: Source) -> None:
    model.set_ids([1, 2])
    model.index(0, 1).data()
    model.forget([1])
    model.index(0, 1).data()
    assert source.asked == [2, 2]


def test_all_rows_asked_for_come_together(model: RowsModel[Line], source: Source) -> None:
    model.set_ids(range(500))
    got: list[Line] = []
    model.ensure([0, 250, 499], got.extend)
    assert [line.id for line in got] == [0, 250, 499]
    assert max(source.asked) <= PAGE


def test_numbers_stand_at_the_right(model: RowsModel[Line]) -> None:
    model.set_rows([Line(1, "王晓")])
    role = Qt.ItemDataRole.TextAlignmentRole
    assert model.index(0, 0).data(role) & int(Qt.AlignmentFlag.AlignRight)
    assert model.index(0, 1).data(role) & int(Qt.AlignmentFlag.AlignLeft)


def test_sorting_a_hundred_thousand_rows_asks_for_no_data_besides_painting(qtbot: QtBot) -> None:
    source = Source()
    table: Table[Line] = Table("t", COLUMNS, fetch=source.fetch)
    qtbot.addWidget(table)
    model = Counting(COLUMNS, fetch=source.fetch, parent=table)
    table.model = model
    table.view.setModel(model)
    table.resize(600, 400)
    table.show()
    table.show_ids(range(100_000))
    Counting.calls = 0
    table.show_ids(range(99_999, -1, -1))
    assert Counting.calls == 0
    assert not table.grab().isNull()
    assert Counting.calls <= 1300
    assert max(source.asked) <= PAGE

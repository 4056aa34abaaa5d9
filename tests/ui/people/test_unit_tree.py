"""Units in the order of their tree."""

from __future__ import annotations

from jz_training.domain.roster import UnitKind, UnitRow
from jz_training.ui.people.unit_tree import UnitBox, in_tree_order, people_with_parts
from tests.factories import identity


def _unit(number: int, *, above: int | None = None, people: int = 0) -> UnitRow:
    return UnitRow(
        id=identity(number),
        version=1,
        name=f"单位{number}",
        kind=UnitKind.BRANCH,
        parent_id=None if above is None else identity(above),
        position=number,
        people=people,
    )


UNITS = (_unit(1, people=2), _unit(2, people=3), _unit(3, above=1, people=4), _unit(4, above=3))


def test_a_unit_is_followed_by_those_below_it():
    assert [(unit.name, depth) for unit, depth in in_tree_order(UNITS)] == [
        ("单位1", 0),
        ("单位3", 1),
        ("单位4", 2),
        ("单位2", 0),
    ]


def test_a_unit_whose_upper_one_is_unknown_stands_at_the_top():
    assert in_tree_order([_unit(5, above=9)]) == [(_unit(5, above=9), 0)]


def test_people_are_counted_with_those_of_the_units_below():
    counts = people_with_parts(UNITS)
    assert [counts[identity(number)] for number in (1, 2, 3, 4)] == [6, 3, 4, 0]


def test_the_box_keeps_its_choice_when_units_change(qtbot):
    box = UnitBox("全部单位", counts=True)
    qtbot.addWidget(box)
    box.set_units(UNITS)
    box.set_value(identity(3))
    with qtbot.assertNotEmitted(box.currentIndexChanged):
        box.set_units(UNITS[::-1])
    assert box.value() == identity(3)
    assert box.currentText().strip() == "单位3（4）"


def test_the_box_tells_when_the_chosen_unit_is_gone(qtbot):
    box = UnitBox("全部单位")
    qtbot.addWidget(box)
    box.set_units(UNITS)
    box.set_value(identity(2))
    with qtbot.waitSignal(box.currentIndexChanged):
        box.set_units(UNITS[:1])
    assert box.value() is None

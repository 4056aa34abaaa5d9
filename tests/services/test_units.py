"""The units: one name once, no circle, an order."""

from __future__ import annotations

import pytest

from jz_training.domain.roster import UnitKind
from jz_training.errors import NotFound, Refused
from tests.factories import identity


def test_two_units_of_one_name_under_one_parent_are_refused(desk):
    desk.units.add(name="织造车间")
    with pytest.raises(Refused):
        desk.units.add(name="织造车间 ")


def test_a_unit_cannot_be_put_below_itself(desk):
    top = desk.units.add(name="公司工会", kind=UnitKind.GRASSROOTS)
    part = desk.units.add(name="织造车间", parent_id=top)
    row = next(unit for unit in desk.units.all() if unit.id == top)
    with pytest.raises(Refused):
        desk.units.change(
            top, version=row.version, name=row.name, kind=row.kind, parent_id=part, position=0
        )


def test_units_are_put_in_an_order_and_the_others_follow(desk):
    ids = [desk.units.add(name=name) for name in ("甲", "乙", "丙")]
    desk.units.order([ids[2], ids[0]])
    assert [unit.name for unit in desk.units.all()] == ["丙", "甲", "乙"]
    desk.history.undo_last()
    assert [unit.name for unit in desk.units.all()] == ["甲", "乙", "丙"]


def test_an_order_that_names_an_unknown_unit_is_refused(desk):
    desk.units.add(name="甲")
    with pytest.raises(NotFound):
        desk.units.order([identity(7)])

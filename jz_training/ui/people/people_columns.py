"""The columns of the list of people; the phone is masked unless the page says otherwise."""

from __future__ import annotations

from collections.abc import Callable

from jz_training.domain.roster import PersonRow, masked_phone
from jz_training.domain.roster_reading import RosterField
from jz_training.labels import ROSTER_FIELDS
from jz_training.ui.widgets.rows_model import Cell, Column

_F = RosterField


def people_columns(phones_whole: Callable[[], bool]) -> list[Column[PersonRow]]:
    """Return the columns under the words of the roster itself."""

    def phone(person: PersonRow) -> Cell:
        return Cell(person.phone if phones_whole() else masked_phone(person.phone))

    return [
        _column(_F.NAME, lambda person: Cell(person.name), width=128, sort="pinyin"),
        _column(_F.UNIT, _quiet("unit"), width=144, sort="unit", stretch=True),
        _column(_F.DEPARTMENT, _quiet("department"), width=112),
        _column(_F.POST, _quiet("post"), width=136),
        _column(_F.LAYER, _quiet("layer"), width=88),
        _column(_F.CATEGORY, _quiet("category"), width=128),
        _column(_F.SEX, _quiet("sex"), width=56),
        _column(_F.NUMBER, _quiet("number"), width=88),
        _column(_F.SHIFT, _quiet("shift"), width=72),
        _column(_F.PHONE, phone, width=120),
    ]


def _quiet(field: str) -> Callable[[PersonRow], Cell]:
    return lambda person: Cell(getattr(person, field), role="secondary")


def _column(
    field: RosterField,
    cell: Callable[[PersonRow], Cell],
    *,
    width: int,
    sort: str = "",
    stretch: bool = False,
) -> Column[PersonRow]:
    return Column(
        key=field.value,
        title=ROSTER_FIELDS[field],
        cell=cell,
        width=width,
        sort=sort,
        stretch=stretch,
    )

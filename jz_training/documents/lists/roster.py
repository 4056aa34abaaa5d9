"""The columns of a roster (名册)."""

from __future__ import annotations

from jz_training.documents.columns import Align, Column
from jz_training.documents.lists.making import field_column, place_column
from jz_training.domain.roster import PersonRow, masked_phone
from jz_training.domain.roster_reading import RosterField


def roster_columns(
    *, with_phone: bool = False, full_phones: bool = False, with_shift: bool = False
) -> tuple[Column[PersonRow], ...]:
    """Return the columns of a roster; phones only when asked for, whole ones only when asked again.

    The column of shifts is for a union where somebody works in turns.

    The headings are those of the import, so that the program's own export is read back as it is.
    """

    def phone(person: PersonRow) -> str:
        return person.phone if full_phones else masked_phone(person.phone)

    phones: tuple[Column[PersonRow], ...] = (
        field_column(RosterField.PHONE, 14, phone, Align.CENTRE),
    )
    shifts: tuple[Column[PersonRow], ...] = (
        field_column(RosterField.SHIFT, 9, lambda person: person.shift, Align.CENTRE),
    )
    return (
        place_column(),
        field_column(RosterField.NAME, 12, lambda person: person.name),
        field_column(RosterField.UNIT, 26, lambda person: person.unit),
        field_column(RosterField.DEPARTMENT, 14, lambda person: person.department),
        field_column(RosterField.POST, 18, lambda person: person.post),
        field_column(RosterField.LAYER, 11, lambda person: person.layer, Align.CENTRE),
        field_column(RosterField.CATEGORY, 17, lambda person: person.category, Align.CENTRE),
        field_column(RosterField.SEX, 7, lambda person: person.sex, Align.CENTRE),
        field_column(RosterField.NUMBER, 12, lambda person: person.number, Align.CENTRE),
        *(shifts if with_shift else ()),
        *(phones if with_phone else ()),
    )

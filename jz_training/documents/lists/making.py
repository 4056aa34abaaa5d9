"""How the columns of a list are written down: one line each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from jz_training.documents.columns import Align, Column, Kind, Value
from jz_training.domain.roster_reading import RosterField
from jz_training.labels import ROSTER_FIELDS

Row = TypeVar("Row")

ORDINAL = ROSTER_FIELDS[RosterField.ORDINAL]


def column(
    key: str,
    heading: str,
    chars: int,
    value: Callable[[Row], Value],
    align: Align = Align.LEFT,
    kind: Kind = Kind.TEXT,
) -> Column[Row]:
    """Return a column; `chars` is its width in half-width characters."""
    return Column(key=key, heading=heading, chars=chars, value=value, align=align, kind=kind)


def place_column() -> Column[Row]:
    """Return 序号: the line's own place in the list."""
    return column("ordinal", ORDINAL, 7, lambda _: None, Align.CENTRE, Kind.ORDINAL)


def field_column(
    field: RosterField, chars: int, value: Callable[[Row], str], align: Align = Align.LEFT
) -> Column[Row]:
    """Return a column under the heading that the import of a roster knows."""
    return column(field.value, ROSTER_FIELDS[field], chars, value, align)

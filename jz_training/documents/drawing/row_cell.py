"""A cell that stands on every row of a list: what it says is set once for a whole document.

A batch of sheets writes the same numbers, names and units a hundred times. Measured from where
its row begins, a text has the same operators on every row of every page.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jz_training.documents.drawing.fitting import Box
from jz_training.documents.drawing.pen import Pen, RowText, Setting
from jz_training.documents.fonts.files import FontRole

#: Texts remembered: the people of a large union.
_KEPT = 32_768


@dataclass(frozen=True, slots=True, kw_only=True)
class CellPlace:
    """Where a cell stands: its box, its left edge right of the row's beginning, and how far above
    the middle of the row its own middle is, in points; align 0 left, 0.5 centred, 1 right."""

    box: Box
    x: float
    rise: float = 0.0
    align: float = 0.0


def row_cell(
    pen: Pen, place: CellPlace, *, role: FontRole, written: Callable[[Any], tuple[str, ...]]
) -> Callable[[Hashable], RowText]:
    """Return what sets a value in a cell, for `Pen.show`; `written` puts it into lines of text."""

    @lru_cache(maxsize=_KEPT)
    def text_of(value: Hashable) -> RowText:
        parts = written(value)
        if not any(parts):
            return RowText("", lacks=False)
        return _in_row(pen.set(parts, role, place.box, place.align), place)

    return text_of


def _in_row(setting: Setting, place: CellPlace) -> RowText:
    """Return a setting with each line placed from the one before, the first from the row."""
    operators = []
    last_x = last_y = 0.0
    for right, up, shown in setting.lines:
        # rounded before they are subtracted: the way back then ends exactly where it began
        x, y = round(place.x + right, 3), round(place.rise + up, 3)
        operators.append(f"{x - last_x:.3f} {y - last_y:.3f} Td {shown}")
        last_x, last_y = x, y
    operators.append(f"{-last_x:.3f} {-last_y:.3f} Td")
    return RowText(" ".join(operators), setting.lacks)

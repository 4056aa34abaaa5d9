"""How many rows the lists of a form need beyond those it has ready."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jz_training.documents.columns import Value
from jz_training.domain.superior_form import ListTie
from jz_training.errors import CannotFill

Lines = Sequence[Mapping[str, Value]]

#: The rows a list has ready: its sheet, the first of them and the last.
Block = tuple[str, int, int]


def block_of(tie: ListTie) -> Block:
    """Return the rows a list has ready; lists side by side share them."""
    return tie.sheet, tie.first, tie.last


def rows_missing(lines: Mapping[ListTie, Lines], *, sheet_words: str = "") -> dict[Block, int]:
    """Return for each block how many rows its longest list lacks; none or fewer when it fits.

    `sheet_words` stand before the name of a sheet. Raises CannotFill (lists_overlap) when rows
    would have to be added to a list whose rows are in part another's.
    """
    missing: dict[Block, int] = {}
    for tie, rows in lines.items():
        block = block_of(tie)
        missing[block] = max(missing.get(block, 0), len(rows) - (tie.last - tie.first + 1))
    for block, count in missing.items():
        if count > 0 and any(_overlaps(block, other) for other in missing):
            raise CannotFill("lists_overlap", where=f"{sheet_words}“{block[0]}”")
    return missing


def _overlaps(one: Block, other: Block) -> bool:
    """Tell whether two blocks share rows without being the same."""
    meets = one[0] == other[0] and one[1] <= other[2] and other[1] <= one[2]
    return meets and one != other

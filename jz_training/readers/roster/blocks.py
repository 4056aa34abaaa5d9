"""Which column of a sheet is which field, and whether two rosters stand side by side (双栏)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jz_training.domain.roster_reading import RosterField
from jz_training.readers.grids.grid import Row
from jz_training.readers.roster.columns import is_id_card_heading, meaning_of, plain_heading
from jz_training.readers.roster.values import cell_text, is_id_card

#: Every column of a sheet has one of these; IGNORED where nothing is known.
Fields = tuple[RosterField, ...]

_IMPORTED = frozenset(RosterField) - {RosterField.IGNORED, RosterField.ORDINAL}
_ALIKE = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A roster inside a sheet: its columns from `left` up to, not including, `right`."""

    left: int
    right: int
    columns: Mapping[RosterField, int]


def split_blocks(
    headings: Sequence[str], rows: Sequence[Row], chosen: Mapping[int, RosterField]
) -> tuple[tuple[Block, ...], Fields]:
    """Return the blocks of a sheet from left to right, and what each column was taken for.

    `rows` are some rows below the header, to know ID cards by their looks. What the user has
    `chosen` goes before everything except that an ID card is never imported.
    """
    id_cards = {n for n in range(len(headings)) if _is_id_card_column(headings[n], rows, n)}
    bounds = _bounds(headings, chosen)
    blocks = tuple(
        Block(
            left=left, right=right, columns=_columns(headings, range(left, right), chosen, id_cards)
        )
        for left, right in bounds
    )
    blocks = tuple(block for block in blocks if RosterField.NAME in block.columns)
    found = {n: field for block in blocks for field, n in block.columns.items()}
    return blocks, tuple(found.get(n, RosterField.IGNORED) for n in range(len(headings)))


def id_card_columns(headings: Sequence[str], rows: Sequence[Row]) -> tuple[int, ...]:
    """Return the columns that hold ID cards, by heading or by what stands in them."""
    return tuple(n for n in range(len(headings)) if _is_id_card_column(headings[n], rows, n))


def _is_id_card_column(heading: str, rows: Sequence[Row], column: int) -> bool:
    if is_id_card_heading(heading):
        return True
    texts = [text for row in rows if column < len(row) and (text := cell_text(row[column]).strip())]
    return len(texts) > 0 and sum(map(is_id_card, texts)) * 2 >= len(texts)


def _names(headings: Sequence[str], chosen: Mapping[int, RosterField]) -> list[int]:
    by_hand = [n for n, field in sorted(chosen.items()) if field is RosterField.NAME]
    if by_hand:
        return by_hand
    return [
        n
        for n, heading in enumerate(headings)
        if n not in chosen
        and (meaning := meaning_of(heading))
        and meaning.field is RosterField.NAME
    ]


def _bounds(headings: Sequence[str], chosen: Mapping[int, RosterField]) -> list[tuple[int, int]]:
    """Split where the headings repeat: 序号 姓名 单位 ‖ 序号 姓名 单位."""
    names = _names(headings, chosen)
    first = next((n for n, heading in enumerate(headings) if heading), 0)
    if len(names) < 2:
        return [(first, len(headings))]
    offset = max(0, names[0] - first)
    starts = [first, *(max(names[k - 1] + 1, n - offset) for k, n in enumerate(names) if k)]
    ends = [*starts[1:], len(headings)]
    bounds = list(zip(starts, ends, strict=True))
    model = _known(headings, bounds[0])
    same = [bound for bound in bounds if _alike(model, _known(headings, bound))]
    return bounds if len(same) == len(bounds) else [(first, len(headings))]


def _known(headings: Sequence[str], bound: tuple[int, int]) -> set[str]:
    return {plain_heading(heading) for heading in headings[slice(*bound)] if heading}


def _alike(model: set[str], other: set[str]) -> bool:
    """A block of the same make has most of the first one's headings (备注 may be left out)."""
    return bool(other) and len(model & other) >= _ALIKE * max(len(other), len(model) * _ALIKE)


def _columns(
    headings: Sequence[str],
    columns: range,
    chosen: Mapping[int, RosterField],
    id_cards: set[int],
) -> dict[RosterField, int]:
    """Give each field its best column; a wording listed earlier, then the column further left."""
    claims = []
    for n in columns:
        if n in id_cards:
            continue
        if n in chosen:
            claims.append((-1, n, chosen[n]))
        elif meaning := meaning_of(headings[n]):
            claims.append((meaning.rank, n, meaning.field))
    found: dict[RosterField, int] = {}
    for _, n, field in sorted(claims, key=lambda claim: claim[:2]):
        if field is not RosterField.IGNORED:
            found.setdefault(field, n)
    return found


def imported(fields: Sequence[RosterField]) -> set[int]:
    """Return the columns whose content reaches the roster."""
    return {n for n, field in enumerate(fields) if field in _IMPORTED}

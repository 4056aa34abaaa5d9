"""What an office adjusted of a list (版式), laid over the list as we make it.

Paper, Word and Excel take their columns from here, so that they are always the same.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from jz_training.documents.columns import Column, Value
from jz_training.documents.excel.table import Table
from jz_training.domain.paper_style import PaperLayout, PaperStyle

Row = TypeVar("Row")

#: Where our own title goes in one that an office worded.
OUR_TITLE = "{title}"

#: A column under a longer heading is widened for it up to so many half-width characters.
WIDEST_HEADING = 30


def adjusted(table: Table[Row], layout: PaperLayout) -> Table[Row]:
    """Return a list as the office wants it: its title, its columns in their order and words.

    Facts and totals stay. A column of an older version that is no more is left out; where none
    would be left, all of ours are shown.
    """
    columns = _chosen(table.columns, layout)
    return replace(
        table,
        title=adjusted_title(table.title, layout),
        columns=columns,
        total=_with_its_word(table.total, columns),
    )


def all_adjusted(tables: Sequence[Table[Any]], layout: PaperLayout) -> list[Table[Any]]:
    """Return the lists of one paper: the first is what the layout is for, others follow as made."""
    return [adjusted(tables[0], layout), *tables[1:]]


def adjusted_title(title: str, layout: PaperLayout) -> str:
    """Return the office's title; {title} in it stands for ours."""
    return layout.title.replace(OUR_TITLE, title) if layout.title else title


def signature_places(ours: Sequence[str], layout: PaperLayout) -> tuple[str, ...]:
    """Return who signs: the office's own places, or ours where it set none."""
    return tuple(ours) if layout.signatures is None else layout.signatures


def only_frame(style: PaperStyle) -> PaperStyle:
    """Return a style for lists that are not its kind's own: footer and logo, no columns."""
    return replace(style, layout=replace(style.layout, title="", columns=(), signatures=None))


def _chosen(columns: tuple[Column[Row], ...], layout: PaperLayout) -> tuple[Column[Row], ...]:
    known = {column.key: column for column in columns}
    chosen = tuple(
        _under(known[one.key], one.heading) for one in layout.columns if one.key in known
    )
    return chosen or columns


def _under(column: Column[Row], heading: str) -> Column[Row]:
    """Return a column under another heading, wide enough for it."""
    if not heading or heading == column.heading:
        return column
    width = sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in heading)
    wanted = min(width + 3, WIDEST_HEADING)
    return replace(column, heading=heading, chars=max(column.chars, wanted))


def _with_its_word(total: Mapping[str, Value], columns: Sequence[Column[Any]]) -> dict[str, Value]:
    """Return a total whose word (合计) stands in the first free column if its own is hidden."""
    shown = [column.key for column in columns]
    word = next((key for key, value in total.items() if isinstance(value, str)), None)
    if word is None or word in shown:
        return dict(total)
    free = next((key for key in shown if total.get(key) is None), None)
    return dict(total) if free is None else {**total, free: total[word]}

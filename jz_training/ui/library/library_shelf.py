"""What a tab of the library is told of its kind: words, columns, and the services behind them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from jz_training.domain.library import Use
from jz_training.ui.context import Context
from jz_training.ui.library.library_columns import (
    MATERIAL_KEYS,
    SPEAKER_KEYS,
    VENUE_KEYS,
    SortKey,
    material_columns,
    speaker_columns,
    venue_columns,
)
from jz_training.ui.widgets.rows_model import Column


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """One kind of things in the library.

    `find` searches by words or pinyin initials, `name` is what a row is called in sentences,
    `measure` the word that counts them (处、位、份).
    """

    key: str
    word: str
    measure: str
    hint: str
    empty: str
    columns: Sequence[Column[Any]]
    keys: Mapping[str, SortKey]
    find: Callable[[str], tuple[Any, ...]]
    uses: Callable[[UUID], tuple[Use, ...]]
    remove: Callable[[UUID], object]
    name: Callable[[Any], str]


def venue_shelf(ctx: Context) -> Shelf:
    """Return the shelf of venues."""
    venues = ctx.desk.venues
    return Shelf(
        key="venues",
        word="场地",
        measure="处",
        hint="名称、地址，拼音首字母也可",
        empty="还没有场地。在上面填好名称和可坐人数，按回车就记下一处。",
        columns=venue_columns(ctx.desk.now),
        keys=VENUE_KEYS,
        find=venues.list,
        uses=venues.uses,
        remove=venues.remove,
        name=lambda row: str(row.draft.name),
    )


def speaker_shelf(ctx: Context) -> Shelf:
    """Return the shelf of speakers."""
    speakers = ctx.desk.speakers
    return Shelf(
        key="speakers",
        word="师资",
        measure="位",
        hint="姓名、单位、专题，拼音首字母也可",
        empty="还没有师资。在上面填好姓名和单位，按回车就记下一位。",
        columns=speaker_columns(ctx.desk.now),
        keys=SPEAKER_KEYS,
        find=speakers.list,
        uses=speakers.uses,
        remove=speakers.remove,
        name=lambda row: str(row.draft.name),
    )


def material_shelf(ctx: Context) -> Shelf:
    """Return the shelf of study materials."""
    materials = ctx.desk.materials
    return Shelf(
        key="materials",
        word="学习材料",
        measure="份",
        hint="标题、发布单位，拼音首字母也可",
        empty="还没有学习材料。在上面填好标题按回车，或把文件拖到这里。",
        columns=material_columns(),
        keys=MATERIAL_KEYS,
        find=materials.list,
        uses=materials.uses,
        remove=materials.remove,
        name=lambda row: str(row.draft.title),
    )

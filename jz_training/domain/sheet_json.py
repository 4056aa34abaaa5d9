"""The geometry of a printed sheet as JSON, kept with the sheet so that a scan can be read.

Version 1 has one signature on a line; version 2, for trainings of several parts, has one for each
part of the page and says which parts these are. Where units have pages of their own, `groups`
says of each page which one it is of; sheets kept before have none.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from jz_training.domain.sheet import Rect, RowPlace, SheetGeometry


def to_json(geometry: SheetGeometry) -> str:
    """Return the geometry as compact JSON."""
    in_parts = bool(geometry.page_parts)
    told: dict[str, Any] = {
        "version": 2 if in_parts else 1,
        "page": [geometry.page_width, geometry.page_height],
        "marks": [_numbers(mark) for mark in geometry.marks],
        "codes": geometry.codes,
        "code_place": _numbers(geometry.code_place),
        "rows": [[row.page, row.number, _numbers(row.line), _signed(row)] for row in geometry.rows],
    }
    if in_parts:
        told["parts"] = [[part.hex for part in parts] for parts in geometry.page_parts]
    if geometry.page_groups:
        told["groups"] = geometry.page_groups
    return json.dumps(told, separators=(",", ":"))


def from_json(text: str) -> SheetGeometry:
    """Read what `to_json` wrote. Raises ValueError when it is something else."""
    try:
        found = json.loads(text)
        if found["version"] not in (1, 2):
            raise ValueError(f"unknown version of a sheet's geometry: {found['version']!r}")
        return SheetGeometry(
            page_width=float(found["page"][0]),
            page_height=float(found["page"][1]),
            marks=tuple(Rect(*mark) for mark in found["marks"]),
            codes=tuple(found["codes"]),
            code_place=Rect(*found["code_place"]),
            rows=tuple(_row(found["version"], *row) for row in found["rows"]),
            page_parts=tuple(
                tuple(UUID(hex=part) for part in parts) for parts in found.get("parts", ())
            ),
            page_groups=tuple(found.get("groups", ())),
        )
    except (KeyError, TypeError, IndexError) as error:
        raise ValueError("not the geometry of a sheet") from error


def _signed(row: RowPlace) -> list[Any]:
    if not row.part_signatures:
        return _numbers(row.signature)
    return [_numbers(rect) for rect in row.part_signatures]


def _row(
    version: int, page: int, number: int, line: Sequence[float], signed: Sequence[Any]
) -> RowPlace:
    if version == 1:
        return RowPlace(page, number, Rect(*line), Rect(*signed))
    rects = tuple(Rect(*rect) for rect in signed)
    return RowPlace(page, number, Rect(*line), rects[0], rects)


def _numbers(rect: Rect) -> list[float]:
    return [rect.x, rect.y, rect.width, rect.height]

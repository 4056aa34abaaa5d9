"""Marks that were asked for, laid over the rows as the desk will store them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from jz_training.domain.attendance import AttendanceStatus, AttendeeRow, Mark
from jz_training.domain.parts import spread, whole_mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Marks by number, of the part at a place or of the whole.

    With `only_open` what is recorded already stays.
    """

    marks: Mapping[int, Mark]
    place: int | None = None
    only_open: bool = False


def marked(rows: Mapping[int, AttendeeRow], asked: Asked) -> Mapping[int, AttendeeRow]:
    """Return rows with the marks that were asked for; unknown numbers are passed over."""
    known = {
        number: _marked(rows[number], mark, asked)
        for number, mark in asked.marks.items()
        if number in rows
    }
    return {number: known.get(number, row) for number, row in rows.items()} if known else rows


def _marked(row: AttendeeRow, mark: Mark, asked: Asked) -> AttendeeRow:
    if not row.part_marks:
        return replace(row, mark=mark)
    parts = _parts(row.part_marks, mark, asked)
    return replace(row, mark=whole_mark(parts), part_marks=parts)


def _parts(had: tuple[Mark, ...], mark: Mark, asked: Asked) -> tuple[Mark, ...]:
    if asked.place is not None:
        return (*had[: asked.place], mark, *had[asked.place + 1 :])
    nothing = [old.status is AttendanceStatus.UNRECORDED for old in had]
    if asked.only_open and not all(nothing):
        return tuple(mark if open_ else old for old, open_ in zip(had, nothing, strict=True))
    return spread(mark, len(had))

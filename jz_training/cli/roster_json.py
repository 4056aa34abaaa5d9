"""What `roster read --json` prints (DESIGN §7): keys in English and stable, absent = null."""

from __future__ import annotations

from typing import Any

from jz_training.domain.roster_reading import (
    FoundColumn,
    RosterPerson,
    RosterReading,
    SkippedRow,
)
from jz_training.labels import ROSTER_FIELDS, SKIP_REASONS, warning_words

_PERSON_KEYS = (
    "name",
    "unit",
    "department",
    "post",
    "layer",
    "category",
    "sex",
    "number",
    "phone",
    "row",
    "sheet",
)


def roster_json(reading: RosterReading) -> dict[str, Any]:
    """Return a reading as plain values for JSON; reasons and warnings are Chinese sentences."""
    return {
        "file": reading.file_name,
        "people": [_person(person) for person in reading.people],
        "skipped": [_skipped(row) for row in reading.skipped],
        "warnings": [warning_words(warning) for warning in reading.warnings],
        "columns": [_column(column) for column in reading.columns],
    }


def _person(person: RosterPerson) -> dict[str, Any]:
    return {key: getattr(person, key) or None for key in _PERSON_KEYS}


def _skipped(row: SkippedRow) -> dict[str, Any]:
    return {
        "row": row.row,
        "reason": SKIP_REASONS[row.reason],
        "text": row.text or None,
        "sheet": row.sheet or None,
    }


def _column(column: FoundColumn) -> dict[str, Any]:
    return {
        "sheet": column.sheet or None,
        "index": column.index,
        "heading": column.heading or None,
        "field": column.field.value,
        "meaning": ROSTER_FIELDS[column.field],
    }

"""How the child hands people to its parent: lines of JSON, each column as one long string.

Nothing in it can run or crash the parent, whatever a hostile file did to the child; and a column
as one string is nearly as fast as marshal (docs/decisions/0003-reading-rosters.md has figures).
Texts of people hold no control characters (values.py), so one of them can part them.
"""

from __future__ import annotations

from typing import Any, BinaryIO

from jz_training.domain.roster_reading import (
    ColumnChoice,
    FoundColumn,
    RosterField,
    RosterWarning,
    SkippedRow,
    SkipReason,
    WarningCode,
)
from jz_training.readers.roster.people import PERSON_FIELDS, People
from jz_training.readers.roster.understand import Gathered
from jz_training.readers.serving import message_line

_PARTED = "\x7f"  # the one control character that JSON leaves as it is
_HARDLY_REPEATED = (RosterField.NAME, RosterField.NUMBER, RosterField.PHONE)


class LineWriter:
    """The child's outlet: writes people as lines, as soon as they are read."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def put(self, people: People) -> None:
        """Write people of one sheet as one line."""
        if len(people):
            texts = [_packed(people.texts[one]) for one in PERSON_FIELDS]
            rows = " ".join(map(str, people.rows))
            self._out.write(message_line({"texts": texts, "rows": rows, "sheet": people.sheets[0]}))
            self._out.flush()

    def drop(self, count: int) -> None:
        """Write that the last people are to be forgotten."""
        self._out.write(message_line({"drop": count}))


def _packed(column: list[str]) -> str:
    return _PARTED.join(column) if any(column) else ""


def people_of(message: dict[str, Any], shared: dict[str, str]) -> People:
    """Unpack one line of people; texts that repeat are kept once, in `shared`."""
    people = People()
    rows = list(map(int, message["rows"].split()))
    texts = {}
    for one, packed in zip(PERSON_FIELDS, message["texts"], strict=True):
        if packed:
            column = packed.split(_PARTED)
            rare = one in _HARDLY_REPEATED
            texts[one] = column if rare else list(map(shared.setdefault, column, column))
    people.extend(texts, rows, message["sheet"])
    return people


def rest_line(gathered: Gathered) -> bytes:
    """Pack everything but the people."""
    return message_line(
        {
            "skipped": [(one.row, one.reason, one.text, one.sheet) for one in gathered.skipped],
            "warnings": [
                (one.code, one.count, one.examples, one.sheet) for one in gathered.warnings
            ],
            "columns": [
                (one.sheet, one.index, one.heading, one.field, one.samples)
                for one in gathered.columns
            ],
            "signature": gathered.signature,
        }
    )


def add_rest(gathered: Gathered, message: dict[str, Any]) -> None:
    """Unpack what `rest_line` packed."""
    gathered.skipped = [
        SkippedRow(row, SkipReason(reason), text, sheet)
        for row, reason, text, sheet in message["skipped"]
    ]
    gathered.warnings = [
        RosterWarning(WarningCode(code), count, tuple(examples), sheet)
        for code, count, examples, sheet in message["warnings"]
    ]
    gathered.columns = [
        FoundColumn(sheet, index, heading, RosterField(field), tuple(samples))
        for sheet, index, heading, field, samples in message["columns"]
    ]
    gathered.signature = message["signature"]


def choice_to_json(choice: ColumnChoice | None) -> list[tuple[str, int, str]]:
    """Return the user's columns as plain values."""
    return [(sheet, index, field.value) for (sheet, index), field in (choice or {}).items()]


def choice_from_json(plain: list[tuple[str, int, str]]) -> ColumnChoice:
    """Return the user's columns from plain values."""
    return {(sheet, index): RosterField(field) for sheet, index, field in plain}

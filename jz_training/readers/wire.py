"""How the child hands people to its parent: lines of JSON, each column as one long string.

Nothing in it can run or crash the parent, whatever a hostile file did to the child; and a column
as one string is nearly as fast as marshal (docs/decisions/0003-reading-rosters.md has figures).
Texts of people hold no control characters (values.py), so one of them can part them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from jz_training.domain.roster_reading import (
    ColumnChoice,
    FoundColumn,
    RosterField,
    RosterWarning,
    SkippedRow,
    SkipReason,
    WarningCode,
)
from jz_training.readers.people import PERSON_FIELDS, People
from jz_training.readers.roster import Gathered

_PARTED = "\x7f"  # the one control character that JSON leaves as it is
_AT_ONCE = 20_000


def people_lines(people: People) -> Iterator[bytes]:
    """Pack people, some thousand in a line."""
    for start in range(0, len(people), _AT_ONCE):
        some = people.slice(start, start + _AT_ONCE)
        texts = [_PARTED.join(some.texts[one]) for one in PERSON_FIELDS]
        rows = " ".join(map(str, some.rows))
        yield _line({"texts": texts, "rows": rows, "sheets": _PARTED.join(some.sheets)})


def add_people(people: People, message: dict[str, Any], shared: dict[str, str]) -> None:
    """Unpack one line of people; texts that repeat are kept once, in `shared`."""
    rows = list(map(int, message["rows"].split()))
    texts = [column.split(_PARTED) for column in message["texts"]]
    for n, column in enumerate(texts):
        if n:  # names hardly repeat
            texts[n] = list(map(shared.setdefault, column, column))
    people.extend(dict(zip(PERSON_FIELDS, texts, strict=True)), rows, "")
    people.sheets[-len(rows) :] = map(shared.setdefault, *[message["sheets"].split(_PARTED)] * 2)


def rest_line(gathered: Gathered) -> bytes:
    """Pack everything but the people."""
    return _line(
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


def refusal_line(sentence: str, details: str) -> bytes:
    """Pack the sentence with which the file is refused."""
    return _line({"refused": sentence, "details": details})


def choice_to_json(choice: ColumnChoice | None) -> list[tuple[str, int, str]]:
    """Return the user's columns as plain values."""
    return [(sheet, index, field.value) for (sheet, index), field in (choice or {}).items()]


def choice_from_json(plain: list[tuple[str, int, str]]) -> ColumnChoice:
    """Return the user's columns from plain values."""
    return {(sheet, index): RosterField(field) for sheet, index, field in plain}


def _line(message: dict[str, Any]) -> bytes:
    text = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
    return text.encode(errors="replace") + b"\n"

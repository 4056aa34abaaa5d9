"""The list being marked, as the screen believes it to be: what is stored, and what is on its way.

Marks show at once and are stored in order behind it; whatever comes back from the desk is laid
under the marks that were asked for since.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import count

from jz_training.domain.attendance import AttendanceStatus, AttendeeRole, AttendeeRow, Mark
from jz_training.domain.attendance_sheet import AttendanceSheet
from jz_training.domain.tally import Tally, tally


class AttendanceBook:
    """The rows of one training with marks that may still be on their way to the desk."""

    def __init__(self) -> None:
        self._stored: dict[int, AttendeeRow] = {}
        self._waiting: dict[int, Mapping[int, Mark]] = {}
        self._tickets = count(1)
        self._newest = 0
        self.rows: dict[int, AttendeeRow] = {}

    @property
    def newest(self) -> int:
        """Return the ticket of the latest marks: a sheet read from now on has them stored."""
        return self._newest

    def show(self, sheet: AttendanceSheet, *, holds: int) -> None:
        """Take a sheet from the desk that holds all marks up to a ticket (see `newest`)."""
        self._waiting = {ticket: m for ticket, m in self._waiting.items() if ticket > holds}
        self._stored = {row.number: row for row in sheet.rows}
        self._lay_over()

    def put(self, marks: Mapping[int, Mark]) -> int:
        """Show marks at once and return their ticket."""
        self._newest = next(self._tickets)
        self._waiting[self._newest] = dict(marks)
        self._lay_over()
        return self._newest

    def drop(self, ticket: int) -> None:
        """Take marks back that could not be stored."""
        self._waiting.pop(ticket, None)
        self._lay_over()

    def forget(self) -> None:
        """Let go of everything, before another training is shown."""
        self._waiting = {}
        self._stored = {}
        self.rows = {}

    @property
    def expected(self) -> tuple[AttendeeRow, ...]:
        """Return the rows that count in 应到, in the order of the paper."""
        return tuple(row for row in self.rows.values() if row.role is AttendeeRole.EXPECTED)

    @property
    def others(self) -> tuple[AttendeeRow, ...]:
        """Return who came without being on the list."""
        return tuple(row for row in self.rows.values() if row.role is not AttendeeRole.EXPECTED)

    def rest(self) -> tuple[int, ...]:
        """Return the numbers of expected persons who are not recorded yet."""
        unrecorded = AttendanceStatus.UNRECORDED
        return tuple(row.number for row in self.expected if row.mark.status is unrecorded)

    def tally(self, preview: Mapping[int, Mark] | None = None) -> Tally:
        """Count the rows as they are, or as they would be with some marks more."""
        return tally(_marked(self.rows, preview or {}).values())

    def _lay_over(self) -> None:
        rows: Mapping[int, AttendeeRow] = self._stored
        for _, marks in sorted(self._waiting.items()):
            rows = _marked(rows, marks)
        self.rows = dict(rows)


def _marked(
    rows: Mapping[int, AttendeeRow], marks: Mapping[int, Mark]
) -> Mapping[int, AttendeeRow]:
    """Return rows with some marks in the place of theirs; unknown numbers are passed over."""
    known = {number: mark for number, mark in marks.items() if number in rows}
    if not known:
        return rows
    return {
        number: replace(row, mark=known[number]) if number in known else row
        for number, row in rows.items()
    }

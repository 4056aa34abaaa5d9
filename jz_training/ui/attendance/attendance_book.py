"""The list being marked, as the screen believes it to be: what is stored, and what is on its way.

Marks show at once and are stored in order behind it; whatever comes back from the desk is laid
under the marks that were asked for since.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import count
from uuid import UUID

from jz_training.domain.attendance import AttendanceStatus, AttendeeRole, AttendeeRow, Mark
from jz_training.domain.attendance_sheet import AttendanceSheet, rows_of_part
from jz_training.domain.parts import TrainingPart
from jz_training.domain.tally import Tally, tally
from jz_training.ui.attendance.attendance_asked import Asked, marked

_UNRECORDED = AttendanceStatus.UNRECORDED


class AttendanceBook:
    """The rows of one training with marks that may still be on their way to the desk.

    Of a training of parts either the whole is shown and marked, or the part that was chosen: then
    the mark of a row is the one of that part.
    """

    def __init__(self) -> None:
        self._stored: dict[int, AttendeeRow] = {}
        self._waiting: dict[int, Asked] = {}
        self._tickets = count(1)
        self._newest = 0
        self._whole: dict[int, AttendeeRow] = {}
        self.parts: tuple[TrainingPart, ...] = ()
        self.part_id: UUID | None = None
        self.rows: dict[int, AttendeeRow] = {}

    @property
    def newest(self) -> int:
        """Return the ticket of the latest marks: a sheet read from now on has them stored."""
        return self._newest

    @property
    def place(self) -> int | None:
        """Return the place of the part that is shown, None for the whole."""
        return next((at for at, part in enumerate(self.parts) if part.id == self.part_id), None)

    def choose(self, part_id: UUID | None) -> None:
        """Show and mark one part, or the whole."""
        self.part_id = part_id
        self.rows = self._shown({})

    def show(self, sheet: AttendanceSheet, *, holds: int) -> None:
        """Take a sheet from the desk that holds all marks up to a ticket (see `newest`)."""
        self._waiting = {ticket: m for ticket, m in self._waiting.items() if ticket > holds}
        self._stored = {row.number: row for row in sheet.rows}
        self.parts = sheet.parts
        if self.place is None:
            self.part_id = None
        self._lay_over()

    def put(self, marks: Mapping[int, Mark]) -> int:
        """Show marks at once and return their ticket."""
        return self._put(Asked(marks=dict(marks), place=self.place))

    def put_rest(self, mark: Mark) -> int:
        """Show a mark wherever nothing is recorded yet and return its ticket."""
        marks = dict.fromkeys(self.rest(), mark)
        return self._put(Asked(marks=marks, place=self.place, only_open=True))

    def drop(self, ticket: int) -> None:
        """Take marks back that could not be stored."""
        self._waiting.pop(ticket, None)
        self._lay_over()

    def forget(self) -> None:
        """Let go of everything, before another training is shown."""
        self._waiting = {}
        self._stored = {}
        self._whole = {}
        self.parts = ()
        self.part_id = None
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
        """Return the numbers of expected persons who are not recorded yet in what is shown."""
        return tuple(row.number for row in self.expected if row.mark.status is _UNRECORDED)

    def rest_of_whole(self) -> int:
        """Return how many expected persons are not recorded yet in some part."""
        rows = (row for row in self._whole.values() if row.role is AttendeeRole.EXPECTED)
        return sum(row.mark.status is _UNRECORDED for row in rows)

    def tally(self, preview: Mapping[int, Mark] | None = None) -> Tally:
        """Count the rows as they are, or as they would be with some marks more."""
        rows = self.rows
        if preview:
            known = {n: replace(rows[n], mark=mark) for n, mark in preview.items() if n in rows}
            rows = rows | known
        return tally(rows.values())

    def _put(self, asked: Asked) -> int:
        self._newest = next(self._tickets)
        self._waiting[self._newest] = asked
        self._lay_over()
        return self._newest

    def _lay_over(self) -> None:
        rows: Mapping[int, AttendeeRow] = self._stored
        for _, asked in sorted(self._waiting.items()):
            rows = marked(rows, asked)
        had, self._whole = self._whole, dict(rows)
        same = {n: self.rows[n] for n, row in rows.items() if had.get(n) is row and n in self.rows}
        self.rows = self._shown(same)

    def _shown(self, same: Mapping[int, AttendeeRow]) -> dict[int, AttendeeRow]:
        """Return the rows with the marks to be shown; `same` need not be made anew."""
        place = self.place
        if place is None:
            return dict(self._whole)
        return {
            number: same.get(number) or rows_of_part([row], place)[0]
            for number, row in self._whole.items()
        }

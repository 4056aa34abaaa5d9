"""What was decided of a meeting's export on its way to the list, within one act."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.attendance import AttendanceStatus, AttendeeRole, Mark
from jz_training.domain.hours import Course
from jz_training.domain.meeting_reading import MeetingReading, Participant
from jz_training.domain.name_matching import nickname_key
from jz_training.domain.online_attendance import (
    JudgedPart,
    MeetingApplied,
    MeetingDecisions,
    judge,
    mark_for,
)
from jz_training.errors import Refused
from jz_training.services.list_lines import last_number, new_other
from jz_training.services.part_marks import course_of, record, record_parts
from jz_training.services.rows import mark_of, part_marks_of
from jz_training.storage.tables import Attendee, Nickname, Training

_UNRECORDED = AttendanceStatus.UNRECORDED


class Applying:
    """Decisions on their way to the list, within one act."""

    def __init__(
        self,
        db: Session,
        training: Training,
        reading: MeetingReading,
        decisions: MeetingDecisions,
        parts: tuple[JudgedPart, ...],
    ) -> None:
        self.persons: list[UUID] = []
        self._db = db
        self._training = training
        self._people = reading.participants
        self._decided = decisions
        self._parts = parts
        self._course: Course = course_of(training)
        mine = Attendee.training_id == training.id
        expected = Attendee.role == AttendeeRole.EXPECTED.value
        rows = db.scalars(select(Attendee).where(mine, expected).order_by(Attendee.number))
        self._rows = {row.number: row for row in rows}

    def record(self) -> MeetingApplied:
        """Mark the lines and add the walk-ins; return how many of each."""
        self._refuse_unknown()
        results = [self._mark(number, row) for number, row in self._rows.items()]
        for place in self._decided.walk_ins:
            self._add_walk_in(self._people[place])
        return MeetingApplied(
            online=results.count("online"),
            below=results.count("below"),
            unseen=results.count("unseen"),
            kept=results.count("kept"),
            walk_ins=len(self._decided.walk_ins),
        )

    def _refuse_unknown(self) -> None:
        for number in self._decided.lines:
            if number not in self._rows:
                raise Refused("number", "not_on_sheet", number=number)

    def _mark(self, number: int, row: Attendee) -> str:
        """Record one line; return what became of it, nothing where nothing was to be recorded."""
        people = [self._people[place] for place in self._decided.lines.get(number, ())]
        below = self._decided.below if people else self._decided.unseen
        marks = self._marks(people, below)
        free = self._free(number, row, marks)
        if not free:
            return "kept" if people and marks else ""
        if row.person_id is not None:
            self.persons.append(row.person_id)
        _put(row, free, self._course)
        if any(mark.status is AttendanceStatus.ONLINE for mark in free.values()):
            return "online"
        return "below" if people else "unseen"

    def _marks(self, people: list[Participant], below: AttendanceStatus) -> dict[UUID | None, Mark]:
        """Return the mark of each part that gets one."""
        judged = {
            part.part_id: judge(people, part, self._decided.threshold) for part in self._parts
        }
        found = {part: mark_for(one, below=below) for part, one in judged.items()}
        return {part: mark for part, mark in found.items() if mark is not None}

    def _free(
        self, number: int, row: Attendee, marks: Mapping[UUID | None, Mark]
    ) -> dict[UUID | None, Mark]:
        """Return the marks that overwrite nothing, or all where the secretary said so."""
        if number in self._decided.overwrite:
            return dict(marks)
        kept = part_marks_of(row)
        recorded: set[UUID | None] = {
            part for part, mark in kept.items() if mark.status is not _UNRECORDED
        }
        if mark_of(row).status is not _UNRECORDED and not self._course.parts:
            recorded = {None}  # the whole
        return {part: mark for part, mark in marks.items() if part not in recorded}

    def _add_walk_in(self, one: Participant) -> None:
        number = last_number(self._db, self._training.id) + 1
        role = AttendeeRole.WALK_IN
        row = new_other(self._training.id, number, name=one.name, unit=one.unit, role=role)
        judged = [
            (part.part_id, judge([one], part, self._decided.threshold)) for part in self._parts
        ]
        online = AttendanceStatus.ONLINE
        marks = {
            part: Mark(status=online, minutes=found.minutes)
            for part, found in judged
            if found.seconds
        }
        _put(row, marks or {self._parts[0].part_id: Mark(status=online)}, self._course)
        self._db.add(row)
        self._db.flush()

    def remember(self) -> None:
        """Keep the names that were given to persons of the list by hand."""
        known = {row.name: row for row in self._db.scalars(select(Nickname))}
        for place, number in self._decided.remembered.items():
            row, key = self._rows.get(number), nickname_key(self._people[place])
            if row is None or row.person_id is None or not key:
                continue
            if key in known:
                known[key].person_id = row.person_id
            else:
                known[key] = Nickname(name=key, person_id=row.person_id)
                self._db.add(known[key])


def _put(row: Attendee, marks: Mapping[UUID | None, Mark], course: Course) -> None:
    """Record marks on a line: of the whole training, or of its parts."""
    if not course.parts:
        for mark in marks.values():
            record(row, mark, course)
        return
    record_parts(row, dict(_of_parts(marks.items())), course)


def _of_parts(marks: Iterable[tuple[UUID | None, Mark]]) -> Iterable[tuple[UUID, Mark]]:
    return ((part, mark) for part, mark in marks if part is not None)

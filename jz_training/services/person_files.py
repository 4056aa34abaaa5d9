"""The files of persons (人员学习档案): one person's trainings of a year, and how far with hours."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict
from decimal import Decimal
from uuid import UUID

from sqlalchemy import Integer, cast, extract, select
from sqlalchemy.orm import Session

from jz_training.domain.attendance import AttendanceStatus
from jz_training.domain.hours import HoursRequirement
from jz_training.domain.person_file import PersonFile, PersonFileLine, PersonStanding
from jz_training.services.hours import Hours
from jz_training.services.missed import held
from jz_training.services.person_file_rows import PersonHead, file_line, heads_of, lines_query
from jz_training.services.settings import WorkspaceSettings
from jz_training.storage.store import Store
from jz_training.storage.tables import Attendee, Training

#: So many persons are read in one query.
STRIDE = 200


class PersonFiles:
    """The files of the persons of one workspace; nothing here writes."""

    def __init__(self, store: Store, settings: WorkspaceSettings, hours: Hours) -> None:
        self._store = store
        self._settings = settings
        self._hours = hours

    def of(self, person_id: UUID, year: int) -> PersonFile:
        """Return the file of a person. Raises NotFound."""
        (found,) = self.of_people((person_id,), year)
        return found

    def of_people(self, person_ids: Sequence[UUID], year: int) -> tuple[PersonFile, ...]:
        """Return the files of persons, in the order named. Raises NotFound."""
        wanted = tuple(row.requirement for row in self._hours.requirements())
        files: list[PersonFile] = []
        with self._store.read() as db:
            for first in range(0, len(person_ids), STRIDE):
                files += self._some(db, person_ids[first : first + STRIDE], year, wanted)
        return tuple(files)

    def years(self, person_ids: Collection[UUID]) -> tuple[int, ...]:
        """Return the years in which these persons have any training, the latest first."""
        year = cast(extract("year", Training.start), Integer)
        query = (
            select(year)
            .select_from(Attendee)
            .join(Training, Training.id == Attendee.training_id)
            .where(Attendee.person_id.in_(person_ids), held(self._store.now()))
            .distinct()
        )
        with self._store.read() as db:
            return tuple(sorted(db.scalars(query), reverse=True))

    def _some(
        self, db: Session, ids: Sequence[UUID], year: int, wanted: Sequence[HoursRequirement]
    ) -> list[PersonFile]:
        heads = heads_of(db, ids)
        settings, now = self._settings.get(), self._store.now()
        lines: dict[UUID, list[PersonFileLine]] = {one: [] for one in ids}
        first = min((year - one.years + 1 for one in wanted), default=year)
        for row in db.execute(lines_query(ids, first=first, last=year, now=now)):
            line = file_line(row, stand_in_counts=settings.stand_in_counts)
            lines[row.person_id].append(line)
        return [
            PersonFile(
                organiser=settings.organiser,
                person_id=one,
                **asdict(heads[one]),
                year=year,
                as_of=now.date(),
                lines=tuple(line for line in lines[one] if line.start.year == year),
                standings=tuple(_standings(heads[one], lines[one], year, wanted)),
            )
            for one in ids
        ]


def _standings(
    head: PersonHead,
    lines: Sequence[PersonFileLine],
    year: int,
    wanted: Sequence[HoursRequirement],
) -> Iterator[PersonStanding]:
    """Return how far the person is with every requirement that is meant for such a person."""
    for one in wanted:
        if one.meant(layer=head.layer, category=head.category):
            first = year - one.years + 1
            counted = [line for line in lines if line.start.year >= first]
            yield PersonStanding(
                requirement=one,
                first_year=first,
                last_year=year,
                hours=sum((_counted(line, one) for line in counted), start=Decimal(0)),
            )


def _counted(line: PersonFileLine, wanted: HoursRequirement) -> Decimal:
    """Return the hours of a line that count for a requirement, as PersonReach.counted has them."""
    if not wanted.online:
        return line.all_hours
    return line.hours if line.row.mark.status is AttendanceStatus.ONLINE else Decimal(0)

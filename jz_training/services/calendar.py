"""The calendar: trainings by day, holidays and 调休 workdays, moving a training to another time."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.calendar_entry import CalendarEntry
from jz_training.domain.day_warnings import DayWarning, day_warnings
from jz_training.domain.working_calendar import HolidayTable, SpecialDay, WorkingCalendar
from jz_training.errors import NotFound, Refused
from jz_training.paths import resources
from jz_training.services.calendar_rows import CalendarFilter, calendar_entries
from jz_training.services.trainings import Trainings
from jz_training.services.typed_text import one_line
from jz_training.storage.store import Store
from jz_training.storage.tables import HolidayYear

#: No name of a holiday is longer.
NAME_LIMIT = 20


class Calendar:
    """The calendar of one workspace."""

    def __init__(self, store: Store, trainings: Trainings) -> None:
        self._store = store
        self._trainings = trainings
        self._built_in: tuple[HolidayTable, ...] | None = None
        self._known: tuple[_Edition, WorkingCalendar] | None = None

    # --- days --------------------------------------------------------------------------------

    def working(self) -> WorkingCalendar:
        """Return which days are worked: the tables of the program and the imported ones.

        An imported year counts before the program's own of that year.
        """
        with self._store.read() as db:
            edition = _edition(db)
            if self._known is None or self._known[0] != edition:
                tables = (*self._own_tables(), *_imported_tables(db))
                self._known = edition, WorkingCalendar.of(tables)
        return self._known[1]

    def years(self) -> tuple[int, ...]:
        """Return the years of which the holidays are known."""
        known = {table.year for table in self._own_tables()}
        return tuple(sorted(known.union(self.imported_years())))

    def imported_years(self) -> tuple[int, ...]:
        """Return the years that were imported here; only those can be removed."""
        with self._store.read() as db:
            return tuple(db.scalars(select(HolidayYear.year).order_by(HolidayYear.year)))

    def import_year(self, table: HolidayTable) -> None:
        """Keep the holidays of a year; one imported before is replaced. Raises Refused."""
        if not table.days:
            raise Refused("days", "no_holidays")
        days = [_as_stored(day) for day in table.days]
        with self._store.write("calendar.import", subject=str(table.year), count=len(days)) as db:
            year = _stored_year(db, table.year)
            if year is None:
                db.add(HolidayYear(year=table.year, days=days))
            else:
                year.days = days

    def remove_year(self, year: int) -> None:
        """Forget an imported year. Raises NotFound when it was not imported."""
        with self._store.write("calendar.remove", subject=str(year)) as db:
            stored = _stored_year(db, year)
            if stored is None:
                raise NotFound("holiday_year")
            db.delete(stored)

    def _own_tables(self) -> tuple[HolidayTable, ...]:
        if self._built_in is None:
            files = sorted((resources() / "calendar").glob("*.json"))
            told = [json.loads(file.read_text(encoding="utf-8")) for file in files]
            self._built_in = tuple(_table(one["year"], one["days"]) for one in told)
        return self._built_in

    def warnings(self, start: datetime, end: datetime) -> tuple[DayWarning, ...]:
        """Return what is unusual about a time: holiday, weekend, late hour, past."""
        return day_warnings(start, end, calendar=self.working(), now=self._store.now())

    # --- trainings ---------------------------------------------------------------------------

    def between(
        self, start: date, end: date, only: CalendarFilter | None = None
    ) -> tuple[CalendarEntry, ...]:
        """Return the trainings of some days, both included, in order of time."""
        with self._store.read() as db:
            now = self._store.now()
            return calendar_entries(db, start, end, only or CalendarFilter(), now=now)

    def move(self, training_id: UUID, *, version: int, start: datetime, end: datetime) -> None:
        """Put a training at another time, or let it last longer or shorter.

        Raises Refused, ChangedMeanwhile, ClashFound, TrainingIsClosed or TrainingIsCancelled.
        """
        self._trainings.move(training_id, version=version, start=start, end=end)


_Edition = tuple[tuple[UUID, int], ...]


def _edition(db: Session) -> _Edition:
    """Return what tells one state of the imported years from another, also after an undo."""
    query = select(HolidayYear.id, HolidayYear.version).order_by(HolidayYear.id)
    return tuple((row_id, version) for row_id, version in db.execute(query))


def _imported_tables(db: Session) -> list[HolidayTable]:
    rows = db.execute(select(HolidayYear.year, HolidayYear.days))
    return [_table(year, days) for year, days in rows]


def _stored_year(db: Session, year: int) -> HolidayYear | None:
    return db.scalars(select(HolidayYear).where(HolidayYear.year == year)).first()


def _table(year: int, days: list[dict[str, Any]]) -> HolidayTable:
    return HolidayTable(
        year=year,
        days=tuple(
            SpecialDay(
                day=date.fromisoformat(one["date"]), name=one["name"], off=bool(one["isOffDay"])
            )
            for one in days
        ),
    )


def _as_stored(day: SpecialDay) -> dict[str, Any]:
    """Return a day in the layout of resources/calendar."""
    name = one_line("days", day.name, limit=NAME_LIMIT)
    return {"name": name, "date": day.day.isoformat(), "isOffDay": day.off}

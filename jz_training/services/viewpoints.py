"""Viewing points (分会场) of a broadcast: rooms, whom they seat, and their counts."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.attendance import AttendeeRow
from jz_training.domain.tally import Tally
from jz_training.domain.viewpoint import ViewpointDraft, ViewpointRow
from jz_training.errors import ChangedMeanwhile, ListNotFrozen, NotFound, Refused
from jz_training.services.positions import move_to
from jz_training.services.rows import TALLY_FIELDS, attendee_row
from jz_training.services.stored_row import stored_row
from jz_training.services.tallies import LINE_COUNTS
from jz_training.services.trainings import open_training, the_training
from jz_training.services.typed_text import one_line
from jz_training.services.viewpoint_places import by_units, viewpoints_of
from jz_training.storage.store import Store
from jz_training.storage.tables import Attendee, Training, Unit, Viewpoint

TEXTS = ("name", "room", "responsible", "contact")


class Viewpoints:
    """The viewing points of the trainings of one workspace.

    The main hall is no row: it is None, and holds every line that is in no viewing point, so that
    each line is in exactly one place (DESIGN §5: a person counts once per training).
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    # --- reading -----------------------------------------------------------------------------

    def of_training(self, training_id: UUID) -> tuple[ViewpointRow, ...]:
        """Return the viewing points of a training in order, with their counts. Raises NotFound."""
        with self._store.read() as db:
            the_training(db, training_id)
            tallies = _tallies(db, training_id)
            rows = db.scalars(viewpoints_of(training_id)).all()
        return tuple(_row(row, tallies.get(row.id, Tally())) for row in rows)

    def main_hall(self, training_id: UUID) -> Tally:
        """Return the counts of the main hall: of all lines that are in no viewing point."""
        with self._store.read() as db:
            return _tallies(db, training_id).get(None, Tally())

    def get(self, viewpoint_id: UUID) -> ViewpointRow:
        """Return one viewing point. Raises NotFound."""
        with self._store.read() as db:
            row = stored_row(db, Viewpoint, viewpoint_id, "viewpoint")
            tallies = _tallies(db, row.training_id)
        return _row(row, tallies.get(row.id, Tally()))

    def lines(self, training_id: UUID, viewpoint_id: UUID | None) -> tuple[AttendeeRow, ...]:
        """Return the lines of a viewing point, or of the main hall, by number."""
        here = Attendee.viewpoint_id.is_not_distinct_from(viewpoint_id)
        query = select(Attendee).where(Attendee.training_id == training_id, here)
        with self._store.read() as db:
            return tuple(map(attendee_row, db.scalars(query.order_by(Attendee.number))))

    def places(self, training_id: UUID) -> dict[int, UUID | None]:
        """Return number on the list → viewing point, None for the main hall."""
        query = select(Attendee.number, Attendee.viewpoint_id)
        with self._store.read() as db:
            rows = db.execute(query.where(Attendee.training_id == training_id))
            return {number: viewpoint for number, viewpoint in rows}

    # --- changing ----------------------------------------------------------------------------

    def add(self, training_id: UUID, draft: ViewpointDraft) -> UUID:
        """Add a viewing point after the others and return its id; nobody is moved there yet.

        Raises Refused, NotFound, TrainingIsClosed or TrainingIsCancelled.
        """
        draft = _checked(draft)
        with self._store.write("viewpoint.add", subject=draft.name) as db:
            open_training(db, training_id)
            others = db.scalars(viewpoints_of(training_id)).all()
            _refuse_twice(db, draft, others)
            position = max((row.position for row in others), default=-1) + 1
            row = Viewpoint(training_id=training_id, position=position, **_columns(draft))
            db.add(row)
        return row.id

    def change(self, viewpoint_id: UUID, *, version: int, draft: ViewpointDraft) -> None:
        """Change a viewing point; its lines stay until `assign` is asked for.

        Raises Refused, NotFound, ChangedMeanwhile, TrainingIsClosed or TrainingIsCancelled.
        """
        draft = _checked(draft)
        with self._store.write("viewpoint.change", subject=draft.name) as db:
            row = _open_row(db, viewpoint_id)
            if row.version != version:
                raise ChangedMeanwhile("viewpoint", row.name)
            others = db.scalars(viewpoints_of(row.training_id))
            _refuse_twice(db, draft, [other for other in others if other is not row])
            for name, value in _columns(draft).items():
                setattr(row, name, value)

    def remove(self, viewpoint_id: UUID) -> None:
        """Remove a viewing point; its lines go back to the main hall. Raises like `change`."""
        with self._store.write("viewpoint.remove") as db:
            row = _open_row(db, viewpoint_id)
            db.info["subject"] = row.name
            for line in db.scalars(select(Attendee).where(Attendee.viewpoint_id == viewpoint_id)):
                line.viewpoint_id = None
            db.flush()  # the reference is checked at once
            db.delete(row)

    def move(self, viewpoint_id: UUID, *, position: int) -> None:
        """Put a viewing point at another place of the order, from 0. Raises NotFound."""
        with self._store.write("viewpoint.move") as db:
            row = _open_row(db, viewpoint_id)
            db.info["subject"] = row.name
            move_to(db.scalars(viewpoints_of(row.training_id)).all(), row, position)

    # --- who is where ------------------------------------------------------------------------

    def assign(self, training_id: UUID) -> int:
        """Put every line whose unit is watched somewhere there; return how many were moved.

        The nearest unit decides, parts below a unit go with it. Lines of units that no viewing
        point watches stay where they are. Raises ListNotFrozen, TrainingIsClosed or …Cancelled.
        """
        with self._store.write("viewpoint.assign") as db:
            training = _listed(db, training_id)
            place = by_units(db, training_id)
            moved = 0
            for line in db.scalars(select(Attendee).where(Attendee.training_id == training_id)):
                wanted = place(line.unit_id)
                if wanted is not None and wanted != line.viewpoint_id:
                    line.viewpoint_id = wanted
                    moved += 1
            db.info.update(subject=training.title, count=moved)
        return moved

    def set_of_lines(
        self, training_id: UUID, numbers: Collection[int], viewpoint_id: UUID | None
    ) -> None:
        """Put the lines of some numbers into a viewing point, or (None) into the main hall.

        Raises Refused (not_on_sheet), NotFound when the viewing point is of another training,
        ListNotFrozen, TrainingIsClosed or TrainingIsCancelled; then nothing is moved.
        """
        with self._store.write("viewpoint.set", count=len(set(numbers))) as db:
            db.info["subject"] = _listed(db, training_id).title
            viewpoint_in(db, training_id, viewpoint_id)
            lines = select(Attendee).where(Attendee.training_id == training_id)
            found = db.scalars(lines.where(Attendee.number.in_(numbers))).all()
            for number in set(numbers) - {line.number for line in found}:
                raise Refused("number", "not_on_sheet", number=number)
            for line in found:
                line.viewpoint_id = viewpoint_id


def viewpoint_in(db: Session, training_id: UUID, viewpoint_id: UUID | None) -> Viewpoint | None:
    """Return a viewing point of a training, None for the main hall. Raises NotFound."""
    if viewpoint_id is None:
        return None
    row = stored_row(db, Viewpoint, viewpoint_id, "viewpoint")
    if row.training_id != training_id:
        raise NotFound("viewpoint")
    return row


def _open_row(db: Session, viewpoint_id: UUID) -> Viewpoint:
    """Return a viewing point of a training that may still be changed."""
    row = stored_row(db, Viewpoint, viewpoint_id, "viewpoint")
    open_training(db, row.training_id)
    return row


def _listed(db: Session, training_id: UUID) -> Training:
    training = open_training(db, training_id)
    if training.list_frozen_at is None:
        raise ListNotFrozen
    return training


def _tallies(db: Session, training_id: UUID) -> dict[UUID | None, Tally]:
    """Count the lines of a training by place; few hundred rows, so no counters are kept."""
    counts = select(Attendee.viewpoint_id, *LINE_COUNTS)
    rows = db.execute(
        counts.where(Attendee.training_id == training_id).group_by(Attendee.viewpoint_id)
    )
    return {row[0]: Tally(**dict(zip(TALLY_FIELDS, row[1:], strict=True))) for row in rows}


def _row(row: Viewpoint, tally: Tally) -> ViewpointRow:
    return ViewpointRow(
        id=row.id,
        version=row.version,
        training_id=row.training_id,
        position=row.position,
        draft=_draft(row),
        tally=tally,
    )


def _draft(row: Viewpoint) -> ViewpointDraft:
    texts: dict[str, Any] = {name: getattr(row, name) for name in TEXTS}
    return ViewpointDraft(units=tuple(UUID(hex=unit) for unit in row.units), **texts)


def _columns(draft: ViewpointDraft) -> dict[str, Any]:
    units = [unit.hex for unit in draft.units]
    return {"units": units, **{name: getattr(draft, name) for name in TEXTS}}


def _checked(draft: ViewpointDraft) -> ViewpointDraft:
    """Return what was entered as it is stored. Raises Refused with the field at fault."""
    texts: dict[str, Any] = {one: one_line(one, getattr(draft, one)) for one in TEXTS}
    if not texts["name"]:
        raise Refused("name", "missing")
    return replace(draft, units=tuple(dict.fromkeys(draft.units)), **texts)


def _refuse_twice(db: Session, draft: ViewpointDraft, others: Iterable[Viewpoint]) -> None:
    """Refuse a name that is taken, a unit that is gone, or one that watches elsewhere."""
    for unit_id in draft.units:
        stored_row(db, Unit, unit_id, "unit")
    wanted = {unit.hex for unit in draft.units}
    for other in others:
        if other.name == draft.name:
            raise Refused("name", "same_name", name=draft.name)
        for unit in wanted.intersection(other.units):
            name = db.get_one(Unit, UUID(hex=unit)).name
            raise Refused("units", "unit_watched_twice", name=name)

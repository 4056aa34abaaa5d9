"""Sign-in sheets: what is to be printed, and what was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.attendance import AttendeeRole, AttendeeRow
from jz_training.domain.sheet import SheetColumns, SheetGeometry, SheetOptions, SignInSheet
from jz_training.domain.sheet_geometry import joined
from jz_training.domain.sheet_json import from_json, to_json
from jz_training.domain.training import TrainingView
from jz_training.domain.viewpoint import Rooms
from jz_training.errors import ListNotFrozen, NotFound
from jz_training.services.rows import training_view
from jz_training.services.settings import WorkspaceSettings
from jz_training.services.trainings import the_training
from jz_training.services.viewpoints import viewpoint_in
from jz_training.storage.store import Store
from jz_training.storage.tables import Attendee, Training, Viewpoint
from jz_training.storage.tables import PrintedSheet as PrintedSheetRow

#: Sheets that are recorded with one question; SQLite takes some thousand values in one.
_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedSheet:
    """A sheet that was printed before."""

    sheet_version: int
    printed_at: datetime
    people: int
    options: SheetOptions
    viewpoint: str = ""  # the room's name as printed; empty: the whole list or the main hall


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetMade:
    """What is kept of a sheet once it went to paper: no names, so that thousands are light."""

    training_id: UUID
    title: str
    sheet_version: int
    people: int
    options: dict[str, Any]
    geometry: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetTraining:
    """A training whose sheet is wanted among others."""

    id: UUID
    title: str
    start: datetime
    has_list: bool


def sheet_made(sheet: SignInSheet, geometry: SheetGeometry) -> SheetMade:
    """Return what is kept of a sheet, with where everything stands on it."""
    return SheetMade(
        training_id=sheet.training_id,
        title=sheet.title,
        sheet_version=sheet.sheet_version,
        people=len(sheet.rows),
        options={**_options_json(sheet.options), **_room_json(sheet)},
        geometry=to_json(geometry),
    )


class Sheets:
    """The sign-in sheets of one workspace."""

    def __init__(self, store: Store, settings: WorkspaceSettings) -> None:
        self._store = store
        self._settings = settings

    def options(self) -> SheetOptions:
        """Return how sheets are printed unless the user says otherwise this time."""
        settings = self._settings.get()
        return SheetOptions(blank_rows=settings.blank_rows, with_phone=settings.phone_on_sheet)

    def prepare(
        self,
        training_id: UUID,
        options: SheetOptions | None = None,
        *,
        viewpoint_id: UUID | Rooms | None = Rooms.ALL,
    ) -> SignInSheet:
        """Return the next sheet of a training, to be drawn: of all, or of one room's lines only.

        `viewpoint_id` None is the main hall. Raises NotFound or ListNotFrozen.
        """
        with self._store.read() as db:
            stored = the_training(db, training_id)
            training = training_view(stored, ())  # topics are not on the sheet
            whole = self._whole(training, _lines(db, training_id), options)
            if isinstance(viewpoint_id, Rooms):
                return whole
            return _of_room(db, whole, viewpoint_in(db, training_id, viewpoint_id))

    def _whole(
        self,
        training: TrainingView,
        lines: tuple[AttendeeRow, ...],
        options: SheetOptions | None,
    ) -> SignInSheet:
        if training.list_frozen_at is None:
            raise ListNotFrozen
        draft = training.draft
        return SignInSheet(
            training_id=training.id,
            sheet_version=training.sheet_version + 1,
            title=draft.title,
            form=draft.form.value,
            start=draft.start,
            end=draft.end,
            venue=draft.venue,
            organiser=draft.organiser or self._settings.get().organiser,
            chair=draft.chair,
            speaker=draft.speaker,
            order=training.order,
            rows=lines,
            options=options or self.options(),
            parts=draft.parts,
            made_on=self._store.now().strftime("%Y-%m-%d"),
        )

    def asked_of(self, training_ids: Sequence[UUID]) -> tuple[SheetTraining, ...]:
        """Return what is to be known of trainings before their sheets are printed, by time."""
        query = (
            select(Training.id, Training.title, Training.start, Training.list_frozen_at)
            .where(Training.id.in_(training_ids))
            .order_by(Training.start, Training.id)
        )
        with self._store.read() as db:
            return tuple(
                SheetTraining(id=row_id, title=title, start=start, has_list=frozen is not None)
                for row_id, title, start, frozen in db.execute(query)
            )

    def prepare_many(
        self, training_ids: Iterable[UUID], options: SheetOptions | None = None
    ) -> Iterator[SignInSheet]:
        """Return the next sheets of trainings, each read when it is asked for.

        Only one is in memory at a time, however many there are. A training without a list, or
        that is gone, is left out.
        """
        options = options or self.options()
        for training_id in training_ids:
            with suppress(ListNotFrozen, NotFound):
                yield self.prepare(training_id, options)

    def keep(self, sheet: SignInSheet, geometry: SheetGeometry) -> None:
        """Record that a sheet went to paper or to a file, with where everything stands on it."""
        self.keep_many([sheet_made(sheet, geometry)])

    def keep_many(self, made: Sequence[SheetMade]) -> None:
        """Record that several sheets went to paper or to a file, as one act and each once.

        A version that is recorded already is left as it is. Raises NotFound.
        """
        if not made:
            return
        act = "sheet.keep" if len(made) == 1 else "sheet.keep_many"
        subject = made[0].title if len(made) == 1 else str(len(made))
        with self._store.write(act, subject=subject) as db:
            for at in range(0, len(made), _AT_ONCE):
                self._keep_some(db, made[at : at + _AT_ONCE])

    def _keep_some(self, db: Session, made: Sequence[SheetMade]) -> None:
        """Record sheets, asking only twice for what there is of their trainings."""
        ids = {one.training_id for one in made}
        trainings = {
            one.id: one for one in db.scalars(select(Training).where(Training.id.in_(ids)))
        }
        versions = select(PrintedSheetRow.training_id, PrintedSheetRow.sheet_version)
        found = db.execute(versions.where(PrintedSheetRow.training_id.in_(ids)))
        kept = {(training_id, version) for training_id, version in found}
        for one in made:
            training = trainings.get(one.training_id)
            if training is None:
                raise NotFound("training")
            training.sheet_version = max(training.sheet_version, one.sheet_version)
            if (one.training_id, one.sheet_version) not in kept:
                kept.add((one.training_id, one.sheet_version))
                db.add(self._row_of(one))

    def _row_of(self, made: SheetMade) -> PrintedSheetRow:
        return PrintedSheetRow(
            training_id=made.training_id,
            sheet_version=made.sheet_version,
            printed_at=self._store.now(),
            people=made.people,
            options=made.options,
            geometry=made.geometry,
        )

    def printed(self, training_id: UUID) -> tuple[PrintedSheet, ...]:
        """Return the sheets of a training that were printed, newest first."""
        query = (
            select(PrintedSheetRow)
            .where(PrintedSheetRow.training_id == training_id)
            .order_by(PrintedSheetRow.sheet_version.desc())
        )
        with self._store.read() as db:
            return tuple(
                PrintedSheet(
                    sheet_version=row.sheet_version,
                    printed_at=row.printed_at,
                    people=row.people,
                    options=_options(row.options),
                    viewpoint=row.options.get("viewpoint", ""),
                )
                for row in db.scalars(query)
            )

    def geometry(self, training_id: UUID, sheet_version: int) -> SheetGeometry:
        """Return where everything stands on a printed sheet. Raises NotFound."""
        with self._store.read() as db:
            row = self._row(db, training_id, sheet_version)
        if row is None:
            raise NotFound("sheet")
        return from_json(row.geometry)

    def on_paper(self, training_id: UUID) -> SheetGeometry:
        """Return where the lines of a list stand on the newest sheets, as if these were one.

        That is the newest sheet; if it is of one room, those of the other rooms too. Raises
        NotFound when none was printed.
        """
        query = select(PrintedSheetRow).where(PrintedSheetRow.training_id == training_id)
        with self._store.read() as db:
            newest = db.scalars(query.order_by(PrintedSheetRow.sheet_version.desc())).all()
        if not newest:
            raise NotFound("sheet")
        rooms: dict[str, SheetGeometry] = {}
        for row in newest:
            room = row.options.get("room", Rooms.ALL.value)
            rooms.setdefault(room, from_json(row.geometry))
            if room == Rooms.ALL.value:
                break
        return joined(tuple(rooms.values()))

    @staticmethod
    def _row(db: Session, training_id: UUID, sheet_version: int) -> PrintedSheetRow | None:
        query = select(PrintedSheetRow).where(
            PrintedSheetRow.training_id == training_id,
            PrintedSheetRow.sheet_version == sheet_version,
        )
        found: PrintedSheetRow | None = db.scalars(query).one_or_none()
        return found


def _lines(db: Session, training_id: UUID) -> tuple[AttendeeRow, ...]:
    """Return who is expected, in the order of the paper, as it shows them: without marks."""
    query = (
        select(
            Attendee.id, Attendee.person_id, Attendee.number, Attendee.name, Attendee.unit,
            Attendee.post, Attendee.layer, Attendee.category, Attendee.phone,
        )
        .where(Attendee.training_id == training_id, Attendee.role == AttendeeRole.EXPECTED.value)
        .order_by(Attendee.number)
    )  # fmt: skip
    return tuple(
        AttendeeRow(
            id=row_id, person_id=person_id, number=number, name=name, unit=unit, post=post,
            layer=layer, category=category, phone=phone,
        )
        for row_id, person_id, number, name, unit, post, layer, category, phone in db.execute(query)
    )  # fmt: skip


def _of_room(db: Session, whole: SignInSheet, room: Viewpoint | None) -> SignInSheet:
    """Return the part of a sheet that one room signs.

    Sheets of several rooms are printed together before any is kept: each room has a version of
    its own, and so its own page codes.
    """
    here = Attendee.viewpoint_id.is_not_distinct_from(room.id if room else None)
    query = select(Attendee.id).where(Attendee.training_id == whole.training_id, here)
    ids = set(db.scalars(query))
    rows = tuple(row for row in whole.rows if row.id in ids)
    part = replace(whole, rows=rows, viewpoint_id=None)
    if room is None:
        return part
    return replace(
        part,
        sheet_version=whole.sheet_version + room.position + 1,
        venue=room.room or room.name,
        viewpoint_id=room.id,
        viewpoint=room.name,
        responsible=room.responsible,
    )


def _room_json(sheet: SignInSheet) -> dict[str, str]:
    """Return which room a sheet is of, as it is kept with its options; "" is the main hall."""
    room = sheet.viewpoint_id
    if isinstance(room, Rooms):
        return {"room": room.value, "viewpoint": ""}
    return {"room": room.hex if room else "", "viewpoint": sheet.viewpoint}


def _options_json(options: SheetOptions) -> dict[str, Any]:
    return {
        "columns": options.columns.value if options.columns else None,
        "blank_rows": options.blank_rows,
        "with_phone": options.with_phone,
        "by_unit": options.by_unit,
        "lying": options.lying,
    }


def _options(stored: dict[str, Any]) -> SheetOptions:
    columns = stored["columns"]
    return SheetOptions(
        columns=SheetColumns(columns) if columns else None,
        blank_rows=stored["blank_rows"],
        with_phone=stored["with_phone"],
        by_unit=stored.get("by_unit", False),  # sheets kept before had no such choice
        lying=stored.get("lying", False),
    )

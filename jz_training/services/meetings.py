"""Online attendance: a meeting's export held against a training's list, and recorded (线上)."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jz_training.domain.attendance import AttendanceStatus
from jz_training.domain.dossier import DossierPart
from jz_training.domain.filing import DocumentKind
from jz_training.domain.meeting_reading import MeetingReading
from jz_training.domain.name_matching import match_names
from jz_training.domain.online_attendance import (
    JudgedPart,
    MeetingApplied,
    MeetingDecisions,
    MeetingMatch,
    Threshold,
    judged_parts,
)
from jz_training.domain.pinyin import full_pinyin
from jz_training.errors import ListNotFrozen, NotFound, Refused
from jz_training.services import tallies
from jz_training.services.attendance import sheet_of
from jz_training.services.hours_rows import parts_of
from jz_training.services.meeting_marks import Applying
from jz_training.services.name_order import pinyin_table
from jz_training.services.notice_rows import file_columns
from jz_training.services.settings import WorkspaceSettings
from jz_training.services.trainings import open_training, the_training
from jz_training.services.typed_text import one_line
from jz_training.storage.files import FileStore, StoredFile
from jz_training.storage.store import Store
from jz_training.storage.tables import Attachment, Nickname, Training

_UNRECORDED = AttendanceStatus.UNRECORDED


class Meetings:
    """The exports of online meetings, for the trainings of one workspace."""

    def __init__(self, store: Store, settings: WorkspaceSettings, files: FileStore) -> None:
        self._store = store
        self._settings = settings
        self._files = files

    # --- matching ----------------------------------------------------------------------------

    def threshold(self) -> Threshold:
        """Return how much of a meeting was enough the last time."""
        known = self._settings.get()
        return Threshold(percent=known.online_percent, minutes=known.online_minutes or None)

    def match(
        self, training_id: UUID, reading: MeetingReading, *, part_id: UUID | None = None
    ) -> MeetingMatch:
        """Return whom an export means on the list of a training; nothing is recorded.

        `part_id`: only this part of the training is to be judged. The reading is best unclipped.
        Raises NotFound or ListNotFrozen.
        """
        with self._store.read() as db:
            training = the_training(db, training_id)
            if training.list_frozen_at is None:
                raise ListNotFrozen
            rows = sheet_of(db, training).rows
            names = {row.name: row.person_id for row in db.scalars(select(Nickname))}
            parts = _parts(training, part_id)
        table = pinyin_table()
        return MeetingMatch(
            training_id=training_id,
            reading=reading,
            names=match_names(
                reading.participants,
                rows,
                nicknames=names,
                pinyin=lambda name: full_pinyin(name, table),
            ),
            rows=rows,
            parts=parts,
            threshold=self.threshold(),
        )

    # --- recording ---------------------------------------------------------------------------

    def apply(
        self,
        training_id: UUID,
        reading: MeetingReading,
        decisions: MeetingDecisions,
        *,
        part_id: UUID | None = None,
    ) -> MeetingApplied:
        """Record what was decided of an export, all of it as one act.

        Raises Refused for a number that is not on the list or a participant given to two,
        NotFound, ListNotFrozen, TrainingIsClosed, TrainingIsCancelled, and CannotFile, DiskFull or
        ReadOnly where the file is to be kept; then nothing is recorded.
        """
        _refuse_twice(decisions)
        stored = self._files.put(decisions.source) if decisions.source else None
        with self._store.write("meeting.apply") as db:
            training = open_training(db, training_id)
            if training.list_frozen_at is None:
                raise ListNotFrozen
            applying = Applying(db, training, reading, decisions, _parts(training, part_id))
            done = applying.record()
            applying.remember()
            if stored is not None and decisions.source is not None:
                self._keep_file(db, training, decisions.source.stem, stored)
            self._keep_threshold(db, decisions.threshold)
            db.info.update(subject=training.title, count=done.online)
            tallies.recount(
                db,
                training_id,
                persons=applying.persons,
                stand_in_counts=self._settings.get().stand_in_counts,
            )
        self._settings.forget()
        return done

    def _keep_threshold(self, db: Session, threshold: Threshold) -> None:
        if threshold != self.threshold():
            minutes = threshold.minutes or 0
            values = {"online_percent": threshold.percent, "online_minutes": minutes}
            self._settings.put(db, values)

    def _keep_file(self, db: Session, training: Training, name: str, stored: StoredFile) -> None:
        """File the export with the training's sign-in sheets, unless it lies there already."""
        mine = Attachment.training_id == training.id
        same = select(Attachment.id).where(mine, Attachment.sha256 == stored.sha256)
        if db.scalars(same).first() is not None:
            return
        part = DossierPart.SHEET.value
        last = select(func.max(Attachment.position)).where(mine, Attachment.dossier_part == part)
        db.add(
            Attachment(
                kind=DocumentKind.MEETING.value,
                name=one_line("name", name),
                training_id=training.id,
                dossier_part=part,
                position=(db.scalar(last) or 0) + 1,
                filed_on=self._store.now().date(),
                **file_columns(stored),
            )
        )


def _parts(training: Training, part_id: UUID | None) -> tuple[JudgedPart, ...]:
    """Return what is to be judged. Raises NotFound for a part that the training has not."""
    parts = judged_parts(training.start, training.end, parts_of(training))
    chosen = tuple(part for part in parts if part_id in (None, part.part_id))
    if not chosen:
        raise NotFound("part")
    return chosen


def _refuse_twice(decisions: MeetingDecisions) -> None:
    """Refuse one participant for two persons of the list."""
    given = [place for places in decisions.lines.values() for place in places]
    given += decisions.walk_ins
    if len(set(given)) < len(given):
        raise Refused("lines", "participant_twice")

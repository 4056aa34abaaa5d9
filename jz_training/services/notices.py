"""Notices (通知): taking them in, listing, changing, and the meeting they call to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from jz_training.domain.event_title import event_title
from jz_training.domain.filing import DocumentKind
from jz_training.domain.notice import (
    NoticeHeader,
    NoticeReading,
    NoticeRow,
    NoticeView,
    RemarkCode,
)
from jz_training.domain.person_name import printable
from jz_training.domain.training import FIELD_LIMIT, TrainingDraft, TrainingForm, TrainingState
from jz_training.errors import Refused
from jz_training.labels import FORMS
from jz_training.services.duties import Duties
from jz_training.services.notice_intake import readable
from jz_training.services.notice_list import counted, rows_of
from jz_training.services.notice_rows import (
    event_json,
    event_of,
    file_columns,
    header_columns,
    notice_view,
    obligation_columns,
    section_json,
)
from jz_training.services.obligations import forget_obligations, in_order
from jz_training.services.stored_row import shown_row, stored_row
from jz_training.services.typed_text import lines, one_line, words
from jz_training.storage.files import FileStore, StoredFile
from jz_training.storage.store import Store
from jz_training.storage.tables import (
    Attachment,
    Notice,
    Obligation,
    Plan,
    Publicity,
    Task,
    Training,
)

#: What may belong to a notice and outlives it.
_LINKED: tuple[type[Any], ...] = (Training, Plan, Task, Publicity, Attachment)


class Notices:
    """The notices of one workspace."""

    def __init__(self, store: Store, files: FileStore, duties: Duties) -> None:
        self._store = store
        self._files = files
        self._duties = duties

    # --- reading -----------------------------------------------------------------------------

    def list(self) -> tuple[NoticeRow, ...]:
        """Return every notice with how its obligations stand, the newest first."""
        with self._store.read() as db:
            rows = rows_of(db)
        duties = {notice_id: found for notice_id, _, found in self._duties.of_all()}
        return counted(rows, duties, self._store.now().date())

    def search(self, text: str, *, limit: int = 20) -> tuple[NoticeRow, ...]:
        """Return notices whose title, number or issuer holds the text, the newest first.

        Their obligations are not looked at: the counts are zero.
        """
        text = printable(text.strip())
        if not text:
            return ()
        fields = (Notice.title, Notice.number, Notice.issuer)
        holds = or_(*(field.contains(text, autoescape=True) for field in fields))
        with self._store.read() as db:
            return rows_of(db, holds, limit=limit)

    def same_as(self, reading: NoticeReading) -> NoticeRow | None:
        """Return the notice a reading is another copy of: same text, or same number and title."""
        reading = readable(reading)
        same = Notice.text == reading.text
        if reading.header.number:
            header = reading.header
            same |= (Notice.number == header.number) & (Notice.title == header.title)
        with self._store.read() as db:
            return next(iter(rows_of(db, same, limit=1)), None)

    def get(self, notice_id: UUID) -> NoticeView:
        """Return one notice. Raises NotFound."""
        with self._store.read() as db:
            notice = stored_row(db, Notice, notice_id, "notice")
            return notice_view(notice, event_training_id=_event_training(db, notice))

    def event_draft(self, notice_id: UUID) -> TrainingDraft | None:
        """Return the meeting a notice calls to as a training to be edited; None without one.

        What the notice does not say stays empty. Without a clock start and end are midnight, and
        without an end it equals the start: the form refuses both until a time is given.
        """
        view = self.get(notice_id)
        event = view.event
        if event is None:
            return None
        start = datetime.combine(event.day, event.start or time.min)
        end = datetime.combine(event.day, event.end) if event.start and event.end else start
        title = event_title(view.header.title)[:FIELD_LIMIT]
        return TrainingDraft(
            title=title,
            form=_form_named(title),
            start=start,
            end=end,
            venue=event.venue[:FIELD_LIMIT],
            organiser=view.header.issuer[:FIELD_LIMIT],
            note="\n".join(text for text in (event.audience, event.content) if text),
            notice_id=notice_id,
        )

    # --- changing ----------------------------------------------------------------------------

    def add(self, reading: NoticeReading, *, source: Path | None = None) -> UUID:
        """Take in a notice with its obligations, in one act; its file is filed with it.

        Raises Refused for an empty text, and CannotFile when the file cannot be filed.
        """
        reading = readable(reading)
        if not reading.text.strip():
            raise Refused("text", "missing")
        stored = None if source is None else self._files.put(source)
        title, count = reading.header.title, len(reading.obligations)
        today = self._store.now().date()
        with self._store.write("notice.add", subject=title, count=count) as db:
            notice = _notice_of(reading, today)
            db.add(notice)
            for position, draft in enumerate(reading.obligations):
                columns = obligation_columns(draft)
                db.add(Obligation(notice_id=notice.id, position=position, **columns))
            if source is not None:
                db.add(_original(notice, source, stored, today))
        return notice.id

    def change(self, notice_id: UUID, *, version: int, header: NoticeHeader, note: str) -> None:
        """Change what stands around the text. Raises Refused, ChangedMeanwhile or NotFound."""
        header, note = _checked(header), lines("note", note)
        with self._store.write("notice.change", subject=header.title) as db:
            notice = shown_row(db, Notice, notice_id, "notice", version=version)
            for name, value in header_columns(header).items():
                setattr(notice, name, value)
            notice.note = note

    def review(self, notice_id: UUID, reviewed: bool = True) -> None:
        """Note that somebody has held the obligations against the text, or take that back."""
        with self._store.write("notice.review") as db:
            notice = stored_row(db, Notice, notice_id, "notice")
            db.info["subject"] = notice.title
            notice.reviewed = reviewed

    def sort_out(self, notice_id: UUID, start: int, end: int) -> None:
        """Drop one place from what was left to the reader: it became an obligation, or is none."""
        with self._store.write("notice.sort_out") as db:
            notice = stored_row(db, Notice, notice_id, "notice")
            db.info["subject"] = notice.title
            notice.left_over = [place for place in notice.left_over if place != [start, end]]

    def remove(self, notice_id: UUID) -> None:
        """Remove a notice with its obligations and what was chosen for them.

        Trainings, plans, tasks, publicity and documents stay and lose the link to it.
        """
        with self._store.write("notice.remove") as db:
            notice = stored_row(db, Notice, notice_id, "notice")
            db.info["subject"] = notice.title
            _unlink(db, notice_id)
            forget_obligations(db, in_order(db, notice_id))
            db.delete(notice)


# --- the steps -------------------------------------------------------------------------------


def _notice_of(reading: NoticeReading, today: date) -> Notice:
    left = (one for one in reading.remarks if one.code is RemarkCode.LEFT_TO_READER)
    return Notice(
        **header_columns(reading.header),
        text=reading.text,
        sections=[section_json(section) for section in reading.sections],
        event=event_json(reading.event),
        left_over=[[one.start, one.end] for one in left if one.start is not None],
        source=reading.source,
        received_on=today,
    )


def _original(notice: Notice, source: Path, stored: StoredFile | None, today: date) -> Attachment:
    """Return the notice's own file as a document of it."""
    return Attachment(
        kind=DocumentKind.NOTICE.value,
        name=printable(source.stem)[:FIELD_LIMIT],
        number=notice.number,
        dated=notice.dated,
        notice_id=notice.id,
        filed_on=today,
        **file_columns(stored),
    )


def _checked(header: NoticeHeader) -> NoticeHeader:
    """Return a header as it is stored. Raises Refused with the field at fault."""
    texts: dict[str, Any] = {
        name: one_line(name, getattr(header, name)) for name in ("title", "issuer", "number")
    }
    many: dict[str, Any] = {
        name: words(name, getattr(header, name)) for name in ("addressees", "copies", "attachments")
    }
    if not texts["title"]:
        raise Refused("title", "missing")
    return replace(header, **texts, **many)


def _unlink(db: Session, notice_id: UUID) -> None:
    """Take the link to a notice from everything that stays.

    At once, before the notice goes: a training's reference is checked by every statement.
    """
    for kind in _LINKED:
        for row in db.scalars(select(kind).where(kind.notice_id == notice_id)):
            row.notice_id = None
    db.flush()


def _event_training(db: Session, notice: Notice) -> UUID | None:
    """Return the training that was made of a notice's meeting: one of its day, not cancelled."""
    event = event_of(notice.event)
    if event is None:
        return None
    return db.scalars(
        select(Training.id)
        .where(
            Training.notice_id == notice.id,
            Training.state != TrainingState.CANCELLED.value,
            Training.start >= datetime.combine(event.day, time.min),
            Training.start <= datetime.combine(event.day, time.max),
        )
        .order_by(Training.start, Training.id)
        .limit(1)
    ).first()


def _form_named(title: str) -> TrainingForm:
    """Return the form of training that a title speaks of; the longest word wins."""
    named = [form for form, word in FORMS.items() if word in title]
    return max(named, key=lambda form: len(FORMS[form]), default=TrainingForm.OTHER)

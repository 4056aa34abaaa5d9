"""The speakers (师资库) of a unit: who may be asked, and what they gave."""

from __future__ import annotations

import builtins
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import func, literal, select
from sqlalchemy.orm import Session

from jz_training.domain.library import SpeakerDraft, SpeakerRow, Use, several
from jz_training.errors import NotFound, Refused
from jz_training.services.library_uses import found_by, held, refuse_in_use, to_come, uses
from jz_training.services.stored_row import shown_row, stored_row
from jz_training.services.typed_text import lines, one_line, person_name, words
from jz_training.storage.store import Store
from jz_training.storage.tables import Speaker, Training
from jz_training.storage.types import Hundredths

FIELDS = ("name", "title", "unit", "contact", "note")


@dataclass(slots=True)
class _Given:
    """What a name has given so far."""

    trainings: int = 0
    hours: Decimal = Decimal(0)
    last_day: date | None = None


class Speakers:
    """The speakers of one workspace.

    A training names its speakers by name only: two speakers of one name in two units both have
    the trainings of that name.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    # --- reading -----------------------------------------------------------------------------

    def list(self, text: str = "") -> tuple[SpeakerRow, ...]:
        """Return the speakers whose name, pinyin, unit or topics fit a search, by name."""
        with self._store.read() as db:
            speakers = db.scalars(select(Speaker).order_by(Speaker.name, Speaker.unit)).all()
            given = _given(db, self._store.now())
        rows = (_row(speaker, given) for speaker in speakers)
        return tuple(row for row in rows if found_by(text, *_words_of(row.draft)))

    def get(self, speaker_id: UUID) -> SpeakerRow:
        """Return one speaker. Raises NotFound."""
        with self._store.read() as db:
            speaker = db.get(Speaker, speaker_id)
            if speaker is None:
                raise NotFound("speaker")
            return _row(speaker, _given(db, self._store.now()))

    def uses(self, speaker_id: UUID) -> tuple[Use, ...]:
        """Return the trainings that name a speaker, newest first. Raises NotFound."""
        with self._store.read() as db:
            name = stored_row(db, Speaker, speaker_id, "speaker").name
            return uses(
                db,
                Training.speaker.contains(name, autoescape=True),
                column=Training.speaker,
                fits=lambda field: name in several(field),
            )

    # --- changing ----------------------------------------------------------------------------

    def add(self, draft: SpeakerDraft) -> UUID:
        """Enter a speaker and return the id. Raises Refused with the field at fault."""
        draft = _checked(draft)
        with self._store.write("speaker.add", subject=draft.name) as db:
            _refuse_same(db, draft, None)
            speaker = Speaker(**_columns(draft))
            db.add(speaker)
        return speaker.id

    def change(self, speaker_id: UUID, *, version: int, draft: SpeakerDraft) -> None:
        """Change a speaker; trainings to come follow a new name unless a namesake is there.

        Raises Refused, NotFound or ChangedMeanwhile.
        """
        draft = _checked(draft)
        with self._store.write("speaker.change", subject=draft.name) as db:
            speaker = shown_row(db, Speaker, speaker_id, "speaker", version=version)
            _refuse_same(db, draft, speaker_id)
            if draft.name != speaker.name and not _namesakes(db, speaker):
                for training in _coming(db, speaker.name, self._store.now()):
                    named = several(training.speaker)
                    new = (draft.name if one == speaker.name else one for one in named)
                    training.speaker = "、".join(new)
            for name, value in _columns(draft).items():
                setattr(speaker, name, value)

    def remove(self, speaker_id: UUID) -> None:
        """Remove a speaker. Raises NotFound, or Refused (in_use) when trainings to come need one.

        A namesake who stays in the library may be the one that is meant; then nothing is refused.
        """
        with self._store.write("speaker.remove") as db:
            speaker = stored_row(db, Speaker, speaker_id, "speaker")
            db.info["subject"] = speaker.name
            if not _namesakes(db, speaker):
                refuse_in_use("speaker", len(_coming(db, speaker.name, self._store.now())))
            db.delete(speaker)


def _given(db: Session, now: datetime) -> dict[str, _Given]:
    """Return what each name has given; the trainings are summed by the field, which is short."""
    none = literal(Decimal(0), Hundredths())
    query = (
        select(
            Training.speaker,
            func.count(),
            func.coalesce(func.sum(func.coalesce(Training.hours, none)), none),
            func.max(Training.start),
        )
        .where(Training.speaker != "", held(now))
        .group_by(Training.speaker)
    )
    found: dict[str, _Given] = {}
    for field, trainings, hours, last in db.execute(query):
        for name in several(field):
            one = found.setdefault(name, _Given())
            one.trainings += trainings
            one.hours += hours
            one.last_day = max(filter(None, (one.last_day, last.date())))
    return found


def _coming(db: Session, name: str, now: datetime) -> builtins.list[Training]:
    query = select(Training).where(to_come(now), Training.speaker.contains(name, autoescape=True))
    return [training for training in db.scalars(query) if name in several(training.speaker)]


def _namesakes(db: Session, speaker: Speaker) -> bool:
    same = select(Speaker.id).where(Speaker.name == speaker.name, Speaker.id != speaker.id)
    return db.scalars(same).first() is not None


def _row(speaker: Speaker, given: dict[str, _Given]) -> SpeakerRow:
    texts: dict[str, Any] = {name: getattr(speaker, name) for name in FIELDS}
    gave = given.get(speaker.name, _Given())
    return SpeakerRow(
        id=speaker.id,
        version=speaker.version,
        draft=SpeakerDraft(topics=tuple(speaker.topics), **texts),
        trainings=gave.trainings,
        hours=gave.hours,
        last_day=gave.last_day,
    )


def _words_of(draft: SpeakerDraft) -> tuple[str, ...]:
    return (draft.name, draft.unit, draft.title, *draft.topics)


def _columns(draft: SpeakerDraft) -> dict[str, Any]:
    return {"topics": list(draft.topics), **{name: getattr(draft, name) for name in FIELDS}}


def _checked(draft: SpeakerDraft) -> SpeakerDraft:
    """Return what was entered as it is stored. Raises Refused with the field at fault."""
    name = person_name("name", draft.name)
    if several(name) != (name,):
        raise Refused("name", "several_names")
    texts: dict[str, Any] = {
        one: one_line(one, getattr(draft, one)) for one in ("title", "unit", "contact")
    }
    topics = words("topics", draft.topics)
    return replace(draft, name=name, topics=topics, note=lines("note", draft.note), **texts)


def _refuse_same(db: Session, draft: SpeakerDraft, but: UUID | None) -> None:
    same = select(Speaker.id).where(Speaker.name == draft.name, Speaker.unit == draft.unit)
    if db.scalars(same).first() not in (None, but):
        raise Refused("name", "same_speaker", name=draft.name)

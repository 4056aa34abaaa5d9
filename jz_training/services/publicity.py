"""Publicity (宣传报道): what was published, where, when and of what kind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session

from jz_training.domain.person_name import printable
from jz_training.domain.publicity import Channel, Genre, PublicityDraft, PublicityRow, faults
from jz_training.errors import NotFound, Refused
from jz_training.services.documents import materials_with
from jz_training.services.evidence_links import forget_choices
from jz_training.services.stored_row import must_exist, shown_row, stored_row
from jz_training.services.typed_text import lines, one_line
from jz_training.services.used_before import used_before
from jz_training.storage.store import Store
from jz_training.storage.tables import Attachment, Notice, Publicity

#: Links of today are long; they are kept as typed and never followed by the program.
LINK_LIMIT = 1000
#: What is stored as it was entered.
PLAIN = ("title", "day", "outlet", "author", "link", "reach", "note", "notice_id")
#: Stored value → member: on a list of thousands looking up is much quicker than making.
CHANNELS = {channel.value: channel for channel in Channel}
GENRES = {genre.value: genre for genre in Genre}


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicityQuery:
    """Which publications to list; `start` and `end` are days, both included, `limit` the most."""

    notice_id: UUID | None = None
    channel: Channel | None = None
    genre: Genre | None = None
    start: date | None = None
    end: date | None = None
    text: str = ""
    limit: int | None = None


class PublicityLog:
    """The publications of one workspace."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # --- reading -----------------------------------------------------------------------------

    def list(self, query: PublicityQuery) -> tuple[PublicityRow, ...]:
        """Return the publications a query means, newest first."""
        with self._store.read() as db:
            return publicity_rows(db, query)

    def get(self, publicity_id: UUID) -> PublicityRow:
        """Return one publication. Raises NotFound."""
        with self._store.read() as db:
            row = db.execute(_selection().where(Publicity.id == publicity_id)).first()
        if row is None:
            raise NotFound("publicity")
        return _row(row)

    def outlets(self) -> tuple[str, ...]:
        """Return the outlets used before, most used first."""
        with self._store.read() as db:
            return used_before(db, Publicity.outlet)

    def authors(self) -> tuple[str, ...]:
        """Return the authors named before, most named first."""
        with self._store.read() as db:
            return used_before(db, Publicity.author)

    # --- changing ----------------------------------------------------------------------------

    def add(self, draft: PublicityDraft) -> UUID:
        """Enter a publication and return its id. Raises Refused or NotFound."""
        draft = self._checked(draft)
        with self._store.write("publicity.add", subject=draft.title) as db:
            must_exist(db, Notice, draft.notice_id, "notice")
            row = Publicity(**_columns(draft))
            db.add(row)
        return row.id

    def change(self, publicity_id: UUID, *, version: int, draft: PublicityDraft) -> None:
        """Change a publication. Raises Refused, NotFound or ChangedMeanwhile."""
        draft = self._checked(draft)
        with self._store.write("publicity.change", subject=draft.title) as db:
            row = shown_row(db, Publicity, publicity_id, "publicity", version=version)
            must_exist(db, Notice, draft.notice_id, "notice")
            for name, value in _columns(draft).items():
                setattr(row, name, value)

    def remove(self, publicity_id: UUID) -> None:
        """Remove a publication; a file filed elsewhere too stays there. Raises NotFound."""
        with self._store.write("publicity.remove") as db:
            row = stored_row(db, Publicity, publicity_id, "publicity")
            db.info["subject"] = row.title
            forget_choices(db, publicity_id)
            _let_go_of_files(db, publicity_id)
            db.delete(row)

    def _checked(self, draft: PublicityDraft) -> PublicityDraft:
        """Return what was entered as it is stored. Raises Refused with the field at fault."""
        for field, code in faults(draft, today=self._store.now().date()).items():
            raise Refused(field, code)
        texts: dict[str, Any] = {
            one: one_line(one, getattr(draft, one)) for one in ("title", "outlet", "author")
        }
        link = one_line("link", draft.link, limit=LINK_LIMIT)
        return replace(draft, link=link, note=lines("note", draft.note), **texts)


def publicity_rows(db: Session, query: PublicityQuery) -> tuple[PublicityRow, ...]:
    """Return the publications a query means, newest first, with their number of files."""
    found = _filtered(_selection(), query).order_by(Publicity.day.desc(), Publicity.id.desc())
    return tuple(map(_row, db.execute(found.limit(query.limit))))


def published_days(db: Session, query: PublicityQuery) -> tuple[date, ...]:
    """Return the day of every publication a query means."""
    return tuple(db.scalars(_filtered(select(Publicity.day), query)))


def _selection() -> Select[*tuple[Any, ...]]:
    files = (
        select(Attachment.publicity_id, func.count().label("files"))
        .where(Attachment.publicity_id.is_not(None))
        .group_by(Attachment.publicity_id)
        .subquery()
    )
    columns = (getattr(Publicity, name) for name in ("id", "version", "channel", "genre", *PLAIN))
    count = func.coalesce(files.c.files, 0).label("files")
    return select(*columns, count).outerjoin(files, files.c.publicity_id == Publicity.id)


def _filtered(found: Select[*tuple[Any, ...]], query: PublicityQuery) -> Select[*tuple[Any, ...]]:
    if query.notice_id is not None:
        found = found.where(Publicity.notice_id == query.notice_id)
    if query.channel is not None:
        found = found.where(Publicity.channel == query.channel.value)
    if query.genre is not None:
        found = found.where(Publicity.genre == query.genre.value)
    if query.start is not None:
        found = found.where(Publicity.day >= query.start)
    if query.end is not None:
        found = found.where(Publicity.day <= query.end)
    if query.text.strip():
        text = printable(query.text.strip())
        found = found.where(
            Publicity.title.contains(text, autoescape=True)
            | Publicity.outlet.contains(text, autoescape=True)
            | Publicity.author.contains(text, autoescape=True)
        )
    return found


def _row(row: Row[*tuple[Any, ...]]) -> PublicityRow:
    """Return a publication as shown; taking a row apart at once is twice as quick as by name."""
    publicity_id, version, channel, genre, title, day, outlet, author, link, *others = row
    reach, note, notice_id, files = others
    draft = PublicityDraft(
        channel=CHANNELS[channel],
        genre=GENRES[genre],
        title=title,
        day=day,
        outlet=outlet,
        author=author,
        link=link,
        reach=reach,
        note=note,
        notice_id=notice_id,
    )
    return PublicityRow(id=publicity_id, version=version, draft=draft, files=files)


def _columns(draft: PublicityDraft) -> dict[str, Any]:
    return {
        "channel": draft.channel.value,
        "genre": draft.genre.value,
        **{name: getattr(draft, name) for name in PLAIN},
    }


def _let_go_of_files(db: Session, publicity_id: UUID) -> None:
    """Take out the files filed with a publication; one filed with a duty too only leaves it."""
    for filed in db.scalars(select(Attachment).where(Attachment.publicity_id == publicity_id)):
        elsewhere = filed.notice_id or filed.obligation_id or materials_with(db, filed.id)
        if elsewhere:
            filed.publicity_id = None
        else:
            db.delete(filed)
    db.flush()

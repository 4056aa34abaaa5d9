"""Between the tables of notices, duties and documents and the frozen views: each mapping once."""

from __future__ import annotations

from datetime import date, time
from typing import Any
from uuid import UUID

from jz_training.domain.evidence import EvidenceChoice, EvidenceKind
from jz_training.domain.filing import DocumentKind, FiledDraft, FiledRow
from jz_training.domain.notice import Event, NoticeHeader, NoticeView, Section
from jz_training.domain.obligation import ObligationDraft, ObligationKind, ObligationRow, Per
from jz_training.domain.outreach import PlaceKind
from jz_training.domain.publicity import Channel, Genre
from jz_training.domain.training import TrainingForm
from jz_training.storage.files import StoredFile
from jz_training.storage.tables import Attachment, EvidenceLink, Notice, Obligation

_HEADER_LISTS = ("addressees", "copies", "attachments")
_HEADER_VALUES = ("title", "issuer", "number", "dated", "printed")
_WORDS = ("audience", "venues", "topics")
_CHOICES = ("forms", "channels", "genres", "places")
#: The fields of an obligation that are stored as they are.
_PLAIN = (
    "phrase", "start", "end", "section", "wording", "count", "unit", "due", "due_phrase",
    "own_due", "owner", "note",
)  # fmt: skip
_FILED = (
    "name", "number", "dated", "note", "notice_id", "obligation_id", "publicity_id",
    "training_id", "leave_id", "make_up_id",
)  # fmt: skip


# --- notices ---------------------------------------------------------------------------------


def header_columns(header: NoticeHeader) -> dict[str, Any]:
    """Return a header as it is stored."""
    return {name: getattr(header, name) for name in _HEADER_VALUES} | {
        name: list(getattr(header, name)) for name in _HEADER_LISTS
    }


def header_of(notice: Notice) -> NoticeHeader:
    """Return the header of a stored notice."""
    lists: dict[str, Any] = {name: tuple(getattr(notice, name)) for name in _HEADER_LISTS}
    return NoticeHeader(**{name: getattr(notice, name) for name in _HEADER_VALUES}, **lists)


def notice_view(notice: Notice, *, event_training_id: UUID | None) -> NoticeView:
    """Return a notice as shown."""
    return NoticeView(
        id=notice.id,
        version=notice.version,
        header=header_of(notice),
        text=notice.text,
        received_on=notice.received_on,
        reviewed=notice.reviewed,
        sections=sections_of(notice),
        event=event_of(notice.event),
        event_training_id=event_training_id,
        left_to_reader=tuple((start, end) for start, end in notice.left_over),
        source=notice.source,
        note=notice.note,
    )


def sections_of(notice: Notice) -> tuple[Section, ...]:
    """Return the clauses of a stored notice."""
    return tuple(Section(**section) for section in notice.sections)


def section_json(section: Section) -> dict[str, Any]:
    """Return a clause as it is stored."""
    return {name: getattr(section, name) for name in ("level", "path", "heading", "start", "end")}


def event_json(event: Event | None) -> dict[str, Any] | None:
    """Return the meeting a notice calls to as it is stored."""
    if event is None:
        return None
    moments = ("day", "last_day", "start", "end")
    said = {name: getattr(event, name) for name in moments}
    return {
        **{name: value and value.isoformat() for name, value in said.items()},
        **{name: getattr(event, name) for name in ("venue", "audience", "content", "year_given")},
    }


def event_of(stored: dict[str, Any] | None) -> Event | None:
    """Return the meeting that was stored."""
    if not stored:
        return None
    last_day, start, end = (stored[name] for name in ("last_day", "start", "end"))
    return Event(
        day=date.fromisoformat(stored["day"]),
        last_day=date.fromisoformat(last_day) if last_day else None,
        start=time.fromisoformat(start) if start else None,
        end=time.fromisoformat(end) if end else None,
        venue=stored["venue"],
        audience=stored["audience"],
        content=stored["content"],
        year_given=stored["year_given"],
    )


# --- obligations -----------------------------------------------------------------------------


def obligation_columns(draft: ObligationDraft) -> dict[str, Any]:
    """Return an obligation as it is stored."""
    return {
        "kind": draft.kind.value,
        "per": draft.per.value,
        **{name: getattr(draft, name) for name in _PLAIN},
        **{name: list(getattr(draft, name)) for name in _WORDS},
        **{name: [one.value for one in getattr(draft, name)] for name in _CHOICES},
    }


def obligation_row(row: Obligation) -> ObligationRow:
    """Return an obligation as shown."""
    return ObligationRow(
        id=row.id,
        version=row.version,
        notice_id=row.notice_id,
        position=row.position,
        draft=_obligation_draft(row),
        confirmed_on=row.confirmed_on,
        reported_on=row.reported_on,
    )


def _obligation_draft(row: Obligation) -> ObligationDraft:
    many: dict[str, Any] = {name: tuple(getattr(row, name)) for name in _WORDS}
    return ObligationDraft(
        kind=ObligationKind(row.kind),
        per=Per(row.per),
        forms=tuple(map(TrainingForm, row.forms)),
        channels=tuple(map(Channel, row.channels)),
        genres=tuple(map(Genre, row.genres)),
        places=tuple(map(PlaceKind, row.places)),
        **many,
        **{name: getattr(row, name) for name in _PLAIN},
    )


def choice_of(row: EvidenceLink) -> EvidenceChoice:
    """Return what was counted or taken out by hand."""
    return EvidenceChoice(
        obligation_id=row.obligation_id,
        kind=EvidenceKind(row.kind),
        target_id=row.target_id,
        counts=row.counts,
    )


# --- documents -------------------------------------------------------------------------------


def filed_columns(draft: FiledDraft) -> dict[str, Any]:
    """Return what was entered for a document as it is stored."""
    said = {name: getattr(draft, name) for name in _FILED}
    return {"kind": draft.kind.value, "dossier_part": draft.dossier_part or None, **said}


def filed_row(row: Attachment) -> FiledRow:
    """Return a document as shown."""
    return FiledRow(
        id=row.id,
        version=row.version,
        draft=FiledDraft(
            kind=DocumentKind(row.kind),
            dossier_part=row.dossier_part or "",
            **{name: getattr(row, name) for name in _FILED},
        ),
        filed_on=row.filed_on,
        sha256=row.sha256,
        size=row.size,
        suffix=row.suffix,
        position=row.position or 0,
        original_sha256=row.original_sha256,
        original_suffix=row.original_suffix or "",
    )


def file_columns(stored: StoredFile | None) -> dict[str, Any]:
    """Return which content a document has, as it is stored."""
    if stored is None:
        return {"sha256": None, "size": 0, "suffix": ""}
    return {"sha256": stored.sha256, "size": stored.size, "suffix": stored.suffix}


def file_of(row: Attachment) -> StoredFile | None:
    """Return which content a stored document has; None for one kept on paper."""
    if row.sha256 is None:
        return None
    return StoredFile(sha256=row.sha256, size=row.size, suffix=row.suffix)


def original_columns(stored: StoredFile | None) -> dict[str, Any]:
    """Return which content a photo came with, as it is stored."""
    if stored is None:
        return {"original_sha256": None, "original_size": None, "original_suffix": None}
    return {
        "original_sha256": stored.sha256,
        "original_size": stored.size,
        "original_suffix": stored.suffix,
    }


def original_of(row: Attachment) -> StoredFile | None:
    """Return the content a photo came with; None where only the smaller one was kept."""
    if row.original_sha256 is None:
        return None
    return StoredFile(
        sha256=row.original_sha256,
        size=row.original_size or 0,
        suffix=row.original_suffix or "",
    )

"""Obligations (要求) of a notice: adding, changing, ordering, declaring met, counting by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.assessment import BY_HAND, COMPUTED
from jz_training.domain.evidence import EvidenceKind
from jz_training.domain.obligation import (
    ObligationDraft,
    ObligationKind,
    ObligationRow,
    may_be_confirmed,
)
from jz_training.domain.obligation_faults import faults
from jz_training.errors import NotFound, Refused
from jz_training.services.notice_rows import obligation_columns, obligation_row, sections_of
from jz_training.services.positions import move_to
from jz_training.services.stored_row import shown_row, stored_row
from jz_training.services.typed_text import lines, one_line, words
from jz_training.storage.store import Store
from jz_training.storage.tables import (
    Attachment,
    EvidenceLink,
    Notice,
    Obligation,
    PlanItem,
    Publicity,
    Task,
    Training,
)

#: A phrase is a clause of a notice: longer than this it is the notice.
PHRASE_LIMIT = 10_000
#: How much of a title stands in the log of changes.
TITLE_IN_LOG = 40

_LINES = ("section", "wording", "unit", "due_phrase", "owner")
_TARGETS: dict[EvidenceKind, type[Any]] = {
    EvidenceKind.TRAINING: Training,
    EvidenceKind.OUTREACH: Training,
    EvidenceKind.PUBLICITY: Publicity,
    EvidenceKind.TASK: Task,
    EvidenceKind.DOCUMENT: Attachment,
}


class Obligations:
    """The obligations of one workspace's notices."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # --- reading -----------------------------------------------------------------------------

    def of_notice(self, notice_id: UUID) -> tuple[ObligationRow, ...]:
        """Return the obligations of a notice in the order of its task book."""
        with self._store.read() as db:
            return tuple(map(obligation_row, in_order(db, notice_id)))

    def get(self, obligation_id: UUID) -> ObligationRow:
        """Return one obligation. Raises NotFound."""
        with self._store.read() as db:
            return obligation_row(the_obligation(db, obligation_id))

    # --- changing ----------------------------------------------------------------------------

    def add(self, notice_id: UUID, draft: ObligationDraft) -> UUID:
        """Add an obligation, at its place in the text when it has one, else at the end.

        Raises Refused with the field at fault, or NotFound.
        """
        with self._store.write("obligation.add") as db:
            notice = stored_row(db, Notice, notice_id, "notice")
            return _added(db, notice, draft)

    def add_from_text(
        self,
        notice_id: UUID,
        start: int,
        end: int,
        kind: ObligationKind = ObligationKind.OTHER,
    ) -> UUID:
        """Add the words of the notice between two places as an obligation of their clause.

        Raises Refused when there are no words, or NotFound.
        """
        with self._store.write("obligation.add") as db:
            notice = stored_row(db, Notice, notice_id, "notice")
            draft = ObligationDraft(
                kind=kind,
                phrase=notice.text[max(start, 0) : end].strip(),
                start=start,
                end=end,
                section=_section_at(notice, start),
            )
            return _added(db, notice, draft)

    def change(self, obligation_id: UUID, *, version: int, draft: ObligationDraft) -> None:
        """Change an obligation. Raises Refused, ChangedMeanwhile or NotFound."""
        with self._store.write("obligation.change") as db:
            row = shown_row(db, Obligation, obligation_id, "obligation", version=version)
            draft = checked(draft, stored_row(db, Notice, row.notice_id, "notice"))
            for name, value in obligation_columns(draft).items():
                setattr(row, name, value)
            db.info["subject"] = title_of(row)

    def remove(self, obligation_id: UUID) -> None:
        """Remove an obligation; plan items, tasks and documents stay and lose the link to it."""
        with self._store.write("obligation.remove") as db:
            row = the_obligation(db, obligation_id)
            db.info["subject"] = title_of(row)
            forget_obligations(db, [row])

    def move(self, obligation_id: UUID, *, position: int) -> None:
        """Put an obligation at another place in the task book, from 0."""
        with self._store.write("obligation.move") as db:
            row = the_obligation(db, obligation_id)
            db.info["subject"] = title_of(row)
            move_to(in_order(db, row.notice_id), row, position)

    def confirm(self, obligation_id: UUID, on: date | None) -> None:
        """Declare met on a day what only the secretary can judge, or (None) take that back.

        Raises Refused for a kind that is computed from evidence.
        """
        with self._store.write("obligation.confirm") as db:
            row = the_obligation(db, obligation_id)
            if on is not None and not may_be_confirmed(obligation_row(row).draft):
                raise Refused("kind", "not_confirmable")
            db.info["subject"] = title_of(row)
            row.confirmed_on = on

    def report(self, obligation_id: UUID, on: date | None) -> None:
        """Note the day on which an obligation was reported upward, or (None) take that back."""
        with self._store.write("obligation.report") as db:
            row = the_obligation(db, obligation_id)
            db.info["subject"] = title_of(row)
            row.reported_on = on

    # --- evidence by hand --------------------------------------------------------------------

    def count_by_hand(
        self, obligation_id: UUID, kind: EvidenceKind, target_id: UUID, counts: bool
    ) -> None:
        """Count something of the notice towards an obligation, or (`counts` False) take it out.

        Raises Refused for what is computed from who came, or belongs to another notice; NotFound.
        """
        with self._store.write("obligation.count") as db:
            row = the_obligation(db, obligation_id)
            _refuse_by_hand(db, row, kind, target_id)
            db.info["subject"] = title_of(row)
            link = _link(db, obligation_id, target_id)
            if link is None:
                link = EvidenceLink(obligation_id=obligation_id, target_id=target_id)
                db.add(link)
            link.kind, link.counts = kind.value, counts

    def forget_choice(self, obligation_id: UUID, target_id: UUID) -> None:
        """Let the rule decide again whether something counts."""
        with self._store.write("obligation.count") as db:
            row = the_obligation(db, obligation_id)
            db.info["subject"] = title_of(row)
            link = _link(db, obligation_id, target_id)
            if link is not None:
                db.delete(link)


# --- for the other services ------------------------------------------------------------------


def the_obligation(db: Session, obligation_id: UUID) -> Obligation:
    """Return a stored obligation. Raises NotFound."""
    return stored_row(db, Obligation, obligation_id, "obligation")


def in_order(db: Session, notice_id: UUID) -> Sequence[Obligation]:
    """Return the stored obligations of a notice in the order of its task book."""
    return db.scalars(
        select(Obligation)
        .where(Obligation.notice_id == notice_id)
        .order_by(Obligation.position, Obligation.id)
    ).all()


def title_of(row: Obligation) -> str:
    """Return what the log of changes calls an obligation."""
    title = row.wording or " ".join(row.phrase.split())
    return title if len(title) <= TITLE_IN_LOG else f"{title[: TITLE_IN_LOG - 1]}…"


def checked(draft: ObligationDraft, notice: Notice) -> ObligationDraft:
    """Return what was entered as it is stored. Raises Refused with the field at fault."""
    for field, code in faults(draft, text_length=len(notice.text)).items():
        raise Refused(field, code)
    texts: dict[str, Any] = {name: one_line(name, getattr(draft, name)) for name in _LINES}
    many: dict[str, Any] = {
        name: words(name, getattr(draft, name)) for name in ("audience", "venues", "topics")
    }
    phrase = lines("phrase", draft.phrase, limit=PHRASE_LIMIT)
    return replace(draft, **texts, **many, phrase=phrase, note=lines("note", draft.note))


def forget_obligations(db: Session, rows: Sequence[Obligation]) -> None:
    """Remove obligations with what was chosen for them; what pointed at them points no more."""
    ids = [row.id for row in rows]
    pointers: tuple[type[Any], ...] = (PlanItem, Task, Attachment)
    for kind in pointers:
        for pointing in db.scalars(select(kind).where(kind.obligation_id.in_(ids))):
            pointing.obligation_id = None
    db.flush()
    for link in db.scalars(select(EvidenceLink).where(EvidenceLink.obligation_id.in_(ids))):
        db.delete(link)
    for row in rows:
        db.delete(row)
    db.flush()


# --- the steps -------------------------------------------------------------------------------


def _added(db: Session, notice: Notice, draft: ObligationDraft) -> UUID:
    draft = checked(draft, notice)
    rows = in_order(db, notice.id)
    position = rows[-1].position + 1 if rows else 0  # what was removed has left gaps
    row = Obligation(notice_id=notice.id, position=position, **obligation_columns(draft))
    db.add(row)
    db.info["subject"] = title_of(row)
    if draft.start is not None:
        move_to([*rows, row], row, _place(rows, draft.start))
    return row.id


def _place(rows: Sequence[Obligation], start: int) -> int:
    """Return before how many rows the text has come to a place; what has no place is passed by."""
    after = (n for n, row in enumerate(rows) if row.start is not None and row.start > start)
    return next(after, len(rows))


def _section_at(notice: Notice, place: int) -> str:
    within = (one for one in sections_of(notice) if one.start <= place < one.end)
    innermost = max(within, key=lambda section: section.level, default=None)
    return "" if innermost is None else innermost.path


def _refuse_by_hand(db: Session, row: Obligation, kind: EvidenceKind, target_id: UUID) -> None:
    if ObligationKind(row.kind) in COMPUTED or kind not in BY_HAND:
        raise Refused("kind", "computed")
    target = db.get(_TARGETS[kind], target_id)
    if target is None:
        raise NotFound(_called(kind))
    if target.notice_id != row.notice_id:
        raise Refused("target_id", "not_of_notice")


def _called(kind: EvidenceKind) -> str:
    return "training" if kind is EvidenceKind.OUTREACH else kind.value


def _link(db: Session, obligation_id: UUID, target_id: UUID) -> EvidenceLink | None:
    return db.scalars(
        select(EvidenceLink).where(
            EvidenceLink.obligation_id == obligation_id, EvidenceLink.target_id == target_id
        )
    ).first()

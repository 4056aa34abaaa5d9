"""What the dossiers of trainings hold, read from the tables: one training whole, many by counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, func, literal, or_, select, union_all
from sqlalchemy.orm import Session

from jz_training.domain.dossier import (
    Dossier,
    DossierLine,
    DossierPart,
    OwnPaper,
    PartState,
    parts_without_cause,
    state_of,
)
from jz_training.domain.filing import DocumentKind, FiledRow
from jz_training.domain.summary import LedgerRow
from jz_training.domain.training import TrainingState
from jz_training.services.leave_marks import lines_on_leave
from jz_training.services.notice_rows import filed_row
from jz_training.services.tallies import MADE_UP_BY
from jz_training.storage.tables import (
    Attachment,
    Attendee,
    Leave,
    MakeUp,
    Material,
    Training,
    TrainingMaterial,
    TrainingRecord,
    TrainingTally,
)

_OWN = {
    DossierPart.AGENDA: OwnPaper.AGENDA,
    DossierPart.SHEET: OwnPaper.SHEET,
    DossierPart.LEAVE: OwnPaper.LEAVE,
    DossierPart.RECORD: OwnPaper.RECORD,
    DossierPart.MAKE_UP: OwnPaper.MAKE_UP,
    DossierPart.SUMMARY: OwnPaper.SUMMARY,
}


#: Trainings asked about in one statement, which names each several times (SQLite takes 32,766).
AT_ONCE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """What the checklist of one training is judged by, besides its documents."""

    own: frozenset[DossierPart]
    not_needed: frozenset[DossierPart]
    settled: frozenset[DossierPart]


def dossier_of(db: Session, training: Training) -> Dossier:
    """Return the checklist of one training with its documents."""
    facts = _facts(db, [training.id])[training.id]
    documents = _documents(db, training)
    return Dossier(
        training_id=training.id,
        version=training.version,
        title=training.title,
        lines=tuple(_line(part, documents.get(part, ()), facts) for part in DossierPart),
    )


def _line(part: DossierPart, documents: tuple[FiledRow, ...], facts: _Facts) -> DossierLine:
    state = _state(part, facts, filed=bool(documents))
    return DossierLine(
        part=part,
        state=state,
        documents=documents,
        own=_OWN[part] if part in facts.own else None,
        settled=part in facts.settled and state is PartState.NOT_NEEDED,
    )


def _state(part: DossierPart, facts: _Facts, *, filed: bool) -> PartState:
    not_needed = facts.not_needed | facts.settled
    return state_of(part, filed=filed, own=part in facts.own, not_needed=not_needed)


def missing_parts(db: Session, trainings: Collection[UUID]) -> dict[UUID, tuple[DossierPart, ...]]:
    """Return what is still to come in each of many dossiers, without reading a single document."""
    wanted = list(trainings)
    found: dict[UUID, tuple[DossierPart, ...]] = {}
    for start in range(0, len(wanted), AT_ONCE):
        found |= _missing_parts(db, wanted[start : start + AT_ONCE])
    return found


def with_dossiers(db: Session, rows: Sequence[LedgerRow]) -> tuple[LedgerRow, ...]:
    """Return lines of the ledger with what their dossiers still want; only held ones have one."""
    missing = missing_parts(db, [row.training_id for row in rows if row.held])
    return tuple(replace(row, missing=missing.get(row.training_id)) for row in rows)


def _missing_parts(db: Session, trainings: Collection[UUID]) -> dict[UUID, tuple[DossierPart, ...]]:
    filed: dict[UUID, set[DossierPart]] = defaultdict(set)
    for training_id, part in db.execute(_filed_parts(trainings)):
        filed[training_id].add(DossierPart(part))
    return {
        training_id: tuple(
            part
            for part in DossierPart
            if _state(part, facts, filed=part in filed[training_id]) is PartState.MISSING
        )
        for training_id, facts in _facts(db, trainings).items()
    }


# --- documents -------------------------------------------------------------------------------


def _documents(db: Session, training: Training) -> Mapping[DossierPart, tuple[FiledRow, ...]]:
    """Return the documents of each part: those filed here first, then those filed elsewhere."""
    found: dict[DossierPart, dict[UUID, FiledRow]] = defaultdict(dict)
    for part, row in (*_filed_here(db, training), *_filed_elsewhere(db, training)):
        found[part].setdefault(row.id, row)
    return {part: tuple(rows.values()) for part, rows in found.items()}


def _filed_here(db: Session, training: Training) -> Iterable[tuple[DossierPart, FiledRow]]:
    query = (
        select(Attachment)
        .where(Attachment.training_id == training.id, Attachment.dossier_part.is_not(None))
        .order_by(func.coalesce(Attachment.position, 0), Attachment.id)
    )
    for row in db.scalars(query):
        yield DossierPart(row.dossier_part or ""), filed_row(row)


def _filed_elsewhere(db: Session, training: Training) -> Iterable[tuple[DossierPart, FiledRow]]:
    """Yield what lies with the notice, the study materials, the leaves and the make-ups."""
    elsewhere = {
        DossierPart.NOTICE: select(Attachment).where(
            Attachment.notice_id == training.notice_id, _ORIGINAL
        ),
        DossierPart.MATERIAL: select(Attachment)
        .join(Material, Material.attachment_id == Attachment.id)
        .join(TrainingMaterial, TrainingMaterial.material_id == Material.id)
        .where(TrainingMaterial.training_id == training.id)
        .order_by(TrainingMaterial.position),
        DossierPart.LEAVE: select(Attachment).where(
            or_(
                Attachment.leave_id.in_(
                    select(Attendee.leave_id).where(Attendee.training_id == training.id)
                ),
                Attachment.leave_id.in_(select(Leave.id).where(Leave.training_id == training.id)),
            )
        ),
        DossierPart.MAKE_UP: select(Attachment).where(
            Attachment.make_up_id.in_(select(MakeUp.id).where(MakeUp.training_id == training.id))
        ),
    }
    for part, query in elsewhere.items():
        for row in db.scalars(query.order_by(Attachment.id)):
            yield part, filed_row(row)


#: The notice itself among what is filed with it.
_ORIGINAL = and_(
    Attachment.kind == DocumentKind.NOTICE.value,
    Attachment.obligation_id.is_(None),
    Attachment.notice_id.is_not(None),
)


# --- many at once ----------------------------------------------------------------------------


def _filed_parts(trainings: Collection[UUID]) -> Select[*tuple[Any, ...]]:
    """Select which part of which training has a document, here or elsewhere."""
    its = _chosen(trainings)
    of_leave = select(Attendee.training_id, literal("leave")).join(
        Attachment, Attachment.leave_id == Attendee.leave_id
    )
    found = union_all(
        select(
            Attachment.training_id.label("training"), Attachment.dossier_part.label("part")
        ).where(Attachment.training_id.in_(its), Attachment.dossier_part.is_not(None)),
        select(Training.id, literal("notice"))
        .join(Attachment, Attachment.notice_id == Training.notice_id)
        .where(Training.id.in_(its), _ORIGINAL),
        select(TrainingMaterial.training_id, literal("material"))
        .join(Material, Material.id == TrainingMaterial.material_id)
        .where(TrainingMaterial.training_id.in_(its), Material.attachment_id.is_not(None)),
        of_leave.where(*lines_on_leave(its)),
        select(Leave.training_id, literal("leave"))
        .join(Attachment, Attachment.leave_id == Leave.id)
        .where(Leave.training_id.in_(its)),
        select(MakeUp.training_id, literal("make_up"))
        .join(Attachment, Attachment.make_up_id == MakeUp.id)
        .where(MakeUp.training_id.in_(its)),
    ).subquery()
    return select(found.c.training, found.c.part).distinct()


def _chosen(trainings: Collection[UUID]) -> Select[UUID]:
    """Select trainings by their ids, which are handed to the database once for a whole query."""
    return select(select(Training.id).where(Training.id.in_(trainings)).cte("chosen").c.id)


def _facts(db: Session, trainings: Collection[UUID]) -> dict[UUID, _Facts]:
    own: dict[UUID, set[DossierPart]] = defaultdict(set)
    for training_id, part in db.execute(_own_parts(trainings)):
        own[training_id].add(DossierPart(part))
    query = (
        select(
            Training.id,
            Training.state,
            Training.agenda,
            Training.not_needed,
            func.coalesce(TrainingTally.leave, 0).label("leave"),
            func.coalesce(TrainingTally.absent, 0).label("absent"),
        )
        .outerjoin(TrainingTally, TrainingTally.training_id == Training.id)
        .where(Training.id.in_(trainings))
    )
    found = {}
    for row in db.execute(query):
        closed = row.state == TrainingState.CLOSED.value
        ours = own[row.id] | ({DossierPart.AGENDA} if row.agenda else set())
        found[row.id] = _Facts(
            own=frozenset(ours | ({DossierPart.SUMMARY} if closed else set())),
            not_needed=frozenset(map(DossierPart, row.not_needed or ())),
            settled=parts_without_cause(
                closed=closed, leave=row.leave, missed=row.leave + row.absent
            ),
        )
    return found


def _own_parts(trainings: Collection[UUID]) -> Select[*tuple[Any, ...]]:
    """Select of which parts the program itself holds something to print."""
    its = _chosen(trainings)
    found = union_all(
        select(Training.id.label("training"), literal("sheet").label("part")).where(
            Training.id.in_(its), Training.list_frozen_at.is_not(None)
        ),
        select(Attendee.training_id, literal("leave")).where(*lines_on_leave(its)),
        select(TrainingRecord.training_id, literal("record")).where(
            TrainingRecord.training_id.in_(its)
        ),
        select(MakeUp.training_id, literal("make_up"))
        .join(Attendee, MADE_UP_BY)
        .where(MakeUp.training_id.in_(its)),
    ).subquery()
    return select(found.c.training, found.c.part).distinct()

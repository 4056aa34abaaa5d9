"""Checking a whole workspace: the file, references, counters, filed documents and backups."""

from __future__ import annotations

from sqlalchemy import func, literal, not_, select
from sqlalchemy.orm import Session

from jz_training.domain.certificate_code import read_verify_code
from jz_training.domain.finding import Finding, Problem
from jz_training.errors import BackupUnusable
from jz_training.services import tallies
from jz_training.services.tallies import MISSED
from jz_training.storage.backups import check_backup
from jz_training.storage.files import FileStore, StoredFile
from jz_training.storage.paper_tables import Certificate
from jz_training.storage.store import Store
from jz_training.storage.tables import (
    Attachment,
    Attendee,
    MakeUp,
    PersonTally,
    TrainingGroup,
    TrainingTally,
    TrainingUnit,
    Viewpoint,
)
from jz_training.storage.workspace import Workspace


def check(workspace: Workspace, *, stand_in_counts: bool) -> tuple[Finding, ...]:
    """Return everything that is not as it should be; an empty result is a sound workspace."""
    with workspace.store.read() as db:
        found = [
            *_file(db),
            *_counts(db, stand_in_counts=stand_in_counts),
            *_viewpoints(db),
            *_make_ups(db),
            *_certificates(db),
            *_documents(db, workspace.files),
        ]
    return (*found, *_backups(workspace))


def _file(db: Session) -> list[Finding]:
    connection = db.connection()
    if connection.dialect.name != "sqlite":
        return []
    result = connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars().all()
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    found = []
    if result != ["ok"]:
        found.append(Finding(problem=Problem.FILE, count=len(result), name=str(result[0])))
    if broken:
        found.append(Finding(problem=Problem.REFERENCES, count=len(broken)))
    return found


def _counts(db: Session, *, stand_in_counts: bool) -> list[Finding]:
    """Count everything anew and compare with the counters."""
    everything = literal(True)
    trainings = {tuple(row) for row in db.execute(tallies.training_counts(everything))}
    kept = {tuple(row) for row in db.execute(select(*TrainingTally.__table__.columns))}
    groups = {tuple(row) for row in db.execute(tallies.group_counts(everything))}
    grouped = {tuple(row) for row in db.execute(select(*TrainingGroup.__table__.columns))}
    units = {tuple(row) for row in db.execute(tallies.unit_counts(everything))}
    by_unit = {tuple(row) for row in db.execute(select(*TrainingUnit.__table__.columns))}
    persons = tallies.person_counts(
        Attendee.person_id.is_not(None), stand_in_counts=stand_in_counts
    )
    counted = {tuple(row) for row in db.execute(persons)}
    stored = {tuple(row) for row in db.execute(select(*PersonTally.__table__.columns))}
    found = []
    wrong = {row[0] for row in trainings ^ kept if any(row[1:])}
    wrong |= {row[0] for row in (groups ^ grouped) | (units ^ by_unit)}
    if wrong:
        found.append(Finding(problem=Problem.TRAINING_COUNTS, count=len(wrong)))
    if different := counted ^ stored:
        found.append(Finding(problem=Problem.PERSON_COUNTS, count=len(different)))
    return found


def _viewpoints(db: Session) -> list[Finding]:
    """Find lines in a viewing point of another training."""
    strayed = (
        select(func.count())
        .select_from(Attendee)
        .join(Viewpoint, Viewpoint.id == Attendee.viewpoint_id)
        .where(Viewpoint.training_id != Attendee.training_id)
    )
    count = db.scalar(strayed)
    return [Finding(problem=Problem.VIEWPOINTS, count=count)] if count else []


def _make_ups(db: Session) -> list[Finding]:
    """Find make-ups of a line of another training, and those of somebody who came after all."""
    lines = (
        select(func.count()).select_from(MakeUp).join(Attendee, Attendee.id == MakeUp.attendee_id)
    )
    strayed = db.scalar(lines.where(MakeUp.training_id != Attendee.training_id))
    idle = db.scalar(lines.where(not_(MISSED), Attendee.hours.is_(None)))
    counts = ((Problem.MAKE_UPS, strayed), (Problem.MAKE_UPS_IDLE, idle))
    return [Finding(problem=problem, count=count) for problem, count in counts if count]


def _certificates(db: Session) -> list[Finding]:
    """Find certificates whose verify code is none, or whose number or grounds are gone."""
    broken = [
        row.number
        for row in db.scalars(select(Certificate).order_by(Certificate.id))
        if read_verify_code(row.code) != row.code
        or not row.number
        or not row.facts.get("trainings")
    ]
    if not broken:
        return []
    return [Finding(problem=Problem.CERTIFICATES, count=len(broken), name=broken[0])]


def _documents(db: Session, files: FileStore) -> list[Finding]:
    """Compare every filed document with its fingerprint; a content nobody names is no fault."""
    filed = db.execute(
        select(Attachment.name, Attachment.sha256, Attachment.size, Attachment.suffix)
        .where(Attachment.sha256.is_not(None))
        .order_by(Attachment.id)
    )
    originals = db.execute(
        select(
            Attachment.name,
            Attachment.original_sha256,
            Attachment.original_size,
            Attachment.original_suffix,
        )
        .where(Attachment.original_sha256.is_not(None))
        .order_by(Attachment.id)
    )
    names = {
        StoredFile(sha256=sha256 or "", size=size or 0, suffix=suffix or ""): name
        for name, sha256, size, suffix in (*originals, *filed)
    }
    gone = files.damaged(names)
    return [Finding(problem=Problem.FILES, count=len(gone), name=names[gone[0]])] if gone else []


def _backups(workspace: Workspace) -> list[Finding]:
    found = []
    for backup in workspace.backups():
        try:
            check_backup(backup.path)
        except BackupUnusable:
            found.append(Finding(problem=Problem.BACKUP, name=backup.name))
    return found


def repair_counts(store: Store, *, stand_in_counts: bool) -> None:
    """Make every counter anew from the attendance rows."""
    with store.write("check.repair") as db:
        tallies.rebuild(db, stand_in_counts=stand_in_counts)

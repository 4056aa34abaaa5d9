"""Every piece of evidence opens: its training, its talk, its article, its task, its file."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from jz_training.domain.evidence import Evidence, EvidenceKind
from jz_training.ui.context import Context
from jz_training.ui.notices.document_changes import open_document


def open_evidence(ctx: Context, owner: QWidget, one: Evidence, *, notice_id: UUID) -> None:
    """Go to where a piece of evidence is kept; a filed document opens as a copy."""
    match one.kind:
        case EvidenceKind.TRAINING:
            ctx.open_page("training", training_id=one.id)
        case EvidenceKind.OUTREACH:
            ctx.open_page("publicity", tab="talks", notice_id=notice_id, training_id=one.id)
        case EvidenceKind.PUBLICITY:
            ctx.open_page("publicity", tab="articles", notice_id=notice_id, publicity_id=one.id)
        case EvidenceKind.TASK:
            ctx.open_page("plan", tab="tasks", notice_id=notice_id, task_id=one.id)
        case EvidenceKind.PLAN:
            ctx.open_page("plan", tab="plan", plan_id=one.id)
        case EvidenceKind.DOCUMENT:
            open_document(ctx, owner, one.id)

"""How venues, speakers and materials are said beside their names."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from jz_training.domain.library import MaterialRow, SpeakerDraft, VenueDraft
from jz_training.labels.library import VENUE_KINDS


def venue_words(draft: VenueDraft) -> str:
    """Return what a venue is, how many it seats and where it lies: 会议室，可坐 24 人，三层."""
    seats = f"可坐 {draft.capacity} 人" if draft.capacity else ""
    return "，".join(filter(None, (VENUE_KINDS[draft.kind], seats, draft.address)))


def speaker_words(draft: SpeakerDraft) -> str:
    """Return unit and title of a speaker: 机修车间，安全员."""
    return "，".join(filter(None, (draft.unit, draft.title)))


def material_names(rows: Sequence[MaterialRow]) -> dict[str, UUID]:
    """Return the materials by title; those of one title are told apart by their issuer."""
    titles = [row.draft.title for row in rows]
    return {
        f"{row.draft.title}（{row.draft.issuer}）"
        if titles.count(row.draft.title) > 1 and row.draft.issuer
        else row.draft.title: row.id
        for row in rows
    }

"""The libraries of the sample union: where it meets, who speaks to it, what it studies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from jz_training.domain.library import MaterialDraft, SpeakerDraft, VenueDraft, VenueKind
from jz_training.paths import resources

if TYPE_CHECKING:
    from jz_training.services.desk import Desk


def stock(desk: Desk, told: dict[str, Any]) -> dict[str, UUID]:
    """Enter venues, speakers and study materials; return the materials by their titles."""
    for one in told["venues"]:
        desk.venues.add(_venue(one))
    for one in told["speakers"]:
        desk.speakers.add(_speaker(one))
    return {one["title"]: _keep(desk, one) for one in told["materials"]}


def _venue(told: dict[str, Any]) -> VenueDraft:
    return VenueDraft(
        name=told["name"],
        kind=VenueKind(told["kind"]),
        capacity=told.get("capacity"),
        address=told.get("address", ""),
        contact=told.get("contact", ""),
        note=told.get("note", ""),
    )


def _speaker(told: dict[str, Any]) -> SpeakerDraft:
    return SpeakerDraft(
        name=told["name"],
        title=told["title"],
        unit=told["unit"],
        topics=tuple(told["topics"]),
        note=told.get("note", ""),
    )


def _keep(desk: Desk, told: dict[str, Any]) -> UUID:
    source = resources() / "sample" / told["file"] if "file" in told else None
    draft = MaterialDraft(title=told["title"], issuer=told["issuer"], note=told.get("note", ""))
    return desk.materials.add(draft, source=source)

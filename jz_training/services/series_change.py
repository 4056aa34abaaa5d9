"""Passing a change of one training on to the others of its series."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from jz_training.domain.parts import TrainingPart, renewed, shifted
from jz_training.domain.training import TrainingDraft

#: What belongs to one training of a series alone, or is passed on in its own way below.
OWN = frozenset({"title", "start", "end", "batch", "parts"})


def change_for(other: TrainingDraft, old: TrainingDraft, new: TrainingDraft) -> TrainingDraft:
    """Return another training of the series, changed as one was from `old` to `new`.

    Only fields that differ are passed on. A new time moves the other by as much and lets it last
    as much longer; a new title leaves what stands in brackets at its end (第2批, 早班).
    """
    changes: dict[str, Any] = {
        field.name: getattr(new, field.name)
        for field in fields(TrainingDraft)
        if field.name not in OWN and getattr(new, field.name) != getattr(old, field.name)
    }
    if changes.get("audience") is not None and _by_name(other):
        del changes["audience"]  # a batch keeps its own people
    return replace(
        other,
        title=_title(other.title, old.title, new.title),
        start=other.start + (new.start - old.start),
        end=other.end + (new.end - old.end),
        parts=_parts_like(other, old, new),
        **changes,
    )


def _parts_like(
    other: TrainingDraft, old: TrainingDraft, new: TrainingDraft
) -> tuple[TrainingPart, ...]:
    """Return the other's parts: moved as far, or like the new ones where these were changed.

    Those that stay in their place keep their identity: leave may be entered for them already.
    """
    by = new.start - old.start
    if shifted(old.parts, by) == new.parts:
        return shifted(other.parts, by)
    like = renewed(shifted(new.parts, other.start - old.start))
    had = [part.id for part in other.parts][: len(like)]
    kept = [replace(part, id=one) for part, one in zip(like, had, strict=False)]
    return (*kept, *like[len(kept) :])


def _by_name(draft: TrainingDraft) -> bool:
    return not draft.audience.everyone


def _title(other: str, old: str, new: str) -> str:
    (theirs, ending), (before, _) = _parts(other), _parts(old)
    if old == new or theirs != before:
        return other
    after, _ = _parts(new)
    return after + ending


def _parts(title: str) -> tuple[str, str]:
    """Return a title and what stands in brackets at its end."""
    head, mark, inside = title.rpartition("（")
    return (head, mark + inside) if mark and inside.endswith("）") else (title, "")

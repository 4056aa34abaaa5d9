"""One training that would be made, as the preview shows it; read on the worker."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from jz_training.domain.batches import Batch, BatchBy, Split
from jz_training.domain.repetition import Repetition
from jz_training.domain.training import TrainingDraft
from jz_training.labels import skipped_words
from jz_training.ui.trainings.hints.hint_reading import blocks, clash_sentences, warning_sentences

if TYPE_CHECKING:
    from jz_training.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A training of the preview. `key` tells it from the others: its start, or its batch."""

    key: datetime | int
    start: datetime
    end: datetime
    what: str  # the shift, or the batch with its units
    people: int
    warnings: tuple[str, ...] = ()
    clashes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ManyPreview:
    """What would be made. `left_out` are days or people that are in none of it, in words."""

    rows: tuple[Planned, ...] = ()
    left_out: tuple[str, ...] = ()
    refused: bool = False  # the settings refuse what clashes
    cut: bool = False  # there would have been more than a series may have
    split: Split | None = None

    @property
    def clashing(self) -> frozenset[datetime | int]:
        """Return the keys of what clashes."""
        return frozenset(row.key for row in self.rows if row.clashes)


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchWish:
    """How an audience is to be split and when the batches are held."""

    by: BatchBy
    size: int | None
    by_hand: dict[UUID, int]
    every: int
    skip_days_off: bool
    own_starts: dict[int, datetime]  # batches that were given a time by hand


def preview_series(
    desk: Desk, draft: TrainingDraft, rule: Repetition, *, people: int
) -> ManyPreview:
    """Return what a rule comes to. Raises Refused."""
    found = desk.series.preview(draft, rule)
    told = zip(found.series.occurrences, found.clashes, found.warnings, strict=True)
    rows = tuple(
        Planned(
            key=one.start,
            start=one.start,
            end=one.end,
            what=one.slot,
            people=people,
            warnings=warning_sentences(warnings, one.start),
            clashes=clash_sentences(clashes),
        )
        for one, clashes, warnings in told
    )
    left_out = tuple(map(skipped_words, found.series.skipped))
    return ManyPreview(rows=rows, left_out=left_out, refused=blocks(desk), cut=found.series.cut)


def preview_batches(desk: Desk, draft: TrainingDraft, wish: BatchWish) -> ManyPreview:
    """Return the batches with their times. Raises Refused."""
    from jz_training.services.batch_preview import spread

    series = desk.series
    split = series.split_audience(draft.audience, wish.by, size=wish.size, by_hand=wish.by_hand)
    left = tuple(_person(member.name, member.unit) for member in split.left_over)
    if not split.batches:
        return ManyPreview(left_out=left, split=split)
    usual = spread(
        draft.start,
        len(split.batches),
        every=wish.every,
        calendar=desk.calendar.working(),
        skip_days_off=wish.skip_days_off,
    )
    pairs = zip(split.batches, usual, strict=True)
    starts = [wish.own_starts.get(batch.number, start) for batch, start in pairs]
    found = series.preview_batches(draft, split, starts=starts)
    told = zip(split.batches, starts, found.clashes, found.warnings, strict=True)
    rows = tuple(
        Planned(
            key=batch.number,
            start=start,
            end=start + (draft.end - draft.start),
            what=_batch_words(batch),
            people=len(batch.members),
            warnings=warning_sentences(warnings, start),
            clashes=clash_sentences(clashes),
        )
        for batch, start, clashes, warnings in told
    )
    return ManyPreview(rows=rows, left_out=left, refused=blocks(desk), split=split)


def kept_batches(split: Split, left_out: Collection[datetime | int]) -> Split:
    """Return a split without the batches that are not to be made."""
    kept = tuple(batch for batch in split.batches if batch.number not in left_out)
    gone = [m for batch in split.batches if batch.number in left_out for m in batch.members]
    return replace(split, batches=kept, left_over=(*split.left_over, *gone))


def _batch_words(batch: Batch) -> str:
    names = "、".join(batch.names)
    return f"第{batch.number}批　{names}" if names else f"第{batch.number}批"


def _person(name: str, unit: str) -> str:
    return f"{name}（{unit}）" if unit else name

"""What is unusual about a time or clashes with it, in words; runs on the worker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from jz_training.domain.clashes import Clash, ClashRule
from jz_training.domain.day_warnings import DayWarning
from jz_training.domain.training import TrainingDraft
from jz_training.labels import clash_words, day_warning_words

if TYPE_CHECKING:
    from jz_training.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """Sentences about a time. `refused` says that the clashes will not be stored."""

    warnings: tuple[str, ...] = ()
    clashes: tuple[str, ...] = ()
    refused: bool = False

    def __bool__(self) -> bool:
        return bool(self.warnings or self.clashes)


def read_hints(desk: Desk, draft: TrainingDraft, training_id: UUID | None) -> Hints:
    """Return what to say about a training as entered; `training_id` is the stored one's own."""
    return Hints(
        warnings=_warnings(desk, draft),
        clashes=clash_sentences(desk.clashes.of_draft(draft, training_id)),
        refused=blocks(desk),
    )


def read_next_free(desk: Desk, draft: TrainingDraft, training_id: UUID | None) -> datetime | None:
    """Return the next start at which room, speakers and people are free."""
    return desk.clashes.next_free(draft, desk.calendar.working(), training_id=training_id)


def blocks(desk: Desk) -> bool:
    """Tell whether the settings refuse what clashes."""
    return desk.settings.get().clash_rule == ClashRule.BLOCK.value


def warning_sentences(warnings: Iterable[DayWarning], start: datetime) -> tuple[str, ...]:
    """Return warnings of a day as sentences with a full stop."""
    return tuple(f"{day_warning_words(warning, start)}。" for warning in warnings)


def clash_sentences(clashes: Iterable[Clash]) -> tuple[str, ...]:
    """Return clashes as sentences with a full stop."""
    return tuple(f"{clash_words(clash)}。" for clash in clashes)


def _warnings(desk: Desk, draft: TrainingDraft) -> tuple[str, ...]:
    """Return what is unusual about the times of a training, of several parts each thing once."""
    told = (
        sentence
        for span in draft.spans
        for sentence in warning_sentences(desk.calendar.warnings(*span), span.start)
    )
    return tuple(dict.fromkeys(told))

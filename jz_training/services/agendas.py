"""Agendas (议程): what happens at a training, in order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from jz_training.domain.agenda import AgendaItem
from jz_training.errors import ChangedMeanwhile, Refused
from jz_training.services.trainings import open_training, the_training
from jz_training.services.typed_text import one_line
from jz_training.storage.store import Store
from jz_training.storage.tables import Training

#: No training lasts longer than a day (domain.training.LONGEST), nor does a part of it.
MOST_MINUTES = 24 * 60


class Agendas:
    """The agendas of the trainings of one workspace."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, training_id: UUID) -> tuple[AgendaItem, ...]:
        """Return the agenda of a training, empty when there is none. Raises NotFound."""
        with self._store.read() as db:
            return agenda_of(the_training(db, training_id))

    def set(self, training_id: UUID, *, version: int, items: Iterable[AgendaItem]) -> None:
        """Give a training this agenda; `version` is the training's, lines of nothing are left out.

        Raises Refused, NotFound, ChangedMeanwhile, TrainingIsClosed or TrainingIsCancelled.
        """
        checked = [item for item in map(_checked, items) if item != AgendaItem(what="")]
        if not all(item.what for item in checked):
            raise Refused("what", "missing")
        with self._store.write("agenda.set") as db:
            training = open_training(db, training_id)
            if training.version != version:
                raise ChangedMeanwhile("training", training.title)
            db.info["subject"] = training.title
            training.agenda = [_json(item) for item in checked] or None


def agenda_of(training: Training) -> tuple[AgendaItem, ...]:
    """Return the agenda that is stored with a training."""
    return tuple(AgendaItem(**item) for item in training.agenda or ())


def _json(item: AgendaItem) -> dict[str, Any]:
    return {"what": item.what, "who": item.who, "minutes": item.minutes}


def _checked(item: AgendaItem) -> AgendaItem:
    """Return a line as it is stored. Raises Refused with the field at fault."""
    if item.minutes is not None and not 1 <= item.minutes <= MOST_MINUTES:
        raise Refused("minutes", "not_minutes")
    what, who = one_line("what", item.what), one_line("who", item.who)
    return AgendaItem(what=what, who=who, minutes=item.minutes)

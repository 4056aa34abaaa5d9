"""Certificates of the sample union: of a training that was closed, one withdrawn, two proofs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from random import Random
from typing import TYPE_CHECKING
from uuid import UUID

from jz_training.domain.certificate_code import CHANCE_BITS

if TYPE_CHECKING:
    from jz_training.services.desk import Desk

_SEED = 20261122
#: So many of the list get one in the story; the others wait to be issued.
_ISSUED = 12
_PROOFS = 2


def told_chance() -> Callable[[], int]:
    """Return a source of verify codes that are the same in every picture."""
    source = Random(_SEED)  # pictures, nothing to be guessed
    return lambda: source.getrandbits(CHANCE_BITS)


def certify(desk: Desk, trainings: Sequence[UUID]) -> None:
    """Issue certificates for the first training with somebody who has a right to one.

    Nothing is issued where the workspace names no unit to sign them.
    """
    today = desk.now().date()
    found = ((one, _entitled(desk, one)) for one in trainings)
    training_id, entitled = next((pair for pair in found if pair[1]), (None, []))
    if training_id is None or not desk.settings.get().organiser:
        return
    made = desk.certificates.issue(training_id, entitled, issued_on=today)
    desk.certificates.withdraw(made[-1], reason="姓名用字有误，重新发放")
    desk.certificates.issue_hours(
        entitled[:_PROOFS], first=date(today.year, 1, 1), last=today, issued_on=today
    )


def _entitled(desk: Desk, training_id: UUID) -> list[UUID]:
    there = desk.certificates.candidates(training_id)
    return [one.person_id for one in there if one.entitled and one.person_id is not None][:_ISSUED]

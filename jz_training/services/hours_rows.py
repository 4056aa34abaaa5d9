"""The parts of a training and its rule set for 学时, as they are stored."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from jz_training.domain.hours import HoursRule
from jz_training.domain.parts import TrainingPart
from jz_training.domain.training import TrainingForm
from jz_training.storage.tables import Training

_OPTIONAL_HOURS = ("half_day", "day_cap", "training_cap")


def parts_of(training: Training) -> tuple[TrainingPart, ...]:
    """Return the parts of a stored training."""
    return tuple(
        TrainingPart(
            id=UUID(hex=part["id"]),
            name=part["name"],
            start=datetime.fromisoformat(part["start"]),
            end=datetime.fromisoformat(part["end"]),
        )
        for part in training.parts or ()
    )


def parts_json(parts: Sequence[TrainingPart]) -> list[Any] | None:
    """Return the parts of a training as they are stored."""
    return [
        {
            "id": part.id.hex,
            "name": part.name,
            "start": part.start.isoformat(),
            "end": part.end.isoformat(),
        }
        for part in parts
    ] or None


def hours_rule_json(rule: HoursRule) -> dict[str, Any]:
    """Return a rule set for 学时 as it is stored."""
    return {
        "name": rule.name,
        "basis": rule.basis,
        "minutes": rule.minutes,
        "step": str(rule.step),
        "least_minutes": rule.least_minutes,
        "form_values": [[form.value, str(value)] for form, value in rule.form_values],
        **{name: _text(getattr(rule, name)) for name in _OPTIONAL_HOURS},
    }


def hours_rule_of(stored: dict[str, Any]) -> HoursRule:
    """Return the rule set that was stored."""
    return HoursRule(
        name=stored["name"],
        basis=stored["basis"],
        minutes=stored["minutes"],
        step=Decimal(stored["step"]),
        least_minutes=stored["least_minutes"],
        form_values=tuple(
            (TrainingForm(form), Decimal(value)) for form, value in stored["form_values"]
        ),
        **{name: _decimal(stored[name]) for name in _OPTIONAL_HOURS},
    )


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)

"""Numbers as they are typed into fields; wide digits count too."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation


def number_of(text: str) -> int | None:
    """Return a whole number, or None where there is none; the rules judge its size."""
    try:
        return int(text.strip())
    except ValueError:
        return None


def hours_of(text: str) -> Decimal | None:
    """Return a number of hours, or None where there is none."""
    try:
        hours = Decimal(text.strip().replace("．", ".").replace("。", "."))
    except InvalidOperation:
        return None
    return hours if hours.is_finite() else None

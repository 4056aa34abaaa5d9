"""Numbers of 学时 in fields of forms: shown, and read as they are typed."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from PySide6.QtWidgets import QLineEdit

from jz_training.labels.hours import hours_text


def shown(hours: Decimal | None) -> str:
    """Return what stands in a field for a number of hours, empty for none."""
    return "" if hours is None else hours_text(hours)


def hours_in(box: QLineEdit) -> Decimal | None:
    """Return the hours that are typed, None where nothing or no number is."""
    try:
        hours = Decimal(box.text().strip().replace("．", ".").replace("。", "."))
    except InvalidOperation:
        return None
    return hours if hours.is_finite() else None


def unreadable(**boxes: QLineEdit) -> dict[str, str]:
    """Return what is wrong by the name of the field; empty fields are left alone."""
    return {
        name: "请写数字，如 8 或 0.5。"
        for name, box in boxes.items()
        if box.text().strip() and hours_in(box) is None
    }

"""The words of a plan: how an item stands, its phase and batch."""

from __future__ import annotations

from jz_training.domain.plan import ItemState

ITEM_STATES: dict[ItemState, str] = {
    ItemState.NOT_SCHEDULED: "未安排",
    ItemState.SCHEDULED: "已安排",
    ItemState.HELD: "已举办",
    ItemState.OVERDUE: "已逾期",
}


def phase_words(phase: int | None, batch: int | None) -> str:
    """Return 第1期第2批, 第2批, or nothing."""
    words = (f"第{phase}期" if phase else "", f"第{batch}批" if batch else "")
    return "".join(words)

"""The words of leave: its kinds, what it covers, the state of its slip."""

from __future__ import annotations

from datetime import date

from jz_training.domain.attendance import LeaveReason
from jz_training.domain.leave import LeaveDraft, SlipState
from jz_training.labels.days import short_day_words

#: The reason as it stands on a slip; `REASONS` are the short words of the sheet.
LEAVE_KINDS: dict[LeaveReason, str] = {
    LeaveReason.OFFICIAL: "公假",
    LeaveReason.SICK: "病假",
    LeaveReason.PERSONAL: "事假",
    LeaveReason.MATERNITY: "产假",
    LeaveReason.ANNUAL: "年休假",
    LeaveReason.OTHER: "其他",
}

SLIPS: dict[SlipState, str] = {SlipState.FILED: "有", SlipState.MISSING: "无"}


def leave_days_words(draft: LeaveDraft, *, today: date) -> str:
    """Return 11月20日, or 11月20日 至 12月1日."""
    first = short_day_words(draft.first, beside=today)
    if draft.first == draft.last:
        return first
    return f"{first} 至 {short_day_words(draft.last, beside=draft.first)}"

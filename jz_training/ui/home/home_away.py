"""Who is on leave at the trainings of today and tomorrow, in one quiet line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from jz_training.domain.leave import OnLeave

#: So many names of one training stand in the line.
_NAMED = 5


def away_words(leaves: Sequence[OnLeave], *, today: date) -> str:
    """Return 请假：今天“研讨会”安静、白雪；明天“学习会”曹丽."""
    said = "；".join(_words(one, today) for one in leaves)
    return f"请假：{said}" if said else ""


def _words(one: OnLeave, today: date) -> str:
    day = "今天" if one.start.date() == today else "明天"
    named = "、".join(one.names[:_NAMED])
    more = f"等 {len(one.names)} 人" if len(one.names) > _NAMED else ""
    return f"{day}“{one.title}”{named}{more}"

"""What the tests of the log begin with."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from jz_training.domain.outreach import OutreachDraft, PlaceKind
from jz_training.domain.publicity import Channel, PublicityDraft
from jz_training.domain.training import TrainingForm
from jz_training.services.desk import Desk


def an_article(desk: Desk, **changes: Any) -> UUID:
    """Enter a publication."""
    facts: dict[str, Any] = {
        "title": "学习到班组",
        "day": date(2026, 11, 20),
        "channel": Channel.WECHAT,
        "outlet": "清河纺织工会",
    }
    return desk.publicity.add(PublicityDraft(**(facts | changes)))


def a_talk(desk: Desk, **changes: Any) -> UUID:
    """Enter a talk that was held and counted by heads."""
    facts: dict[str, Any] = {
        "title": "大会精神进车间",
        "form": TrainingForm.OUTREACH,
        "start": datetime(2026, 11, 13, 15),
        "end": datetime(2026, 11, 13, 16),
        "place_kind": PlaceKind.WORKSHOP,
        "place": "织造车间",
        "head_count": 86,
    }
    return desk.outreach.record(OutreachDraft(**(facts | changes)))

"""What `meeting read --json` prints (DESIGN §7): keys in English and stable, absent = null."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from jz_training.domain.meeting_reading import MeetingReading, Participant, Unreadable
from jz_training.labels import UNREADABLE_REASONS, meeting_note_words


def meeting_json(reading: MeetingReading) -> dict[str, Any]:
    """Return a reading as plain values for JSON; reasons and notes are Chinese sentences."""
    return {
        "file": reading.file_name,
        "platform": reading.platform.value,
        "topic": reading.topic or None,
        "number": reading.number or None,
        "start": _time(reading.start),
        "end": _time(reading.end),
        "participants": [_participant(one) for one in reading.participants],
        "unreadable": [_unreadable(one) for one in reading.unreadable],
        "notes": [meeting_note_words(note) for note in reading.notes],
    }


def _participant(one: Participant) -> dict[str, Any]:
    return {
        "name": one.name,
        "raw": one.raw,
        "minutes": one.minutes,
        "intervals": [
            {"start": stay.start.isoformat(), "end": stay.end.isoformat()} for stay in one.stays
        ],
        "shared": one.shared,
        "exact": one.exact,
        "unit": one.unit or None,
        "rows": list(one.rows),
    }


def _unreadable(one: Unreadable) -> dict[str, Any]:
    return {
        "row": one.row,
        "reason": UNREADABLE_REASONS[one.reason],
        "text": one.text or None,
        "sheet": one.sheet or None,
    }


def _time(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None

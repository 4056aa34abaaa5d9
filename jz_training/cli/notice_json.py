"""What was understood of a notice as JSON, with the keys of DESIGN §7."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from jz_training.domain.notice import Event, NoticeReading, NoticeRemark
from jz_training.domain.obligation import ObligationDraft
from jz_training.labels import remark_words


def notice_json(reading: NoticeReading) -> dict[str, Any]:
    """Return the reading as plain values; dates are ISO 8601, what is absent is None."""
    header = reading.header
    return {
        "issuer": header.issuer or None,
        "number": header.number or None,
        "title": header.title or None,
        "addressees": list(header.addressees),
        "date": _iso(header.dated),
        "printed": _iso(header.printed),
        "copies": list(header.copies),
        "sections": [
            {
                "level": section.level,
                "path": section.path,
                "heading": section.heading,
                "text": reading.text[section.start : section.end],
            }
            for section in reading.sections
        ],
        "attachments": list(header.attachments),
        "event": None if reading.event is None else _event(reading.event),
        "obligations": [_obligation(draft) for draft in reading.obligations],
        "remarks": [_remark(remark) for remark in reading.remarks],
    }


def _event(event: Event) -> dict[str, Any]:
    ends = event.end is not None or event.last_day is not None
    return {
        "start": _moment(event.day, event.start),
        "end": _moment(event.last_day or event.day, event.end) if ends else None,
        "venue": event.venue or None,
        "audience": event.audience or None,
        "content": event.content or None,
    }


def _moment(day: date, clock: time | None) -> str:
    return day.isoformat() if clock is None else datetime.combine(day, clock).isoformat()


def _obligation(draft: ObligationDraft) -> dict[str, Any]:
    return {
        "phrase": draft.phrase,
        "section": draft.section or None,
        "kind": draft.kind.value,
        "forms": [form.value for form in draft.forms],
        "audience": list(draft.audience),
        "channels": [word.value for word in (*draft.channels, *draft.genres)],
        "count": draft.count,
        "unit": draft.unit or None,
        "due": _iso(draft.due),
        "per": draft.per.value,
        "genres": [genre.value for genre in draft.genres],
        "places": [place.value for place in draft.places],
        "venues": list(draft.venues),
        "topics": list(draft.topics),
        "note": draft.note or None,
        "start": draft.start,
        "end": draft.end,
    }


def _remark(remark: NoticeRemark) -> dict[str, Any]:
    return {
        "code": remark.code.value,
        "phrase": remark.phrase or None,
        "words": remark_words(remark),
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()

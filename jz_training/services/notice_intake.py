"""A reading of a notice as it can be stored: every place in the text stays where it was."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from jz_training.domain.notice import Event, NoticeHeader, NoticeReading
from jz_training.domain.obligation import ObligationDraft
from jz_training.domain.person_name import printable
from jz_training.services.typed_text import NOTE_LIMIT, TEXT_LIMIT


def readable(reading: NoticeReading) -> NoticeReading:
    """Return a reading without characters that cannot be kept: each becomes one U+FFFD.

    A reading is nobody's typing: what is too long for a field is cut, never refused.
    """
    return replace(
        reading,
        source=printable(reading.source)[:TEXT_LIMIT],
        text=_text(reading.text),
        header=_header(reading.header),
        sections=tuple(
            replace(one, heading=printable(one.heading)[:TEXT_LIMIT]) for one in reading.sections
        ),
        event=None if reading.event is None else _event(reading.event),
        obligations=tuple(map(_obligation, reading.obligations)),
    )


def _text(text: str) -> str:
    return "\n".join(printable(line) for line in text.split("\n"))


def _line(text: str) -> str:
    return printable(" ".join(text.split()))[:TEXT_LIMIT]


def _many(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_line(text) for text in texts)


def _header(header: NoticeHeader) -> NoticeHeader:
    lines: dict[str, Any] = {
        name: _line(getattr(header, name)) for name in ("title", "issuer", "number")
    }
    many: dict[str, Any] = {
        name: _many(getattr(header, name)) for name in ("addressees", "copies", "attachments")
    }
    return replace(header, **lines, **many)


def _event(event: Event) -> Event:
    return replace(
        event,
        venue=_line(event.venue),
        audience=_text(event.audience)[: NOTE_LIMIT // 2],
        content=_text(event.content)[: NOTE_LIMIT // 2 - 1],
    )


def _obligation(draft: ObligationDraft) -> ObligationDraft:
    lines: dict[str, Any] = {
        name: _line(getattr(draft, name))
        for name in ("section", "wording", "unit", "due_phrase", "owner")
    }
    many: dict[str, Any] = {
        name: _many(getattr(draft, name)) for name in ("audience", "venues", "topics")
    }
    return replace(draft, **lines, **many, phrase=_text(draft.phrase), note=_text(draft.note))

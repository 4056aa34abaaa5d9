"""How the child hands a reading to its parent: one line of JSON, nothing in it can run."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from jz_training.domain.meeting_reading import (
    MeetingColumn,
    MeetingField,
    MeetingNote,
    MeetingPlatform,
    MeetingReading,
    NoteCode,
    Participant,
    Stay,
    Unreadable,
)
from jz_training.readers.meeting.understand import MeetingWish


def wish_to_json(wish: MeetingWish) -> dict[str, Any]:
    """Return a wish as plain values."""
    return {
        "start": _text(wish.start),
        "end": _text(wish.end),
        "day": wish.day.isoformat() if wish.day else None,
        "choice": [(sheet, at, one.value) for (sheet, at), one in (wish.choice or {}).items()],
        "offer_columns": wish.offer_columns,
    }


def wish_from_json(plain: dict[str, Any]) -> MeetingWish:
    """Return a wish from plain values."""
    return MeetingWish(
        start=_time(plain["start"]),
        end=_time(plain["end"]),
        day=date.fromisoformat(plain["day"]) if plain["day"] else None,
        choice={(sheet, at): MeetingField(one) for sheet, at, one in plain["choice"]},
        offer_columns=plain["offer_columns"],
    )


def reading_to_json(reading: MeetingReading) -> dict[str, Any]:
    """Return a reading as plain values."""
    return {
        "topic": reading.topic,
        "number": reading.number,
        "start": _text(reading.start),
        "end": _text(reading.end),
        "platform": reading.platform,
        "rows": reading.rows,
        "columns_unknown": reading.columns_unknown,
        "participants": [_participant_json(one) for one in reading.participants],
        "unreadable": [(one.row, one.reason, one.text, one.sheet) for one in reading.unreadable],
        "notes": [(one.code, one.count, one.examples) for one in reading.notes],
        "columns": [
            (one.sheet, one.index, one.heading, one.field, one.samples) for one in reading.columns
        ],
    }


def reading_from_json(plain: dict[str, Any], file_name: str) -> MeetingReading:
    """Return a reading from plain values."""
    return MeetingReading(
        topic=plain["topic"],
        number=plain["number"],
        start=_time(plain["start"]),
        end=_time(plain["end"]),
        platform=MeetingPlatform(plain["platform"]),
        rows=plain["rows"],
        columns_unknown=plain["columns_unknown"],
        file_name=file_name,
        participants=tuple(map(_participant, plain["participants"])),
        unreadable=tuple(
            Unreadable(row=row, reason=reason, text=text, sheet=sheet)
            for row, reason, text, sheet in plain["unreadable"]
        ),
        notes=tuple(
            MeetingNote(code=NoteCode(code), count=count, examples=tuple(examples))
            for code, count, examples in plain["notes"]
        ),
        columns=tuple(
            MeetingColumn(
                sheet=sheet,
                index=index,
                heading=heading,
                field=MeetingField(one),
                samples=tuple(samples),
            )
            for sheet, index, heading, one, samples in plain["columns"]
        ),
    )


def _participant_json(one: Participant) -> dict[str, Any]:
    return {
        "raw": one.raw,
        "name": one.name,
        "seconds": one.seconds,
        "stays": [(stay.start.isoformat(), stay.end.isoformat()) for stay in one.stays],
        "rows": one.rows,
        "shared": one.shared,
        "names": one.names,
        "unit": one.unit,
        "exact": one.exact,
    }


def _participant(plain: dict[str, Any]) -> Participant:
    stays = (
        Stay(datetime.fromisoformat(start), datetime.fromisoformat(end))
        for start, end in plain["stays"]
    )
    lists = {key: tuple(plain[key]) for key in ("rows", "names")}
    return Participant(**{**plain, **lists, "stays": tuple(stays)})


def _text(time: datetime | None) -> str | None:
    return time.isoformat() if time else None


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None

"""The columns of the libraries on the screen, and how their rows are put in order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from jz_training.domain.library import MaterialRow, SpeakerRow, VenueRow
from jz_training.labels.hours import hours_text
from jz_training.labels.library import VENUE_KINDS
from jz_training.ui.widgets.rows_model import Cell, Column
from jz_training.ui.widgets.when import day_words

#: The column whose number opens the trainings behind it.
USED = "used"
#: The column of a material that opens its file.
FILE = "file"

SortKey = Callable[[Any], Any]


def venue_columns(now: Callable[[], datetime]) -> tuple[Column[VenueRow], ...]:
    """Return name, kind, capacity, address, contact, use and the next day of use."""

    def next_day(row: VenueRow) -> Cell:
        if row.next_day is None:
            return Cell("—", role="faint")
        return Cell(day_words(row.next_day, today=now().date()), role="secondary")

    return (
        Column(key="name", title="场地", cell=_venue, width=200, sort="name", stretch=True),
        Column(key="kind", title="类别", cell=_kind, width=104, sort="kind"),
        Column(key="seats", title="可坐人数", cell=_seats, width=84, number=True, sort="seats"),
        Column(key="address", title="地址", cell=_quiet("address"), width=200),
        Column(key="contact", title="联系人", cell=_quiet("contact"), width=144),
        Column(
            key=USED, title="用过", cell=_used, width=72, number=True, sort=USED,
            tip="点数字看有哪些场次",
        ),
        Column(key="next", title="下次使用", cell=next_day, width=104, sort="next"),
    )  # fmt: skip


def speaker_columns(now: Callable[[], datetime]) -> tuple[Column[SpeakerRow], ...]:
    """Return name, title, unit, topics, trainings given, hours and the last day."""

    def last_day(row: SpeakerRow) -> Cell:
        if row.last_day is None:
            return Cell("—", role="faint")
        return Cell(day_words(row.last_day, today=now().date()), role="secondary")

    return (
        Column(key="name", title="姓名", cell=_speaker, width=104, sort="name"),
        Column(key="title", title="职称职务", cell=_quiet("title"), width=128),
        Column(key="unit", title="单位", cell=_quiet("unit"), width=168, sort="unit"),
        Column(key="topics", title="专题", cell=_topics, width=200, stretch=True),
        Column(
            key=USED, title="已授课", cell=_used, width=72, number=True, sort=USED,
            tip="点数字看有哪些场次",
        ),
        Column(key="hours", title="学时", cell=_hours, width=64, number=True, sort="hours"),
        Column(key="last", title="最近授课", cell=last_day, width=104, sort="last"),
    )  # fmt: skip


def material_columns() -> tuple[Column[MaterialRow], ...]:
    """Return title, issuer, note, file and use."""
    return (
        Column(key="name", title="标题", cell=_material, width=280, sort="name", stretch=True),
        Column(key="issuer", title="发布单位", cell=_quiet("issuer"), width=184, sort="issuer"),
        Column(key="note", title="备注", cell=_quiet("note"), width=240),
        Column(key=FILE, title="文件", cell=_file, width=72, tip="点“打开”看文件"),
        Column(
            key=USED, title="用过", cell=_used, width=72, number=True, sort=USED,
            tip="点数字看有哪些场次",
        ),
    )  # fmt: skip


#: How rows are compared for a sortable column; equal ones keep the order they had.
VENUE_KEYS: dict[str, SortKey] = {
    "name": lambda row: row.draft.name,
    "kind": lambda row: list(VENUE_KINDS).index(row.draft.kind),
    "seats": lambda row: row.draft.capacity or 0,
    USED: lambda row: row.trainings,
    "next": lambda row: (row.next_day is None, row.next_day),
}
SPEAKER_KEYS: dict[str, SortKey] = {
    "name": lambda row: row.draft.name,
    "unit": lambda row: row.draft.unit,
    USED: lambda row: row.trainings,
    "hours": lambda row: row.hours,
    "last": lambda row: (row.last_day is not None, row.last_day),
}
MATERIAL_KEYS: dict[str, SortKey] = {
    "name": lambda row: row.draft.title,
    "issuer": lambda row: row.draft.issuer,
    USED: lambda row: row.trainings,
}


def _venue(row: VenueRow) -> Cell:
    return Cell(row.draft.name, strong=True)


def _kind(row: VenueRow) -> Cell:
    return Cell(VENUE_KINDS[row.draft.kind], role="secondary")


def _seats(row: VenueRow) -> Cell:
    seats = row.draft.capacity
    return Cell("—", role="faint") if seats is None else Cell(str(seats))


def _speaker(row: SpeakerRow) -> Cell:
    return Cell(row.draft.name, strong=True)


def _topics(row: SpeakerRow) -> Cell:
    return Cell("、".join(row.draft.topics), role="secondary")


def _hours(row: SpeakerRow) -> Cell:
    return Cell(hours_text(row.hours)) if row.hours else Cell("—", role="faint")


def _material(row: MaterialRow) -> Cell:
    return Cell(row.draft.title, strong=True)


def _file(row: MaterialRow) -> Cell:
    return Cell("打开", role="accent") if row.document_id else Cell("无", role="faint")


def _used(row: VenueRow | SpeakerRow | MaterialRow) -> Cell:
    role = "accent" if row.trainings else "faint"
    return Cell(f"{row.trainings} 场" if row.trainings else "—", role=role)


def _quiet(name: str) -> Callable[[Any], Cell]:
    return lambda row: Cell(str(getattr(row.draft, name)).partition("\n")[0], role="secondary")

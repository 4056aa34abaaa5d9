"""A meeting's export read whole: bytes in, `MeetingReading` out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from jz_training.domain.meeting_reading import (
    MeetingChoice,
    MeetingColumn,
    MeetingField,
    MeetingNote,
    MeetingPlatform,
    MeetingReading,
    NoteCode,
    Participant,
    Stay,
    Unreadable,
    UnreadableReason,
    within,
)
from jz_training.readers.grids.book import open_book
from jz_training.readers.limits import Limits
from jz_training.readers.meeting.head_block import HeadBlock, platform_of
from jz_training.readers.meeting.moments import Moment, order_of, settled
from jz_training.readers.meeting.people import Gathered, about, compared, participants_of
from jz_training.readers.meeting.refusals import refusals
from jz_training.readers.meeting.stays import Line, Timing, lines_of, moments_of
from jz_training.readers.meeting.tables import Table, tables_in
from jz_training.readers.roster.values import cell_text


@dataclass(slots=True, kw_only=True)
class _Source:
    """The file as tables."""

    head: HeadBlock = field(default_factory=HeadBlock)
    tables: list[Table] = field(default_factory=list)
    columns: list[MeetingColumn] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    has_cells: bool = False
    guessed_encoding: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingWish:
    """How an export is to be read.

    Stays are clipped to `start` and `end`; `day` helps with dates that could be read two ways.
    With `offer_columns` a file without a header comes back with its columns, instead of a refusal.
    """

    start: datetime | None = None
    end: datetime | None = None
    day: date | None = None
    choice: MeetingChoice | None = None
    offer_columns: bool = False


def read_meeting(
    path: Path, wish: MeetingWish | None = None, *, limits: Limits | None = None
) -> MeetingReading:
    """Read an export in this process; raise CannotRead with a sentence when it is none.

    Files from outside go through `guarded.read_meeting_guarded`, which survives hostile ones.
    """
    wish = wish or MeetingWish()
    source = _source(path, wish.choice or {}, limits or Limits())
    if not source.tables:
        if not source.has_cells:
            raise refusals.is_empty(path)
        if not wish.offer_columns:
            raise refusals.no_header(path)
        return MeetingReading(
            file_name=path.name, columns=tuple(source.columns), columns_unknown=True
        )
    return _understood(path, source, wish)


def _source(path: Path, choice: MeetingChoice, limits: Limits) -> _Source:
    book = open_book(path, limits, refusals)
    source = _Source(guessed_encoding=book.guessed_encoding)
    grids = list(book.grids)
    left = limits.rows
    for grid in grids:
        chosen = _chosen_for(choice, grid.name, alone=len(grids) == 1)
        try:
            sheet = tables_in(grid, chosen=chosen, most_rows=left)
        except OverflowError as error:
            raise refusals.too_many_rows(path, limits.rows) from error
        left -= sum(len(table.rows) for table in sheet.tables)
        if not choice or chosen:
            source.tables.extend(sheet.tables)
        source.head.add(sheet.head)
        source.columns.extend(sheet.columns)
        source.has_cells |= sheet.has_cells
        headings = [table.headings for table in sheet.tables]
        cells = (cell_text(cell) for row in (*sheet.head, *headings) for cell in row)
        source.words.extend([grid.name, *cells])
    return source


def _chosen_for(choice: MeetingChoice, sheet: str, *, alone: bool) -> dict[int, MeetingField]:
    """Return the user's columns of a sheet; a file's only sheet may have got another name."""
    sheets = {name for name, _ in choice}
    if sheet not in sheets and alone and len(sheets) == 1:
        sheet = sheets.pop()
    return {index: one for (name, index), one in choice.items() if name == sheet}


def _understood(path: Path, source: _Source, wish: MeetingWish) -> MeetingReading:
    platform = platform_of(source.words)
    notes: list[MeetingNote] = []
    timing = _timing(source, wish, notes)
    people, unreadable = _people(source, timing, platform, notes)
    if not people and not unreadable:
        raise refusals.no_participants(path)
    head = source.head
    start, end = _time(head.start, timing), _time(head.end, timing)
    clipping = wish.start is not None or wish.end is not None
    clipped = [within(one, wish.start, wish.end) for one in people]
    notes.extend(_notes_of(source, people, clipped))
    return MeetingReading(
        topic=head.topic,
        number=head.number,
        start=wish.start if clipping else start,
        end=wish.end if clipping else end,
        participants=tuple(clipped),
        unreadable=tuple(unreadable),
        file_name=path.name,
        platform=platform,
        notes=tuple(notes),
        columns=tuple(source.columns),
        rows=sum(len(table.rows) for table in source.tables),
    )


def _timing(source: _Source, wish: MeetingWish, notes: list[MeetingNote]) -> Timing:
    """Decide how dates are meant, and on which day times without one are."""
    moments = [one for one in (source.head.start, source.head.end) if one]
    moments += moments_of(source.tables)
    day = wish.day or (wish.start.date() if wish.start else None)
    order = order_of(moments, day=day)
    if not order.sure:
        notes.append(
            MeetingNote(code=NoteCode.MONTH_FIRST if order.month_first else NoteCode.DAY_FIRST)
        )
    found = (settled(one, month_first=order.month_first, day=None) for one in moments)
    first = next((at.date() for at in found if at), None)
    timing = Timing(order=order, day=day or first)
    start, end = wish.start or _time(source.head.start, timing), wish.end
    end = end or _time(source.head.end, timing)
    timing.span = Stay(start, end) if start and end else None
    return timing


def _time(moment: Moment | None, timing: Timing) -> datetime | None:
    if moment is None:
        return None
    return settled(moment, month_first=timing.order.month_first, day=timing.day)


def _people(
    source: _Source, timing: Timing, platform: MeetingPlatform, notes: list[MeetingNote]
) -> tuple[list[Participant], list[Unreadable]]:
    """Return the participants: of the details where there are any, checked by the overview."""
    inner = platform is not MeetingPlatform.ZOOM and platform is not MeetingPlatform.TEAMS
    unreadable: list[Unreadable] = []
    details: list[Line] = []
    totals: list[Line] = []
    for table in source.tables:
        lines, left = lines_of(table, timing)
        (totals if table.columns.total else details).extend(lines)
        unreadable.extend(left)
    overview = participants_of(totals, inner_first=inner)
    found = participants_of(details, inner_first=inner)
    unreadable.extend(_nameless(found, overview))
    people = found.participants
    if details:
        comparison = compared(people, overview.participants)
        notes.extend(comparison.notes())
        return [*people, *comparison.missing], _in_order(unreadable)
    if overview.longest:
        notes.append(about(NoteCode.LONGEST_OF_SEVERAL, overview.longest))
    return overview.participants, _in_order(unreadable)


def _nameless(*gathered: Gathered) -> list[Unreadable]:
    reason = UnreadableReason.NO_NAME
    rows = [line.row for one in gathered for line in one.nameless]
    return [
        Unreadable(row=row.number, reason=reason, text=row.text, sheet=row.sheet) for row in rows
    ]


def _in_order(unreadable: list[Unreadable]) -> list[Unreadable]:
    sheets = list(dict.fromkeys(one.sheet for one in unreadable))
    return sorted(unreadable, key=lambda one: (sheets.index(one.sheet), one.row))


def _notes_of(
    source: _Source, people: Sequence[Participant], clipped: Sequence[Participant]
) -> list[MeetingNote]:
    notes = []
    if source.guessed_encoding:
        guessed = (source.guessed_encoding,)
        notes.append(MeetingNote(code=NoteCode.GUESSED_ENCODING, examples=guessed))
    if rough := [one.name for one in people if not one.exact]:
        notes.append(about(NoteCode.ONLY_TOTALS, rough))
    if any(one.seconds for one in people) and not any(one.seconds for one in clipped):
        notes.append(MeetingNote(code=NoteCode.OUTSIDE, count=len(people)))
    return notes

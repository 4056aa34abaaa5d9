"""Putting a training at another time: what is unusual about it is said, 撤销 is offered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jz_training.domain.calendar_entry import CalendarEntry, EntryPart
from jz_training.domain.clashes import Clash
from jz_training.domain.day_warnings import DayWarning, DayWarningCode
from jz_training.domain.training import moved
from jz_training.errors import JzError
from jz_training.labels.scheduling import clash_words, day_warning_words
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.widgets.when import when_words

if TYPE_CHECKING:
    from jz_training.services.desk import Desk

#: More remarks and names than this are left out: nobody reads a paragraph that goes away.
_MOST = 3


#: Training and version that was shown → version that a move from here made of it. Only the desk's
#: worker touches it: a key that is held moves again before the calendar was read anew.
OwnMoves = dict[tuple[UUID, int], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarks:
    """What is unusual about a time, and what a training clashes with there."""

    warnings: tuple[DayWarning, ...] = ()
    clashes: tuple[Clash, ...] = ()


def move_training(
    ctx: Context,
    owner: QWidget,
    entry: CalendarEntry,
    times: tuple[datetime, datetime],
    *,
    own: OwnMoves,
    failed: Callable[[], object],
) -> None:
    """Move a training and tell it; where the settings refuse clashes, the refusal is told.

    `failed` puts back what was shown already.
    """
    desk, (start, end) = ctx.desk, times

    def give_way(_: JzError) -> bool:
        failed()
        return False  # the window says why

    ctx.work.change(
        lambda: _move(desk, entry, times, own),
        lambda remarks: ctx.toast(
            moved_words(start, end, remarks, today=desk.now().date(), parts=len(entry.parts)),
            undo=True,
        ),
        owner=owner,
        kinds=(kinds.TRAININGS,),
        failed=give_way,
    )


def _move(
    desk: Desk, entry: CalendarEntry, times: tuple[datetime, datetime], own: OwnMoves
) -> Remarks:
    start, end = times
    stored, version = desk.trainings.get(entry.id), entry.version
    while version != stored.version and (entry.id, version) in own:
        version = own[entry.id, version]
    draft = moved(stored.draft, start, end)
    remarks = Remarks(
        warnings=desk.calendar.warnings(start, end),
        clashes=desk.clashes.of_draft(draft, entry.id),
    )
    desk.calendar.move(entry.id, version=version, start=start, end=end)
    made = desk.trainings.get(entry.id).version
    if made != version:  # else it was there already
        own[entry.id, version] = made
    return remarks


def whole_times(
    whole: CalendarEntry, chip: CalendarEntry, times: tuple[datetime, datetime]
) -> tuple[datetime, datetime]:
    """Return the times of a training one of whose chips was put somewhere: all its parts move."""
    if not whole.parts:
        return times
    by = times[0] - chip.start
    return whole.start + by, whole.end + by


def parts_at(entry: CalendarEntry, start: datetime) -> tuple[EntryPart, ...]:
    """Return the parts of a training that begins at another time."""
    by = start - entry.start
    return tuple(EntryPart(name, begin + by, end + by) for name, begin, end in entry.parts)


def moved_words(
    start: datetime, end: datetime, remarks: Remarks, *, today: date, parts: int = 0
) -> str:
    """Return what was done and what to think about: 已改到…。请留意：…；…。"""
    done = f"已改到{when_words(start, end, today=today, parts=parts)}。"
    told = [_clash_words(clash) for clash in remarks.clashes] + [
        day_warning_words(warning, start) for warning in remarks.warnings if _counts(warning)
    ]
    if not told:
        return done
    rest = f"；另有 {len(told) - _MOST} 处" if len(told) > _MOST else ""
    return f"{done}请留意：{'；'.join(told[:_MOST])}{rest}。"


def _clash_words(clash: Clash) -> str:
    """Return a clash with the first few names only: 等 stands for the rest."""
    return clash_words(replace(clash, names=clash.names[:_MOST]))


def _counts(warning: DayWarning) -> bool:
    """Leave out what is only good to know: a 调休 day is a day of work like others."""
    return warning.code is not DayWarningCode.MAKEUP

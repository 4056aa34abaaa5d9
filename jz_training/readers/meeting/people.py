"""Lines made into participants: one for each person, whatever devices and rejoins there were."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from jz_training.domain.meeting_reading import (
    MeetingNote,
    NoteCode,
    Participant,
    length,
    united,
)
from jz_training.domain.person_name import name_key
from jz_training.readers.meeting.names import Named, persons_in
from jz_training.readers.meeting.stays import Line
from jz_training.readers.roster.values import cell_text, clean_text

EXAMPLES = 5
_TOLERANCE = 120  # seconds: overviews round up each stay


@dataclass(slots=True, kw_only=True)
class _Presence:
    """One person of one line."""

    named: Named
    line: Line
    raw: str
    shared: bool


@dataclass(slots=True, kw_only=True)
class Gathered:
    """Participants, with the lines that name nobody and what is to be known."""

    participants: list[Participant] = field(default_factory=list)
    nameless: list[Line] = field(default_factory=list)
    longest: list[str] = field(default_factory=list)  # names of totals that were not added


def participants_of(lines: Iterable[Line], *, inner_first: bool) -> Gathered:
    """Return the participants in the order of the file.

    Lines of one name are one person, unless different units stand before it; a name without a
    unit is with the only one there is.
    """
    gathered = Gathered()
    groups: dict[str, list[_Presence]] = {}
    for line in lines:
        found = _presences(line, inner_first=inner_first)
        if not found:
            gathered.nameless.append(line)
        for one in found:
            groups.setdefault(name_key(one.named.name), []).append(one)
    for group in groups.values():
        for same in _apart(group):
            gathered.participants.append(_participant(same, gathered.longest))
    gathered.participants.sort(key=lambda one: one.rows[0])
    return gathered


def _presences(line: Line, *, inner_first: bool) -> list[_Presence]:
    raw = clean_text(line.row.name)
    named = persons_in(cell_text(line.row.name), inner_first=inner_first)
    alias = clean_text(line.row.alias)
    if len(named) == 1 and alias:
        known = persons_in(alias, inner_first=inner_first)
        others = [name for one in known for name in (one.name, *one.others)]
        unique = dict.fromkeys((*named[0].others, *others))
        unique.pop(named[0].name, None)
        named = (named[0]._replace(others=tuple(unique)),)
    shared = len(named) > 1
    return [_Presence(named=one, line=line, raw=raw, shared=shared) for one in named]


def _apart(group: list[_Presence]) -> list[list[_Presence]]:
    """Return the persons of one name: told apart by what stands around it, or beside it."""
    units = dict.fromkeys(unit for one in group if (unit := _unit(one)))
    if len(units) < 2:
        return [group]
    parts: dict[str, list[_Presence]] = {}
    for one in group:
        parts.setdefault(_unit(one), []).append(one)
    return list(parts.values())


def _unit(one: _Presence) -> str:
    return clean_text(one.line.row.unit) or one.named.around


def _participant(group: Sequence[_Presence], longest: list[str]) -> Participant:
    first = group[0]
    lines = [one.line for one in group]
    stays = united(line.stay for line in lines if line.stay)
    whole = int(length(stays).total_seconds())
    timed = [line for line in lines if line.stay]
    if timed:
        counted = sum(line.seconds for line in timed)
        exact = all(line.exact for line in timed) or counted >= whole
        seconds = whole if exact else counted
    else:
        exact, seconds = False, max(line.seconds for line in lines)
        if len(lines) > 1:
            longest.append(first.named.name)
    others = dict.fromkeys(name for one in group for name in one.named.others)
    return Participant(
        raw=first.raw,
        name=first.named.name,
        seconds=seconds,
        stays=stays,
        rows=tuple(dict.fromkeys(line.row.number for line in lines)),
        shared=any(one.shared for one in group),
        names=tuple(others),
        unit=next(filter(None, (clean_text(line.row.unit) for line in lines)), first.named.around),
        exact=exact,
    )


@dataclass(frozen=True, slots=True)
class Comparison:
    """Persons that only the overview has, and names of those it gives another length."""

    missing: list[Participant]
    odd: list[str]

    def notes(self) -> list[MeetingNote]:
        """Return what is to be known of it."""
        names = [one.name for one in self.missing]
        pairs = ((NoteCode.ONLY_IN_OVERVIEW, names), (NoteCode.OVERVIEW_DIFFERS, self.odd))
        return [about(code, found) for code, found in pairs if found]


def compared(detail: Sequence[Participant], overview: Sequence[Participant]) -> Comparison:
    """Return how the overview differs from the stays of the details."""
    known = {name_key(one.name): one for one in detail}
    missing = [one for one in overview if name_key(one.name) not in known]
    odd = [
        one.name
        for one in overview
        if (other := known.get(name_key(one.name))) and _differ(other.seconds, one.seconds)
    ]
    return Comparison(missing, odd)


def _differ(one: int, other: int) -> bool:
    return abs(one - other) > max(_TOLERANCE, one // 20)


def about(code: NoteCode, names: Sequence[str]) -> MeetingNote:
    """Return a note about some names, with a handful of them."""
    return MeetingNote(code=code, count=len(names), examples=tuple(names[:EXAMPLES]))

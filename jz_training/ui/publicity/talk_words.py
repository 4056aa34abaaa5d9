"""How talks are said on the screen: where they may go, and who heard them."""

from __future__ import annotations

from collections.abc import Sequence

from jz_training.domain.outreach import OutreachRow, PlaceKind
from jz_training.domain.roster import UnitKind, UnitRow
from jz_training.domain.training import TrainingForm
from jz_training.labels import FORMS

#: The forms of talks with their words, in the order of the box.
TALK_FORMS: dict[TrainingForm, str] = {
    form: FORMS[form]
    for form in (
        TrainingForm.OUTREACH,
        TrainingForm.MICRO_OUTREACH,
        TrainingForm.CLOUD_OUTREACH,
    )
}

#: The groups whose study the notices call for most (domain.md §9 R17); any other may be typed.
GROUPS = ("新就业形态劳动者", "农民工", "困难职工", "女职工", "劳务派遣工")

#: Which units of the tree a kind of place means; nothing for what is no unit.
_UNITS: dict[PlaceKind, frozenset[UnitKind]] = {
    PlaceKind.ENTERPRISE: frozenset({UnitKind.GRASSROOTS}),
    PlaceKind.WORKSHOP: frozenset({UnitKind.BRANCH}),
    PlaceKind.TEAM: frozenset({UnitKind.TEAM}),
    PlaceKind.ONLINE: frozenset(),
    PlaceKind.OTHER: frozenset(UnitKind),
}


def units_of(kind: PlaceKind, units: Sequence[UnitRow]) -> tuple[UnitRow, ...]:
    """Return the units of the tree that a kind of place means."""
    return tuple(unit for unit in units if unit.kind in _UNITS[kind])


def unit_named(name: str, kind: PlaceKind, units: Sequence[UnitRow]) -> UnitRow | None:
    """Return the one unit of that kind and name; None when there is none, or more than one."""
    found = [unit for unit in units_of(kind, units) if unit.name == name.strip()]
    return found[0] if len(found) == 1 else None


def heads_of(kind: PlaceKind, *, heads: int | None, views: int | None) -> int | None:
    """Return how many heard a talk on the spot: nobody where it went online and was watched."""
    watched_only = kind is PlaceKind.ONLINE and heads is None and views is not None
    return 0 if watched_only else heads


def listeners_words(row: OutreachRow) -> tuple[str, str]:
    """Return how many heard a talk and how that is known: 按名单, 按人数, or nothing yet."""
    if row.draft.place_kind is PlaceKind.ONLINE and not row.listeners:
        return "—", "" if row.draft.online_views is not None else _waiting(row)
    if row.named is not None:
        return str(row.named), "按名单"
    if row.draft.head_count is not None:
        return str(row.draft.head_count), "按人数"
    return "—", _waiting(row)


def _waiting(row: OutreachRow) -> str:
    return "待填" if row.held else ""

"""Units and persons as the rest of the program sees them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class UnitKind(StrEnum):
    """What a unit is in the tree (domain.md §3: organisation kinds)."""

    FEDERATION = "federation"  # 总工会
    INDUSTRY = "industry"  # 产业工会
    GRASSROOTS = "grassroots"  # 基层工会
    BRANCH = "branch"  # 分工会（车间）
    TEAM = "team"  # 班组（工会小组）
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """A unit with its place in the tree; `position` is its order on paper (主送 order)."""

    id: UUID
    version: int
    name: str
    kind: UnitKind
    parent_id: UUID | None
    position: int
    people: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDraft:
    """What the secretary enters for a person. Only the name is compulsory; no ID card, ever.

    `shift` is the 班次 of somebody who works in turns (甲班, 夜班).
    """

    name: str
    unit_id: UUID | None = None
    department: str = ""
    post: str = ""
    layer: str = ""
    category: str = ""
    sex: str = ""
    number: str = ""
    phone: str = ""
    shift: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """A person as shown on lists; `phone` is whole here and masked where it is drawn."""

    id: UUID
    version: int
    name: str
    unit_id: UUID | None
    unit: str
    department: str = ""
    post: str = ""
    layer: str = ""
    category: str = ""
    sex: str = ""
    number: str = ""
    phone: str = ""
    shift: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """The people of a workspace or of a part of it, ready for screen, paper and Excel.

    `made_on` and `maker` are printed, so that the same view always gives the same file.
    """

    title: str
    organiser: str
    made_on: str
    people: tuple[PersonRow, ...]


def masked_phone(phone: str) -> str:
    """Return a phone with its middle hidden: 138****8000; short or odd numbers keep two digits."""
    digits = phone.strip()
    if len(digits) == 11:
        return f"{digits[:3]}****{digits[-4:]}"
    return digits if not digits else f"{digits[:1]}{'*' * max(3, len(digits) - 2)}{digits[-1:]}"


def is_masked(phone: str) -> bool:
    """Tell whether a phone had its middle hidden: it is for reading, never to be stored."""
    return "*" in phone or "＊" in phone

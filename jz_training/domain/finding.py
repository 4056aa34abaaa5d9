"""What a check of a workspace may find."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Problem(StrEnum):
    """What a check may find; `labels` has the words."""

    FILE = "file"
    REFERENCES = "references"
    TRAINING_COUNTS = "training_counts"
    PERSON_COUNTS = "person_counts"
    VIEWPOINTS = "viewpoints"
    MAKE_UPS = "make_ups"
    MAKE_UPS_IDLE = "make_ups_idle"
    FILES = "files"
    CERTIFICATES = "certificates"
    BACKUP = "backup"


#: Nothing is wrong with these: a hint to look at.
HINTS = frozenset({Problem.MAKE_UPS_IDLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing a check found, with how many rows it is about or its name."""

    problem: Problem
    count: int = 1
    name: str = ""

    @property
    def is_hint(self) -> bool:
        """Tell whether the data is sound all the same."""
        return self.problem in HINTS

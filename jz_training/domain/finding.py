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
    FILES = "files"
    BACKUP = "backup"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing a check found, with how many rows it is about or its name."""

    problem: Problem
    count: int = 1
    name: str = ""

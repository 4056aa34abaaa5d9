"""A whole workspace in one file (移交文件): what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

#: The ending of such a file, a zip inside.
SUFFIX = ".jzw"


class HandoverKind(StrEnum):
    """What the file is for: a successor goes on with it, or it is only to be looked at."""

    HANDOVER = "handover"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverFacts:
    """What is in a file: whose it is, when it was made, and how much it holds.

    `documents` is the number of filed contents, `size` what all of it takes unpacked, in bytes.
    """

    kind: HandoverKind
    organiser: str
    operator: str
    made_at: datetime
    people: int
    trainings: int
    documents: int
    size: int

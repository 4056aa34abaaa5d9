"""Everything that can go wrong and that a person can act on.

A `JzError` keeps the facts as attributes and composes one polite sentence that says what happened
and what to do; one place in the window and one in the command line show it. Anything that is not
a `JzError` is our own bug: it is logged whole and shown briefly.
"""

from jz_training.errors.base import (
    JzError,
    Stopped,
)
from jz_training.errors.files import (
    CannotArchive,
    CannotFile,
    CannotFill,
    CannotRead,
    CannotWrite,
    DiskFull,
    FileMissing,
    FontMissing,
    HandoverUnusable,
    NoPhotos,
)
from jz_training.errors.rules import (
    REFUSALS,
    THINGS,
    BadMarks,
    CannotUndo,
    ChangedMeanwhile,
    ClashFound,
    CodeMistyped,
    CodeUnknown,
    ListNotFrozen,
    NotFound,
    Refused,
    StillUnrecorded,
    TrainingIsCancelled,
    TrainingIsClosed,
)
from jz_training.errors.workspace import (
    BackupUnusable,
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseIsNewer,
    DatabaseMissing,
    OnlyLookedAt,
    ReadOnly,
    WorkspaceInUse,
    WorkspaceUnsound,
    WorkspaceUnusable,
)

__all__ = [
    "REFUSALS",
    "THINGS",
    "BackupUnusable",
    "BadMarks",
    "CannotArchive",
    "CannotFile",
    "CannotFill",
    "CannotRead",
    "CannotUndo",
    "CannotWrite",
    "ChangedMeanwhile",
    "ClashFound",
    "CodeMistyped",
    "CodeUnknown",
    "DatabaseBusy",
    "DatabaseDamaged",
    "DatabaseIsNewer",
    "DatabaseMissing",
    "DiskFull",
    "FileMissing",
    "FontMissing",
    "HandoverUnusable",
    "JzError",
    "ListNotFrozen",
    "NoPhotos",
    "NotFound",
    "OnlyLookedAt",
    "ReadOnly",
    "Refused",
    "StillUnrecorded",
    "Stopped",
    "TrainingIsCancelled",
    "TrainingIsClosed",
    "WorkspaceInUse",
    "WorkspaceUnsound",
    "WorkspaceUnusable",
]

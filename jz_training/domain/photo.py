"""A picture as it is kept in a dossier."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A small picture without anything but pixels; `taken` is when, as the camera said it.

    Local wall time of where the camera was; sides in pixels.
    """

    path: Path
    width: int
    height: int
    taken: datetime | None = None

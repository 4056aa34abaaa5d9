"""Why a paper is not set in the face it asks for."""

from __future__ import annotations

from enum import StrEnum


class FontTrouble(StrEnum):
    """What keeps an installed or wanted face from a document."""

    NOT_INSTALLED = "not_installed"
    MAY_NOT_BE_EMBEDDED = "may_not_be_embedded"
    BROKEN = "broken"

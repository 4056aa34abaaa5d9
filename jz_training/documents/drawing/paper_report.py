"""What a document could not set as it was asked to: fonts replaced, characters lacking, cuts."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from jz_training.documents.fonts import Fonts, Line, RefusedFace
from jz_training.documents.fonts.files import FontRole
from jz_training.domain.font_trouble import FontTrouble

#: So many places are named per missing character.
PLACES_NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class FontUse:
    """A role, the face that served it, and whether that face only stands in.

    `trouble` says why one stands in; `refused` names installed faces that could not be taken.
    """

    role: FontRole
    face: str
    substitute: bool
    trouble: FontTrouble | None = None
    refused: tuple[RefusedFace, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingCharacter:
    """A character no font has; 〓 was printed. `places` are texts it stands in, at most five."""

    character: str
    code_point: str
    name: str
    places: tuple[str, ...]


class PaperReport:
    """Collects while a document is drawn; hand one in and read it afterwards."""

    def __init__(self) -> None:
        self._fonts: dict[FontRole, FontUse] = {}
        self._missing: dict[str, dict[str, None]] = {}
        self._cut: dict[str, None] = {}

    @property
    def fonts(self) -> tuple[FontUse, ...]:
        """Return the roles used, with the face of each."""
        return tuple(self._fonts.values())

    @property
    def missing(self) -> tuple[MissingCharacter, ...]:
        """Return the characters no font has, in the order in which they were met."""
        return tuple(
            MissingCharacter(
                character=sign,
                code_point=f"U+{ord(sign):04X}",
                name=unicodedata.name(sign, ""),
                places=tuple(places),
            )
            for sign, places in self._missing.items()
        )

    @property
    def cut(self) -> tuple[str, ...]:
        """Return the texts too long for their place even in the smallest type; … marks the cut."""
        return tuple(self._cut)

    def note_role(self, role: FontRole, fonts: Fonts) -> None:
        """Take down which face served a role."""
        if role not in self._fonts:
            served = fonts.served(role)
            self._fonts[role] = FontUse(
                role=role,
                face=served.name,
                substitute=not served.own,
                trouble=None if served.own else _why(served.refused),
                refused=served.refused,
            )

    def note_missing(self, line: Line, text: str) -> None:
        """Take down the characters a text lacks."""
        for sign in line.missing:
            places = self._missing.setdefault(sign, {})
            if len(places) < PLACES_NAMED:
                places[text] = None

    def note_cut(self, text: str) -> None:
        """Take down a text that had to be cut."""
        self._cut[text] = None


def _why(refused: tuple[RefusedFace, ...]) -> FontTrouble:
    return refused[0].trouble if refused else FontTrouble.NOT_INSTALLED

"""Faces by role, and texts split into runs that each have a face with all their characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

from jz_training.documents.fonts.face import Face, open_face
from jz_training.documents.fonts.files import (
    BUNDLED,
    SANS,
    SERIF,
    WENKAI,
    FontRole,
    bundled_file,
)
from jz_training.documents.fonts.finding import own_faces, stand_ins
from jz_training.documents.fonts.folders import font_folders
from jz_training.documents.fonts.names import FaceFile
from jz_training.domain.font_trouble import FontTrouble
from jz_training.errors import FontMissing

#: Printed where no font has the character; every bundled face has it (geta mark, U+3013).
MISSING_MARK = "〓"

#: Every Chinese face has it.
_COMMON = "一"

#: Bundled faces in the order in which they are asked for a missing character.
FALLBACKS = (SERIF, WENKAI, SANS)

_VARIATION_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one face, the name it is registered under, and its width at size 1."""

    face: str
    text: str
    em: float


@dataclass(frozen=True, slots=True)
class Line:
    """A text ready to be drawn: its runs, its width at size 1, and the characters it lacks."""

    runs: tuple[Run, ...]
    em: float
    missing: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Return what will be seen."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedFace:
    """An installed face that could not be taken, by the name people know, and why."""

    name: str
    trouble: FontTrouble


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """The face that serves a role, its name, and where it comes from.

    `own`: one the role asks for; `bundled`: one of ours. Neither is a nearer stand-in of the
    user's. `refused` are those of the user's that would have come first.
    """

    face: Face
    name: str
    own: bool = False
    bundled: bool = False
    refused: tuple[RefusedFace, ...] = ()


class Fonts:
    """The faces documents are set in: the user's own where there are any, then the bundled ones.

    Faces are read when first needed. With `bundled_only` the same view gives the same bytes on
    every machine. One `Fonts` may serve any number of documents.
    """

    def __init__(
        self, *, bundled_only: bool = False, folders: Sequence[Path] | None = None
    ) -> None:
        if bundled_only:
            self._folders: tuple[Path, ...] = ()
        else:
            self._folders = font_folders() if folders is None else tuple(folders)
        self._served: dict[FontRole, Served] = {}
        self.line = lru_cache(maxsize=8192)(self._line)

    def served(self, role: FontRole) -> Served:
        """Return what serves a role."""
        if role not in self._served:
            self._served[role] = self._serve(role)
        return self._served[role]

    def face(self, role: FontRole) -> Face:
        """Return the face that serves a role."""
        return self.served(role).face

    def is_substitute(self, role: FontRole) -> bool:
        """Tell whether another face stands in for the one the role asks for."""
        return not self.served(role).own

    def needs_weight(self, role: FontRole) -> bool:
        """Tell whether the face is to be thickened: the title's, where ours stands in for it."""
        return role is FontRole.TITLE and self.served(role).bundled

    def width(self, text: str, role: FontRole, size: float) -> float:
        """Return the width of a text in points."""
        return self.line(text, role).em * size

    def _line(self, text: str, role: FontRole) -> Line:
        """Split a text into runs. Line breaks and tabs become blanks, invisible signs are dropped.

        Use `line`, which remembers.
        """
        plain = visible(text)
        main = self.face(role)
        if main.covers(plain):
            run = Run(main.fontName, plain, main.em_width(plain))
            return Line((run,) if plain else (), run.em)
        pieces = [self._piece(sign, main) for sign in plain]
        runs = []
        for face, signs in groupby(pieces, key=lambda piece: piece[0]):
            shown = "".join(sign for _, sign in signs)
            runs.append(Run(face.fontName, shown, face.em_width(shown)))
        missing = (sign for sign, (_, seen) in zip(plain, pieces, strict=True) if seen != sign)
        return Line(tuple(runs), sum(run.em for run in runs), tuple(dict.fromkeys(missing)))

    def _piece(self, sign: str, main: Face) -> tuple[Face, str]:
        for face in self._chain(main):
            if face.covers(sign):
                return face, sign
        return open_face(bundled_file(SERIF)), MISSING_MARK

    def _chain(self, main: Face) -> Iterator[Face]:
        yield main
        for name in FALLBACKS:
            yield open_face(bundled_file(name))

    def _serve(self, role: FontRole) -> Served:
        refused: list[RefusedFace] = []
        for own, faces in (
            (True, own_faces(role, self._folders)),
            (False, stand_ins(role, self._folders)),
        ):
            for found in faces:
                taken = _opened(found)
                if isinstance(taken, Face):
                    return Served(face=taken, name=found.shown, own=own, refused=tuple(refused))
                refused.append(RefusedFace(name=found.shown, trouble=taken))
        face = open_face(bundled_file(BUNDLED[role]))
        return Served(face=face, name=face.full_name, bundled=True, refused=tuple(refused))


def _opened(found: FaceFile) -> Face | FontTrouble:
    """Return an installed face, or why it cannot be used."""
    if not found.may_be_embedded:
        return FontTrouble.MAY_NOT_BE_EMBEDDED
    try:
        face = open_face(found.path, found.number)
    except FontMissing:
        return FontTrouble.BROKEN
    # a table of characters for another encoding than Unicode shows none of ours, or wrong ones
    return face if face.covers(_COMMON) else FontTrouble.BROKEN


@cache
def system_fonts() -> Fonts:
    """Return the faces of this machine, read once per process."""
    return Fonts()


def visible(text: str) -> str:
    """Return a text without what has no shape: joiners, variation selectors, direction marks.

    Line breaks, tabs and other control characters become blanks.
    """
    # the ideographic blank of a spaced name counts as not printable
    if text.replace("\u3000", "").isprintable() and not _VARIATION_SELECTORS.search(text):
        return text
    kept = (_as_seen(sign) for sign in text)
    return "".join(kept)


def storable(text: str) -> str:
    """Return a text fit for a file's own properties: whole characters, all of them visible."""
    whole = visible(text).encode("utf-16", "replace").decode("utf-16")
    return whole.replace("\ufffe", "").replace("\uffff", "")  # no XML may hold these


def _as_seen(sign: str) -> str:
    if unicodedata.category(sign) in ("Cc", "Zl", "Zp"):
        return " "
    if unicodedata.category(sign) == "Cf" or _VARIATION_SELECTORS.match(sign):
        return ""
    return sign

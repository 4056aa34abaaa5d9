"""Finds the installed faces that can serve a role: by file name, else by the names inside."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from jz_training.documents.fonts.files import FontRole
from jz_training.documents.fonts.names import FaceFile, faces_in, key
from jz_training.documents.fonts.wanted import OWN, STAND_INS, TITLE_WEIGHT, Wanted

_ENDINGS = (".ttf", ".ttc", ".otf", ".otc")

#: Bytes. The 6,763 characters of GB 2312 take more; smaller files are not opened for their names.
SMALLEST = 500_000

#: A face this much lighter than wanted is no better than the bundled one thickened.
_TOO_LIGHT = 100

Folders = tuple[Path, ...]


def own_faces(role: FontRole, folders: Folders) -> Iterator[FaceFile]:
    """Yield the installed faces a role asks for, best first.

    The names inside the files are read only when no face of a known file name was good enough.
    """
    yield from _wanted_faces(OWN[role], folders)


def stand_ins(role: FontRole, folders: Folders) -> Iterator[FaceFile]:
    """Yield the installed faces that come nearer to a role's own than the bundled one does."""
    wanted = STAND_INS.get(role)
    if wanted is not None:
        for face in _wanted_faces(wanted, folders):
            if face.weight >= TITLE_WEIGHT - _TOO_LIGHT or "stzhongsong" in face.keys:
                yield face


def _wanted_faces(wanted: Wanted, folders: Folders) -> Iterator[FaceFile]:
    files = font_files(folders)
    tried = []
    for name in wanted.files:
        if name in files:
            tried.append(files[name])
            yield from _best_of(_faces_or_broken(files[name]), wanted)
    by_name = faces_by_name(folders)
    for family in wanted.families:
        found = [face for face in by_name.get(key(family), ()) if face.path not in tried]
        yield from sorted(found, key=lambda face: abs(face.weight - wanted.weight))


def _best_of(faces: Iterable[FaceFile], wanted: Wanted) -> Iterator[FaceFile]:
    """Yield the face of a collection that is meant: of a wanted family, of the nearest weight."""
    names = [key(family) for family in wanted.families]

    def rank(face: FaceFile) -> tuple[int, int, int]:
        places = [place for place, name in enumerate(names) if name in face.keys]
        family = min(places, default=len(names))
        return family, abs(face.weight - wanted.weight), face.number

    yield from sorted(faces, key=rank)[:1]


def _faces_or_broken(path: Path) -> tuple[FaceFile, ...]:
    """Return the faces of a file; of a broken one a face without outlines, to be told of."""
    broken = FaceFile(
        path=path, number=0, keys=frozenset(), shown=path.name, weight=0, outlines=b"",
        may_be_embedded=True,
    )  # fmt: skip
    return faces_in(path) or (broken,)


@cache
def font_files(folders: Folders) -> Mapping[str, Path]:
    """Map the lower-case names of all font files below the folders to their paths."""
    found: dict[str, Path] = {}
    for folder in folders:
        for place, _, names in os.walk(folder):
            for name in names:
                if name.lower().endswith(_ENDINGS):
                    found.setdefault(name.lower(), Path(place, name))
    return found


@cache
def faces_by_name(folders: Folders) -> Mapping[str, tuple[FaceFile, ...]]:
    """Map the names (see `names.key`) in the font files below the folders to their faces.

    Only files large enough for Chinese are opened.
    """
    found: dict[str, list[FaceFile]] = {}
    for path in font_files(folders).values():
        if _is_large(path):
            for face in faces_in(path):
                for name in face.keys:
                    found.setdefault(name, []).append(face)
    return {name: tuple(faces) for name, faces in found.items()}


def _is_large(path: Path) -> bool:
    try:
        return path.stat().st_size >= SMALLEST
    except OSError:
        return False

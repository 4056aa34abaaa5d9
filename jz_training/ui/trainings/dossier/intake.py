"""Files on their way into a dossier: folders opened, pictures made small, what failed listed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from jz_training.domain.dossier import DossierPart
from jz_training.domain.dossier_filing import (
    NotFiled,
    ToFile,
    by_time_taken,
    guessed_part,
    is_picture_name,
)
from jz_training.errors import CannotRead

if TYPE_CHECKING:
    from jz_training.ui.shell.progress import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A file to be filed, and the part it belongs to."""

    path: Path
    part: DossierPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """Files ready to be filed; `folder` holds the small pictures until they are."""

    files: tuple[ToFile, ...]
    left_out: tuple[NotFiled, ...]
    folder: TemporaryDirectory[str] = field(repr=False)


def files_in(paths: Iterable[Path]) -> list[Path]:
    """Return files as they are and of folders the pictures, as of a phone's album."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(one for one in path.rglob("*") if not one.name.startswith("."))
            found += [one for one in inside if one.is_file() and is_picture_name(one.name)]
        else:
            found.append(path)
    return found


def guessed(paths: Iterable[Path]) -> list[Wish]:
    """Return files with the part each seems to belong to."""
    return [Wish(path=path, part=guessed_part(path.name)) for path in paths]


def prepare(wishes: Sequence[Wish], *, keep_original: bool, progress: Progress) -> Prepared:
    """Make pictures small and put photos in order of taking; runs in the background.

    Raises Stopped; then nothing is left behind.
    """
    folder = TemporaryDirectory(prefix="jz-", ignore_cleanup_errors=True)
    try:
        files: list[ToFile] = []
        left_out: list[NotFiled] = []
        for number, wish in enumerate(wishes):
            progress(number, len(wishes))
            try:
                target = Path(folder.name) / str(number)
                files.append(_ready(wish, target, keep_original=keep_original, progress=progress))
            except CannotRead as error:
                left_out.append(NotFiled(name=wish.path.name, reason=error.sentence))
    except BaseException:
        folder.cleanup()
        raise
    photos = [one for one in files if one.part is DossierPart.PHOTO]
    others = [one for one in files if one.part is not DossierPart.PHOTO]
    return Prepared(
        files=(*others, *by_time_taken(photos)), left_out=tuple(left_out), folder=folder
    )


def _ready(wish: Wish, target: Path, *, keep_original: bool, progress: Progress) -> ToFile:
    path = wish.path
    if not is_picture_name(path.name):
        return ToFile(part=wish.part, source=path, name=path.stem)
    from jz_training.readers.photos.guarded import shrink_photo_guarded

    photo = shrink_photo_guarded(path, target=target, stop=lambda: progress.stopped)
    return ToFile(
        part=wish.part,
        source=photo.path,
        name=path.stem,
        taken=photo.taken,
        original=path if keep_original else None,
    )

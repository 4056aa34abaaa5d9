"""A file on its way into the folder of documents: a picture leaves all but itself behind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from jz_training.domain.dossier_filing import is_picture_name
from jz_training.readers.photos.bare import is_bare
from jz_training.readers.photos.guarded import shrink_photo_guarded


@contextmanager
def as_filed(path: Path) -> Iterator[Path]:
    """Give a file as it is to be kept: a picture small and bare, anything else as it came.

    Phones write into their photos where they were taken (domain.md §2). What was made is gone
    afterwards. Raises CannotRead with a sentence for a picture that cannot be read.
    """
    if not is_picture_name(path.name) or is_bare(path):
        yield path
        return
    with TemporaryDirectory(prefix="jz-", ignore_cleanup_errors=True) as folder:
        yield shrink_photo_guarded(path, target=Path(folder) / "0").path

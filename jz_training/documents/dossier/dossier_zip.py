"""The originals of a dossier as a zip, named by part so that anybody finds their way.

Pictures go in as they were made ready: with nothing but pixels in them (domain.md §2).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from jz_training.domain.dossier_paper import (
    DossierDocument,
    DossierPaper,
    Medium,
    original_name,
    root_folder,
    zip_names,
)
from jz_training.labels.dossier import DOSSIER_FOLDERS

Step = Callable[[int, int], object]

#: Kinds that are compressed already.
_PACKED = frozenset({".jpg", ".jpeg", ".png", ".pdf", ".docx", ".xlsx", ".pptx", ".zip", ".mp4"})


def write_dossier_zip(
    paper: DossierPaper,
    target: Path,
    *,
    with_originals: bool = False,
    step: Step = lambda done, total: None,
) -> tuple[str, ...]:
    """Write the zip and return the names of documents that are not in it.

    A picture that could not be made ready stays out: what it carries besides pixels is not known.
    With `with_originals` photos go in as they came too, where they were kept: they may tell where
    and when they were taken. The same view and files give the same bytes.
    """
    names = zip_names(paper, DOSSIER_FOLDERS)
    left_out = []
    documents = [one for one in paper.documents if one.id in names]
    with ZipFile(target, "w") as packed:
        if not documents:
            packed.writestr(_entry(f"{root_folder(paper)}/", "", paper), b"")
        for number, document in enumerate(documents):
            step(number, len(documents))
            source = _outgoing(document)
            if source is None:
                left_out.append(document.name)
                continue
            _put(packed, names[document.id], source, paper)
            if with_originals and document.original is not None:
                name = original_name(names[document.id], document.original.suffix)
                _put(packed, name, document.original, paper)
    return tuple(left_out)


def _outgoing(document: DossierDocument) -> Path | None:
    """Return the file that leaves the house for a document."""
    return document.ready if document.medium is Medium.PICTURE else document.path


def _put(packed: ZipFile, name: str, source: Path, paper: DossierPaper) -> None:
    with source.open("rb") as content, packed.open(_entry(name, source.suffix, paper), "w") as out:
        while block := content.read(2**20):
            out.write(block)


def _entry(name: str, suffix: str, paper: DossierPaper) -> ZipInfo:
    entry = ZipInfo(name, date_time=paper.as_of.timetuple()[:6])
    entry.compress_type = ZIP_STORED if suffix.lower() in _PACKED else ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    entry.create_system = 3
    return entry

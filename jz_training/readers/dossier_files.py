"""Makes what is filed in a dossier ready to leave the house, each file in a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from jz_training.domain.dossier_paper import DossierDocument, DossierPaper, Medium
from jz_training.errors import CannotRead
from jz_training.readers.papers.guarded import bind_paper_guarded
from jz_training.readers.photos.bare import is_bare
from jz_training.readers.photos.guarded import shrink_photo_guarded

#: Told (done, total) before each file; raises Stopped to end it.
Step = Callable[[int, int], object]


def made_ready(
    paper: DossierPaper,
    folder: Path,
    *,
    step: Step = lambda done, total: None,
    stop: Callable[[], bool] | None = None,
) -> DossierPaper:
    """Return a dossier whose papers are on A4 and whose pictures hold nothing but pixels.

    What was made lies in `folder`; what cannot be made ready says why. Raises Stopped.
    """
    total = sum(1 for _ in paper.documents)
    done = 0
    sections = []
    for section in paper.sections:
        documents = []
        for document in section.documents:
            step(done, total)
            documents.append(_ready(document, folder / str(done), stop))
            done += 1
        sections.append(replace(section, documents=tuple(documents)))
    return replace(paper, sections=tuple(sections))


def _ready(
    document: DossierDocument, target: Path, stop: Callable[[], bool] | None
) -> DossierDocument:
    if document.path is None or document.medium not in (Medium.PAPER, Medium.PICTURE):
        return document
    try:
        if document.medium is Medium.PAPER:
            target = target.with_suffix(".pdf")
            return replace(
                document, ready=bind_paper_guarded(document.path, target=target, stop=stop)
            )
        if is_bare(document.path):
            return replace(document, ready=document.path)
        photo = shrink_photo_guarded(document.path, target=target, stop=stop)
        return replace(document, ready=photo.path)
    except CannotRead as error:
        return replace(document, fault=error.sentence)

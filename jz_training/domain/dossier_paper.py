"""A dossier as it leaves the house: one PDF of everything, and a zip of the originals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path, PurePosixPath
from uuid import UUID

from jz_training.domain.dossier import DossierLine, DossierPart, OwnPaper, PartState
from jz_training.domain.dossier_filing import PICTURES
from jz_training.domain.file_name import safe_file_name
from jz_training.domain.leave import LeaveRow
from jz_training.domain.make_up import MissedRow
from jz_training.domain.meeting_papers import AgendaPaper
from jz_training.domain.summary import TrainingSummary
from jz_training.domain.training_record import TrainingRecord

#: Characters of a folder's or a file's name in the zip: Windows counts 260 for the whole path.
FOLDER_LIMIT, NAME_LIMIT = 60, 60


class Medium(StrEnum):
    """How a filed document goes into the PDF."""

    PAPER = "paper"  # its pages
    TEXT = "text"  # set on pages
    PICTURE = "picture"  # drawn on a page
    OTHER = "other"  # named, with its place in the zip
    ON_PAPER = "on_paper"  # named: there is no file


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierDocument:
    """A filed document. `path` is the file as it is kept, `original` a photo as it came.

    `ready` is what goes into the PDF: pages on A4, or a picture with nothing but pixels; None
    before it was made. `fault` says why there is none.
    """

    id: UUID
    name: str
    caption: str = ""
    suffix: str = ""
    path: Path | None = None
    original: Path | None = None
    ready: Path | None = None
    fault: str = ""

    @property
    def medium(self) -> Medium:
        """Return how it goes into the PDF."""
        if self.path is None and not self.fault:
            return Medium.ON_PAPER
        if self.suffix in PICTURES:
            return Medium.PICTURE
        if self.suffix == ".txt":
            return Medium.TEXT
        return Medium.PAPER if self.suffix == ".pdf" else Medium.OTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierSection:
    """One part of the checklist with what is bound in it, in order."""

    part: DossierPart
    state: PartState
    own: OwnPaper | None = None
    documents: tuple[DossierDocument, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierPaper:
    """Everything that is bound, as of a moment; `phase` says 第1期第2批 or nothing.

    Our own papers are printed from their values; None where the program holds none.
    """

    title: str
    organiser: str
    start: datetime
    end: datetime
    venue: str
    as_of: datetime
    sections: tuple[DossierSection, ...]
    phase: str = ""
    agenda: AgendaPaper | None = None
    summary: TrainingSummary | None = None
    record: TrainingRecord | None = None
    leaves: tuple[LeaveRow, ...] = ()
    make_ups: tuple[MissedRow, ...] = ()

    @property
    def documents(self) -> Iterator[DossierDocument]:
        """Yield every filed document in order."""
        for section in self.sections:
            yield from section.documents


def section_of(line: DossierLine, documents: tuple[DossierDocument, ...]) -> DossierSection:
    """Return a part of the checklist with its documents as they are bound."""
    return DossierSection(part=line.part, state=line.state, own=line.own, documents=documents)


def root_folder(paper: DossierPaper) -> str:
    """Return the folder of a dossier; see `folder_of`."""
    return folder_of(start=paper.start, title=paper.title, phase=paper.phase)


def folder_of(*, start: datetime, title: str, phase: str) -> str:
    """Return the folder of a training: 2025-02-18_中心组专题学习会_第1期 (domain.md §2)."""
    words = [f"{start:%Y-%m-%d}", title[:FOLDER_LIMIT]]
    if phase and phase not in title:
        words.append(phase)
    return safe_file_name("_".join(words), "")


def zip_names(paper: DossierPaper, folders: dict[DossierPart, str]) -> dict[UUID, str]:
    """Return where each filed document lies in the zip; `folders` names the parts.

    Every name is legal on Windows and there once, whatever the case of its letters.
    """
    root, taken, found = root_folder(paper), set[str](), dict[UUID, str]()
    for number, section in enumerate(paper.sections, start=1):
        folder = safe_file_name(f"{number:02d}{folders[section.part]}", "")
        for document in section.documents:
            if document.path is not None:
                name = _free(f"{root}/{folder}", document, taken)
                taken.add(name.casefold())
                found[document.id] = name
    return found


def original_name(name: str, suffix: str) -> str:
    """Return where a photo as it came lies in the zip, beside the smaller one."""
    return str(PurePosixPath(name).with_suffix("")) + f"（原图）{suffix}"


def _free(folder: str, document: DossierDocument, taken: set[str]) -> str:
    stem, number, suffix = document.name[:NAME_LIMIT], 1, _suffix(document)
    while True:
        twin = f"（{number}）" if number > 1 else ""
        name = f"{folder}/{safe_file_name(f'{stem}{twin}', suffix)}"
        if name.casefold() not in taken:
            return name
        number += 1


def _suffix(document: DossierDocument) -> str:
    """Return the ending of what leaves the house: a small picture may be of another kind."""
    if document.medium is Medium.PICTURE and document.ready is not None:
        return document.ready.suffix
    return document.suffix

"""Handing a whole workspace to a successor, and keeping a year as an archive."""

from __future__ import annotations

from pathlib import Path

from jz_training.domain.handover import HandoverFacts, HandoverKind
from jz_training.services.settings import WorkspaceSettings
from jz_training.storage import taking_over
from jz_training.storage.handing_over import Tell, hand_over
from jz_training.storage.handover_form import archive_facts
from jz_training.storage.handover_zip import look
from jz_training.storage.workspace import Workspace


class HandingOver:
    """Writes one workspace into a file; nothing in the workspace is changed."""

    def __init__(self, workspace: Workspace, settings: WorkspaceSettings) -> None:
        self._workspace = workspace
        self._settings = settings

    def write(
        self,
        target: Path,
        *,
        kind: HandoverKind = HandoverKind.HANDOVER,
        tell: Tell = lambda done, whole: None,
    ) -> HandoverFacts:
        """Write data and filed documents to a file and verify it.

        Raises FileMissing, DatabaseDamaged, DiskFull or CannotWrite.
        """
        settings = self._settings.get()
        return hand_over(
            self._workspace.folder,
            target,
            kind=kind,
            organiser=settings.organiser,
            operator=settings.operator,
            now=self._workspace.clock(),
            tell=tell,
        )


def look_into_handover(archive: Path) -> HandoverFacts:
    """Return what a file says of itself. Raises HandoverUnusable."""
    return look(archive)


def take_over(
    archive: Path, folder: Path, *, tell: Tell = lambda done, whole: None
) -> HandoverFacts:
    """Make a workspace of a file in a new folder, verified from end to end.

    Raises HandoverUnusable, DatabaseIsNewer, DiskFull or CannotWrite, and then nothing was made.
    """
    return taking_over.take_over(archive, folder, tell=tell)


def is_unpacked(facts: HandoverFacts, folder: Path) -> bool:
    """Tell whether a folder already holds the archive that says this of itself."""
    return archive_facts(folder) == facts


def free_folder(place: Path, name: str) -> Path:
    """Return a folder inside a place that is not there yet: the name, or the name with a number."""
    found, number = place / name, 1
    while found.exists():
        number += 1
        found = place / f"{name} {number}"
    return found

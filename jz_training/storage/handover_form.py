"""The form of a file of a whole workspace: its parts, its manifest, what may be in it.

A zip of `manifest.json`, `data.sqlite`, the filed contents below `files/` and a page for people
who open it by hand. The manifest names every part with size and SHA-256.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from jz_training.domain.handover import HandoverFacts, HandoverKind

FORMAT = 1
MANIFEST, README, DATA = "manifest.json", "说明.txt", "data.sqlite"
#: In a folder whose workspace may only be looked at.
ARCHIVED = "archive.json"

_CONTENT = re.compile(r"files/([0-9a-f]{2})/(\1[0-9a-f]{62})(\.[a-z0-9]{1,10})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the file: its name in the zip, its size in bytes, its SHA-256."""

    name: str
    size: int
    sha256: str

    @property
    def is_known(self) -> bool:
        """Tell whether such a part belongs in a workspace and nowhere else."""
        content = _CONTENT.fullmatch(self.name)
        if content is not None:
            return content[2] == self.sha256
        return self.name == DATA


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a file of a workspace says of itself."""

    facts: HandoverFacts
    revision: str
    parts: tuple[Part, ...]


def content_name(folder: str, name: str) -> str:
    """Return what a file of the folder of documents is called in the zip; empty when it is none."""
    inside = f"files/{folder}/{name}"
    return inside if _CONTENT.fullmatch(inside) else ""


def manifest_json(manifest: Manifest) -> bytes:
    """Return a manifest as it stands in the zip."""
    facts = manifest.facts
    told: dict[str, Any] = {
        "format": FORMAT,
        "kind": facts.kind.value,
        "organiser": facts.organiser,
        "operator": facts.operator,
        "made_at": facts.made_at.isoformat(),
        "people": facts.people,
        "trainings": facts.trainings,
        "documents": facts.documents,
        "revision": manifest.revision,
        "parts": [[part.name, part.size, part.sha256] for part in manifest.parts],
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def manifest_of(content: bytes) -> Manifest:
    """Return the manifest that `manifest_json` wrote. Raises ValueError when it is none of ours."""
    try:
        told = json.loads(content)
        parts = tuple(
            Part(name=str(name), size=int(size), sha256=str(sha256))
            for name, size, sha256 in told["parts"]
        )
        facts = HandoverFacts(
            kind=HandoverKind(told["kind"]),
            organiser=str(told["organiser"]),
            operator=str(told["operator"]),
            made_at=datetime.fromisoformat(told["made_at"]),
            people=int(told["people"]),
            trainings=int(told["trainings"]),
            documents=int(told["documents"]),
            size=sum(part.size for part in parts),
        )
        return Manifest(facts=facts, revision=str(told["revision"]), parts=parts)
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(str(error)) from error


def archive_facts(folder: Path) -> HandoverFacts | None:
    """Return what an unpacked archive says of itself; None where it lies or there is none."""
    try:
        return manifest_of((folder / ARCHIVED).read_bytes()).facts
    except (OSError, ValueError):
        return None


def format_of(content: bytes) -> int:
    """Return the number of the form a manifest is written in; 0 when it tells none."""
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        return 0
    found = told.get("format") if isinstance(told, dict) else None
    return found if isinstance(found, int) else 0

"""Writing a whole workspace into one file, for a successor's computer or for the archive."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from jz_training.domain.handover import HandoverFacts, HandoverKind
from jz_training.errors import CannotWrite, FileMissing
from jz_training.safe_files import save
from jz_training.storage import schema
from jz_training.storage.backups import make_backup
from jz_training.storage.handover_form import (
    DATA,
    MANIFEST,
    README,
    Manifest,
    Part,
    content_name,
    manifest_json,
)
from jz_training.storage.handover_zip import is_whole, look

#: Bytes read at once.
CHUNK = 2**20

_TOLD = """这是“工会学习培训台账”的整套数据，由程序自动生成。
请不要解压修改：在新电脑上安装程序后，用“接手移交文件”打开。
"""

_FILED = """
    SELECT name, sha256 FROM attachment WHERE sha256 IS NOT NULL
    UNION ALL
    SELECT name, original_sha256 FROM attachment WHERE original_sha256 IS NOT NULL
"""

#: (steps done, steps in all): each part is looked at, packed and read back
Tell = Callable[[int, int], None]


def hand_over(
    folder: Path,
    target: Path,
    *,
    kind: HandoverKind,
    organiser: str,
    operator: str,
    now: datetime,
    tell: Tell = lambda done, whole: None,
) -> HandoverFacts:
    """Write the workspace of a folder to a file, which is read back whole before it counts.

    Raises FileMissing when a filed document or the original of a photo is gone or changed,
    DatabaseDamaged, DiskFull or CannotWrite; an old file is then as it was. `tell` may raise to
    stop, which leaves nothing.
    """
    with TemporaryDirectory(prefix="jz-training-") as place:
        copy = make_backup(folder / DATA, Path(place), now=now, kind="handover").path
        sources = [(DATA, copy), *_contents(folder)]
        count = len(sources)
        parts = []
        for done, source in enumerate(sources):
            tell(done, 3 * count)
            parts.append(_part(*source))
        _require_filed(copy, parts)
        facts = _facts(copy, parts, kind=kind, organiser=organiser, operator=operator, now=now)
        manifest = Manifest(facts=facts, revision=schema.HEAD, parts=tuple(parts))

        def write(unfinished: Path) -> None:
            with ZipFile(unfinished, "w") as packed:
                packed.writestr(_info(MANIFEST, now), manifest_json(manifest), ZIP_DEFLATED)
                packed.writestr(_info(README, now), _TOLD.encode(), ZIP_DEFLATED)
                for done, (name, source) in enumerate(sources, count):
                    tell(done, 3 * count)
                    _pack(packed, _info(name, now), source)
            # read back here and not in the check of `save`, where stopping is a failure
            if not is_whole(unfinished, tell=lambda done: tell(2 * count + done, 3 * count)):
                raise CannotWrite(target, "not_whole", details="read back")

        save(target, write, check=lambda unfinished: look(unfinished) == facts)
    return facts


def _contents(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the filed contents in the order of their names; what a system put there is not ours."""
    for path in sorted((folder / "files").glob("*/*")):
        name = content_name(path.parent.name, path.name)
        if name and path.is_file():
            yield name, path


def _require_filed(data: Path, parts: list[Part]) -> None:
    """Raise FileMissing for a filed document that is not among the parts, or its original."""
    there = {part.sha256 for part in parts}
    with closing(sqlite3.connect(data)) as db:
        filed = db.execute(_FILED)
        gone = next((name for name, sha256 in filed if sha256 not in there), None)
    if gone is not None:
        raise FileMissing(gone, "missing")


def _part(name: str, source: Path) -> Part:
    with source.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    part = Part(name=name, size=source.stat().st_size, sha256=digest)
    if not part.is_known:
        raise FileMissing(source.name, "changed")
    return part


def _pack(packed: ZipFile, info: ZipInfo, source: Path) -> None:
    """Copy a file into the zip: the data is packed, filed documents mostly are already."""
    info.compress_type = ZIP_DEFLATED if info.filename == DATA else ZIP_STORED
    info.file_size = source.stat().st_size
    with source.open("rb") as file, packed.open(info, "w") as entry:
        while chunk := file.read(CHUNK):
            entry.write(chunk)


def _info(name: str, now: datetime) -> ZipInfo:
    return ZipInfo(name, date_time=(now.year, now.month, now.day, now.hour, now.minute, 0))


def _facts(
    data: Path, parts: list[Part], *, kind: HandoverKind, organiser: str, operator: str,
    now: datetime,
) -> HandoverFacts:  # fmt: skip
    with closing(sqlite3.connect(data)) as db:
        (people,) = db.execute("SELECT count(*) FROM person").fetchone()
        (trainings,) = db.execute("SELECT count(*) FROM training").fetchone()
    return HandoverFacts(
        kind=kind,
        organiser=organiser,
        operator=operator,
        made_at=now,
        people=people,
        trainings=trainings,
        documents=len(parts) - 1,
        size=sum(part.size for part in parts),
    )

"""Fifteen files that somebody made to do harm: refused at once, and nothing is written."""

from __future__ import annotations

import hashlib
import json
import struct
import time
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipInfo

import pytest

from jz_training.errors import HandoverUnusable
from jz_training.storage.taking_over import take_over

SECONDS, BYTES = 2, 50 * 2**20
GIB = 2**30

Entry = tuple[str, bytes]


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def filed(content: bytes) -> str:
    """Return the name a content would have."""
    sha256 = digest(content)
    return f"files/{sha256[:2]}/{sha256}.pdf"


def manifest(entries: Sequence[Entry], **other: object) -> bytes:
    """Return a manifest that fits the parts."""
    told: dict[str, object] = {
        "format": 1, "kind": "handover", "organiser": "", "operator": "", "revision": "",
        "made_at": "2026-11-22T09:00:00", "people": 0, "trainings": 0, "documents": 0,
        "parts": [[name, len(content), digest(content)] for name, content in entries],
    }  # fmt: skip
    return json.dumps(told | other).encode()


def packed(path: Path, parts: Sequence[Entry], *, told: bytes | None = None) -> Path:
    """Write a file whose manifest fits."""
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("manifest.json", manifest(parts) if told is None else told)
        for name, content in parts:
            made.writestr(name, content)
    return path


def with_entry(path: Path, info: ZipInfo, content: bytes) -> Path:
    """Write a file with one part that is put in as somebody likes."""
    parts = [("data.sqlite", b"x"), (info.filename, content)]
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("manifest.json", manifest(parts))
        made.writestr("data.sqlite", b"x")
        made.writestr(info, content)
    return path


def entry(name: str, *, method: int = ZIP_STORED, mode: int = 0) -> ZipInfo:
    info = ZipInfo(name)
    info.compress_type, info.external_attr = method, mode << 16
    return info


def slip(path: Path) -> Path:
    return packed(path, [("data.sqlite", b"x"), ("files/../../evil.pdf", b"x")])


def absolute(path: Path) -> Path:
    return packed(path, [("data.sqlite", b"x"), ("/tmp/evil.pdf", b"x"), ("C:\\evil", b"y")])


def bomb(path: Path) -> Path:
    """A gigabyte of nothing, which the manifest says is a gigabyte: 1 MB packed."""
    piece = zlib.compressobj(1, zlib.DEFLATED, -15)
    content = b"".join(piece.compress(bytes(2**20)) for _ in range(64)) + piece.flush()
    return _claimed(path, content, size=GIB)


def bomb_that_claims_little(path: Path) -> Path:
    """It says one byte and swells to 64 MB."""
    piece = zlib.compressobj(1, zlib.DEFLATED, -15)
    content = b"".join(piece.compress(bytes(2**20)) for _ in range(64)) + piece.flush()
    return _claimed(path, content, size=1)


def _claimed(path: Path, content: bytes, *, size: int) -> Path:
    told = manifest([], parts=[["data.sqlite", size, digest(b"x")]])
    packed(path, [("data.sqlite", content)], told=told)
    raw = bytearray(path.read_bytes())
    for mark, method, sizes in ((b"PK\3\4", 8, 18), (b"PK\1\2", 10, 20)):
        at = raw.rindex(mark)
        struct.pack_into("<H", raw, at + method, ZIP_DEFLATED)
        struct.pack_into("<LL", raw, at + sizes, len(content), size)
    path.write_bytes(raw)
    return path


def overlap(path: Path) -> Path:
    """Two names for the same bytes of the zip."""
    parts = [("data.sqlite", b"x" * 1000), (filed(b"x" * 1000), b"x" * 1000)]
    packed(path, parts)
    raw = bytearray(path.read_bytes())
    first = raw.index(b"PK\1\2", raw.index(b"PK\1\2") + 1)
    second = raw.index(b"PK\1\2", first + 1)
    raw[second + 42 : second + 46] = raw[first + 42 : first + 46]
    path.write_bytes(raw)
    return path


def symlink(path: Path) -> Path:
    return with_entry(path, entry(filed(b"/etc/passwd"), mode=0o120777), b"/etc/passwd")


def twice(path: Path) -> Path:
    with pytest.warns(UserWarning, match="Duplicate name"):
        return packed(path, [("data.sqlite", b"x"), ("data.sqlite", b"y")])


def hundred_thousand(path: Path) -> Path:
    """A directory of 100,000 names, of which the manifest tells one."""
    start = packed(path, [("data.sqlite", b"x")]).read_bytes()
    start = start[: start.index(b"PK\1\2")]
    line = struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 0, 0, 33, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0)
    lines = b"".join(line + b"%08d" % number for number in range(100_000))
    count = 100_000 & 0xFFFF
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(lines), len(start), 0)
    path.write_bytes(start + lines + end)
    return path


def hundred_thousand_told(path: Path) -> Path:
    """The same with a long end that tells the truth."""
    raw = hundred_thousand(path).read_bytes()
    begins, size = struct.unpack_from("<LL", raw, len(raw) - 10)[::-1]
    end = len(raw) - 22
    long = struct.pack(
        "<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 100_000, 100_000, size, begins
    )  # fmt: skip
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, end, 1)
    path.write_bytes(raw[:end] + long + locator + raw[end:])
    return path


def encrypted(path: Path) -> Path:
    packed(path, [("data.sqlite", b"x" * 20)])
    raw = bytearray(path.read_bytes())
    raw[raw.rindex(b"PK\3\4") + 6] |= 1
    raw[raw.rindex(b"PK\1\2") + 8] |= 1
    path.write_bytes(raw)
    return path


def long_end_that_lies(path: Path) -> Path:
    """A zip64 end that tells of a directory as large as the disk."""
    raw = packed(path, [("data.sqlite", b"x")]).read_bytes()
    end = len(raw) - 22
    long = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 2, 2, 2**63, 2**40)
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, end, 1)
    path.write_bytes(raw[:end] + long + locator + raw[end:])
    return path


def nested(path: Path) -> Path:
    inside = packed(path.with_name("inner.zip"), [("data.sqlite", b"x")])
    content = inside.read_bytes()
    inside.unlink()
    return packed(path, [("移交.jzw", content)])


def bzip2(path: Path) -> Path:
    return with_entry(path, entry(filed(bytes(2**20)), method=ZIP_BZIP2), bytes(2**20))


def lzma_manifest(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as made:
        made.writestr(entry("manifest.json", method=ZIP_LZMA), manifest([]))
    return path


def confusable(path: Path) -> Path:
    """Names that look like ours: a Cyrillic а, full-width digits."""
    return packed(
        path, [("d\u0430ta.sqlite", b"x"), ("data.sqlite", b"x"), (f"files/ｆｆ/{'f' * 64}", b"")]
    )


def deep_manifest(path: Path) -> Path:
    return packed(path, [("data.sqlite", b"x")], told=b"[" * 2_000_000)


def something_in_front(path: Path) -> Path:
    raw = packed(path, [("data.sqlite", b"x")]).read_bytes()
    path.write_bytes(b"MZ" + bytes(1000) + raw)
    return path


HOSTILE: tuple[Callable[[Path], Path], ...] = (
    slip, absolute, bomb, bomb_that_claims_little, overlap, symlink, twice, hundred_thousand,
    hundred_thousand_told, encrypted, long_end_that_lies, nested, bzip2, lzma_manifest,
    confusable, deep_manifest, something_in_front,
)  # fmt: skip


@pytest.mark.parametrize("make", HOSTILE, ids=lambda make: make.__name__)
def test_it_is_refused_at_once_with_little_memory_and_leaves_nothing(
    make: Callable[[Path], Path], tmp_path: Path
) -> None:
    made = make(tmp_path / "来历不明.jzw")
    tracemalloc.start()
    began = time.perf_counter()
    with pytest.raises(HandoverUnusable):
        take_over(made, tmp_path / "新")
    assert time.perf_counter() - began < SECONDS
    assert tracemalloc.get_traced_memory()[1] < BYTES
    tracemalloc.stop()
    assert [path.name for path in tmp_path.iterdir()] == [made.name]

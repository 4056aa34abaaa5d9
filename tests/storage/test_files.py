"""The folder of files: one content once, whole or not at all, never written over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from jz_training import safe_files
from jz_training.errors import CannotFile, DiskFull, FileMissing, ReadOnly
from jz_training.storage import files
from jz_training.storage.files import FileStore


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    """Return an empty folder of files."""
    return FileStore(tmp_path / "files")


def a_file(folder: Path, name: str = "a.txt", content: bytes = b"content") -> Path:
    """Write a file to be taken in."""
    path = folder / name
    path.write_bytes(content)
    return path


def contents(folder: Path) -> list[Path]:
    """Return every file below a folder."""
    return [path for path in folder.rglob("*") if path.is_file()]


def test_the_same_content_is_kept_once(store: FileStore, tmp_path: Path) -> None:
    first = store.put(a_file(tmp_path, "a.txt"))
    second = store.put(a_file(tmp_path, "b.TXT"))
    assert first == second
    assert len(contents(tmp_path / "files")) == 1


def test_a_content_that_is_there_is_not_written_again(store: FileStore, tmp_path: Path) -> None:
    source = a_file(tmp_path)
    path = store.path_of(store.put(source), name="a")
    before = path.stat()
    store.put(source)
    assert path.stat().st_ino == before.st_ino


def test_an_ending_that_could_do_harm_is_left_out(store: FileStore, tmp_path: Path) -> None:
    assert store.put(a_file(tmp_path, "a.附件")).suffix == ""
    assert store.put(a_file(tmp_path, "a.abcdefghijklmn")).suffix == ""
    assert store.put(a_file(tmp_path, "a.DOCX")).suffix == ".docx"


def test_a_file_over_the_limit_is_refused(
    store: FileStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LARGEST", 3)
    with pytest.raises(CannotFile, match="500 MB"):
        store.put(a_file(tmp_path))


def test_a_folder_that_only_reads_takes_nothing(tmp_path: Path) -> None:
    with pytest.raises(ReadOnly):
        FileStore(tmp_path / "files", read_only=True).put(a_file(tmp_path))


def test_a_full_disk_leaves_nothing_half_written(
    store: FileStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(safe_files.os, "fsync", full)
    with pytest.raises(DiskFull):
        store.put(a_file(tmp_path))
    assert contents(tmp_path / "files") == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="such rights bind nobody here")
def test_a_folder_that_may_not_be_written_is_a_sentence(store: FileStore, tmp_path: Path) -> None:
    (tmp_path / "files").mkdir(mode=0o500)
    with pytest.raises(CannotFile, match="检查磁盘和权限"):
        store.put(a_file(tmp_path))


def test_what_became_shorter_is_told_before_it_is_opened(store: FileStore, tmp_path: Path) -> None:
    stored = store.put(a_file(tmp_path))
    path = store.path_of(stored, name="a")
    path.write_bytes(b"cut")
    with pytest.raises(FileMissing, match="改动过或已损坏"):
        store.path_of(stored, name="a")
    assert store.damaged([stored]) == (stored,)

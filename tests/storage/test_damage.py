"""Whatever happened to the folder: nothing is lost silently, and a backup comes back."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from shutil import copyfile, move, rmtree

import pytest

from jz_training.errors import (
    BackupUnusable,
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseIsNewer,
    DatabaseMissing,
    DiskFull,
    ReadOnly,
    WorkspaceUnusable,
)
from jz_training.storage import restoring
from jz_training.storage.sqlite_file import told
from jz_training.storage.workspace import LONGEST_PATH, Workspace
from tests.conftest import Clock
from tests.storage.test_workspace import add_unit, unit_names

RUBBISH = b"\xff" * 5000


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    workspace = Workspace(tmp_path / "w", clock=clock)
    add_unit(workspace, "织造车间")
    yield workspace
    workspace.close()


def reopened(folder: Path) -> list[str]:
    again = Workspace(folder)
    try:
        return unit_names(again)
    finally:
        again.close()


def spoil(path: Path) -> None:
    """Overwrite everything behind the header's page."""
    with path.open("rb+") as file:
        file.seek(4096)
        file.write(os.urandom(path.stat().st_size - 4096))


# --- where it lies ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["有 空格", "工会#1", "100%", "a%20b", "谁的？", "a'b", "a&mode=memory", "𠮷"]
)
def test_a_workspace_may_lie_under_any_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name / "数据"
    workspace = Workspace(folder)
    add_unit(workspace, "织造车间")
    made = workspace.back_up()
    workspace.restore(made.name)
    workspace.close()
    assert (folder / "data.sqlite").stat().st_size > 0
    assert sorted(os.listdir(tmp_path)) == [name]
    assert reopened(folder) == ["织造车间"]


@pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="? and raw bytes are no names there"
)
@pytest.mark.parametrize("name", [b"a?mode=memory", b"\xff\xfe", b"a\nb"])
def test_a_workspace_may_lie_under_names_that_only_linux_knows(tmp_path: Path, name: bytes) -> None:
    folder = tmp_path / os.fsdecode(name)
    Workspace(folder).close()
    assert (folder / "data.sqlite").stat().st_size > 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has limits of its own")
def test_a_path_too_long_for_the_database_is_said_before_anything_is_made(tmp_path: Path) -> None:
    folder = tmp_path.joinpath(*["很长的文件夹名" * 10] * 2)
    with pytest.raises(WorkspaceUnusable) as refused:
        Workspace(folder)
    assert "太长" in str(refused.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has limits of its own")
def test_the_longest_path_that_is_taken_works(tmp_path: Path) -> None:
    room = LONGEST_PATH - len(os.fsencode(tmp_path)) - 2
    folder = tmp_path / ("a" * (room // 2)) / ("b" * (room - room // 2))
    workspace = Workspace(folder)
    add_unit(workspace, "织造车间")
    workspace.restore(workspace.back_up(kind="before_upgrade").name)
    workspace.close()
    assert reopened(folder) == ["织造车间"]


def test_a_moved_workspace_is_the_same_workspace(tmp_path: Path, workspace: Workspace) -> None:
    made = workspace.back_up()
    workspace.close()
    move(tmp_path / "w", tmp_path / "搬走")
    again = Workspace(tmp_path / "搬走")
    add_unit(again, "印染车间")
    again.restore(made.name)
    assert unit_names(again) == ["织造车间"]
    again.close()


# --- what killed runs leave ------------------------------------------------------------------


def leave_hot_journal(data: Path) -> None:
    """Leave a data file as a kill in the middle of writing leaves it: half new, with a journal."""
    with closing(sqlite3.connect(data, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode=DELETE")
        db.execute("PRAGMA cache_size=1")
        db.execute("BEGIN IMMEDIATE")
        db.execute("UPDATE unit SET name = name || '改'")
        db.execute("CREATE TABLE filling (text TEXT)")
        for _ in range(200):
            db.execute("INSERT INTO filling VALUES (hex(randomblob(2000)))")
        for ending in ("", "-journal"):
            copyfile(f"{data}{ending}", f"{data}{ending}.kept")
        db.execute("ROLLBACK")
    for ending in ("", "-journal"):
        os.replace(f"{data}{ending}.kept", f"{data}{ending}")


def test_a_journal_that_was_left_is_rolled_back(tmp_path: Path, workspace: Workspace) -> None:
    workspace.close()
    leave_hot_journal(workspace.data)
    assert reopened(tmp_path / "w") == ["织造车间"]


def test_a_journal_that_was_left_is_rolled_back_by_who_only_reads(
    tmp_path: Path, workspace: Workspace
) -> None:
    workspace.close()
    leave_hot_journal(workspace.data)
    reader = Workspace(tmp_path / "w", reading=True)
    assert unit_names(reader) == ["织造车间"]
    reader.close()


def test_the_journal_of_damaged_data_is_kept_with_it_and_not_played_into_the_backup(
    tmp_path: Path, workspace: Workspace
) -> None:
    made = workspace.back_up()
    workspace.close()
    leave_hot_journal(workspace.data)
    part = restoring.stage(made.path, workspace.data)
    kept = restoring.keep_aside(workspace.data, now=made.made_at)
    restoring.swap(part, workspace.data)
    assert kept is not None
    assert kept.with_name(kept.name + "-journal").exists()
    assert reopened(tmp_path / "w") == ["织造车间"]


def test_what_killed_runs_left_is_swept_away_at_the_next_start(
    tmp_path: Path, workspace: Workspace
) -> None:
    workspace.close()
    left = [
        workspace.folder / "data.restoring",
        workspace.folder / ".jz-saving-0123.xlsx",
        workspace.backup_folder / "2026-11-22_090000_000000.auto.part",
        workspace.backup_folder / "2026-11-22_090000_000000.auto.part-journal",
    ]
    for path in left:
        path.write_bytes(RUBBISH)
        os.utime(path, (0, 0))
    mine = workspace.backup_folder / "说明.part"
    mine.write_bytes(RUBBISH)
    reopened(tmp_path / "w")
    assert [path for path in left if path.exists()] == []
    assert mine.exists()


# --- what is gone or damaged -----------------------------------------------------------------


@pytest.mark.parametrize("how", ["gone", "empty"])
def test_lost_data_is_never_replaced_by_an_empty_file_while_there_are_backups(
    tmp_path: Path, workspace: Workspace, how: str
) -> None:
    workspace.back_up()
    workspace.close()
    workspace.data.unlink() if how == "gone" else workspace.data.write_bytes(b"")
    for _ in range(2):
        with pytest.raises(DatabaseMissing):
            Workspace(tmp_path / "w")


def test_a_missing_backup_folder_is_made_again(tmp_path: Path, workspace: Workspace) -> None:
    rmtree(workspace.backup_folder)
    workspace.back_up()
    workspace.close()
    rmtree(workspace.backup_folder)
    assert reopened(tmp_path / "w") == ["织造车间"]


def test_data_damaged_while_open_is_set_aside_and_a_backup_put_back(workspace: Workspace) -> None:
    made = workspace.back_up()
    workspace.store.close()
    spoil(workspace.data)
    damaged = workspace.data.read_bytes()
    with pytest.raises(DatabaseDamaged):
        workspace.back_up()
    workspace.restore(made.name)
    assert unit_names(workspace) == ["织造车间"]
    (kept,) = workspace.folder.glob("damaged-*.sqlite")
    assert kept.read_bytes() == damaged
    assert len(workspace.backups()) == 1


@pytest.mark.parametrize("size", [0, 100, 4096, -1])
def test_a_truncated_backup_is_refused_and_the_work_goes_on(
    workspace: Workspace, size: int
) -> None:
    made = workspace.back_up()
    made.path.write_bytes(made.path.read_bytes()[:size])
    with pytest.raises(BackupUnusable):
        workspace.restore(made.name)
    add_unit(workspace, "印染车间")
    assert unit_names(workspace) == ["织造车间", "印染车间"]
    assert not list(workspace.folder.glob("*.restoring"))


def test_a_backup_of_a_newer_program_is_refused_and_the_work_goes_on(workspace: Workspace) -> None:
    made = workspace.back_up()
    with closing(sqlite3.connect(made.path)) as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
        db.commit()
    digest = hashlib.sha256(made.path.read_bytes()).hexdigest()
    made.path.with_suffix(".sha256").write_text(digest)
    with pytest.raises(DatabaseIsNewer):
        workspace.restore(made.name)
    add_unit(workspace, "印染车间")
    assert len(unit_names(workspace)) == 2


def test_a_restore_that_fails_half_way_leaves_the_desk_open(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = workspace.back_up()
    add_unit(workspace, "印染车间")

    def fail(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(restoring, "swap", fail)
    with pytest.raises(DiskFull):
        workspace.restore(made.name)
    assert unit_names(workspace) == ["织造车间", "印染车间"]
    assert not list(workspace.folder.glob("*.restoring"))


def test_a_damaged_page_is_a_sentence_when_it_is_read(workspace: Workspace) -> None:
    workspace.store.close()
    spoil(workspace.data)
    with pytest.raises(DatabaseDamaged):
        unit_names(workspace)


def test_a_folder_in_the_place_of_the_data_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "w" / "data.sqlite").mkdir(parents=True)
    with pytest.raises(WorkspaceUnusable):
        Workspace(tmp_path / "w")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("database or disk is full", DiskFull),
        ("attempt to write a readonly database", ReadOnly),
        ("database is locked", DatabaseBusy),
        ("unable to open database file", WorkspaceUnusable),
        ("disk I/O error", WorkspaceUnusable),
        ("database disk image is malformed", DatabaseDamaged),
        ("file is not a database", DatabaseDamaged),
    ],
)
def test_what_sqlite_says_is_told_in_a_sentence(tmp_path: Path, words: str, kind: type) -> None:
    assert type(told(sqlite3.OperationalError(words), tmp_path / "data.sqlite")) is kind


def test_a_fault_of_ours_is_not_dressed_up_as_a_sentence(tmp_path: Path) -> None:
    assert told(sqlite3.OperationalError("no such column: a"), tmp_path / "data.sqlite") is None


# --- beside the window -----------------------------------------------------------------------


def test_reading_is_allowed_while_somebody_writes(tmp_path: Path, workspace: Workspace) -> None:
    reader = Workspace(tmp_path / "w", reading=True)
    assert unit_names(reader) == ["织造车间"]
    add_unit(workspace, "印染车间")
    assert unit_names(reader) == ["织造车间", "印染车间"]
    for change in (lambda: add_unit(reader, "甲"), reader.back_up, lambda: reader.restore("a")):
        with pytest.raises(ReadOnly):
            change()
    reader.close()
    add_unit(workspace, "丙")
    assert len(unit_names(workspace)) == 3


def test_who_only_reads_keeps_nobody_out(tmp_path: Path, workspace: Workspace) -> None:
    workspace.close()
    reader = Workspace(tmp_path / "w", reading=True)
    Workspace(tmp_path / "w").close()
    reader.close()


def test_data_held_by_another_program_is_a_sentence(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jz_training.storage import engine

    monkeypatch.setattr(engine, "BUSY_TIMEOUT", 10)
    workspace.store.close()
    with closing(sqlite3.connect(workspace.data, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseBusy):
            add_unit(workspace, "印染车间")
    add_unit(workspace, "印染车间")

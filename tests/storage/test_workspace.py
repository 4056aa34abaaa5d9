"""A workspace folder: opened once, never harmed by opening, restorable."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from jz_training.errors import (
    BackupUnusable,
    DatabaseDamaged,
    DatabaseIsNewer,
    NotFound,
    WorkspaceInUse,
    WorkspaceUnusable,
)
from jz_training.storage import backups
from jz_training.storage.tables import Unit
from jz_training.storage.workspace import Workspace


@pytest.fixture
def workspace(tmp_path, clock):
    workspace = Workspace(tmp_path / "w", clock=clock)
    yield workspace
    workspace.close()


def add_unit(workspace, name):
    with workspace.store.write("unit.add", subject=name) as db:
        db.add(Unit(name=name, kind="branch", parent_id=None, position=0))


def unit_names(workspace):
    from sqlalchemy import select

    with workspace.store.read() as db:
        return list(db.scalars(select(Unit.name).order_by(Unit.id)))


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_new_folder_becomes_a_workspace(workspace):
    assert workspace.data.is_file()
    assert (workspace.folder / "files").is_dir()
    assert workspace.backup_folder.is_dir()


def test_a_workspace_is_the_owners_alone(workspace):
    if os.name == "nt":
        pytest.skip("Windows keeps rights elsewhere")
    assert workspace.folder.stat().st_mode & 0o077 == 0


def test_what_was_written_is_there_after_opening_again(tmp_path, workspace):
    add_unit(workspace, "织造车间")
    workspace.close()
    again = Workspace(tmp_path / "w")
    assert unit_names(again) == ["织造车间"]
    again.close()


def test_a_second_opening_is_told_that_the_workspace_is_in_use(tmp_path, workspace):
    with pytest.raises(WorkspaceInUse):
        Workspace(tmp_path / "w")


def test_another_process_is_told_too_and_a_killed_one_leaves_no_lock(tmp_path):
    script = (
        "import sys, time; from pathlib import Path;"
        "from jz_training.storage.workspace import Workspace;"
        "w = Workspace(Path(sys.argv[1])); print('open', flush=True); time.sleep(60)"
    )
    folder = tmp_path / "w"
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", script, str(folder)], stdout=subprocess.PIPE, cwd=root
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"open"
        with pytest.raises(WorkspaceInUse):
            Workspace(folder)
        other.kill()
        other.wait()
    Workspace(folder).close()


def test_a_newer_file_is_refused_and_stays_byte_for_byte(tmp_path, workspace):
    workspace.close()
    with closing(sqlite3.connect(workspace.data)) as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
        db.commit()
    before = fingerprint(workspace.data)
    with pytest.raises(DatabaseIsNewer):
        Workspace(tmp_path / "w")
    assert fingerprint(workspace.data) == before
    assert not list(workspace.backup_folder.iterdir())


@pytest.mark.parametrize(
    "content", [b"not a database at all" * 99, b"SQLite format 3\0" + b"x" * 999]
)
def test_a_damaged_file_is_refused_and_stays_byte_for_byte(tmp_path, workspace, content):
    workspace.close()
    workspace.data.write_bytes(content)
    with pytest.raises(DatabaseDamaged):
        Workspace(tmp_path / "w")
    assert workspace.data.read_bytes() == content


def test_a_file_in_the_place_of_the_folder_is_said_so(tmp_path):
    (tmp_path / "w").write_text("something")
    with pytest.raises(WorkspaceUnusable):
        Workspace(tmp_path / "w")


def test_a_backup_is_checked_and_restores_what_was(workspace, clock):
    add_unit(workspace, "织造车间")
    made = workspace.back_up(kind="hand")
    backups.check_backup(made.path)
    add_unit(workspace, "印染车间")
    workspace.restore(made.name)
    assert unit_names(workspace) == ["织造车间"]


def test_the_state_before_a_restore_is_backed_up_itself(workspace):
    made = workspace.back_up()
    add_unit(workspace, "印染车间")
    workspace.restore(made.name)
    saved = next(b for b in workspace.backups() if b.kind == "before_restore")
    workspace.restore(saved.name)
    assert unit_names(workspace) == ["印染车间"]


def test_a_backup_with_one_flipped_bit_is_refused(workspace):
    add_unit(workspace, "织造车间")
    made = workspace.back_up()
    content = bytearray(made.path.read_bytes())
    for place in range(0, len(content), len(content) // 20):
        content[place] ^= 1
        made.path.write_bytes(content)
        with pytest.raises(BackupUnusable):
            workspace.restore(made.name)
        content[place] ^= 1
    assert unit_names(workspace) == ["织造车间"]


def test_a_backup_that_is_not_there_is_said_so(workspace):
    with pytest.raises(NotFound):
        workspace.restore("2026-01-01_000000_000000.auto.sqlite")


def test_foreign_files_in_the_backup_folder_are_left_alone(workspace):
    (workspace.backup_folder / "笔记.sqlite").write_text("mine")
    workspace.back_up()
    assert len(workspace.backups()) == 1
    assert (workspace.backup_folder / "笔记.sqlite").exists()

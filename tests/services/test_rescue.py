"""A damaged workspace gets a backup back without being opened."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from shutil import copytree

import pytest

from jz_training.errors import BackupUnusable, DatabaseDamaged, NotFound, WorkspaceInUse
from jz_training.services.desk import open_desk
from jz_training.services.rescue import backups_of, restore_damaged

NOW = datetime(2026, 11, 22, 9)
RUBBISH = b"SQLite format 3\0" + b"\xff" * 8000


@pytest.fixture
def damaged(tmp_path: Path, new_workspace: Path) -> Path:
    folder = copytree(new_workspace, tmp_path / "workspace")
    desk = open_desk(folder)
    desk.settings.change(organiser="清河市纺织公司工会")
    desk.backups.make()
    desk.close()
    (folder / "data.sqlite").write_bytes(RUBBISH)
    with pytest.raises(DatabaseDamaged):
        open_desk(folder)
    return folder


def test_a_backup_replaces_damaged_data_which_is_kept(damaged: Path) -> None:
    (backup,) = backups_of(damaged)
    kept = restore_damaged(damaged, backup.name, now=NOW)
    assert kept.read_bytes() == RUBBISH
    desk = open_desk(damaged)
    assert desk.settings.get().organiser == "清河市纺织公司工会"
    desk.close()


def test_a_damaged_backup_is_refused_and_nothing_changes(damaged: Path) -> None:
    (backup,) = backups_of(damaged)
    (damaged / "backups" / backup.name).write_bytes(RUBBISH)
    with pytest.raises(BackupUnusable):
        restore_damaged(damaged, backup.name, now=NOW)
    assert (damaged / "data.sqlite").read_bytes() == RUBBISH
    assert not list(damaged.glob("damaged-*"))


def test_a_backup_that_is_gone_is_said(damaged: Path) -> None:
    with pytest.raises(NotFound):
        restore_damaged(damaged, "20000101-000000.auto.sqlite", now=NOW)


def test_a_workspace_in_use_is_not_restored(tmp_path: Path, new_workspace: Path) -> None:
    folder = copytree(new_workspace, tmp_path / "workspace")
    desk = open_desk(folder)
    backup = desk.backups.make()
    with pytest.raises(WorkspaceInUse):
        restore_damaged(folder, backup.name, now=NOW)
    desk.close()

"""Files of earlier versions: each opens, and an upgrade that breaks off leaves it usable."""

from __future__ import annotations

import gzip
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from jz_training.domain.finding import Problem
from jz_training.errors import DiskFull
from jz_training.services.desk import open_desk
from jz_training.services.ledger import TrainingQuery
from jz_training.services.people import PeopleQuery
from jz_training.storage import schema
from jz_training.storage.backups import check_backup
from jz_training.storage.engine import sqlite_engine
from jz_training.storage.tables import Base
from jz_training.storage.workspace import Workspace

ROOT = Path(__file__).parents[2]
OLD = sorted((Path(__file__).parent / "old").glob("*.sqlite.gz"))


def unpacked(packed: Path, folder: Path) -> Path:
    """Make a workspace of a kept data file."""
    folder.mkdir()
    (folder / "data.sqlite").write_bytes(gzip.decompress(packed.read_bytes()))
    return folder


def test_a_file_of_every_released_revision_is_kept() -> None:
    kept = {path.name.removesuffix(".sqlite.gz") for path in OLD}
    assert kept == schema._known()


@pytest.mark.parametrize("packed", OLD, ids=lambda path: path.name)
def test_an_old_file_opens_with_everything_in_it(tmp_path: Path, packed: Path) -> None:
    desk = open_desk(unpacked(packed, tmp_path / "w"))
    try:
        # only the data file is kept: what was filed with it is missed, and nothing else
        assert {finding.problem for finding in desk.check()} <= {Problem.FILES}
        assert desk.settings.get().organiser == "清河市纺织公司工会"
        assert desk.people.count(PeopleQuery()) == 6
        row = next(row for row in desk.trainings.list(TrainingQuery()) if row.tally.expected)
        assert (row.tally.expected, row.tally.present, row.tally.others) == (6, 4, 1)
        assert len(desk.sheets.printed(row.training_id)) == 1
        assert desk.history.undo_last() is not None
    finally:
        desk.close()


@pytest.mark.parametrize("packed", OLD, ids=lambda path: path.name)
def test_an_old_file_has_a_row_in_every_table_it_can_have(tmp_path: Path, packed: Path) -> None:
    data = unpacked(packed, tmp_path / "w") / "data.sqlite"
    engine = sqlite_engine(data)
    try:
        tables = inspect(engine).get_table_names()
        with engine.connect() as db:
            empty = [
                name
                for name in tables
                if not db.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar()
            ]
    finally:
        engine.dispose()
    assert empty == []


@pytest.mark.parametrize("packed", OLD, ids=lambda path: path.name)
def test_an_old_file_becomes_what_the_tables_say(tmp_path: Path, packed: Path) -> None:
    workspace = Workspace(unpacked(packed, tmp_path / "w"))
    try:
        with workspace.store.engine.connect() as db:
            context = MigrationContext.configure(db, opts={"compare_type": True})
            assert compare_metadata(context, Base.metadata) == []
    finally:
        workspace.close()


# --- an upgrade that breaks off --------------------------------------------------------------

#: A revision after the newest one; what happens in its middle is filled in.
NEXT = """
import os, signal
import sqlalchemy as sa
from alembic import op
revision, down_revision = "next", "{head}"

def upgrade():
    op.create_table("later", sa.Column("id", sa.Integer, primary_key=True))
    with op.batch_alter_table("unit") as unit:
        unit.add_column(sa.Column("later", sa.Text))
    op.execute("UPDATE unit SET name = name || '改'")
    {middle}
    op.execute("INSERT INTO later VALUES (1)")
"""

#: Opens a workspace as the next version of the program would.
OPENER = """
import sys
from pathlib import Path
from jz_training.storage import schema
from jz_training.storage.workspace import Workspace
known = schema._config
def with_next():
    config = known()
    config.set_main_option("version_path_separator", "newline")
    config.set_main_option("version_locations", "\\n".join(
        [str(Path(schema.__file__).parent / "migrations" / "versions"), sys.argv[2]]))
    return config
schema._config, schema.HEAD = with_next, "next"
Workspace(Path(sys.argv[1])).close()
"""

MIDDLES = {
    "killed": "os.kill(os.getpid(), signal.SIGKILL)",
    "fault": "raise RuntimeError('a fault of ours')",
    "done": "pass",
}


def open_as_next(folder: Path, revisions: Path, middle: str) -> subprocess.CompletedProcess[str]:
    revisions.mkdir()
    text = NEXT.format(head=schema.HEAD, middle=MIDDLES[middle])
    (revisions / "next.py").write_text(text, encoding="utf-8")
    command = [sys.executable, "-c", OPENER, str(folder), str(revisions)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


def assert_as_before(folder: Path) -> None:
    workspace = Workspace(folder)
    try:
        tables = inspect(workspace.store.engine)
        assert "later" not in tables.get_table_names()
        assert "later" not in {column["name"] for column in tables.get_columns("unit")}
        with workspace.store.engine.connect() as db:
            names = db.exec_driver_sql("SELECT name FROM unit").scalars().all()
        assert len(names) == 3
        assert not [name for name in names if name.endswith("改")]
    finally:
        workspace.close()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows kills in other ways")
@pytest.mark.parametrize("middle", ["killed", "fault"])
def test_an_upgrade_that_breaks_off_leaves_the_old_file_usable(tmp_path: Path, middle: str) -> None:
    folder = unpacked(OLD[-1], tmp_path / "w")
    done = open_as_next(folder, tmp_path / "next", middle)
    assert done.returncode == (-signal.SIGKILL if middle == "killed" else 1), done.stderr
    assert_as_before(folder)


def test_a_checked_copy_is_made_before_an_upgrade(tmp_path: Path) -> None:
    folder = unpacked(OLD[-1], tmp_path / "w")
    done = open_as_next(folder, tmp_path / "next", "done")
    assert done.returncode == 0, done.stderr
    (copy,) = (folder / "backups").glob("*.before_upgrade.sqlite")
    check_backup(copy)
    os.replace(copy, folder / "data.sqlite")
    assert_as_before(folder)


def test_a_full_disk_during_the_first_making_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = schema.upgrade

    def on_a_full_disk(engine: object) -> None:
        with engine.connect() as db:  # type: ignore[attr-defined]
            db.exec_driver_sql("PRAGMA max_page_count=3")
        real(engine)  # type: ignore[arg-type]

    monkeypatch.setattr(schema, "upgrade", on_a_full_disk)
    with pytest.raises(DiskFull):
        Workspace(tmp_path / "w")
    monkeypatch.undo()
    Workspace(tmp_path / "w").close()

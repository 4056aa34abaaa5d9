"""Writing units: all or nothing, in order, and durable."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import func, select

from jz_training.errors import ChangedMeanwhile, DiskFull
from jz_training.storage.tables import Act, Setting, Unit
from jz_training.storage.workspace import Workspace


@pytest.fixture
def store(tmp_path, clock):
    workspace = Workspace(tmp_path / "w", clock=clock)
    yield workspace.store
    workspace.close()


def unit(name):
    return Unit(name=name, kind="branch", parent_id=None, position=0)


def count(store, kind):
    with store.read() as db:
        return db.scalar(select(func.count()).select_from(kind))


def test_a_unit_of_work_that_fails_leaves_nothing(store):
    def fail_half_way():
        with store.write("unit.add") as db:
            db.add(unit("织造车间"))
            db.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    assert (count(store, Unit), count(store, Act)) == (0, 0)


def test_the_log_is_kept_with_the_change_or_not_at_all(store):
    with store.write("unit.add", subject="织造车间") as db:
        db.add(unit("织造车间"))
    assert (count(store, Unit), count(store, Act)) == (1, 1)


def test_a_row_changed_under_ones_hands_is_told(store):
    with store.write("unit.add") as db:
        row = unit("织造车间")
        db.add(row)

    def change_after_another():
        with store.write("unit.change") as db:
            mine = db.get_one(Unit, row.id)
            db.connection().exec_driver_sql("UPDATE unit SET version = version + 1")
            mine.name = "印染车间"

    with pytest.raises(ChangedMeanwhile):
        change_after_another()


def test_a_full_disk_is_a_sentence_and_the_data_stays(store):
    with store.write("unit.add") as db:
        db.add(unit("织造车间"))
    with store.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(DiskFull), store.write("settings.change") as db:
        db.add(Setting(key="organiser", value="长" * 100_000))
    assert count(store, Unit) == 1


def test_threads_writing_together_lose_nothing(store):
    def add_ten(letter):
        for number in range(10):
            with store.write("unit.add") as db:
                db.add(unit(f"{letter}{number}"))

    threads = [threading.Thread(target=add_ten, args=(letter,)) for letter in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (count(store, Unit), count(store, Act)) == (40, 40)


WRITER = """
import sys
from pathlib import Path
from jz_training.storage.tables import Unit
from jz_training.storage.workspace import Workspace
workspace = Workspace(Path(sys.argv[1]))
for number in range(10_000):
    with workspace.store.write("unit.add", subject=str(number)) as db:
        db.add(Unit(name=str(number), kind="branch", parent_id=None, position=number))
    print(number, flush=True)
"""


def kill_in_the_middle(folder: Path, after: int) -> int:
    """Kill a writing process after so many acknowledged commits; return how many there were."""
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", WRITER, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=root, text=True) as writer:
        assert writer.stdout is not None
        acknowledged = 0
        for line in writer.stdout:
            acknowledged = int(line) + 1
            if acknowledged == after:
                writer.kill()
    return acknowledged


def assert_nothing_lost(folder: Path, acknowledged: int) -> None:
    workspace = Workspace(folder)
    try:
        units, acts = count(workspace.store, Unit), count(workspace.store, Act)
    finally:
        workspace.close()
    assert units == acts
    assert units >= acknowledged


@pytest.mark.parametrize("after", [1, 7])
def test_a_killed_program_loses_no_acknowledged_row(tmp_path, after):
    acknowledged = kill_in_the_middle(tmp_path / "w", after)
    assert_nothing_lost(tmp_path / "w", acknowledged)


@pytest.mark.soak
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("round", range(100))
def test_a_hundred_killed_programs_lose_no_acknowledged_row(tmp_path, round):
    acknowledged = kill_in_the_middle(tmp_path / "w", 1 + round * 3)
    assert_nothing_lost(tmp_path / "w", acknowledged)

"""Reading in a child process: the same result, and the parent lives on."""

from __future__ import annotations

import contextlib
import os
import random
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import pytest

from jz_training.domain.roster_reading import RosterField, WarningCode
from jz_training.errors import CannotRead, Stopped
from jz_training.readers.limits import MEGABYTE, Limits
from jz_training.readers.roster.guarded import read_roster_guarded
from jz_training.readers.roster.understand import read_roster
from tests.readers.grids.test_kinds import FILES
from tests.readers.workbooks import HEADER, PEOPLE, raw_row, raw_xlsx, xlsx, xlsx_sheets


@pytest.fixture(scope="module")
def slow(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook that takes some seconds: a million formatted rows."""
    rows = (
        "".join(f'<row r="{n}"><c r="A{n}" s="1"/><c r="B{n}"><v>{n}</v></c></row>' for n in part)
        for part in (range(k, k + 10_000) for k in range(2, 1_000_000, 10_000))
    )
    return raw_xlsx(tmp_path_factory.mktemp("slow") / "慢.xlsx", rows)


def no_children() -> bool:
    return psutil.Process().children(recursive=True) == []


def test_the_child_reads_the_same_as_this_process(tmp_path: Path) -> None:
    assert read_roster_guarded(FILES / "roster.xls") == read_roster(FILES / "roster.xls")
    path = xlsx_sheets(
        tmp_path / "a.xlsx",
        {
            "甲": [HEADER, *PEOPLE, ["", "", "没有姓名"], ["填表人："]],
            "乙": [["单位", "姓名"], ["甲厂", "江帆"], ["", "秦川"]],
            "丙": [["序号", "姓名"] * 2, [1, "温雅", 3, "石　磊"], [2, "<b>", 4, "𠮷野"]],
        },
    )
    assert read_roster_guarded(path) == read_roster(path)


def test_the_choice_of_columns_reaches_the_child(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", [["姓名", "所属"], ["林小禾", "甲厂"]])
    reading = read_roster_guarded(path, choice={("Sheet1", 1): RosterField.UNIT})
    assert reading.people[0].unit == "甲厂"


def test_the_childs_sentence_reaches_the_user(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("甲,乙\n")
    with pytest.raises(CannotRead, match="没有找到表头"):
        read_roster_guarded(path)


@pytest.mark.parametrize("name", ["名 单 'x'.xlsx", "-c.xlsx", "𠮷.xlsx"])
def test_odd_file_names_reach_the_child(tmp_path: Path, name: str) -> None:
    assert read_roster_guarded(xlsx(tmp_path / name, [HEADER, *PEOPLE])).file_name == name


def test_a_relative_path_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    xlsx(tmp_path / "a.xlsx", [HEADER, *PEOPLE])
    monkeypatch.chdir(tmp_path)
    assert len(read_roster_guarded(Path("a.xlsx")).people) == 3


def test_modules_of_the_current_folder_are_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('taken over')")
    monkeypatch.chdir(tmp_path)
    assert read_roster_guarded(xlsx(tmp_path / "a.xlsx", [HEADER, *PEOPLE])).people


def test_a_cell_in_the_last_corner_ends_only_the_child(tmp_path: Path) -> None:
    corner = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    path = raw_xlsx(tmp_path / "a.xlsx", raw_row(1, "姓名") + raw_row(2, "林小禾") + corner)
    with pytest.raises(CannotRead, match="多余的单元格") as refusal:
        read_roster_guarded(path)
    assert refusal.value.details
    assert no_children()


def test_too_much_time_ends_the_child(slow: Path) -> None:
    with pytest.raises(CannotRead, match="秒"):
        read_roster_guarded(slow, limits=Limits(seconds=0.3))
    assert no_children()


def test_too_much_memory_ends_the_child(slow: Path) -> None:
    with pytest.raises(CannotRead, match="内容异常"):
        read_roster_guarded(slow, limits=Limits(memory_bytes=30 * MEGABYTE))
    assert no_children()


def test_the_user_can_stop_it(slow: Path) -> None:
    started = time.monotonic()
    with pytest.raises(Stopped):
        read_roster_guarded(slow, stop=lambda: time.monotonic() > started + 0.2)
    assert time.monotonic() - started < 20  # long before the limit of time
    assert no_children()


def test_a_million_blank_rows_are_no_trouble(tmp_path: Path) -> None:
    rows = raw_row(1, "姓名", "单位") + raw_row(2, "林小禾", "甲厂") + raw_row(1_048_576, "", " ")
    reading = read_roster_guarded(raw_xlsx(tmp_path / "a.xlsx", rows))
    assert [person.name for person in reading.people] == ["林小禾"]
    assert reading.skipped == ()


def test_a_hundred_thousand_people_come_through(tmp_path: Path) -> None:
    rows = (
        raw_row(n, f"林小{chr(0x4E00 + n % 20000)}", f"甲厂{n % 97}") for n in range(2, 100_002)
    )
    path = raw_xlsx(tmp_path / "a.xlsx", [raw_row(1, "姓名", "单位"), *rows])
    reading = read_roster_guarded(path)
    assert len(reading.people) == 100_000
    assert reading.people[-1].row == 100_001
    assert WarningCode.MANY_ROWS in {one.code for one in reading.warnings}


def test_the_child_imports_neither_windows_nor_database() -> None:
    code = (
        "import jz_training.readers.roster.child, sys;"
        "print([m for m in ('PySide6', 'sqlalchemy', 'openpyxl', 'numpy', 'psutil', 'reportlab')"
        " if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_it_can_be_called_from_a_thread(tmp_path: Path) -> None:
    path, found = xlsx(tmp_path / "a.xlsx", [HEADER, *PEOPLE]), []
    thread = threading.Thread(target=lambda: found.append(read_roster_guarded(path)))
    thread.start()
    thread.join()
    assert len(found[0].people) == 3


@pytest.mark.skipif(os.name == "nt", reason="limits of the system are POSIX's")
def test_the_system_holds_the_child_back_too() -> None:
    code = (
        "import resource; from jz_training.readers.serving import hold_back;"
        "from jz_training.readers.limits import Limits; hold_back(Limits());"
        "print(resource.getrlimit(resource.RLIMIT_AS)[0] // 2**20,"
        "resource.getrlimit(resource.RLIMIT_CORE)[0])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1024", "0"]


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_workbook_is_read_or_refused(tmp_path: Path, seed: int) -> None:
    noise = random.Random(seed)
    data = bytearray(xlsx(tmp_path / "a.xlsx", [HEADER, *PEOPLE]).read_bytes())
    for _ in range(1 + seed % 20):
        data[noise.randrange(len(data))] = noise.randrange(256)
    (tmp_path / "a.xlsx").write_bytes(data)
    with contextlib.suppress(CannotRead):
        assert read_roster_guarded(tmp_path / "a.xlsx").people

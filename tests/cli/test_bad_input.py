"""Bad files in, bad places out: one sentence on stderr, exit code 1, everything as it was."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree, which

import pytest
from openpyxl import Workbook, load_workbook

from jz_training.errors import CannotWrite
from jz_training.storage import backups
from tests.readers.workbooks import raw_row, raw_xlsx

HEADER = ("姓名", "单位")
ROOT = Path(__file__).parents[2]
Say = Callable[..., tuple[int, str, str]]

posix = pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights and mounts elsewhere")


def book(path: Path, *rows: tuple[object, ...]) -> Path:
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    workbook.save(path)
    return path


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def state(folder: str | Path) -> dict[str, str]:
    """Return what lies in a folder: every file with its fingerprint."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(Path(folder).rglob("*"))
        if path.is_file() and path.name != "workspace.lock"
    }


def is_one_sentence(said: str) -> bool:
    return said.endswith("。\n") and said.count("\n") == 1 and "Traceback" not in said


# --- files in --------------------------------------------------------------------------------

BAD_FILES: dict[str, tuple[Callable[[Path], Path], str]] = {
    "empty": (lambda folder: written(folder / "a.xlsx", b""), "空的"),
    "blank": (lambda folder: written(folder / "a.csv", b"\r\n \r\n"), "空的"),
    "picture": (
        lambda folder: written(folder / "a.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(99)),
        "图片",
    ),
    "document": (lambda folder: written(folder / "a.xls", b"%PDF-1.7\n"), "PDF"),
    "noise": (lambda folder: written(folder / "a.xlsx", bytes(range(256)) * 9), "能识别"),
    "cut off": (
        lambda folder: written(
            folder / "a.xlsx", book(folder / "b.xlsx", HEADER, ("丁宁", "甲厂")).read_bytes()[:-99]
        ),
        "不完整",
    ),
    "no header": (lambda folder: book(folder / "a.xlsx", ("甲", "乙"), ("丁宁", "甲厂")), "表头"),
    "no names": (lambda folder: book(folder / "a.xlsx", HEADER, ("", "甲厂")), "没有人名"),
    "name of 200": (lambda folder: book(folder / "a.xlsx", HEADER, ("长" * 200, "甲厂")), "人名"),
    "missing": (lambda folder: folder / "无.xlsx", "不存在"),
    "folder": (lambda folder: folder, "文件夹"),
}


@pytest.mark.parametrize("kind", BAD_FILES)
def test_a_bad_file_is_one_sentence_and_changes_nothing(
    say: Say, workspace: str, tmp_path: Path, kind: str
) -> None:
    (tmp_path / "in").mkdir()
    make, words = BAD_FILES[kind]
    path, before = make(tmp_path / "in"), state(workspace)
    code, printed, said = say("roster", "import", str(path))
    assert (code, printed) == (1, "")
    assert is_one_sentence(said)
    assert words in said
    assert state(workspace) == before


def test_a_name_of_200_characters_is_skipped_and_said(say: Say, tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", HEADER, ("丁宁", "甲厂"), ("长" * 200, "甲厂"))
    code, printed, said = say("roster", "import", str(path))
    assert (code, printed) == (0, "新增 1 人，更新 0 人，未动 0 人\n")
    assert "略过 1 行" in said


def test_a_hundred_thousand_rows_ask_before_they_are_taken_in(
    say: Say, workspace: str, tmp_path: Path
) -> None:
    rows = (
        raw_row(n, f"林小{chr(0x4E00 + n % 20000)}", f"甲厂{n % 97}") for n in range(2, 100_002)
    )
    path, before = raw_xlsx(tmp_path / "a.xlsx", [raw_row(1, *HEADER), *rows]), state(workspace)
    code, printed, said = say("roster", "import", str(path))
    assert (code, printed) == (1, "")
    assert said.splitlines()[-1].startswith("名单有 100000 人")
    assert state(workspace) == before


def test_markup_in_a_name_stays_text_from_file_to_paper(say: Say, tmp_path: Path) -> None:
    odd = '<img src="/etc/hostname">'
    table = f'姓名,单位\n"{odd.replace(chr(34), chr(34) * 2)}",=1+1\n丁宁,<b>甲厂\n'
    path = written(tmp_path / "a.csv", table.encode())
    assert "新增 2 人" in say("roster", "import", str(path))[1]
    assert say("roster", "export", str(tmp_path / "b.xlsx"))[0] == 0
    cells = [cell for row in load_workbook(tmp_path / "b.xlsx").active.rows for cell in row]
    assert {odd, "=1+1"} <= {cell.value for cell in cells}
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    training = a_training(say)
    assert say("training", "freeze", training)[0] == 0
    assert say("training", "sheet", training, "--out", str(tmp_path / "c.pdf"))[0] == 0


# --- places out ------------------------------------------------------------------------------


def a_training(say: Say, *words: str) -> str:
    times = ("--start", "2026-11-20T15:00", "--end", "2026-11-20T16:30")
    return say("training", "add", "--title", "专题学习会", *times, *words)[1].strip()


@pytest.fixture
def outputs(say: Say, tmp_path: Path) -> dict[str, tuple[str, ...]]:
    """Return the words that write each kind of file; the path goes to the end."""
    path = book(tmp_path / "名册.xlsx", HEADER, *((f"丁{n}宁", "甲厂") for n in "一二三四五六七"))
    say("roster", "import", str(path))
    training = a_training(say)
    say("training", "freeze", training)
    return {
        "roster": ("roster", "export"),
        "sheet": ("training", "sheet", training, "--out"),
        "report": ("report", "--as-of", "2026-11-30", "--out"),
        "ledger": ("ledger", "--as-of", "2026-11-30", "--out"),
    }


OUTPUTS = {"roster": "a.xlsx", "sheet": "a.pdf", "report": "a.pdf", "ledger": "a.xlsx"}


@pytest.mark.parametrize("kind", OUTPUTS)
def test_a_target_open_in_excel_is_said_and_left_alone(
    say: Say, workspace: str, outputs: dict[str, tuple[str, ...]], tmp_path: Path, kind: str
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    target = written(folder / OUTPUTS[kind], b"old")
    written(folder / f"~${target.name}", b"")
    before, data = state(folder), state(workspace)
    code, printed, said = say(*outputs[kind], str(target))
    assert (code, printed) == (1, "")
    assert is_one_sentence(said)
    assert "打开" in said
    assert (state(folder), state(workspace)) == (before, data)


@pytest.mark.parametrize("kind", OUTPUTS)
def test_a_folder_that_is_not_there_is_said(
    say: Say, workspace: str, outputs: dict[str, tuple[str, ...]], tmp_path: Path, kind: str
) -> None:
    data = state(workspace)
    code, printed, said = say(*outputs[kind], str(tmp_path / "无" / OUTPUTS[kind]))
    assert (code, printed, is_one_sentence(said)) == (1, "", True)
    assert state(workspace) == data


# --- disks -----------------------------------------------------------------------------------


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Callable[..., Path]]:
    """Mount a small disk of memory; only root may, elsewhere the test is skipped and says so."""
    made: list[Path] = []

    def mount(name: str = "disk", *, size: str = "1m") -> Path:
        folder = tmp_path / name
        folder.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=0777", "tmpfs", str(folder)]
        if os.name == "nt" or os.geteuid() != 0 or which("mount") is None:
            pytest.skip("NOT TESTED: a full disk needs root and mount")
        if subprocess.run(command, capture_output=True).returncode:
            pytest.skip("NOT TESTED: this system does not let root mount a disk of memory")
        made.append(folder)
        return folder

    yield mount
    for folder in made:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def remount_read_only(folder: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)


def fill(folder: Path, *, leave: int = 0) -> None:
    """Write a disk full but for so many bytes."""
    with (folder / "fill").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            file.truncate(max(0, file.tell() - leave))


@pytest.mark.parametrize("kind", OUTPUTS)
def test_a_full_disk_keeps_the_old_file(
    say: Say, outputs: dict[str, tuple[str, ...]], mounted: Callable[..., Path], kind: str
) -> None:
    disk = mounted()
    target = written(disk / OUTPUTS[kind], b"old")
    fill(disk, leave=4096)
    before = state(disk)
    code, printed, said = say(*outputs[kind], str(target))
    assert (code, printed) == (1, "")
    assert is_one_sentence(said)
    assert "磁盘空间不足" in said
    assert state(disk) == before


def test_a_full_disk_under_the_data_keeps_what_was_saved(
    say: Say, workspace: str, tmp_path: Path, mounted: Callable[..., Path]
) -> None:
    disk = mounted()
    folder = copytree(workspace, disk / "data")
    rows = ((f"丁{chr(0x4E00 + n)}", f"第{n % 50}车间") for n in range(3000))
    path = book(tmp_path / "a.xlsx", HEADER, *rows)
    fill(disk, leave=64 * 1024)
    before = state(folder)
    where = ("--workspace", str(folder))
    code, printed, said = say("roster", "import", str(path), *where, data=False)
    assert (code, printed) == (1, "")
    assert is_one_sentence(said.splitlines()[-1] + "\n")
    assert "磁盘空间不足" in said
    assert state(folder) == before
    (disk / "fill").unlink()
    assert "检查通过" in say("check", *where, data=False)[1]


def test_a_full_disk_leaves_no_half_backup(
    say: Say, workspace: str, mounted: Callable[..., Path]
) -> None:
    disk = mounted(size="2m")
    folder = copytree(workspace, disk / "data")
    fill(disk, leave=32 * 1024)
    before = state(folder)
    code, printed, said = say("backup", "--workspace", str(folder), data=False)
    assert (code, printed, is_one_sentence(said)) == (1, "", True)
    assert "磁盘空间不足" in said
    assert state(folder) == before


def test_no_workspace_is_made_on_a_full_disk(say: Say, mounted: Callable[..., Path]) -> None:
    disk = mounted()
    fill(disk, leave=16 * 1024)
    code, _, said = say("training", "list", "--workspace", str(disk / "data"), data=False)
    assert (code, is_one_sentence(said)) == (1, True)


def test_a_full_disk_keeps_the_data_when_a_backup_is_put_back(
    say: Say, workspace: str, mounted: Callable[..., Path]
) -> None:
    name = say("backup")[1].split()[0]
    disk = mounted(size="2m")
    folder = copytree(workspace, disk / "data")
    fill(disk, leave=32 * 1024)
    before = state(folder)
    code, printed, said = say("restore", name, "--workspace", str(folder), data=False)
    assert (code, printed, is_one_sentence(said)) == (1, "", True)
    assert state(folder) == before


def test_a_read_only_disk_can_be_read_and_nothing_else(
    say: Say, workspace: str, outputs: dict[str, tuple[str, ...]], mounted: Callable[..., Path]
) -> None:
    disk = mounted(size="8m")
    folder = copytree(workspace, disk / "data")
    remount_read_only(disk)
    where = ("--workspace", str(folder))
    listed = say("training", "list", *where, data=False)
    assert (listed[0], "专题学习会" in listed[1]) == (0, True)
    for words in (
        ("backup",),
        ("undo",),
        ("training", "cancel", listed[1].split()[0]),
        ("restore", "2026-01-01_000000_000000.auto.sqlite"),
    ):
        code, _, said = say(*words, *where, data=False)
        assert (code, is_one_sentence(said), "只读" in said) == (1, True, True)
    for kind, name in OUTPUTS.items():
        code, _, said = say(*outputs[kind], str(disk / name))
        assert (code, is_one_sentence(said), "不允许写入" in said) == (1, True, True)


@posix
def test_a_folder_without_the_right_to_write_is_one_sentence(
    workspace: str, tmp_path: Path
) -> None:
    if os.geteuid() == 0 and which("setpriv") is None:
        pytest.skip("NOT TESTED: root may write anywhere, and there is no setpriv to stop it")
    roster = book(tmp_path / "a.xlsx", HEADER, ("丁宁", "甲厂"))
    (out := tmp_path / "out").mkdir()
    for path in (out, Path(workspace), *Path(workspace).rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = state(workspace)
    for words in (
        ["roster", "import", str(roster)],
        ["roster", "export", str(out / "b.xlsx")],
        ["backup"],
    ):
        done = without_privileges([*words, "--workspace", workspace])
        assert (done.returncode, is_one_sentence(done.stderr)) == (1, True), done.stderr
    done = without_privileges(["demo", "--out", str(out / "demo")])
    assert (done.returncode, is_one_sentence(done.stderr)) == (1, True), done.stderr
    assert without_privileges(["training", "list", "--workspace", workspace]).returncode == 0
    assert state(workspace) == before


def without_privileges(words: list[str]) -> subprocess.CompletedProcess[str]:
    """Run the program so that the rights of files count, also for root."""
    command = [sys.executable, "-m", "jz_training", *words]
    if os.geteuid() == 0:
        command = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", *command]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT)


# --- odd words -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        ("--title", "坏\udcff字"),
        ("--title", "坏\x07字"),
        ("--venue", "\ufffe"),
        ("--note", "第一行\n坏\x00字"),
        ("--topic", "\ud800"),
        ("--hours", "1000"),
        ("--hours", "NaN"),
        ("--title", "长" * 201),
    ],
)
def test_odd_words_for_a_training_are_one_sentence(
    say: Say, workspace: str, words: tuple[str, ...]
) -> None:
    before = state(workspace)
    times = ("--start", "2026-11-20T15:00", "--end", "2026-11-20T16:30")
    code, printed, said = say("training", "add", "--title", "学习会", *times, *words)
    assert (code, printed, is_one_sentence(said)) == (1, "", True)
    assert state(workspace) == before


@pytest.mark.parametrize(
    "words",
    [
        ("--hours", "两"),
        ("--start", "2026-11-20T15:00+08:00"),
        ("--start", "昨天"),
    ],
)
def test_words_that_are_no_number_and_no_time_are_told_by_the_usage(
    say: Say, words: tuple[str, ...]
) -> None:
    times = ("--start", "2026-11-20T15:00", "--end", "2026-11-20T16:30")
    with pytest.raises(SystemExit) as stopped:
        say("training", "add", "--title", "学习会", *times, *words)
    assert stopped.value.code == 2


def test_the_last_day_of_all_calendars_ends_a_period(say: Say, outputs: object) -> None:
    assert say("training", "list", "--to", "9999-12-31")[1]


def test_a_file_whose_name_is_no_text_is_imported(say: Say, tmp_path: Path) -> None:
    if sys.platform in ("win32", "darwin"):
        pytest.skip("file names are text there")
    path = book(tmp_path / "名册.xlsx", HEADER, ("丁宁", "甲厂"))
    odd = path.rename(tmp_path / os.fsdecode(b"\xff.xlsx"))
    assert "新增 1 人" in say("roster", "import", str(odd))[1]
    assert "\ufffd.xlsx" in say("history")[1]


def test_a_backup_that_fails_by_itself_is_told_and_the_work_is_kept(
    say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise CannotWrite("backups", "backups_read_only")

    monkeypatch.setattr(backups, "make_backup", fail)
    assert a_training(say)
    code, _, said = say("training", "cancel", say("training", "list")[1].split()[0])
    assert (code, said.startswith("没有自动备份：")) == (0, True)

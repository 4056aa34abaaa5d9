"""Looking after a workspace from a terminal: beside the window, damaged, lost, restored."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from jz_training.services.desk import Desk, open_desk

ROOT = Path(__file__).parents[2]
Say = Callable[..., tuple[int, str, str]]
TIMES = ("--start", "2026-11-20T15:00", "--end", "2026-11-20T16:30")


@pytest.fixture
def training(say: Say) -> str:
    return say("training", "add", "--title", "专题学习会", *TIMES)[1].strip()


@pytest.fixture
def window(training: str, workspace: str) -> Iterator[Desk]:
    """Hold the workspace as a window does, in a state with something in it."""
    desk = open_desk(Path(workspace))
    yield desk
    desk.close()


# --- beside the window -----------------------------------------------------------------------


def test_reading_is_allowed_while_the_window_is_open(
    say: Say, window: Desk, tmp_path: Path
) -> None:
    for words in (
        ("training", "list"),
        ("history",),
        ("check",),
        ("backup", "--list"),
        ("report", "--as-of", "2026-11-30", "--out", str(tmp_path / "a.pdf")),
        ("ledger", "--as-of", "2026-11-30", "--out", str(tmp_path / "a.xlsx")),
        ("roster", "export", str(tmp_path / "b.xlsx")),
    ):
        code, printed, said = say(*words)
        assert (words, code, said) == (words, 0, "")
        assert printed or words[0] == "backup"
    window.units.add(name="织造车间")  # and the window goes on working


def test_changing_is_refused_while_the_window_is_open(
    say: Say, window: Desk, training: str, workspace: str
) -> None:
    acts = window.history.acts()
    for words in (
        ("training", "add", "--title", "又一场", *TIMES),
        ("training", "cancel", training),
        ("attendance", "close", training),
        ("check", "--repair"),
        ("backup",),
        ("restore", "2026-01-01_000000_000000.auto.sqlite"),
        ("undo",),
    ):
        code, printed, said = say(*words)
        assert (words, code, printed) == (words, 1, "")
        assert said == f"工作区“{workspace}”正在被另一个窗口使用。请先关闭那个窗口，再试一次。\n"
    assert window.history.acts() == acts


def test_another_process_reads_beside_the_window(window: Desk, workspace: str) -> None:
    command = [sys.executable, "-m", "jz_training", "training", "list", "--workspace", workspace]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    assert "专题学习会" in done.stdout


# --- damaged and lost ------------------------------------------------------------------------


def damage(data: Path) -> None:
    data.write_bytes(b"SQLite format 3\0" + b"\xff" * 8000)


def lose(data: Path) -> None:
    data.unlink()


@pytest.mark.parametrize("harm", [damage, lose])
def test_a_backup_is_listed_and_restored_when_the_data_cannot_be_opened(
    say: Say, training: str, workspace: str, harm: Callable[[Path], None]
) -> None:
    say("backup")
    harm(Path(workspace) / "data.sqlite")
    code, printed, said = say("training", "list")
    assert (code, printed) == (1, "")
    assert "备份" in said
    name = say("backup", "--list")[1].split()[0]
    code, printed, said = say("restore", name)
    assert (code, said, "已恢复" in printed) == (0, "", True)
    assert "专题学习会" in say("training", "list")[1]
    kept = list(Path(workspace).glob("damaged-*.sqlite"))
    assert len(kept) == (1 if harm is damage else 0)


def test_a_truncated_backup_is_not_restored(say: Say, training: str, workspace: str) -> None:
    name = say("backup")[1].split()[0]
    path = Path(workspace) / "backups" / name
    path.write_bytes(path.read_bytes()[:5000])
    code, printed, said = say("restore", name)
    assert (code, printed) == (1, "")
    assert said == f"备份“{name}”没有通过检查，未恢复，当前数据没有改动。请换一个备份。\n"
    assert "专题学习会" in say("training", "list")[1]


def test_a_check_names_a_damaged_backup(say: Say, workspace: str) -> None:
    name = say("backup")[1].split()[0]
    (Path(workspace) / "backups" / name).write_bytes(b"x")
    code, printed, said = say("check")
    assert (code, printed, name in said) == (1, "", True)


# --- backups by themselves -------------------------------------------------------------------


def test_work_from_a_terminal_is_backed_up_when_it_is_due(say: Say, training: str) -> None:
    assert len(say("backup", "--list")[1].splitlines()) == 1
    say("training", "cancel", training)
    assert len(say("backup", "--list")[1].splitlines()) == 1


def test_reading_makes_no_backup(say: Say) -> None:
    say("training", "list")
    assert say("backup", "--list")[1] == ""


# --- ending ----------------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_a_reader_that_has_enough_is_no_error(say: Say, training: str, workspace: str) -> None:
    words = [sys.executable, "-m", "jz_training", "training", "list", "--workspace", workspace]
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(words, cwd=ROOT, stdout=writer, stderr=subprocess.PIPE, text=True)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl+C in another way")
def test_ctrl_c_is_one_word_and_no_traceback() -> None:
    script = (
        "import sys, os, signal; from jz_training.cli import program, workspace;"
        # a parent in the background hands down an ignored Ctrl+C
        "signal.signal(signal.SIGINT, signal.default_int_handler);"
        "workspace._history = lambda asked: os.kill(os.getpid(), signal.SIGINT);"
        "sys.exit(program.run_command(['history']))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (128 + signal.SIGINT, "", "已停止。\n")

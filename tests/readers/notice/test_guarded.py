"""Reading a notice in a child process: the same text, and the parent lives on."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from jz_training.errors import CannotRead, Stopped
from jz_training.readers.limits import MEGABYTE, Limits
from jz_training.readers.notice.guarded import read_notice_guarded, read_raw_guarded
from jz_training.readers.notice.limits import NOTICE_LIMITS
from jz_training.readers.notice.source import text_of_file
from jz_training.readers.notice.understand import understand
from tests.readers.notice.papers import FILES, docx, pdf, sample, scanned_pdf


@pytest.fixture(scope="module")
def slow(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A document that takes some seconds: millions of elements without a paragraph."""
    part = "<w:bookmarkStart/>" * 10_000
    return docx(tmp_path_factory.mktemp("slow") / "慢.docx", (part for _ in range(500)))


def no_children() -> bool:
    return psutil.Process().children(recursive=True) == []


@pytest.mark.parametrize("name", ["notice.doc", "notice.rtf", "a.docx", "a.pdf"])
def test_the_child_reads_the_same_as_this_process(tmp_path: Path, name: str) -> None:
    sample(tmp_path / "a.docx")
    pdf(tmp_path / "a.pdf", [["上一页的字 𠮷"], ["下一页的字"]], numbers="- {} -")
    path = (FILES if name.startswith("notice") else tmp_path) / name
    raw = text_of_file(path, NOTICE_LIMITS)
    assert read_raw_guarded(path) == raw
    assert read_notice_guarded(path) == understand(raw, source=name)


def test_the_childs_sentence_reaches_the_user(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="扫描"):
        read_notice_guarded(scanned_pdf(tmp_path / "扫描 件.pdf"))
    assert no_children()


def test_too_much_time_ends_the_child(slow: Path) -> None:
    with pytest.raises(CannotRead, match="秒"):
        read_notice_guarded(slow, limits=Limits(seconds=0.3))
    assert no_children()


def test_too_much_memory_ends_the_child(slow: Path) -> None:
    with pytest.raises(CannotRead, match="粘贴") as refusal:
        read_notice_guarded(slow, limits=Limits(memory_bytes=5 * MEGABYTE))
    assert "名单" not in refusal.value.sentence
    assert no_children()


def test_the_user_can_stop_it(slow: Path) -> None:
    started = time.monotonic()
    with pytest.raises(Stopped):
        read_notice_guarded(slow, stop=lambda: time.monotonic() > started + 0.2)
    assert time.monotonic() - started < 20  # long before the limit of time
    assert no_children()


def test_the_child_imports_neither_windows_nor_database_nor_rosters() -> None:
    code = (
        "import jz_training.readers.notice.child, sys;"
        "print([m for m in ('PySide6', 'sqlalchemy', 'python_calamine', 'psutil', 'reportlab',"
        " 'pypdfium2', 'olefile', 'jz_training.readers.roster') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

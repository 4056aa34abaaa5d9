"""A file is saved whole or not at all, and whoever cannot save is told what to do."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from openpyxl import Workbook
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from jz_training import safe_files
from jz_training.documents.word.docx_file import docx_bytes
from jz_training.documents.word.docx_page import new_document
from jz_training.domain.paper_style import PaperLayout, PaperStyle
from jz_training.errors import CannotWrite, DiskFull, Stopped
from jz_training.safe_files import DAY, UNFINISHED, is_pdf, is_word_file, is_workbook, save, sweep

OLD = b"the old file, still good"


def accept(path: Path) -> bool:
    return path.is_file()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "名册.xlsx"
    path.write_bytes(OLD)
    return path


def untouched(path: Path) -> bool:
    return path.read_bytes() == OLD and os.listdir(path.parent) == [path.name]


# --- what saving does ------------------------------------------------------------------------


def test_what_a_killed_run_left_beside_the_target_goes_with_the_next_save(target: Path) -> None:
    left = target.with_name(f"{UNFINISHED}0123.xlsx")
    running = target.with_name(f"{UNFINISHED}4567.xlsx")
    for path in (left, running):
        path.write_bytes(b"half")
    long_ago = time.time() - DAY - 60
    os.utime(left, (long_ago, long_ago))
    save(target, b"new", check=accept)
    assert sorted(os.listdir(target.parent)) == sorted([running.name, target.name])


def test_bytes_replace_the_old_file(target: Path) -> None:
    save(target, b"new", check=accept)
    assert target.read_bytes() == b"new"
    assert os.listdir(target.parent) == [target.name]


def test_a_function_writes_into_the_file_it_is_given(target: Path) -> None:
    save(target, lambda path: Path(path).write_bytes(b"drawn") and None, check=accept)
    assert target.read_bytes() == b"drawn"


def test_the_check_sees_what_was_written_and_the_ending(target: Path) -> None:
    seen: list[tuple[bytes, str]] = []

    def look(path: Path) -> bool:
        seen.append((path.read_bytes(), path.suffix))
        return True

    save(target, b"new", check=look)
    assert seen == [(b"new", ".xlsx")]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits")
def test_nobody_else_may_read_a_file_while_it_is_being_written(tmp_path: Path) -> None:
    modes: list[int] = []

    def write(path: Path) -> None:
        modes.append(stat.S_IMODE(path.stat().st_mode))
        path.write_bytes(b"x")

    umask = os.umask(0o022)
    try:
        save(tmp_path / "a.pdf", write, check=accept)
    finally:
        os.umask(umask)
    assert modes == [0o600]
    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == 0o644


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits")
def test_an_existing_file_keeps_its_permissions(target: Path) -> None:
    target.chmod(0o640)
    save(target, b"new", check=accept)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own on Windows")
def test_a_link_stays_and_the_file_behind_it_is_replaced(target: Path, tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    link = tmp_path / "desk" / "link.xlsx"
    link.symlink_to(target)
    save(link, b"new", check=accept)
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot sync a folder")
def test_the_file_is_on_disk_before_it_takes_its_place_and_the_folder_after(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    sync, replace = os.fsync, os.replace

    def noted_sync(handle: int) -> None:
        calls.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        sync(handle)

    def noted_replace(old: Path, new: Path) -> None:
        calls.append("replace")
        replace(old, new)

    monkeypatch.setattr(os, "fsync", noted_sync)
    monkeypatch.setattr(os, "replace", noted_replace)
    save(target, b"new", check=accept)
    assert calls == ["file", "replace", "folder"]


def test_a_name_as_long_as_the_file_system_allows_is_saved(tmp_path: Path) -> None:
    path = tmp_path / ("会" * 83 + ".pdf")  # 253 bytes
    save(path, b"new", check=accept)
    assert path.read_bytes() == b"new"


# --- failing ---------------------------------------------------------------------------------


def broken(*_: object) -> None:
    raise OSError(errno.EIO, "the disk is dying")


def raising(_: Path) -> bool:
    raise RuntimeError("the parser fell over")


@pytest.mark.parametrize(
    ("content", "check", "faulty"),
    [
        (broken, accept, ""),
        (b"new", lambda _: False, ""),
        (b"new", raising, ""),
        (b"new", accept, "fsync"),
        (b"new", accept, "chmod"),
        (b"new", accept, "replace"),
    ],
    ids=["write", "check says no", "check raises", "fsync", "chmod", "replace"],
)
def test_whatever_fails_the_old_file_is_untouched(
    target: Path,
    monkeypatch: pytest.MonkeyPatch,
    content: bytes | Callable[[Path], None],
    check: Callable[[Path], bool],
    faulty: str,
) -> None:
    if faulty:
        monkeypatch.setattr(os, faulty, broken)
    with pytest.raises(CannotWrite, match="没有保存“名册") as caught:
        save(target, content, check=check)
    assert caught.value.details
    assert untouched(target)


@pytest.mark.parametrize("reason", [Stopped, KeyboardInterrupt, ZeroDivisionError])
def test_what_the_writer_raises_itself_passes_and_leaves_nothing(
    target: Path, reason: type[BaseException]
) -> None:
    def stop(path: Path) -> None:
        path.write_bytes(b"half")
        raise reason

    with pytest.raises(reason):
        save(target, stop, check=accept)
    assert untouched(target)


@pytest.mark.parametrize("room", [0, 1, 7, 511, 512, 513, *range(1000, 16000, 1000)])
def test_a_disk_that_fills_after_any_byte_leaves_the_old_file(target: Path, room: int) -> None:
    def write(path: Path) -> None:
        path.write_bytes(b"x" * room)
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(DiskFull, match="磁盘空间不足"):
        save(target, write, check=accept)
    assert untouched(target)


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_workbook_held_by_excel_on_windows_is_said_to_be_open(
    target: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def held(old: Path, new: Path) -> None:
        error = PermissionError(errno.EACCES, "in use", str(old), None, str(new))
        error.winerror = code  # type: ignore[attr-defined]
        raise error

    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(CannotWrite) as caught:
        save(target, b"new", check=accept)
    assert str(caught.value) == (
        "没有保存“名册.xlsx”：它正在 Excel 或 WPS 中打开，请先关闭，或另存为别的文件名。"
    )
    assert untouched(target)


def test_a_file_held_only_for_a_moment_is_waited_for(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, refusals = os.replace, [1, 2]

    def held_twice(old: Path, new: Path) -> None:
        if refusals:
            refusals.pop()
            raise PermissionError(errno.EACCES, "in use", str(old), None, str(new))
        replace(old, new)

    monkeypatch.setattr(os, "replace", held_twice)
    monkeypatch.setattr(safe_files, "PAUSES", (0.0, 0.0, 0.0))
    save(target, b"new", check=accept)
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("owner", ["~$名册.xlsx", ".~名册.xlsx", ".~lock.名册.xlsx#"])
def test_a_workbook_open_in_an_office_program_is_not_replaced(target: Path, owner: str) -> None:
    (target.parent / owner).write_bytes(b"")
    with pytest.raises(CannotWrite, match="正在 Excel 或 WPS 中打开"):
        save(target, b"new", check=accept)
    assert target.read_bytes() == OLD


def test_an_open_pdf_is_not_said_to_be_open_in_excel(tmp_path: Path) -> None:
    (tmp_path / "小结.pdf").write_bytes(OLD)
    (tmp_path / ".~lock.小结.pdf#").write_bytes(b"")
    with pytest.raises(CannotWrite, match="正在 别的程序 中打开"):
        save(tmp_path / "小结.pdf", b"new", check=accept)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("没有/名册.xlsx", "文件夹“.*没有”不存在，请换一个位置"),
        ("名册.xlsx/名册.xlsx", "文件夹“.*名册.xlsx”不存在"),
        ("会" * 90 + ".xlsx", "文件名太长，请改短一些"),
        ("名\0册.xlsx", "文件名中有不能使用的字符"),
        ("", "这个名字已经是一个文件夹"),
    ],
    ids=["no folder", "a file for a folder", "too long", "NUL", "a folder"],
)
def test_a_place_that_cannot_be_is_named(target: Path, name: str, sentence: str) -> None:
    with pytest.raises(CannotWrite, match=sentence):
        save(target.parent / name, b"new", check=accept)
    assert untouched(target)


# --- real disks ------------------------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1 MiB of its own."""
    if os.name == "nt" or os.geteuid() != 0:
        pytest.skip("NOT TESTED HERE: a full or read-only disk needs the right to mount (root)")
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("NOT TESTED HERE: this system does not let root mount a tmpfs")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_is_said_and_keeps_the_old_file(small_disk: Path) -> None:
    target = small_disk / "小结.pdf"
    target.write_bytes(OLD)
    with pytest.raises(DiskFull):
        save(target, b"x" * 2**21, check=accept)
    assert untouched(target)


def test_a_read_only_disk_is_said_and_keeps_the_old_file(small_disk: Path) -> None:
    target = small_disk / "小结.pdf"
    target.write_bytes(OLD)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(CannotWrite, match=r"不允许写入，请换一个位置|被设为只读"):
        save(target, b"new", check=accept)
    with pytest.raises(CannotWrite, match="不允许写入，请换一个位置"):
        save(small_disk / "新.pdf", b"new", check=accept)
    assert untouched(target)


REFUSED = """
import os, sys
from pathlib import Path
from jz_training.safe_files import save

os.chdir(sys.argv[1])
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
for name in ("new.pdf", "old.pdf"):
    try:
        save(Path(name).absolute(), b"new", check=Path.exists)
    except Exception as error:
        print(error)
"""


@pytest.mark.skipif(os.name == "nt", reason="NOT TESTED HERE: Windows has lists of rights")
def test_a_read_only_folder_and_a_read_only_file_are_told_apart() -> None:
    package = str(Path(safe_files.__file__).parents[1])
    with TemporaryDirectory() as name:  # pytest's own folder is closed to everybody but root
        folder = Path(name)
        (folder / "old.pdf").write_bytes(OLD)
        (folder / "old.pdf").chmod(0o444)
        folder.chmod(0o555)
        done = subprocess.run(
            [sys.executable, "-c", REFUSED, name],
            env={**os.environ, "PYTHONPATH": package, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        )
        assert untouched(folder / "old.pdf")
        folder.chmod(0o755)
    assert done.stdout.decode().splitlines() == [
        f"没有保存“new.pdf”：文件夹“{name}”不允许写入，请换一个位置。",
        "没有保存“old.pdf”：这个文件被设为只读，请另存为别的文件名。",
    ]


# --- killed ----------------------------------------------------------------------------------

KILLED = """
import os, signal, sys
from pathlib import Path
from jz_training import safe_files

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

def half(path):
    path.write_bytes(b"ne")
    die()

moment, target = sys.argv[1:]
replace = os.replace
if moment == "before replacing":
    os.replace = die
if moment == "after replacing":
    os.replace = lambda old, new: (replace(old, new), die())
safe_files.save(
    Path(target),
    half if moment == "writing" else b"new",
    check=die if moment == "checking" else Path.exists,
)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize(
    ("moment", "left"),
    [
        ("writing", OLD),
        ("checking", OLD),
        ("before replacing", OLD),
        ("after replacing", b"new"),
    ],
)
def test_a_killed_save_leaves_the_old_or_the_new_file(
    target: Path, moment: str, left: bytes
) -> None:
    package = str(Path(safe_files.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", KILLED, moment, str(target)],
        env={**os.environ, "PYTHONPATH": package},
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    assert target.read_bytes() == left
    for leftover in target.parent.glob(f"{UNFINISHED}*"):
        os.utime(leftover, (0, 0))
    sweep(target.parent)
    assert os.listdir(target.parent) == [target.name]


def test_sweeping_takes_only_what_is_ours_and_older_than_a_day(tmp_path: Path) -> None:
    now = time.time()
    ages = {f"{UNFINISHED}1.pdf": 2 * DAY, f"{UNFINISHED}2.pdf": 60, "mine.pdf": 9 * DAY}
    for name, age in ages.items():
        (tmp_path / name).write_bytes(b"")
        os.utime(tmp_path / name, (now - age, now - age))
    assert sweep(tmp_path) == 1
    assert sorted(os.listdir(tmp_path)) == [f"{UNFINISHED}2.pdf", "mine.pdf"]


def test_sweeping_a_folder_that_is_not_there_does_nothing(tmp_path: Path) -> None:
    assert sweep(tmp_path / "gone") == 0


# --- what a whole file is --------------------------------------------------------------------


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    book = Workbook()
    for row in range(200):
        book.worksheets[0].append([row, f"姓名{row}"])
    book.save(tmp_path / "good.xlsx")
    return tmp_path / "good.xlsx"


def repacked(path: Path, name: str, content: bytes | None) -> bytes:
    """Return the workbook with one part replaced, or left out."""
    buffer = BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(buffer, "w") as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        if content is not None:
            new.writestr(name, content)
    return buffer.getvalue()


def test_a_word_file_is_told_from_a_workbook_and_from_half_of_one(
    workbook: Path, tmp_path: Path
) -> None:
    picture = BytesIO()
    Image.effect_noise((300, 300), 50).save(picture, "PNG")
    style = PaperStyle(layout=PaperLayout(logo=picture.getvalue()))
    written = tmp_path / "通知.docx"
    written.write_bytes(docx_bytes(new_document(style), title="通知", author="", made_on=None))
    assert is_word_file(written)
    assert not is_word_file(workbook)
    written.write_bytes(written.read_bytes()[:-40])
    assert not is_word_file(written)


def test_a_good_workbook_is_whole(workbook: Path) -> None:
    assert is_workbook(workbook)


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_workbook_cut_short_is_not(workbook: Path, share: float) -> None:
    data = workbook.read_bytes()
    workbook.write_bytes(data[: int(len(data) * share)])
    assert not is_workbook(workbook)


def test_a_workbook_with_a_flipped_bit_in_its_content_is_not(workbook: Path) -> None:
    data = bytearray(workbook.read_bytes())
    with zipfile.ZipFile(workbook) as archive:
        part = archive.getinfo("xl/worksheets/sheet1.xml")
    data[part.header_offset + 30 + len(part.filename) + part.compress_size // 2] ^= 4
    workbook.write_bytes(data)
    assert not is_workbook(workbook)


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/worksheets/sheet1.xml", b"<worksheet><c>\xff</worksheet>"),
        ("xl/worksheets/sheet1.xml", b"<worksheet><c></worksheet>"),
        ("xl/worksheets/sheet1.xml", None),
        ("xl/workbook.xml", None),
        ("[Content_Types].xml", None),
    ],
)
def test_a_workbook_with_a_bad_or_missing_part_is_not(
    workbook: Path, part: str, content: bytes | None
) -> None:
    workbook.write_bytes(repacked(workbook, part, content))
    assert not is_workbook(workbook)


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "good.pdf"
    canvas = Canvas(str(path))
    canvas.drawString(100, 100, "a line")
    canvas.save()
    return path


def test_a_good_pdf_is_whole(pdf: Path) -> None:
    assert is_pdf(pdf)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[:-20],
        lambda data: data[: len(data) // 2],
        lambda data: data[1:],
        lambda data: data[:200] + data[260:],
    ],
    ids=["empty", "no end", "half", "no header", "a hole"],
)
def test_a_damaged_pdf_is_not(pdf: Path, spoil: Callable[[bytes], bytes]) -> None:
    pdf.write_bytes(spoil(pdf.read_bytes()))
    assert not is_pdf(pdf)


def test_a_file_that_is_not_there_is_not_whole(tmp_path: Path) -> None:
    assert not is_pdf(tmp_path / "gone.pdf")
    assert not is_workbook(tmp_path / "gone.xlsx")

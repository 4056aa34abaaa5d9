"""Files that are refused, each with a sentence that says what to do."""

from __future__ import annotations

import contextlib
import os
import random
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest

from jz_training.errors import CannotRead
from jz_training.readers.limits import Limits
from jz_training.readers.roster.understand import gather, read_roster
from tests.readers.grids.test_kinds import FILES
from tests.readers.workbooks import HEADER, PEOPLE, ole_with, raw_row, raw_xlsx, xlsx


def sentence(path: Path) -> str:
    with pytest.raises(CannotRead) as refusal:
        read_roster(path)
    assert path.name in str(refusal.value)
    return refusal.value.sentence


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_an_empty_file(tmp_path: Path) -> None:
    assert "空的" in sentence(written(tmp_path / "a.xlsx", b""))


def test_a_workbook_without_any_cell(tmp_path: Path) -> None:
    assert "空的" in sentence(xlsx(tmp_path / "a.xlsx", []))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert "不存在" in sentence(tmp_path / "无此文件.xlsx")


def test_a_folder(tmp_path: Path) -> None:
    assert "文件夹" in sentence(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in folders there")
def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.xlsx")
    assert "不是文件" in sentence(tmp_path / "a.xlsx")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "图片"),
        (b"%PDF-1.7\n", "PDF"),
        (b"{\\rtf1}", "文字文档"),
        (b"Rar!\x1a\x07", "压缩包"),
        (bytes(range(256)), "能识别"),
        (b'<?xml version="1.0"?><a xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "2003"),
        (b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n", "网页"),
    ],
)  # fmt: skip
def test_other_kinds_of_files_under_the_name_of_a_workbook(
    tmp_path: Path, data: bytes, word: str
) -> None:
    assert word in sentence(written(tmp_path / "名单.xlsx", data))


@pytest.mark.parametrize(
    ("member", "word"),
    [
        ("word/document.xml", "文字文档"),
        ("xl/workbook.bin", "xlsb"),
        ("名单.xlsx", "压缩包"),
        ("content.xml", "OpenDocument"),
    ],
)
def test_zips_that_are_no_workbook(tmp_path: Path, member: str, word: str) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "")
        archive.writestr(member, "")
    assert word in sentence(path)


def test_an_encrypted_workbook(tmp_path: Path) -> None:
    path = ole_with(tmp_path / "a.xlsx", "EncryptionInfo", "EncryptedPackage")
    assert "密码" in sentence(path)


def test_an_old_document_of_words(tmp_path: Path) -> None:
    assert "文字文档" in sentence(ole_with(tmp_path / "a.doc", "WordDocument"))


def test_a_workbook_cut_off(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", [HEADER, *PEOPLE])
    assert "不完整" in sentence(written(path, path.read_bytes()[:-200]))


@pytest.mark.parametrize("size", [600, 3000, 6000])
def test_an_old_workbook_cut_off(tmp_path: Path, size: int) -> None:
    data = (FILES / "roster.xls").read_bytes()[:size]
    assert "不完整" in sentence(written(tmp_path / "a.xls", data))


def test_a_workbook_with_a_flipped_bit_is_noticed(tmp_path: Path) -> None:
    rows = [raw_row(1, "姓名"), *(raw_row(n, f"林小禾{n}") for n in range(2, 200))]
    path = raw_xlsx(tmp_path / "a.xlsx", rows)
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        start = archive.getinfo("xl/worksheets/sheet1.xml").header_offset
    data[start + 300] ^= 4
    assert "损坏" in sentence(written(path, bytes(data)))


def test_a_workbook_with_a_broken_part(tmp_path: Path) -> None:
    path = raw_xlsx(tmp_path / "a.xlsx", "<row><c><<<")
    assert "损坏" in sentence(path)


def test_entities_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    raw_xlsx(tmp_path / "b.xlsx", raw_row(1, "姓名"))
    with zipfile.ZipFile(tmp_path / "b.xlsx") as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/workbook.xml":
                data = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>' + data
            new.writestr(name, data)
    assert "损坏" in sentence(path)


def test_random_bytes_after_every_kind_of_beginning(tmp_path: Path) -> None:
    noise = random.Random(7)
    for start in (b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html><table>"):
        assert sentence(written(tmp_path / "a.xlsx", start + noise.randbytes(5000)))


def test_a_table_without_a_header_names_the_words_that_are_expected(tmp_path: Path) -> None:
    words = sentence(xlsx(tmp_path / "a.xlsx", [["甲", "乙"], ["林小禾", "示例机械厂"]]))
    assert "姓名" in words
    assert "单位" in words


def test_a_header_without_names(tmp_path: Path) -> None:
    assert "没有人名" in sentence(xlsx(tmp_path / "a.xlsx", [HEADER, [1, "", "示例机械厂"]]))


def test_more_bytes_than_allowed(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "姓名\n林小禾\n".encode())
    with pytest.raises(CannotRead, match="MB"):
        gather(path, choice=None, limits=Limits(file_bytes=5))


def test_a_zip_that_would_unpack_to_too_much_is_not_unpacked(tmp_path: Path) -> None:
    blanks = (" " * 2**20 for _ in range(300))
    path = raw_xlsx(tmp_path / "a.xlsx", blanks)
    assert path.stat().st_size < 2_000_000
    assert "200 MB" in sentence(path)


def test_a_number_formatted_as_an_impossible_time_is_told_with_its_row(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", [["姓名", "联系电话"], ["林小禾", ""], ["石磊", ""]])
    book = openpyxl.load_workbook(path)
    book.active["B3"].value, book.active["B3"].number_format = 1e300, "[h]:mm:ss"
    book.save(path)
    assert "第 3 行" in sentence(path)


@pytest.mark.parametrize("seed", range(150))
def test_a_damaged_old_workbook_is_read_or_refused(tmp_path: Path, seed: int) -> None:
    noise = random.Random(seed)
    data = bytearray((FILES / "roster.xls").read_bytes())
    for _ in range(1 + seed % 20):
        data[noise.randrange(len(data))] = noise.randrange(256)
    with contextlib.suppress(CannotRead):
        assert read_roster(written(tmp_path / "a.xls", bytes(data))).people


def test_a_zip_whose_members_share_bytes(tmp_path: Path) -> None:
    path = raw_xlsx(tmp_path / "a.xlsx", raw_row(1, "姓名"))
    with zipfile.ZipFile(path, "a") as archive:
        again = archive.getinfo("xl/worksheets/sheet1.xml")
        archive.filelist.append(again)
        archive._didModify = True  # type: ignore[attr-defined]
    assert "损坏" in sentence(path)


def test_more_rows_than_allowed(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", ("姓名\n" + "林小禾\n" * 20).encode())
    with pytest.raises(CannotRead, match="超过 10 行"):
        gather(path, choice=None, limits=Limits(rows=10))

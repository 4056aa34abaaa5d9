"""Notices that are refused, each with one sentence that says what to do, and damaged ones."""

from __future__ import annotations

import contextlib
import os
import random
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from jz_training.errors import CannotRead
from jz_training.readers.limits import MEGABYTE, Limits
from jz_training.readers.notice.limits import MOST_LINES, NOTICE_LIMITS
from jz_training.readers.notice.raw_text import RawText
from jz_training.readers.notice.source import text_of_file
from tests.readers.notice.papers import FILES, NOTICE, docx, p, pdf, r, sample, table, typed
from tests.readers.workbooks import HEADER, ole_with, xlsx


def read(path: Path) -> RawText:
    return text_of_file(path, NOTICE_LIMITS)


def sentence(path: Path) -> str:
    with pytest.raises(CannotRead) as refusal:
        read(path)
    assert path.name in str(refusal.value)
    assert "名单" not in refusal.value.sentence.replace("名单请到", "")
    return refusal.value.sentence


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def zipped(path: Path, *names: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "")
    return path


def test_content_tells_the_kind_and_not_the_name(tmp_path: Path) -> None:
    assert read(docx(tmp_path / "通知.wps", typed(NOTICE))).lines == NOTICE
    assert read(pdf(tmp_path / "通知.docx", [NOTICE])).lines == NOTICE
    renamed = written(tmp_path / "通知.pdf", (FILES / "notice.doc").read_bytes())
    assert "示例市总工会文件" in read(renamed).lines


def test_a_pdf_with_other_bytes_ahead_is_a_pdf(tmp_path: Path) -> None:
    data = pdf(tmp_path / "a.pdf", [NOTICE]).read_bytes()
    assert read(written(tmp_path / "a.pdf", b"\n\n" + data)).lines == NOTICE


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "没有文字"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "图片"),
        (b"\xff\xd8\xff\xe0" + bytes(40), "文字识别"),
        (b"Rar!\x1a\x07", "解压"),
        (bytes(range(256)) * 9, "不是能识别"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n", ".docx"),
        (b'<?xml version="1.0"?><a xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "表格"),
        (b'<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word'
         b'/2003/wordml">', "2003"),
        (b"{\\rtf1\\ansi {\\pict 0102}}", "没有文字"),
        (b"<html><body></body></html>", "没有文字"),
        (b"%PDF-1.7\n", "不完整"),
        (b"PK\x03\x04", "不完整"),
    ],
)  # fmt: skip
def test_what_is_no_notice(tmp_path: Path, data: bytes, word: str) -> None:
    assert word in sentence(written(tmp_path / "通知.docx", data))


@pytest.mark.parametrize(
    ("names", "word"),
    [
        (("ppt/presentation.xml",), "演示文稿"),
        (("OFD.xml", "Doc_0/Document.xml"), "OFD"),
        (("mimetype", "content.xml"), "OpenDocument"),
        (("通知.docx",), "解压"),
    ],
)
def test_zips_that_are_no_document(tmp_path: Path, names: tuple[str, ...], word: str) -> None:
    assert word in sentence(zipped(tmp_path / "a.docx", *names))


def test_a_member_whose_name_is_damaged(tmp_path: Path) -> None:
    data = zipped(tmp_path / "a.docx", "word/学习.xml").read_bytes()
    assert "损坏" in sentence(
        written(tmp_path / "a.docx", data.replace("学".encode(), b"\xff" * 3))
    )


def test_a_roster_is_told_from_a_notice(tmp_path: Path) -> None:
    assert "表格" in sentence(xlsx(tmp_path / "a.xlsx", [HEADER]))


@pytest.mark.parametrize("stream", ["WordDocument", "Workbook", "EncryptedPackage"])
def test_the_shell_of_an_old_file_gets_a_sentence(tmp_path: Path, stream: str) -> None:
    assert sentence(ole_with(tmp_path / "a.doc", stream))


def test_a_file_that_is_not_there_and_a_folder(tmp_path: Path) -> None:
    assert "不存在" in sentence(tmp_path / "无此文件.docx")
    assert "文件夹" in sentence(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in folders there")
def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.docx")
    assert "不是文件" in sentence(tmp_path / "a.docx")


def test_a_hundred_megabytes_are_refused_by_their_size(tmp_path: Path) -> None:
    with (tmp_path / "a.pdf").open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(100 * MEGABYTE)
    assert "50 MB" in sentence(tmp_path / "a.pdf")


def test_a_document_that_would_unpack_to_too_much_is_not_unpacked(tmp_path: Path) -> None:
    path = docx(tmp_path / "a.docx", (" " * MEGABYTE for _ in range(201)))
    assert path.stat().st_size < 2 * MEGABYTE
    assert "200 MB" in sentence(path)


def test_millions_of_paragraphs_are_cut(tmp_path: Path) -> None:
    raw = read(docx(tmp_path / "a.docx", (p(r("学")) + "<w:p/>" * 10_000 for _ in range(200))))
    assert raw.cut
    assert len(raw.lines) == MOST_LINES
    endless = "<w:tbl><w:tr><w:tc>" + p(r("学")) * 100_000
    assert read(docx(tmp_path / "b.docx", p(r("甲")) + endless)).cut


def test_elements_nested_without_end_are_damage(tmp_path: Path) -> None:
    body = "<w:tbl><w:tr><w:tc>" * 50_000
    assert "损坏" in sentence(docx(tmp_path / "a.docx", body))


def test_tables_within_tables_are_read(tmp_path: Path) -> None:
    inner = table(["甲", "乙"])
    body = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    assert read(docx(tmp_path / "a.docx", body)).lines == ("甲\t乙",)


@pytest.mark.parametrize(
    "start", ['<!DOCTYPE a [<!ENTITY b "c">]>', '<!DOCTYPE a SYSTEM "file:///etc/hostname">']
)
def test_entities_are_refused(tmp_path: Path, start: str) -> None:
    path = zipped(tmp_path / "a.docx")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/document.xml", start + "<a>&b;</a>")
    assert "损坏" in sentence(path)


def test_a_member_that_is_no_xml_is_damage(tmp_path: Path) -> None:
    assert "损坏" in sentence(docx(tmp_path / "a.docx", "<w:p><<<"))


def test_more_bytes_than_allowed(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", "学习".encode())
    with pytest.raises(CannotRead, match="MB"):
        text_of_file(path, Limits(file_bytes=3))


def _doc(path: Path) -> Path:
    return written(path, (FILES / "notice.doc").read_bytes())


def _rtf(path: Path) -> Path:
    return written(path, (FILES / "notice.rtf").read_bytes())


def _pdf(path: Path) -> Path:
    return pdf(path, [NOTICE, NOTICE])


@pytest.mark.parametrize("make", [sample, _doc, _rtf, _pdf])
@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_file_is_read_or_refused(
    tmp_path: Path, make: Callable[[Path], Path], seed: int
) -> None:
    noise = random.Random(seed)
    data = bytearray(make(tmp_path / "a").read_bytes())
    for _ in range(1 + seed):
        data[noise.randrange(len(data))] = noise.randrange(256)
    if seed % 4 == 0:
        del data[noise.randrange(len(data)) :]
    with contextlib.suppress(CannotRead):
        assert any(read(written(tmp_path / "a", bytes(data))).lines)


def test_random_bytes_after_every_kind_of_beginning(tmp_path: Path) -> None:
    noise = random.Random(7)
    starts = (b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-1.4\n", b"{\\rtf1 ")
    for start in starts:
        with contextlib.suppress(CannotRead):
            assert read(written(tmp_path / "a", start + noise.randbytes(5000))).lines

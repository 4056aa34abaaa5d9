"""The text of old Word documents."""

from __future__ import annotations

import struct
from pathlib import Path

import olefile
import pytest

from jz_training.errors import CannotRead
from jz_training.readers.notice.docx import read_zip
from jz_training.readers.notice.limits import NOTICE_LIMITS
from jz_training.readers.notice.source import text_of_file
from jz_training.readers.notice.word97 import read_ole
from jz_training.readers.notice.word97_lists import numbering_of
from jz_training.readers.notice.word97_pieces import Piece, pieces_of, text_of
from tests.readers.notice.papers import FILES, sample, styled
from tests.readers.workbooks import ole_with

DOC = FILES / "notice.doc"


def sentence(path: Path) -> str:
    with pytest.raises(CannotRead) as refusal:
        read_ole(path)
    return refusal.value.sentence


def patched(path: Path, *changes: tuple[int, bytes]) -> Path:
    """Write the document with bytes of its first block changed."""
    with olefile.OleFileIO(DOC) as ole:
        block = ole.openstream("WordDocument").read()[:512]
    data = bytearray(DOC.read_bytes())
    start = data.index(block)
    for at, new in changes:
        data[start + at : start + at + len(new)] = new
    path.write_bytes(data)
    return path


def test_it_says_what_the_docx_said(tmp_path: Path) -> None:
    assert text_of_file(DOC, NOTICE_LIMITS) == text_of_file(
        sample(tmp_path / "a.docx"), NOTICE_LIMITS
    )


def test_deleted_and_hidden_text_is_left_out() -> None:
    text = "\n".join(read_ole(DOC).lines)
    assert "全年举办讲座\n不少于3场。" in text
    assert "不定期" not in text
    assert "内部" not in text


def test_characters_beyond_the_base_plane_are_whole() -> None:
    assert "一个冷僻字：𠮷" in read_ole(DOC).lines


def test_a_password_is_told(tmp_path: Path) -> None:
    assert "密码" in sentence(patched(tmp_path / "a.doc", (0x0B, b"\x13")))
    assert "密码" in sentence(_real_ole_with_encryption(tmp_path / "b.doc"))


def _real_ole_with_encryption(path: Path) -> Path:
    data = DOC.read_bytes()
    name, other = ("WordDocument".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le"))
    at = data.index(name)
    length = struct.pack("<H", len(other) + 2)
    path.write_bytes(data[:at] + other.ljust(64, b"\0") + length + data[at + 66 :])
    return path


def test_an_older_word_is_told(tmp_path: Path) -> None:
    assert "Word 95" in sentence(patched(tmp_path / "a.doc", (0, b"\xdc\xa5")))


def test_the_shell_of_another_program_says_how_to_save(tmp_path: Path) -> None:
    assert ".docx" in sentence(ole_with(tmp_path / "a.wps", "Contents"))


@pytest.mark.parametrize("share", [0.1, 0.4, 0.7, 0.9])
def test_a_document_cut_off_is_refused(tmp_path: Path, share: float) -> None:
    data = DOC.read_bytes()
    (tmp_path / "a.doc").write_bytes(data[: int(len(data) * share)])
    assert "不完整" in sentence(tmp_path / "a.doc")


def test_a_style_alone_numbers_its_paragraphs() -> None:
    with olefile.OleFileIO(FILES / "styled.doc") as ole:
        streams = [ole.openstream(name).read() for name in ("WordDocument", "1Table")]
    numbering = numbering_of(*streams)
    upper, lower = sorted(name for name, one in numbering.styles.items() if one.list_id)
    drawn = [numbering.next(style=one, list_id="", level=None) for one in (upper, lower, lower)]
    assert drawn == ["一、", "（一）", "（二）"]
    assert numbering.next(style=upper, list_id="0", level=None) == ""


def clx(*pieces: tuple[int, int], last: int) -> tuple[bytes, bytes]:
    """Return a main stream and a table of pieces (first character, place) up to `last`."""
    starts = struct.pack(f"<{len(pieces) + 1}I", *(start for start, _ in pieces), last)
    places = b"".join(struct.pack("<HIH", 0, place, 0) for _, place in pieces)
    table = b"\x01\x02\x00ab" + b"\x02" + struct.pack("<I", len(starts + places)) + starts + places
    return bytes(0x1A2) + struct.pack("<II", 0, len(table)) + "工会".encode("utf-16-le"), table


def test_pieces_of_both_widths_make_one_text() -> None:
    at = 0x1AA
    main, table = clx((0, at), (2, 0x40000000 | (at * 2 + 8)), last=5)
    main += b"abc"
    assert pieces_of(main, table) == [Piece(0, 2, at, 2), Piece(2, 5, at + 4, 1)]
    assert "".join(text for text, _, _ in text_of(main, pieces_of(main, table))) == "工会abc"


def test_pieces_out_of_order_are_damage() -> None:
    main, table = clx((3, 0), (2, 0), last=5)
    with pytest.raises(ValueError, match="order"):
        pieces_of(main, table)


def test_headings_numbered_by_their_styles_keep_their_numbers(tmp_path: Path) -> None:
    path = FILES / "styled.doc"
    assert read_ole(path).lines == read_zip(styled(tmp_path / "a.docx"), NOTICE_LIMITS).lines
    assert read_ole(path).lines[:3] == ("一、总则", "（一）目的", "（二）依据")

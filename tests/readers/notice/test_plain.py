"""Notices in text files of any encoding in use."""

from __future__ import annotations

from pathlib import Path

import pytest

from jz_training.errors import CannotRead
from jz_training.readers.notice.limits import NOTICE_LIMITS
from jz_training.readers.notice.source import text_of_file
from tests.readers.notice.papers import NOTICE

TEXT = "\r\n".join(NOTICE)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_a_text_is_read_whatever_its_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode(encoding))
    raw = text_of_file(tmp_path / "a.txt", NOTICE_LIMITS)
    assert raw.lines == NOTICE
    assert not raw.whole_paragraphs


def test_a_text_of_no_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff\xff\x80 \n" * 200)
    with pytest.raises(CannotRead, match="编码"):
        text_of_file(tmp_path / "a.txt", NOTICE_LIMITS)


def test_blanks_alone_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\u3000\u3000\n \u200b\n", encoding="utf-8")
    with pytest.raises(CannotRead, match="没有文字"):
        text_of_file(tmp_path / "a.txt", NOTICE_LIMITS)

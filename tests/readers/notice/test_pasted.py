"""A notice from the clipboard is read as one from a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from jz_training.errors import CannotRead
from jz_training.readers.notice.guarded import read_notice_guarded
from jz_training.readers.notice.limits import MOST_PASTED
from jz_training.readers.notice.pasted import read_notice_text
from tests.readers.notice.papers import NOTICE


def test_it_says_what_a_text_file_of_the_same_words_says(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\n".join(NOTICE), encoding="gbk")
    pasted = read_notice_text("\r\n".join(NOTICE), source="a.txt")
    assert pasted == read_notice_guarded(tmp_path / "a.txt")
    assert pasted.header.number == "示工发〔2026〕12号"
    assert pasted.header.issuer


@pytest.mark.parametrize(
    ("text", "word"), [(" \r\n", "没有文字"), ("学" * (MOST_PASTED + 1), "万字")]
)
def test_what_is_no_notice_is_refused(text: str, word: str) -> None:
    with pytest.raises(CannotRead, match=word):
        read_notice_text(text)

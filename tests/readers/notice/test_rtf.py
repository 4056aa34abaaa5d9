"""The text of RTF documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from jz_training.readers.notice.limits import NOTICE_LIMITS
from jz_training.readers.notice.rtf import read_rtf
from jz_training.readers.notice.source import text_of_file
from tests.readers.notice.papers import FILES


def hexed(text: str) -> str:
    return "".join(f"\\'{byte:02x}" for byte in text.encode("gbk"))


@pytest.mark.parametrize(
    ("inside", "lines"),
    [
        (hexed("学习") + r"\par " + hexed("计划"), ("学习", "计划")),
        (r"\u23398?\u-30615?\line x", ("学衩", "x")),
        (r"{\uc2\u23398\'d1\'a7}\u20064?y", ("学习y",)),
        (r"{\fonttbl{\f0 Song;}}{\*\generator G;}{\info{\title T}}" + "a", ("a",)),
        (r"a{\v b}c{\deleted d}\v e\v0 f", ("acf",)),
        (r"{\field{\*\fldinst REF}{\fldrslt 5}}\~\_\{\}\\", ("5 -{}\\",)),
        (r"a\cell b\cell\row c\tab d\page e", ("a\tb", "c\td", "", "e")),
        ("a\r\nb{\\pict 0102}{\\shp{\\*\\shpinst{\\shptxt t}}}", ("abt",)),
        (r"\bin4 {}{}x", ("x",)),
        (r"}}}}x{{{{", ("x",)),
        (r"{\listtext\pard\plain 1.\tab}a\tab b{\*\pntext 2)\tab}", ("1.a\tb2)",)),
    ],
)
def test_an_rtf_is_read(tmp_path: Path, inside: str, lines: tuple[str, ...]) -> None:
    (tmp_path / "a.rtf").write_bytes(b"{\\rtf1\\ansi " + inside.encode("ascii") + b"}")
    raw = read_rtf(tmp_path / "a.rtf")
    assert tuple(line for line in raw.lines if line) == tuple(line for line in lines if line)


def test_an_rtf_of_an_office_program_is_read() -> None:
    raw = text_of_file(FILES / "notice.rtf", NOTICE_LIMITS)
    assert "关于开展“书香工会”学习活动的通知" in raw.lines
    assert "一、制定计划" in [line.strip() for line in raw.lines]
    assert "地点\t示例礼堂" in raw.lines

"""A name that a person gave becomes one that every file system takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jz_training.domain.file_name import safe_file_name


@pytest.mark.parametrize(
    ("name", "suffix", "expected"),
    [
        ("会议纪要", ".pdf", "会议纪要.pdf"),
        ("会议纪要.PDF", ".pdf", "会议纪要.pdf"),
        ("11/20 学习会：照片", ".jpg", "11_20 学习会：照片.jpg"),
        ("..", "", "_"),
        ("../../etc", ".txt", "_.._etc.txt"),
        ("con", ".txt", "_con.txt"),
        ("a. ", "", "a"),
    ],
)
def test_a_name_is_made_safe(name: str, suffix: str, expected: str) -> None:
    assert safe_file_name(name, suffix) == expected


@given(st.text(max_size=300), st.sampled_from(["", ".pdf", ".docx"]))
def test_any_name_fits_and_leads_nowhere(name: str, suffix: str) -> None:
    made = safe_file_name(name, suffix)
    assert made.endswith(suffix)
    assert made
    assert len(made.encode("utf-8", "replace")) <= 255
    assert not set(made) & set('/\\:*?"<>|\x00')
    assert made not in (".", "..")

"""What was read comes through the wire unchanged, and nothing else does."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jz_training.domain.notice import NoticeReading
from jz_training.readers.notice.raw_text import RawText
from jz_training.readers.notice.wire import from_plain, to_plain

READINGS = st.from_type(NoticeReading)


@given(READINGS)
def test_a_reading_comes_through_unchanged(reading: NoticeReading) -> None:
    assert from_plain(NoticeReading, json.loads(json.dumps(to_plain(reading)))) == reading


@given(st.from_type(RawText))
def test_a_raw_text_comes_through_unchanged(raw: RawText) -> None:
    assert from_plain(RawText, json.loads(json.dumps(to_plain(raw)))) == raw


@pytest.mark.parametrize(
    "plain",
    [
        None,
        [],
        {},
        {"lines": "text"},
        {"lines": [1]},
        {"lines": [], "cut": 1},
        {"lines": [], "pages_without_text": True},
        {"lines": [], "unknown": 1},
    ],
)
def test_anything_else_is_refused(plain: Any) -> None:
    with pytest.raises(ValueError, match=r".+"):
        from_plain(RawText, plain)


def test_words_of_no_kind_are_refused() -> None:
    plain: dict[str, Any] = {"source": "", "text": "", "header": {"title": "", "dated": "no"}}
    with pytest.raises(ValueError, match="isoformat"):
        from_plain(NoticeReading, plain)
    plain["header"] = {"title": ""}
    plain["obligations"] = [{"kind": "no such"}]
    with pytest.raises(ValueError, match="no such"):
        from_plain(NoticeReading, plain)

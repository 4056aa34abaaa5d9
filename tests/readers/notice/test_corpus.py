"""Notices of our own writing in every shape, read as a careful secretary would."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from jz_training.cli.notice_json import notice_json
from jz_training.readers.notice.raw_text import RawText
from jz_training.readers.notice.understand import understand

CORPUS = sorted((Path(__file__).parent / "corpus").glob("*.txt"))
HEADER = ("issuer", "number", "title", "addressees", "date", "printed", "copies", "attachments")
USUAL: dict[str, Any] = {"count": None, "unit": None, "due": None, "per": "once", "forms": []}


def lines_of(path: Path) -> tuple[str, ...]:
    content = path.read_bytes()
    try:
        return tuple(content.decode("utf-8").splitlines())
    except UnicodeDecodeError:
        return tuple(content.decode("gb18030").splitlines())


def reading_of(path: Path) -> dict[str, Any]:
    return notice_json(understand(RawText(lines=lines_of(path))))


@pytest.fixture(params=CORPUS, ids=[path.stem for path in CORPUS])
def case(request: pytest.FixtureRequest) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what was read of a notice, and what is in it."""
    expected = json.loads(request.param.with_suffix(".json").read_text("utf-8"))
    return reading_of(request.param), expected


def test_there_are_notices_enough() -> None:
    assert len(CORPUS) >= 28


def test_the_header_is_read(case) -> None:
    read, expected = case
    assert {key: read[key] for key in HEADER} == {key: expected[key] for key in HEADER}


def test_the_clauses_are_read(case) -> None:
    read, expected = case
    assert [section["path"] for section in read["sections"]] == expected["sections"]


def test_the_meeting_is_read(case) -> None:
    read, expected = case
    event = read["event"] and {key: read["event"][key] for key in expected["event"] or {}}
    assert event == expected["event"]


def test_the_duties_are_read_and_none_is_invented(case) -> None:
    read, expected = case
    wanted = [(duty["kind"], duty["section"], duty["phrase"]) for duty in expected["obligations"]]
    found = [(duty["kind"], duty["section"], duty["phrase"]) for duty in read["obligations"]]
    assert found == wanted


def test_counts_dates_and_forms_are_those_of_the_words(case) -> None:
    read, expected = case
    for found, wanted in zip(read["obligations"], expected["obligations"], strict=True):
        whole = USUAL | {key: value for key, value in wanted.items() if key != "channels"}
        assert {key: found[key] for key in whole} == whole
        given = found["channels"][: len(wanted.get("channels", []))]
        assert given == wanted.get("channels", [])


def test_remarks_say_what_was_left_or_taken(case) -> None:
    read, expected = case
    left = [r["phrase"] for r in read["remarks"] if r["code"] == "left_to_reader"]
    others = [r["code"] for r in read["remarks"] if r["code"] != "left_to_reader"]
    assert others == expected["remarks"]
    assert len(left) == len(expected["left_to_reader"]), left
    for phrase, beginning in zip(left, expected["left_to_reader"], strict=True):
        assert phrase.startswith(beginning)

"""`notice read`: what was understood as JSON with the keys agreed on, and as plain words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jz_training.cli.notice import told
from jz_training.cli.notice_json import notice_json
from jz_training.domain.notice import NoticeReading
from jz_training.readers.notice.raw_text import RawText
from jz_training.readers.notice.understand import understand

SAMPLE = Path(__file__).parents[2] / "resources/sample/通知.txt"
KEYS = {
    "issuer", "number", "title", "addressees", "date", "printed", "sections", "attachments",
    "event", "obligations",
}  # fmt: skip
DUTY_KEYS = {
    "phrase", "section", "kind", "forms", "audience", "channels", "count", "unit", "due"
}  # fmt: skip
MEETING = (
    "会议通知",
    "各分工会：",
    "定于2026年9月10日下午2:30—5:00在三楼会议室召开学习会，请准时参加会议。",
    "青石厂工会",
)


def reading_of(*lines: str) -> NoticeReading:
    return understand(RawText(lines=lines))


def test_the_keys_are_those_that_scripts_rely_on() -> None:
    answer = notice_json(reading_of(*SAMPLE.read_text("utf-8").splitlines()))
    assert set(answer) >= KEYS
    assert {"level", "heading", "text"} <= set(answer["sections"][0])
    assert all(set(duty) >= DUTY_KEYS for duty in answer["obligations"])
    assert json.loads(json.dumps(answer)) == answer


def test_channels_list_genres_too_and_dates_are_iso() -> None:
    answer = notice_json(reading_of(*SAMPLE.read_text("utf-8").splitlines()))
    assert answer["date"] == "2026-09-01"
    assert any("commentary" in duty["channels"] for duty in answer["obligations"])
    assert [duty["due"] for duty in answer["obligations"] if duty["kind"] == "plan"] == [
        "2026-09-20"
    ]


def test_what_is_absent_is_null() -> None:
    answer = notice_json(reading_of("各分工会：", "要学习。"))
    absent = ("issuer", "number", "date", "printed", "event")
    assert {answer[key] for key in absent} == {None}


def test_a_meeting_is_given_with_its_clock_or_as_a_day() -> None:
    event = notice_json(reading_of(*MEETING))["event"]
    assert (event["start"], event["end"]) == ("2026-09-10T14:30:00", "2026-09-10T17:00:00")
    assert event["venue"] == "三楼会议室"
    without = [line.replace("下午2:30—5:00", "") for line in MEETING]
    event = notice_json(reading_of(*without))["event"]
    assert (event["start"], event["end"]) == ("2026-09-10", None)


def test_a_person_is_told_in_chinese() -> None:
    words = "\n".join(told(reading_of(*MEETING)))
    assert "会议：2026年9月10日，14:30—17:00，三楼会议室" in words
    assert "参会：请准时参加会议" in words
    assert "attend" not in words


def test_a_file_is_read_and_told(say, tmp_path: Path) -> None:
    pytest.importorskip("jz_training.readers.notice.guarded")
    paper = tmp_path / "通知.txt"
    paper.write_bytes(SAMPLE.read_bytes())
    code, printed, said = say("notice", "read", str(paper), "--json", data=False)
    assert (code, said) == (0, "")
    assert json.loads(printed)["number"] == "清工会〔2026〕18号"
    code, printed, _ = say("notice", "read", str(paper), data=False)
    assert (code, "发文字号：清工会〔2026〕18号" in printed) == (0, True)

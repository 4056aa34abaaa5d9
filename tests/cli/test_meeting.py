"""`meeting read`: stable keys for scripts, sentences for people, nothing stored."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.readers.meeting.exports import stay, tencent, text

Say = Callable[..., tuple[int, str, str]]


def an_export(folder: Path) -> Path:
    rows = [*stay("林小禾(林小禾)", "08:50:00", "09:30:00", "09:50:00", "11:10:00"), ["合计"]]
    return tencent(folder / "a.xlsx", detail=rows)


def test_json_has_the_agreed_keys_and_clipped_minutes(say: Say, tmp_path: Path) -> None:
    span = ("--start", "2026-10-11T09:00", "--end", "2026-10-11 11:00")
    code, out, _ = say("meeting", "read", str(an_export(tmp_path)), *span, "--json", data=False)
    plain = json.loads(out)
    assert code == 0
    assert {"topic", "start", "end", "participants", "unreadable"} <= plain.keys()
    assert (plain["start"], plain["end"]) == ("2026-10-11T09:00:00", "2026-10-11T11:00:00")
    person = plain["participants"][0]
    assert (person["name"], person["raw"], person["minutes"]) == ("林小禾", "林小禾(林小禾)", 100)
    assert person["intervals"][0] == {"start": "2026-10-11T09:00:00", "end": "2026-10-11T09:30:00"}
    assert plain["unreadable"][0]["reason"] == "是合计或说明，不是参会人"


def test_without_json_it_is_told_in_words(say: Say, tmp_path: Path) -> None:
    code, out, _ = say("meeting", "read", str(an_export(tmp_path)), data=False)
    assert code == 0
    assert "腾讯会议  第三季度专题学习会" in out
    assert "林小禾  120 分钟  08:50–09:30 09:50–11:10" in out


def test_what_is_absent_is_null_and_no_export_is_refused(say: Say, tmp_path: Path) -> None:
    path = text(tmp_path / "a.csv", [["姓名", "时长"], ["林小禾", "65"]])
    plain = json.loads(say("meeting", "read", str(path), "--json", data=False)[1])
    assert plain["topic"] is plain["start"] is plain["end"] is None
    assert plain["participants"][0]["intervals"] == []
    code, _, told = say("meeting", "read", str(tmp_path / "none.csv"), data=False)
    assert (code, "无法读取" in told) == (1, True)

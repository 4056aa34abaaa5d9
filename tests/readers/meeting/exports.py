"""Makes the exports of meeting programs that the tests read. All names are invented."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from tests.readers.workbooks import xlsx_sheets

Rows = Iterable[Sequence[Any]]

HEAD = (
    ("会议主题：", "第三季度专题学习会"),
    ("会议号：", "123 456 789"),
    ("会议创建者：", "林小禾"),
    ("预定开始时间：", "2026-10-11 09:00:00"),
    ("预定结束时间：", "2026-10-11 11:00:00"),
    ("累计会议时长：", "2:05:00"),
    ("参会用户总数：", 5),
    (),
)
OVERVIEW = (
    "用户昵称（入会昵称）",
    "首次入会时间",
    "最后退会时间",
    "入会次数",
    "累计参会时长",
    "身份",
)
DETAIL = ("用户昵称（入会昵称）", "入会时间", "退会时间", "单次参会时长", "房间类型")


def at(clock: str, day: str = "2026-10-11") -> datetime:
    """Return a time of the day of all these meetings."""
    return datetime.fromisoformat(f"{day} {clock}")


def stay(name: str, *clocks: str) -> list[list[Any]]:
    """Return the rows of a detail sheet: one for each pair of times."""
    pairs = zip(clocks[::2], clocks[1::2], strict=True)
    return [
        [name, str(at(begin)), str(at(end)), str(at(end) - at(begin)), "主会场"]
        for begin, end in pairs
    ]


def total(name: str, first: str, last: str, times: int, duration: str) -> list[Any]:
    """Return a row of an overview sheet."""
    return [name, str(at(first)), str(at(last)), times, duration, "普通参会者"]


def tencent(path: Path, *, overview: Rows = (), detail: Rows = ()) -> Path:
    """Write a workbook as 腾讯会议 exports it, with the sheets that have rows."""
    sheets = {}
    if overview:
        sheets["成员参会概况"] = [*HEAD, OVERVIEW, *overview]
    if detail:
        sheets["成员参会明细"] = [*HEAD, DETAIL, *detail]
    return xlsx_sheets(path, sheets)


def text(path: Path, rows: Rows, *, encoding: str = "utf-8-sig", separator: str = ",") -> Path:
    """Write a text table."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\r\n").writerows(rows)
    path.write_bytes(out.getvalue().encode(encoding))
    return path


def serial(moment: datetime) -> float:
    """Return a time as Excel counts it."""
    return (moment - datetime(1899, 12, 30)) / timedelta(days=1)


def clock_of(text_: str) -> time:
    """Return a time of day."""
    return time.fromisoformat(text_)

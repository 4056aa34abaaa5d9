"""`meeting read`: who was in an online meeting and how long, as the program's export tells."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path

from jz_training.cli.meeting_json import meeting_json
from jz_training.cli.words import Verbs, a_moment, add_json, print_json
from jz_training.domain.meeting_reading import MeetingReading, Participant
from jz_training.labels import PLATFORMS, UNREADABLE_REASONS, meeting_note_words


def add_verbs(verbs: Verbs) -> None:
    """Add the verbs about online meetings."""
    meeting = verbs.add_parser("meeting", help="线上会议：读取导出的参会记录")
    steps = meeting.add_subparsers(required=True, metavar="…")
    read = steps.add_parser("read", help="读一份参会记录，算出每人的分钟数；什么也不保存")
    read.add_argument("file", type=Path)
    read.add_argument("--start", type=a_moment, help="从何时起计算，如 2026-10-11T09:00")
    read.add_argument("--end", type=a_moment, help="计算到何时为止")
    add_json(read)
    read.set_defaults(carry_out=_read)


def _read(asked: argparse.Namespace) -> None:
    from jz_training.readers.meeting.guarded import read_meeting_guarded
    from jz_training.readers.meeting.understand import MeetingWish

    wish = MeetingWish(start=asked.start, end=asked.end)
    reading = read_meeting_guarded(asked.file, wish)
    if asked.json:
        print_json(meeting_json(reading))
    else:
        _tell(reading)


def _tell(reading: MeetingReading) -> None:
    print(f"{PLATFORMS[reading.platform]}  {reading.topic or '（未写主题）'}")
    if reading.start or reading.end:
        print(f"{_moment(reading.start)} 至 {_moment(reading.end)}")
    for one in reading.participants:
        print(f"  {one.name}  {one.minutes} 分钟  {_stays(one)}{_written(one)}".rstrip())
    print(f"共 {len(reading.participants)} 人，没有读懂 {len(reading.unreadable)} 行")
    for row in reading.unreadable:
        print(f"  第 {row.row} 行：{UNREADABLE_REASONS[row.reason]}  {row.text}".rstrip())
    for note in reading.notes:
        print(f"  注意：{meeting_note_words(note)}")


def _stays(one: Participant) -> str:
    return " ".join(f"{stay.start:%H:%M}–{stay.end:%H:%M}" for stay in one.stays)


def _written(one: Participant) -> str:
    return f"  （写作“{one.raw}”）" if one.raw != one.name else ""


def _moment(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if moment else "……"

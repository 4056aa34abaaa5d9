"""`notice read`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

from jz_training.cli.notice_json import notice_json
from jz_training.cli.words import Verbs, add_json, print_json
from jz_training.domain.notice import Event, NoticeReading
from jz_training.domain.obligation import ObligationDraft, Per
from jz_training.labels import (
    CHANNELS,
    FORMS,
    GENRES,
    OBLIGATION_KINDS,
    PERS,
    PLACE_KINDS,
    remark_words,
)


def add_verbs(verbs: Verbs) -> None:
    """Add the verbs about notices."""
    notice = verbs.add_parser("notice", help="通知：读取")
    steps = notice.add_subparsers(required=True, metavar="…")
    read = steps.add_parser("read", help="读一份通知，看看读懂了什么；什么也不保存")
    read.add_argument("file", type=Path)
    add_json(read)
    read.set_defaults(carry_out=_read)


def _read(asked: argparse.Namespace) -> None:
    from jz_training.readers.notice.guarded import read_notice_guarded

    reading = read_notice_guarded(asked.file)
    if asked.json:
        print_json(notice_json(reading))
    else:
        print(*told(reading), sep="\n")


def told(reading: NoticeReading) -> Iterator[str]:
    """Yield the lines that tell a person what was understood."""
    header = reading.header
    facts = (
        ("标题", header.title),
        ("发文机关", header.issuer),
        ("发文字号", header.number),
        ("主送", "、".join(header.addressees)),
        ("成文日期", _day(header.dated)),
        ("印发日期", _day(header.printed)),
        ("抄送", "、".join(header.copies)),
        ("附件", "；".join(header.attachments)),
    )
    yield from (f"{name}：{words}" for name, words in facts if words)
    if reading.event is not None:
        yield f"会议：{_event_words(reading.event)}"
    yield f"要求 {len(reading.obligations)} 项"
    for number, draft in enumerate(reading.obligations, start=1):
        yield f"  {number}. {_duty_words(draft)}"
    yield from (f"  注意：{remark_words(remark)}" for remark in reading.remarks)


def _event_words(event: Event) -> str:
    days = _day(event.day) + (f"至{_day(event.last_day)}" if event.last_day else "")
    clock = _clock(event.start) + (f"—{_clock(event.end)}" if event.end else "")
    return "，".join(word for word in (days, clock, event.venue, event.audience) if word)


def _duty_words(draft: ObligationDraft) -> str:
    often = "" if draft.per is Per.ONCE else PERS[draft.per]
    details = (
        "、".join(FORMS[form] for form in draft.forms),
        "、".join(CHANNELS[channel] for channel in draft.channels),
        "、".join(GENRES[genre] for genre in draft.genres),
        "、".join(PLACE_KINDS[place] for place in draft.places),
        "" if draft.count is None else f"{often}{draft.count}{draft.unit}",
        f"期限 {_day(draft.due)}" if draft.due else "",
    )
    words = "；".join(word for word in details if word)
    where = f"（见{draft.section}）" if draft.section else ""
    return f"{OBLIGATION_KINDS[draft.kind]}：{draft.phrase}{where}" + (words and f"  [{words}]")


def _day(day: date | None) -> str:
    return "" if day is None else f"{day.year}年{day.month}月{day.day}日"


def _clock(clock: time | None) -> str:
    return "" if clock is None else f"{clock:%H:%M}"

"""What stands above the table of an export: topic, number, begin and end of the meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jz_training.domain.meeting_reading import MeetingPlatform
from jz_training.readers.grids.grid import Cell, Row
from jz_training.readers.meeting.columns import plain_heading
from jz_training.readers.meeting.moments import Moment, read_moment
from jz_training.readers.roster.values import cell_text, clean_text

_TOPICS = frozenset(
    ("会议主题", "会议名称", "会议标题", "主题", "直播主题", "直播标题", "topic", "meetingtitle")
)
_NUMBERS = frozenset(("会议号", "会议id", "会议编号", "meetingid", "webinarid", "直播id"))
_STARTS = frozenset(
    ("预定开始时间", "实际开始时间", "会议开始时间", "开始时间", "starttime", "actualstarttime")
)
_ENDS = frozenset(("预定结束时间", "实际结束时间", "会议结束时间", "结束时间", "endtime"))
_OTHERS = frozenset(
    re.findall(
        r"\S+",
        "useremail hostname host email duration participants 会议创建者 创建者 主持人 id 会议时长 "
        "累计会议时长 参会用户总数 参会人数 attendedparticipants meetingduration guest",
    )
)
_LABELS = _TOPICS | _NUMBERS | _STARTS | _ENDS | _OTHERS

#: The first words that are found in an export tell the program it is from.
_WORDS: tuple[tuple[str, MeetingPlatform], ...] = (
    ("成员参会", MeetingPlatform.TENCENT),
    ("成员观看明细", MeetingPlatform.TENCENT),
    ("入会昵称", MeetingPlatform.TENCENT),
    ("腾讯会议", MeetingPlatform.TENCENT),
    ("企业微信", MeetingPlatform.WECOM),
    ("cumulative_time", MeetingPlatform.WECOM),
    ("钉钉", MeetingPlatform.DINGTALK),
    ("飞书", MeetingPlatform.FEISHU),
    ("in-meeting duration", MeetingPlatform.TEAMS),
    ("participant id (upn)", MeetingPlatform.TEAMS),
    ("attended participants", MeetingPlatform.TEAMS),
    ("首次加入", MeetingPlatform.TEAMS),
    ("original name", MeetingPlatform.ZOOM),
    ("原始名称", MeetingPlatform.ZOOM),
    ("recording consent", MeetingPlatform.ZOOM),
    ("zoom", MeetingPlatform.ZOOM),
)


@dataclass(slots=True, kw_only=True)
class HeadBlock:
    """What was found above the tables of a file; the first of each wins."""

    topic: str = ""
    number: str = ""
    start: Moment | None = None
    end: Moment | None = None

    def add(self, rows: Sequence[Row]) -> None:
        """Take what these rows say."""
        for at, row in enumerate(rows):
            below = rows[at + 1] if at + 1 < len(rows) else ()
            for label, beside, under in _labelled(row, below):
                self._add(label, beside, under)

    def _add(self, label: str, beside: Cell, under: Cell) -> None:
        if label in _TOPICS and not self.topic:
            self.topic = clean_text(beside if beside != "" else under)
        elif label in _NUMBERS and not self.number:
            self.number = clean_text(beside if beside != "" else under)
        elif label in _STARTS and self.start is None:
            self.start = read_moment(beside) or read_moment(under)
        elif label in _ENDS and self.end is None:
            self.end = read_moment(beside) or read_moment(under)


def _labelled(row: Row, below: Row) -> list[tuple[str, Cell, Cell]]:
    """Return each label of a row with what stands beside (or after its colon) and below it.

    In a row of labels only, as Zoom has it, nothing is beside.
    """
    labels = {at: plain for at, cell in enumerate(row) if (plain := _label(cell)) in _LABELS}
    heads = len(labels) > 2 or (len(labels) == 2 and labels.keys() == {0, 1})
    found = []
    for at, plain in labels.items():
        under = below[at] if at < len(below) else ""
        found.append((plain, "" if heads else _beside(row, at), under if heads else ""))
    return found


def _label(cell: Cell) -> str:
    text = cell if isinstance(cell, str) and len(cell) < 200 else ""
    return plain_heading(text.replace("：", ":").partition(":")[0])


def _beside(row: Row, at: int) -> Cell:
    after = cell_text(row[at]).replace("：", ":").partition(":")[2].strip()
    if after:
        return after
    return next((cell for cell in row[at + 1 : at + 4] if cell_text(cell).strip()), "")


def platform_of(texts: Sequence[str]) -> MeetingPlatform:
    """Return the program that an export is from, by the words above and in its headers."""
    text = "\n".join(texts).casefold()
    return next((one for word, one in _WORDS if word in text), MeetingPlatform.OTHER)

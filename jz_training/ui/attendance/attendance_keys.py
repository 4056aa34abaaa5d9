"""Marking by letters on a row: D 到会, Q 缺席, J then G 请假·公, C then 10 迟到 10分.

What is typed after J, C or Z belongs to the same mark, so that it is stored once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from jz_training.domain.attendance import TIMED, AttendanceStatus, LeaveReason, Mark
from jz_training.domain.mark_command import MOST_MINUTES

#: The letters of the board, the menu and the command line are the same.
STATUS_KEYS: dict[str, AttendanceStatus] = {
    "d": AttendanceStatus.PRESENT,
    "q": AttendanceStatus.ABSENT,
    "j": AttendanceStatus.LEAVE,
    "c": AttendanceStatus.LATE,
    "z": AttendanceStatus.EARLY,
    "x": AttendanceStatus.ONLINE,
    "w": AttendanceStatus.UNRECORDED,
}

REASON_KEYS: dict[str, LeaveReason] = {
    "g": LeaveReason.OFFICIAL,
    "b": LeaveReason.SICK,
    "s": LeaveReason.PERSONAL,
    "c": LeaveReason.MATERNITY,
    "n": LeaveReason.ANNUAL,
    "o": LeaveReason.OTHER,
}

_ROW_KEYS = "D 到会 Q 缺席 J 请假 C 迟到 Z 早退 X 线上 W 未记录 R 代会 · 空格选单 · 回车返回"
_REASON_KEYS = "请假原因：G 公　B 病　S 事　C 产　N 年休　O 其他　（不写按回车）"
_MINUTE_KEYS = "几分钟：直接输入数字，按方向键或回车登记"


@dataclass(frozen=True, slots=True)
class Typed:
    """What a key came to: a mark, whether more may follow, and whether the key was used."""

    mark: Mark | None = None
    open: bool = False
    used: bool = True


def begin(key: str) -> Typed:
    """Return the mark that a letter begins; unused when it is no such letter."""
    status = STATUS_KEYS.get(key.lower())
    if status is None:
        return Typed(used=False)
    more = status is AttendanceStatus.LEAVE or status in TIMED
    return Typed(Mark(status=status), open=more)


def go_on(mark: Mark, key: str) -> Typed:
    """Return an open mark with one more key: a reason, a figure of the minutes."""
    if mark.status is AttendanceStatus.LEAVE and key.lower() in REASON_KEYS:
        return Typed(replace(mark, reason=REASON_KEYS[key.lower()]))
    if mark.status in TIMED and key.isdecimal() and key.isascii():
        minutes = (mark.minutes or 0) * 10 + int(key)
        if minutes <= MOST_MINUTES:
            return Typed(replace(mark, minutes=minutes or None), open=True)
        return Typed(mark, open=True)
    return Typed(mark, used=False)


def key_words(mark: Mark | None) -> str:
    """Return which keys a row takes, or those that may follow a mark that is being typed."""
    if mark is None:
        return _ROW_KEYS
    return _MINUTE_KEYS if mark.status in TIMED else _REASON_KEYS

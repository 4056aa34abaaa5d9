"""Headings of meeting exports and what they mean (domain.md §4)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from jz_training.domain.meeting_reading import MeetingField
from jz_training.readers.grids.grid import Cell

_F = MeetingField

#: The best wording first: where two columns have names, the other is an alias.
_NAMES = re.findall(
    r"\S+",
    "真实姓名 姓名 参会人姓名 成员姓名 学员姓名 员工姓名 用户姓名 观众姓名 人员姓名 职工姓名 "
    "参会人员 参会人 参会者 与会人员 与会者 与会人 参会成员 参与者 参与人 参加人员 参加人 "
    "成员名称 成员 观众 学员 人员 员工 用户昵称 昵称 入会昵称 会议昵称 参会昵称 成员昵称 观众昵称 "
    "显示名称 用户名称 用户名 用户 名称 name fullname username displayname participantname "
    "participant attendee attendeename nickname 入会名称 userid",
)
_RANKS = {words: rank for rank, words in enumerate(_NAMES)}
_UNITS = frozenset(
    re.findall(r"\S+", "部门 单位 所属部门 所在部门 所属单位 工作单位 组织 department dept")
)

_DURATION = re.compile(
    r"时长|持续时间|(?:分钟|秒|小时)数|duration|cumulativetime|timein(meeting|session)"
)
_TIME = re.compile(r"时间|时刻|time$|at$|join$|leave$|首次加入|上次离开|最后离开")
_JOIN = re.compile(
    r"[入进加].*会|加入|进入|进场|上线|登录|签到|开始|join|enter|online|start|firstseen"
)
_LEAVE = re.compile(
    r"[退离出].*会|退出|离开|离场|离线|下线|登出|签退|结束|leave|left|quit|offline|end(time|ed)|exit"
)
_TOTAL = re.compile(r"累[计积]|总|首次|第一次|最[早后晚]|末次|上次|first|last|total|cumulative")
_NO_TIME = re.compile(r"次数|方式|预定|创建|count|状态|status|意愿")
_UNITS_OF_TIME = (
    (re.compile(r"分钟?|min"), 60),
    (re.compile(r"秒|sec"), 1),
    (re.compile("小时|hour"), 3600),
)
_BRACKETS = re.compile(r"[(\[【〔].*?[)\]】〕]")
_NOISE = re.compile(r"[\s*:、/\\_.\-—'\"]+")


class Heading(NamedTuple):
    """What a heading was taken for.

    `rank` orders columns that claim one field, the lower the better; `total`: of all the stays of
    a person together (首次, 最后, 累计); `unit` is how many seconds its numbers count.
    """

    field: MeetingField
    rank: int = 0
    total: bool = False
    unit: int | None = None


_NOTHING = Heading(_F.IGNORED)
_LONGEST = 60


class Columns(NamedTuple):
    """The columns of one table by what they mean; `unit` is of the numbers of DURATION."""

    places: dict[MeetingField, int]
    total: bool
    unit: int | None


def plain_heading(cell: Cell) -> str:
    """Return a heading without blanks, signs and what stands in brackets, in lower case."""
    return _plain(cell) if isinstance(cell, str) and len(cell) <= _LONGEST else ""


@lru_cache(maxsize=1024)
def _plain(cell: str) -> str:
    if cell[:1].isdigit():  # no heading is: times and numbers are the most of all cells
        return ""
    text = unicodedata.normalize("NFKC", cell).casefold()
    return _NOISE.sub("", _BRACKETS.sub("", text))


def heading_of(cell: Cell) -> Heading:
    """Return what one heading means; IGNORED when nothing is known about it."""
    if not isinstance(cell, str) or not cell.strip() or len(cell) > _LONGEST:
        return _NOTHING
    plain = plain_heading(cell)
    if plain in _RANKS:
        return Heading(_F.NAME, _RANKS[plain])
    if plain in _UNITS:
        return Heading(_F.UNIT)
    if _NO_TIME.search(plain):
        return _NOTHING
    total = _TOTAL.search(plain) is not None
    if _DURATION.search(plain):
        return Heading(_F.DURATION, 0, total, _unit(cell, plain))
    if _TIME.search(plain) and _LEAVE.search(plain):
        return Heading(_F.LEAVE, int(total), total)
    if _TIME.search(plain) and _JOIN.search(plain):
        return Heading(_F.JOIN, int(total), total)
    return _NOTHING


def _unit(cell: str, plain: str) -> int | None:
    """Return the seconds that a number of a column counts, if its heading says."""
    if plain == "cumulativetime":  # 企业微信 counts seconds (developer.work.weixin.qq.com 98149)
        return 1
    brackets = "".join(_BRACKETS.findall(unicodedata.normalize("NFKC", cell))).casefold()
    found = (unit for words, unit in _UNITS_OF_TIME if words.search(brackets or plain))
    return next(found, None)


def columns_of(row: Sequence[Cell]) -> Columns | None:
    """Return the columns of a row if it is a header: a name, and a time or a duration."""
    if not any(isinstance(cell, str) and plain_heading(cell) in _RANKS for cell in row):
        return None
    headings = [(heading_of(cell), index) for index, cell in enumerate(row)]
    best: dict[MeetingField, tuple[Heading, int]] = {}
    names = sorted((one.rank, index) for one, index in headings if one.field is _F.NAME)
    for one, index in headings:
        known = best.get(one.field)
        if one.field in (_F.NAME, _F.IGNORED) or (known and known[0].rank <= one.rank):
            continue
        best[one.field] = (one, index)
    if not names or not best.keys() & {_F.JOIN, _F.LEAVE, _F.DURATION}:
        return None
    found: dict[MeetingField, int] = {field: index for field, (_, index) in best.items()}
    found.update(zip((_F.NAME, _F.ALIAS), (index for _, index in names), strict=False))
    return Columns(
        found, _is_total(best), best[_F.DURATION][0].unit if _F.DURATION in best else None
    )


def _is_total(best: dict[MeetingField, tuple[Heading, int]]) -> bool:
    """Tell whether a table has one row for a person: first coming, last going, or a sum only."""
    times = [best[field][0] for field in (_F.JOIN, _F.LEAVE) if field in best]
    return any(one.total for one in times) or not times


def chosen_columns(chosen: dict[int, MeetingField]) -> Columns:
    """Return the columns that a person chose by hand."""
    index: dict[MeetingField, int] = {
        field: at for at, field in chosen.items() if field is not _F.IGNORED
    }
    return Columns(index, not index.keys() & {_F.JOIN, _F.LEAVE}, None)

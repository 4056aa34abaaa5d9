"""What a duty says besides its kind: how many, until when, for whom, by what means."""

from __future__ import annotations

import re
from typing import Final

from jz_training.domain.obligation import ObligationKind, Per
from jz_training.readers.notice.names import split_names
from jz_training.readers.notice.numbers import number_of
from jz_training.readers.notice.patterns import COUNT_PATTERNS, EACH, PER_WORDS, UNCOUNTABLE
from jz_training.readers.notice.words import VENUE

_PERS: Final = {
    "月": Per.MONTH,
    "季度": Per.QUARTER,
    "季": Per.QUARTER,
    "半年": Per.HALF_YEAR,
    "年度": Per.YEAR,
    "年": Per.YEAR,
}
_AUDIENCE: Final = (
    re.compile(r"对(?P<who>[^，。；]{2,24}?)(?:进行|开展|实施)"),
    re.compile(r"作为(?P<who>[^，。；的]{2,20}?)(?:教育培训|培训|教育|学习)的"),
    re.compile(r"面向(?P<who>[^，。；]{2,20}?)(?:开展|进行|举办|组织|宣讲|宣传|$)"),
    re.compile(
        r"组织(?P<who>(?:全体|广大|各级|所属|本单位)[^，。；]{2,16}?)(?:参加|学习|收看|开展|认真|集中)"
    ),
    re.compile(r"向(?P<who>全社会|社会)"),
    re.compile(r"发挥(?P<who>领导干部|领导班子)"),
    re.compile(
        r"(?P<who>各级领导干部|领导干部|领导班子成员|班子成员)[^，]{0,6}(?:带头|先学|示范|率先)"
    ),
    re.compile(r"(?:召开|组织|开展)(?P<who>党组|党委)理论学习中心组"),
    re.compile(r"^(?P<who>各级工会干部|全体工会干部|工会干部|全体职工|广大职工)(?:每|要|须|应|必)"),
)
_REPORTS: Final = re.compile(
    r"^(?P<who>各.{2,120}?)(?:学习宣传贯彻|贯彻落实|学习贯彻|工作|要|请|须|应|于|将|的|在)"
)
_TO: Final = re.compile(
    r"(?:报送|报告|上报|报(?!告)|提交|反馈|发送|呈报|报至|发至)(?:至|到|给)?"
    r"(?P<to>(?![报送给至到])(?:[市省县区]?[\u4e00-\u9fff]{0,8}?总工会(?:办公室|[\u4e00-\u9fff]{2,6}部)?"
    r"|[\u4e00-\u9fff]{2,10}?(?:办公室|部|工会)))"
    r"|向(?P<to2>[\u4e00-\u9fff]{2,14}?)(?:书面)?(?:报告|汇报|报送)"
)
_TOPIC: Final = re.compile(r"(?:领会|理解|领悟|把握)(?P<topic>.+)$")
_JOINED: Final = re.compile(
    r"(?:与|同)(?:深入)?(?:学习)?(?:宣传)?(?:贯彻)?(?:落实)?(?P<topic>.+?)(?:紧密|有机)?(?:结合起来|相结合|贯通起来)"
)


def count_in(shadow: str) -> tuple[int | None, str, Per, int]:
    """Return how many of what are demanded how often, and where it stands; None where none is."""
    for pattern in COUNT_PATTERNS:
        found = pattern.search(shadow)
        count = number_of(found["count"]) if found else None
        if found and count:
            unit = found["unit"].replace("场次", "场").replace("课时", "学时")
            before = shadow[: found.end()]
            if UNCOUNTABLE.search(before):
                return None, "", Per.ONCE, -1
            if EACH.search(before) and unit not in ("学时", "天"):
                unit += "/人"
            often = PER_WORDS.search(before)
            return count, unit, _PERS[often["per"]] if often else Per.ONCE, found.start()
    return None, "", Per.ONCE, -1


def often_in(shadow: str) -> Per:
    """Return how often again something is due (每月报送), once where nothing says so."""
    found = PER_WORDS.search(shadow)
    return _PERS[found["per"]] if found else Per.ONCE


def audience_in(kind: ObligationKind, shadow: str) -> tuple[str, ...]:
    """Return for whom it is, as far as the words themselves say so."""
    if kind is ObligationKind.REPORT:
        found = _REPORTS.search(shadow)
        return split_names(found["who"]) if found and len(found["who"]) <= 100 else ()
    names = [found["who"] for pattern in _AUDIENCE if (found := pattern.search(shadow))]
    return tuple(dict.fromkeys(names))


def receiver_in(shadow: str) -> str:
    """Return to whom a report goes, empty where it is not said."""
    found = _TO.search(shadow)
    return (found["to"] or found["to2"] or "") if found else ""


def topics_in(shadow: str) -> tuple[int, int] | None:
    """Return where in a clause its topic stands."""
    found = _JOINED.search(shadow) or _TOPIC.search(shadow)
    return found.span("topic") if found else None


def venues_in(shadow: str) -> tuple[str, ...]:
    """Return the places that are to be used."""
    return tuple(dict.fromkeys(re.findall(VENUE, shadow)))

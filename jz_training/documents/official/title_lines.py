"""A title on several lines, broken by sense (GB/T 9704, 7.3.1): even lines, no word torn apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, combinations, pairwise
from math import ceil, inf

from jz_training.documents.drawing.line_breaking import NEVER_FIRST, NEVER_LAST, Measure

#: Words of the trade that stay whole. Anything else may be parted where the lines come out even.
_WORDS = (
    "工会代表大会精神", "工会代表大会", "代表大会精神", "大会精神", "会议精神", "全会精神",
    "业务培训班", "专题学习会", "专题学习", "经验交流会", "情况小结", "情况汇总", "情况报告",
    "习近平新时代中国特色社会主义思想", "新就业形态劳动者", "新就业形态", "代表大会", "总工会",
    "工会", "学习", "宣传", "贯彻", "落实", "精神", "培训班", "培训", "专题", "会议", "研讨会",
    "报告会", "学习会", "辅导讲座", "讲座", "宣讲", "直播", "中心组", "情况", "报告", "通知",
    "小结", "签到表", "干部", "主席", "职工", "工作者", "工作", "业务", "骨干", "权益", "保障",
    "维护", "服务", "基层", "系统", "全市", "全省", "全国", "全会", "中央", "关于", "认真",
    "深入", "开展", "活动", "理论", "党组", "委员会", "女职工", "安全", "生产", "劳动", "教育",
    "管理", "建设", "改革", "统计", "汇总", "经验", "交流会", "交流",
)  # fmt: skip

_PIECE = re.compile(
    r"[0-9]{4}年(?:[上下]半年|第?[一二三四]季度|[0-9]{1,2}月(?:[0-9]{1,2}日)?)?|"
    r"第[〇一二三四五六七八九十百零0-9]+[届次期批讲场]|[（(][^）)]{1,8}[）)]|"
    + "|".join(sorted(_WORDS, key=len, reverse=True))
    + r"|[0-9A-Za-z@._/%+:\-]+|.",
    re.DOTALL,
)

#: After these a title pauses; a break there costs nothing.
_PAUSES = "的、，；：》”暨"

_COST_OF_NO_PAUSE = 1.0
_COST_INSIDE_A_NAME = 4.0
_COST_OF_A_WAIST = 6.0


def title_lines(text: str, *, measure: Measure, limit: float) -> list[str]:
    """Return the lines of a title: as few as the limit allows, as even as the words allow."""
    pieces = _pieces(text, measure, limit)
    if not pieces:
        return [""]
    count = max(1, ceil(measure(text) / limit))
    while (lines := _best(pieces, count, measure, limit)) is None:
        count += 1
    return lines


def _best(pieces: Sequence[str], count: int, measure: Measure, limit: float) -> list[str] | None:
    """Return the cheapest way to make `count` lines, or None when there is none."""
    widths = [measure(piece) for piece in pieces]
    ends = _cheapest(pieces, widths, count, limit)
    if ends is None:
        return None
    if count == 3:
        ends = _without_waist(pieces, widths, limit, ends)
    return ["".join(pieces[a:b]) for a, b in pairwise((0, *ends))]


def _cheapest(
    pieces: Sequence[str], widths: Sequence[float], count: int, limit: float
) -> tuple[int, ...] | None:
    """Return after which pieces the lines end when breaks and unevenness cost least."""
    fair = sum(widths) / count

    @cache
    def rest(at: int, left: int) -> _Way | None:
        """Return the cheapest way to set what begins at piece `at` on `left` lines."""
        if left == 0:
            return _Way(0.0, ()) if at == len(pieces) else None
        ways = []
        for end in range(at + 1, len(pieces) + 1):
            width = sum(widths[at:end])
            if width > limit + 1e-6:
                break
            if (tail := rest(end, left - 1)) is not None:
                cost = tail.cost + _unevenness(width, fair)
                cost += _cost_of_break(pieces[end - 1 : end + 1]) if left > 1 else 0.0
                ways.append(_Way(cost, (end, *tail.ends)))
        return min(ways, key=lambda way: way.cost, default=None)

    way = rest(0, count)
    return None if way is None else way.ends


def _without_waist(
    pieces: Sequence[str], widths: Sequence[float], limit: float, found: tuple[int, ...]
) -> tuple[int, ...]:
    """Return better ends for three lines whose middle is the shortest (梯形 or 菱形 is asked)."""
    fair, total = sum(widths) / 3, (0.0, *accumulate(widths))

    def cost(ends: tuple[int, ...]) -> float:
        one, two, three = (total[b] - total[a] for a, b in pairwise((0, *ends)))
        if max(one, two, three) > limit + 1e-6:
            return inf
        waist = _COST_OF_A_WAIST if two < min(one, three) - 1e-6 else 0.0
        breaks = sum(_cost_of_break(pieces[end - 1 : end + 1]) for end in ends[:-1])
        return waist + breaks + sum(_unevenness(width, fair) for width in (one, two, three))

    last = len(pieces)
    others = ((a, b, last) for a, b in combinations(range(1, last), 2))
    return min((found, *others), key=cost)


@dataclass(frozen=True, slots=True)
class _Way:
    """What it costs to break a title, and after which pieces the lines end."""

    cost: float
    ends: tuple[int, ...]


def _unevenness(width: float, fair: float) -> float:
    return 10 * ((width - fair) / fair) ** 2


def _cost_of_break(around: Sequence[str]) -> float:
    """Return what a break between two pieces costs: nothing at a pause, most inside a name."""
    if around[0][-1] in _PAUSES:
        return 0.0
    unknown = all(len(piece) == 1 for piece in around)
    return _COST_INSIDE_A_NAME if unknown else _COST_OF_NO_PAUSE


def _pieces(text: str, measure: Measure, limit: float) -> list[str]:
    groups: list[str] = []
    for word in _PIECE.findall(text):
        clings = word[0] in NEVER_FIRST or word == "的"
        if groups and (clings or groups[-1][-1] in NEVER_LAST):
            groups[-1] += word
        else:
            groups.append(word)
    return [part for group in groups for part in _cut(group, measure, limit)]


def _cut(group: str, measure: Measure, limit: float) -> Sequence[str]:
    return (group,) if measure(group) <= limit else tuple(group)

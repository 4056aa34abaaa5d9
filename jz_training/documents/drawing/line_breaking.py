"""Breaking Chinese text into lines after GB/T 15834-2011, 5.1.

No closing mark begins a line and no opening mark ends one (避头尾); —— and …… are never torn.
Numbers stay with their sign (￥5,000 95.1% 37℃) and with the word that counts (2026年 16人次), and
Latin words stay whole, as long as a line can hold them. A date may be parted after 年 and 月.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

#: 避头: these never begin a line. 避尾: these never end one. 分隔号 ／ does neither.
NEVER_FIRST = frozenset(
    "，。、；：？！）》〉」』】〗〕］｝”’…—－～·•％‰℃℉°′″／々"
    ",.;:?!)]}%"
)  # fmt: skip
NEVER_LAST = frozenset("（《〈「『【〖〔［｛“‘([{￥¥＄$€£№＃§／")

#: What is counted: the first character after a number, or two.
_COUNTED = "人次|学时|[年月日时分秒人名场次项篇个期批届号天元万亿页份条件家岁]"

_WORD = re.compile(
    r"——+|……+|"  # two of each are one mark
    rf"[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?(?:%|{_COUNTED})?|"
    rf"[0-9A-Za-zÀ-ɏ@._/%+:#\-]+(?:(?<=[0-9])(?:{_COUNTED}))?|.",
    re.DOTALL,
)

#: What no line needs at its edges.
_BLANKS = " \u3000"

Measure = Callable[[str], float]


def break_lines(
    text: str,
    *,
    measure: Measure,
    limit: float,
    indent: float = 0.0,
    lone_last: bool = True,
) -> list[str]:
    """Return the lines of a paragraph, each at most `limit` wide, the first by `indent` less.

    `measure` gives the width of a piece; widths of pieces add up. A piece wider than the first
    line is cut into characters. Without `lone_last` the last line has two characters at least
    where the one above can spare one (孤字不成行).
    """
    lines: list[list[str]] = []
    current: list[str] = []
    room = limit - indent
    for piece in _pieces(text, measure, limit - indent):
        width = measure(piece)
        if current and width > room + 1e-6:
            lines.append(current)
            current, room = [], limit
            piece = piece.lstrip(_BLANKS)
            width = measure(piece)
        current.append(piece)
        room -= width
    if current or not lines:
        lines.append(current)
    if not lone_last:
        _give_company(lines, measure, limit)
    last = len(lines) - 1
    return [_joined(line, last=at == last) for at, line in enumerate(lines)]


def _joined(line: Sequence[str], *, last: bool) -> str:
    text = "".join(line)
    return text if last else text.rstrip(_BLANKS)


def _give_company(lines: list[list[str]], measure: Measure, limit: float) -> None:
    """Take a piece down to a last line of a single character, with or without marks after it."""
    if len(lines) < 2 or not _is_lone("".join(lines[-1])):
        return
    above = lines[-2]
    taken = max((at for at, piece in enumerate(above) if piece.strip(_BLANKS)), default=0)
    whole = [*above[taken:], *lines[-1]]
    if taken > 0 and sum(map(measure, whole)) <= limit + 1e-6:
        lines[-2:] = [above[:taken], whole]


def _is_lone(line: str) -> bool:
    return len([sign for sign in line if sign not in NEVER_FIRST and sign not in NEVER_LAST]) <= 1


def _pieces(text: str, measure: Measure, limit: float) -> Iterator[str]:
    """Yield what must not be parted: words, and marks together with what they cling to."""
    for group in _groups(_WORD.findall(text)):
        if len(group) == 1 or measure(group) <= limit:
            yield group
            continue
        for part in _groups(group):  # a word no line can hold: its marks still cling
            if len(part) == 1 or measure(part) <= limit:
                yield part
            else:
                yield from part


def _groups(words: Sequence[str]) -> Iterator[str]:
    group = ""
    for word in words:
        if group and not _clings(group, word):
            yield group
            group = ""
        group += word
    if group:
        yield group


def _clings(group: str, word: str) -> bool:
    """Tell whether a word may not begin the line after a group; a long dash may."""
    return (word[0] in NEVER_FIRST and not word.startswith("——")) or group[-1] in NEVER_LAST

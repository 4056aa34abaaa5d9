"""What stands on every page of a sign-in sheet besides head and names, for the floors: texts with
their places in mm from the lower left corner and their sizes in points.

Nothing is fitted: a unit is cut after so many characters, so that it stays inside the rules.
"""

from __future__ import annotations

from functools import cache

from bench.invented import Invented

MM = 72 / 25.4
TOP, ROW, LEFT = 246.0, 9.6, 14.0
#: Where number, name, unit and post begin in each of the two lists, in mm.
COLUMNS = ((14.9, 23.4, 42.9), (106.9, 115.4, 134.9))
PER_LIST = 22
#: The rules of both lists, from left to right.
RULES = tuple((left, tuple(left + x for x in (0, 8.5, 28, 62, 90))) for left in (LEFT, LEFT + 92))
MARKS = tuple((x, y) for x in (8.0, 199.0) for y in (8.0, 286.0))
MARK_SIDE = 3.0

_PER_LINE = 11
_BLANK = "＿＿＿"

Text = tuple[str, float, float, float]  # what, where, and its size


def line_texts(place: int, number: int, person: Invented, *, last: bool) -> list[Text]:
    """Return the texts of a person's line: number, name, and the unit over the post.

    The lists of the last page give two lines to the totals.
    """
    column, row = divmod(place, PER_LIST - 2 if last else PER_LIST)
    at_number, at_name, at_unit = COLUMNS[column]
    y = TOP - (row + 2) * ROW + 3
    below = [*_cut(person.unit), person.post] if person.post else _cut(person.unit)
    return [
        (str(number), at_number, y, 10),
        (person.name, at_name, y, 12),
        *((text, at_unit, y + 3 - 3 * n, 8) for n, text in enumerate(below)),
    ]


def foot_texts(*, training: int, page: int, pages: int, people: int) -> list[Text]:
    """Return the foot of a page: counts, who is responsible, the page's code, when it was made."""
    return [
        (f"第 {page} 页　共 {pages} 页", 14, 24, 10.5),
        (f"本页应到 {people} 人　实到{_BLANK}人", 70, 24, 10.5),
        (f"签到负责人：{_BLANK}", 150, 24, 10.5),
        (f"{training:06X}-1-{page:02}-Q", 160, 14, 9),
        ("制表：2026-11-22", 14, 14, 8),
    ]


def totals_texts(expected: int) -> list[Text]:
    """Return the totals and the places for signatures below the last list."""
    counts = (
        f"应到 {expected} 人",
        *(f"{word}{_BLANK}人" for word in ("实到", "请假", "缺席", "迟到")),
    )
    signed = (f"记录人：{_BLANK}", f"审核人：{_BLANK}", "（盖章处）")
    return [
        *((text, 17 + 36 * n, 40, 10.5) for n, text in enumerate(counts)),
        *((text, 17 + 70 * n, 30, 10.5) for n, text in enumerate(signed)),
    ]


@cache
def _cut(unit: str) -> list[str]:
    return [unit[at : at + _PER_LINE] for at in range(0, len(unit), _PER_LINE)]

"""What one line of a notice is, told from the line alone (domain.md §1: the parts of a paper)."""

from __future__ import annotations

import re
from typing import Final

from jz_training.readers.notice.canonical import canonical

_NUMERAL: Final = "[一二三四五六七八九十]{1,3}"
#: The numbers of clauses, one pattern a level (GB/T 9704 7.3.3); 第一条 counts as a first level.
SECTION_STARTS: Final = (
    (
        1,
        re.compile(
            rf"({_NUMERAL})\s?[、.](?!\s?[一二三四五六七八九十]+、)|第({_NUMERAL})[条章](?=\s)"
        ),
    ),
    (2, re.compile(rf"（\s?({_NUMERAL})\s?）")),
    (3, re.compile(r"(\d{1,2})\s?(?:[、]|\.(?!\d))")),
    (4, re.compile(r"（\s?(\d{1,2})\s?）")),
)
#: What a title ends in.
TITLE_END: Final = re.compile(
    r"(?:通知|通报|函|意见|方案|决定|办法|公告|通告|请示|批复|纪要|计划|倡议书|倡议|启事|细则|要点"
    r"|安排|公示|规定|总结|报告|规划|预案|制度|公开信|建议|提示)(?:（[^（）]{1,14}）)?$"
)
#: 发文字号 in all the forms in which it is mistyped; groups: who, year, number.
NUMBER: Final = re.compile(
    r"(?P<who>[\u4e00-\u9fff][\u4e00-\u9fff ]{0,19}?)\s?[〔（《<]\s?"
    r"(?P<year>\d{4}|[零〇○一二三四五六七八九]{4})\s?年?\s?[〕）》>]\s?第?\s?0*(?P<number>\d{1,4})\s?号"
)
_YEAR: Final = r"(?:\d{4}|[零〇○Oo一二三四五六七八九]{4})"
DAY: Final = rf"({_YEAR})\s?年\s?(\d{{1,2}}|{_NUMERAL})\s?月\s?(\d{{1,2}}|{_NUMERAL})\s?日"
DATE_LINE: Final = re.compile(rf"（?\s?{DAY}\s?）?")
PRINTED: Final = re.compile(rf"{DAY}\s?印\s?发")
LABEL: Final = re.compile(
    r"(?:会议|培训|活动|学习|讲座|报告会|研讨会|座谈会|宣讲|举办|召开|参加|参会|参训|报到|报名|直播|主要)?"
    r"(?:的)?(?:时间|日期|地点|地址|形式|方式|对象|人员|范围|单位|内容|议程|议题|主题|要求|主持|费用)"
    r"(?:[和及与、](?:时间|地点))?\s?："
    r"|联\s?系\s?(?:人|电话|方式)\s?：|电\s?话\s?：|邮\s?箱\s?：|传\s?真\s?："
)
ATTACHMENT: Final = re.compile(r"附\s?件?\s?\d{0,2}\s?：|附\s?件\s?\d{0,2}$")
COPIES: Final = re.compile(r"抄\s?[送报]\s?：|分\s?送\s?：|主\s?送\s?：|主题词\s?：")
MARK: Final = re.compile(r"[\u4e00-\u9fff（） 、]{2,40}文\s?件")
_ENDS: Final = "。！？；：…"
_CLOSERS: Final = '"）》〕 '
_PAGE_NUMBER: Final = re.compile(
    r"[—·.\s]{1,8}\d{1,3}[—·.\s]{1,8}|第\s?\d{1,3}\s?页\s?(?:[，/]?\s?共\s?\d{1,3}\s?页)?|\d{1,3}\s?/\s?\d{1,3}"
)
_ORGAN: Final = re.compile(
    r"(?:工会|委员会|委员|办公室|办公厅|联合会|人民政府|党委|党组|公司|集团|中心|学校|学院|医院|[部厅局处科室院会委厂社])$"
)


def is_page_number(line: str) -> bool:
    """Tell whether a line is nothing but a page number (— 2 —, 第2页 共5页)."""
    return len(line) <= 24 and _PAGE_NUMBER.fullmatch(canonical(line)) is not None


def is_bare_number(line: str) -> bool:
    """Tell whether a line is a number alone, which between two pages is the number of one."""
    shadow = canonical(line).strip()
    return len(shadow) <= 3 and shadow.isascii() and shadow.isdigit()


def section_level(shadow: str) -> int:
    """Return the level of the clause that a line opens, 0 where it opens none."""
    for level, pattern in SECTION_STARTS:
        if pattern.match(shadow):
            return level
    return 0


def is_row(line: str) -> bool:
    """Tell whether a line is a row of a table: its cells stand apart by tabs, or between bars."""
    return "\t" in line.strip() or line.count("|") >= 2


def ends_sentence(shadow: str) -> bool:
    """Tell whether a line ends where a sentence may end."""
    return shadow.rstrip(_CLOSERS)[-1:] in tuple(_ENDS)


def is_open(shadow: str) -> bool:
    """Tell whether a line ends inside a bracket or a title in 《》, or at a comma."""
    if shadow.rstrip()[-1:] in ("，", "、"):
        return True
    return any(shadow.count(left) > shadow.count(right) for left, right in ("（）", "《》", "〔〕"))


def is_organ(line: str) -> bool:
    """Tell whether a line is the name of an office: a letterhead or a signature."""
    plain = "".join(line.split())
    return (
        2 <= len(plain) <= 40
        and not re.search(r"[，。；：、！？\d]", plain)
        and bool(_ORGAN.search(plain))
    )


def starts_anew(shadow: str) -> bool:
    """Tell whether a line begins something of its own, whatever stands before it."""
    return bool(
        section_level(shadow)
        or is_row(shadow)
        or LABEL.match(shadow)
        or ATTACHMENT.match(shadow)
        or COPIES.match(shadow)
        or DATE_LINE.fullmatch(shadow)
        or (len(shadow) < 60 and PRINTED.search(shadow))
        or shadow.startswith("特此")
    )

"""The unit named above a roster, by a line inside it or by its sheet.

For files without a column of units.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_LABELLED = re.compile(
    r"(?:填报单位|报送单位|单位名称|工会名称|所在单位|单位)\s*(?:[（(].{0,8}?[）)])?\s*[:：]\s*"
    r"([^\s:：_]{2,60}?)(?=\s|$|填报|填表|日期|时间|联系|[（(]?盖章)"
)
_KIND_OF_LIST = re.compile(
    r"(?:\d{2,4}年(?:度)?|第.{1,4}[期批])?(?:第?[一二三四\d]季度)?"
    r"(?:在职|全体|在册|参加|参训|参会|培训|学习|专题|职工|员工|会员|干部|人员|学员|教职工|基本|信息|情况|代表|实名制)*"
    r"(?:花名册|名册|名单|签到表|签到册|登记表|统计表|汇总表|信息表|一览表|台账|通讯录|表)"
    r"(?:[（(].*[）)])?$"
)
_WHOLE_UNIT = (
    r"公司|工会|委员会|联合会|联合社|供销社|合作社|协会|学会|商会|局|厂|学校|小学|中学|大学|学院|幼儿园|"
    r"[一二三四五六七八九十\d]中|医院|卫生院|中心|集团|政府|法院|检察院|街道|办事处|乡|镇|村|社区|银行|支行|矿"
)
_UNIT = re.compile(rf".*(?:{_WHOLE_UNIT}|院|所|站|部|车间|分会|科|处|段|店|库|园|场|馆|台|队)")
_UNIT_LINE = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、.．\s]\s*|[（(][一二三四五六七八九十\d]{1,3}[）)])?"
    rf"(?P<unit>[^\s:：，。、；（()）]{{1,40}}(?:{_WHOLE_UNIT}))"
    r"\s*(?:[（(]?\s*[:：]?\s*(?:共\s*)?\d+\s*[人名]\s*[）)]?|[:：])?"
)
_ORDINAL = re.compile(r"第?[\d一二三四五六七八九十百①-⑳、.．()（）\s]+")
_SHORTEST_UNIT = 3
_NO_UNIT = re.compile(r"(?:sheet|工作表|表|table|book)\s*\d*", re.IGNORECASE)


def unit_in_titles(titles: Iterable[str]) -> str:
    """Return the unit that the lines above a header name: 单位：…, or …花名册; or nothing."""
    lines = tuple(titles)
    for line in lines:
        if found := _LABELLED.search(line):
            return found[1]
    named = (_before_kind(line) or unit_of_line(line) for line in lines)
    return next(filter(None, named), "")


def unit_of_line(text: str) -> str:
    """Return the unit a line stands for, or nothing: 一、示例一中（2人） → 示例一中."""
    found = _UNIT_LINE.fullmatch(text.strip())
    return found["unit"] if found and len(found["unit"]) >= _SHORTEST_UNIT else ""


def is_ordinal(text: str) -> bool:
    """Tell whether a text only counts: 3、 or （十二）."""
    return _ORDINAL.fullmatch(text) is not None


def is_no_name(text: str) -> bool:
    """Tell whether a text that stands alone names a unit: of three characters it may be 张一中."""
    return len(text) > _SHORTEST_UNIT and unit_in_titles((text,)) != ""


def unit_of_sheet(name: str) -> str:
    """Return the unit a sheet is named after, or nothing: Sheet1, 花名册 and 正式 name none."""
    if _NO_UNIT.fullmatch(name.strip()):
        return ""
    return _before_kind(name) or (name.strip() if _UNIT.fullmatch(name.strip()) else "")


def _before_kind(text: str) -> str:
    title = re.sub(r"\s+", "", text)
    found = _KIND_OF_LIST.search(title)
    unit = _UNIT.match(title[: found.start()]) if found else None
    return unit[0] if unit and len(unit[0]) >= _SHORTEST_UNIT else ""

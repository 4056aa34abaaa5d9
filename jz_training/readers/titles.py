"""The unit named above a roster or by its sheet, for files without a column of units."""

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
_UNIT = re.compile(
    r".*(?:公司|工会|委员会|联合会|局|厂|学校|小学|中学|大学|学院|医院|中心|集团|院|所|站|部|街道|办事处|"
    r"车间|分会|科|处|段|矿|店|库|乡|镇|村|社区|银行|支行)"
)
_NO_UNIT = re.compile(r"(?:sheet|工作表|表|table|book)\s*\d*", re.IGNORECASE)


def unit_in_titles(titles: Iterable[str]) -> str:
    """Return the unit that the lines above a header name: 单位：…, or …花名册; or nothing."""
    lines = tuple(titles)
    for line in lines:
        if found := _LABELLED.search(line):
            return found[1]
    return next((unit for line in lines if (unit := _before_kind(line))), "")


def unit_of_sheet(name: str) -> str:
    """Return the unit a sheet is named after, or nothing: Sheet1, 花名册 and 正式 name none."""
    if _NO_UNIT.fullmatch(name.strip()):
        return ""
    return _before_kind(name) or (name.strip() if _UNIT.fullmatch(name.strip()) else "")


def _before_kind(text: str) -> str:
    title = re.sub(r"\s+", "", text)
    found = _KIND_OF_LIST.search(title)
    unit = _UNIT.match(title[: found.start()]) if found else None
    return unit[0] if unit and len(unit[0]) >= 3 else ""

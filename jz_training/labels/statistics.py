"""The words of the statistics page and its papers."""

from __future__ import annotations

from jz_training.domain.reach import Standing
from jz_training.domain.statistics import By, StatisticsRow

GROUPINGS: dict[By, str] = {
    By.UNIT: "单位",
    By.LAYER: "层级",
    By.CATEGORY: "类别",
    By.FORM: "形式",
    By.MONTH: "月份",
    By.NOTICE: "通知",
}
STANDINGS: dict[Standing, str] = {
    Standing.REACHED: "已达到",
    Standing.PART: "未达到",
    Standing.NOTHING: "还没有学时",
}
#: 覆盖率 is of 人次 everywhere; a table of persons says that it counts them.
COVERED = "覆盖率（人数）"
NAMELESS = {By.UNIT: "无单位", By.NOTICE: "不属于通知"}
NOT_FILLED = "未填写"


def group_name(by: By, row: StatisticsRow) -> str:
    """Return what the line of a group is called."""
    if not row.name:
        return NAMELESS.get(by, NOT_FILLED)
    if by is By.MONTH:
        year, month = row.name.split("-")
        return f"{year}年{int(month)}月"
    return own_name(row.name) if row.itself else row.name


def own_name(unit: str) -> str:
    """Return how a unit is called where those below it stand on lines of their own."""
    return f"{unit}（本级）"

"""The words of the roster: kinds of units, and the layers and categories offered."""

from __future__ import annotations

from jz_training.domain.roster import UnitKind

UNIT_KINDS: dict[UnitKind, str] = {
    UnitKind.FEDERATION: "总工会",
    UnitKind.INDUSTRY: "产业工会",
    UnitKind.GRASSROOTS: "基层工会",
    UnitKind.BRANCH: "分工会（车间）",
    UnitKind.TEAM: "班组（工会小组）",
    UnitKind.OTHER: "其他",
}

#: Offered for those who work in turns.
SHIFTS = ("甲班", "乙班", "丙班", "丁班", "常白班")
#: Offered in forms; any other words may be typed (domain.md §3).
LAYERS = ("领导干部", "中层干部", "一般干部", "职工")
CATEGORIES = (
    "专职工会干部",
    "兼职工会干部",
    "挂职工会干部",
    "社会化工会工作者",
    "工会积极分子",
    "职工",
)

"""What counts as evidence for each kind of obligation, said in one sentence (domain.md §9)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from jz_training.domain.obligation import ObligationKind

COUNTS_AS: Mapping[ObligationKind, str] = MappingProxyType(
    {
        ObligationKind.LEADERSHIP: "存入会议纪要等材料后算落实，也可以由您认定。",
        ObligationKind.OVERALL: "其他要求都落实后，这一项自动算落实。",
        ObligationKind.MATERIALS: "存入学习材料后算落实。",
        ObligationKind.TOPICS: "每项学习内容至少有一场已举办的学习，才算落实。",
        ObligationKind.REQUIRED: "应参加的人都参加过必修场次，才算落实。",
        ObligationKind.PLAN: "关联本通知的培训计划定稿后算落实。",
        ObligationKind.FORMS: "计入关联本通知、形式相符、已经举办的场次。",
        ObligationKind.LAYERS: "名册里各层级、各类别都有人参加过，才算落实。",
        ObligationKind.CENTRE_GROUP: "计入已经举办的中心组学习和理论研讨会。",
        ObligationKind.LEADERS_FIRST: "领导班子的首次学习不晚于首场面上培训，才算落实。",
        ObligationKind.MEDIA: "计入关联本通知、渠道相符的宣传报道。",
        ObligationKind.VENUES: "计入在这些阵地举办的场次和刊发的宣传。",
        ObligationKind.ARTICLES: "计入关联本通知、体裁相符的专栏、评论和文章。",
        ObligationKind.OUTREACH: "计入关联本通知的宣讲，按场所和形式分别统计。",
        ObligationKind.REACH: "显示宣讲场次、人次和线上观看，由您认定是否落实。",
        ObligationKind.MEASURES: "存入具体措施的文件后算落实。",
        ObligationKind.TIMETABLE: "任务分解表里每项都有责任人和期限，才算落实。",
        ObligationKind.REPORT: "登记报送日期后算落实。",
        ObligationKind.ATTEND: "计入关联本通知、已经举办的场次。",
        ObligationKind.OTHER: "存入材料或手工计入后由您认定。",
    }
)

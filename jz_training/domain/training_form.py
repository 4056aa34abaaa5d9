"""The forms of trainings."""

from __future__ import annotations

from enum import StrEnum


class TrainingForm(StrEnum):
    """The form in which a training is held: words of the notice (domain.md §9 R08, R10, R16)."""

    STUDY = "study"  # 专题学习会
    REPORT = "report"  # 报告会
    SEMINAR = "seminar"  # 研讨会
    BROADCAST = "broadcast"  # 云直播
    LECTURE = "lecture"  # 辅导讲座
    CENTRE_GROUP = "centre_group"  # 中心组学习
    THEORY = "theory"  # 理论研讨会
    OUTREACH = "outreach"  # 宣讲
    MICRO_OUTREACH = "micro_outreach"  # 微宣讲
    CLOUD_OUTREACH = "cloud_outreach"  # 云宣讲
    COURSE = "course"  # 培训班
    OTHER = "other"  # 其他

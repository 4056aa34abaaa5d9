"""The words for papers: what each kind is called, its forms, its skins."""

from __future__ import annotations

from collections.abc import Mapping

from jz_training.domain.paper_kind import PaperKind
from jz_training.domain.paper_style import PaperSkin

PAPER_KINDS: Mapping[PaperKind, str] = {
    PaperKind.SIGN_IN_SHEET: "签到表",
    PaperKind.PLAN: "培训计划表",
    PaperKind.TASKS: "任务分解表",
    PaperKind.TASK_BOOK: "任务书",
    PaperKind.MEETING_NOTICE: "会议通知",
    PaperKind.AGENDA: "议程",
    PaperKind.RECORD: "学习记录",
    PaperKind.TRAINING_SUMMARY: "单场小结",
    PaperKind.PERIOD_SUMMARY: "情况报告",
    PaperKind.LEDGER: "培训台账",
    PaperKind.STATISTICS: "培训情况统计表",
    PaperKind.PERSON_FILE: "人员学习档案",
    PaperKind.OUTREACH: "宣讲记录表",
    PaperKind.ABSENTEES: "签到率与缺席名单",
    PaperKind.NAME_TENTS: "席卡",
    PaperKind.CERTIFICATE: "培训证书",
    PaperKind.HOURS_PROOF: "学时证明",
    PaperKind.PHOTO_PAGES: "照片页",
    PaperKind.MONTH: "月历",
}

SKINS: Mapping[PaperSkin, str] = {
    PaperSkin.MATERIAL: "材料",
    PaperSkin.TEXT: "正文",
    PaperSkin.DOCUMENT: "文件",
}

#: What is filed as the picture at the head of a paper.
LOGO = "标识"

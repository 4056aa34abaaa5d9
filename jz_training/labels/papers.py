"""The words for papers: what each kind is called, its forms, its skins."""

from __future__ import annotations

from collections.abc import Mapping

from jz_training.domain.paper_kind import PaperKind
from jz_training.domain.paper_number import NumberFault
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
    PaperKind.CERTIFICATE_REGISTER: "证书发放登记表",
    PaperKind.PHOTO_PAGES: "照片页",
    PaperKind.MONTH: "月历",
}

SKINS: Mapping[PaperSkin, str] = {
    PaperSkin.MATERIAL: "材料",
    PaperSkin.TEXT: "正文",
    PaperSkin.DOCUMENT: "文件",
}

#: What may be said about a number that is not as the standard has it (domain.paper_number).
NUMBER_FAULTS: Mapping[NumberFault, str] = {
    NumberFault.BRACKETS: "年份通常写在六角括号里，如：清工〔2026〕6号。",
    NumberFault.CODE: "年份前面通常是机关代字，如：清工〔2026〕6号。",
    NumberFault.YEAR: "年份通常写全四位，如：〔2026〕。",
    NumberFault.NO_END: "文号通常以“号”结尾，如：清工〔2026〕6号。",
    NumberFault.ORDINAL: "号数前通常不加“第”，如：6号。",
    NumberFault.OPEN: "号数还空着，可以现在填，也可以印好再填。",
    NumberFault.SERIAL: "号数通常用阿拉伯数字，如：6号。",
    NumberFault.PADDED: "号数前通常不补零，写 6号，不写 06号。",
}

#: What is filed as the picture at the head of a paper.
LOGO = "标识"

"""The words of filed documents: what each is."""

from __future__ import annotations

from jz_training.domain.filing import DocumentKind

DOCUMENT_KINDS: dict[DocumentKind, str] = {
    DocumentKind.NOTICE: "通知原文",
    DocumentKind.MATERIAL: "学习材料",
    DocumentKind.PLAN: "方案、计划",
    DocumentKind.MINUTES: "会议纪要",
    DocumentKind.MEASURES: "具体措施",
    DocumentKind.REPORT: "情况报告",
    DocumentKind.ARTICLE: "文章",
    DocumentKind.PICTURE: "照片、截图",
    DocumentKind.AGENDA: "议程",
    DocumentKind.SHEET: "签到表（扫描件）",
    DocumentKind.LEAVE: "请假条",
    DocumentKind.RECORD: "会议记录、学习记录",
    DocumentKind.SPEECH: "发言提纲、材料",
    DocumentKind.BRIEF: "简报、信息稿",
    DocumentKind.MAKE_UP: "补学记录",
    DocumentKind.SUMMARY: "小结",
    DocumentKind.MEETING: "线上参会记录",
    DocumentKind.OTHER: "其他",
}
